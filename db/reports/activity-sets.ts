/** What coordinators did in a period, by the rules of the monthly 활동실적 (db/rounds), counted from facts. People by their row number. */
import { firmId, idOf } from '../facts/fact-sql.ts';
import { heldFact } from '../facts/meeting-fact.ts';
import { activityRules } from '../rounds/indicators.ts';
import { keptAs, type Indicator, type Kept } from './indicator.ts';
import { clusterFactScopes, taskFactScopes } from './scope-sql.ts';
import { lastMonth, personScopes, sessionFactScopes, wholeMonths } from './session-sets.ts';

const declared = { version: 1, source: '코디네이터 활동실적 양식(T6)' } as const;

const sessions = {
  ...declared, table: 'session', id: idOf('session', 'f'), from: 'session_fact f', 
  // The `+` leaves the choice to the day and to what it is narrowed by: an index over coordinators would be walked whole.
  where: '+f.coordinator IS NOT NULL AND f.day BETWEEN :first AND :last', dimensions: { person: 'f.coordinator' }, scopes: sessionFactScopes('f'),
} as const;

/** Sums of each coordinator by month, with what is left of the last one. */
const byMonth = (amount: string): Omit<Kept, 'of'> => ({
  from: `(SELECT coordinator, sessions, visits, minutes FROM session_person_month WHERE ${wholeMonths}
    UNION ALL SELECT +s.coordinator, count(*), sum(s.mode = 'visit'), coalesce(sum(s.minutes), 0) FROM session_fact s WHERE +s.coordinator IS NOT NULL AND ${lastMonth('s.day')} GROUP BY 1) q`,
  where: 'q.sessions > 0', measure: { sum: `q.${amount}` }, dimensions: { person: 'q.coordinator' }, scopes: personScopes('q.coordinator'),
});

export const heldSessions = keptAs({ ...sessions, code: 'sessions', ko: '상담', unit: '건', measure: 'count', formula: '일자가 기간에 든 상담의 수', rule: activityRules.sessions }, byMonth('sessions'));
export const visits = keptAs({ ...sessions, code: 'visits', ko: '방문', unit: '건', measure: 'count', when: "f.mode = 'visit'", formula: '방식이 방문인 상담의 수', rule: activityRules.visits }, byMonth('visits'));
export const contactHours = keptAs({ ...sessions, code: 'hours', ko: '상담 시간', unit: '시간', measure: { sum: 'f.minutes' }, when: 'f.minutes > 0', formula: '상담 시간의 합(분으로 더한 뒤 시간으로)', rule: activityRules.hours }, byMonth('minutes'));
export const metFirms: Indicator = {
  ...sessions, code: 'firms', ko: '기업', unit: '개사', table: 'organisation', id: firmId('session', 'organisation', 'f.firm'), measure: { distinct: 'f.firm' }, formula: '상담한 기업을 중복 없이 센 수', rule: activityRules.firms,
  // The `+` keeps the planner to the indexes that hold all of it in the order of coordinator and firm, or of firm alone.
  where: '+f.day BETWEEN :first AND :last AND +f.firm IS NOT NULL',
};
export const fruitfulSessions = keptAs({
  ...sessions, code: 'made', ko: '과제로 이어진 상담', unit: '건', measure: 'count', when: 'EXISTS (SELECT 1 FROM finding_fact q WHERE q.source = f.n)', formula: '발굴 상담으로 적힌 상담의 수', rule: activityRules.made,
}, {
  from: '(SELECT source_coordinator, count(DISTINCT source) AS made FROM finding_fact WHERE source IS NOT NULL AND source_coordinator IS NOT NULL AND +source_day BETWEEN :first AND :last GROUP BY source_coordinator) q', where: '1',
  measure: { sum: 'q.made' }, dimensions: { person: 'q.source_coordinator' }, scopes: personScopes('q.source_coordinator'),
});
/** The sessions behind the paid hours. */
export const confirmedSessions: Indicator = { ...sessions, code: 'confirmed', ko: '확정된 상담', unit: '건', measure: 'count', when: "f.status = 'confirmed' AND f.minutes > 0", formula: '확정되고 상담 시간이 있는 상담의 수', rule: activityRules.paid };

/**
 * `:limits` is a JSON object of the row number of a person and minutes of a day; who is not in it has no limit. `:least` is the smallest
 * of them: days up to it are added up without looking anybody up, which is all but a few (1.4 million days: 310 ms → 190 ms).
 */
export const paidHours: Indicator = {
  ...declared, code: 'paid', ko: '수당 산정', unit: '시간', formula: '코디네이터와 날짜마다 확정된 상담 시간을 더하고 하루 한도에서 자른 값의 합', rule: activityRules.paid,
  table: 'session', id: 'd.coordinator', measure: { sum: 'd.paid' }, dimensions: { person: 'd.coordinator' }, where: '1',
  from: `(WITH l AS MATERIALIZED (SELECT CAST(key AS INTEGER) AS person, value AS minutes FROM json_each(:limits))
    SELECT p.coordinator, sum(p.minutes) AS paid FROM session_person_day p WHERE +p.day BETWEEN :first AND :last AND p.minutes <= :least GROUP BY p.coordinator
    UNION ALL SELECT p.coordinator, iif(l.minutes IS NULL, p.minutes, min(p.minutes, l.minutes)) FROM session_person_day p LEFT JOIN l ON l.person = p.coordinator WHERE +p.day BETWEEN :first AND :last AND p.minutes > :least) d`,
  // A day's limit holds for all of it: it cannot be said how much of a cut day was one cluster's.
  scopes: personScopes('d.coordinator'),
};

export const foundTasks = keptAs({
  ...declared, code: 'found', ko: '과제 발굴', unit: '건', measure: 'count', formula: '발굴일이 기간에 든 과제의 수', rule: activityRules.found, table: 'task', id: idOf('task', 'q'),
  from: 'finding_fact q JOIN task_fact f ON f.n = q.n', where: 'q.finder IS NOT NULL AND q.day BETWEEN :first AND :last', dimensions: { person: 'q.finder' }, scopes: { ...taskFactScopes('f'), ...personScopes('q.finder') },
}, { from: 'finding_fact q', where: 'q.finder IS NOT NULL AND +q.day BETWEEN :first AND :last', measure: { sum: '1' }, dimensions: { person: 'q.finder' }, scopes: personScopes('q.finder') });

/** Meetings that were held by the as-of day, whatever the clock will say later. */
export const heldBy = "min(:as_of, date('now', 'localtime'))";
const inCluster = Object.fromEntries(Object.entries(clusterFactScopes('mk.cluster')).map(([kind, sql]) => [kind, (wanted: string) => `EXISTS (SELECT 1 FROM meeting_cluster_fact mk WHERE mk.meeting = m.meeting AND ${typeof sql === 'function' ? sql(wanted) : `${sql} = ${wanted}`})`]));
export const attendedMeetings: Indicator = {
  ...declared, code: 'meetings', ko: 'MC 활동', unit: '회', measure: 'count', formula: '열린 회의에 참석한 횟수', rule: activityRules.meetings, table: 'meeting', id: '(SELECT fr.id FROM meeting fr WHERE fr.n = m.meeting)',
  from: 'attended_fact m', where: `+m.day BETWEEN :first AND :last AND ${heldFact('m', heldBy)}`, dimensions: { person: 'm.person' }, scopes: { ...inCluster, ...personScopes('m.person') },
};

export const activitySets: readonly Indicator[] = [heldSessions, visits, contactHours, metFirms, foundTasks, fruitfulSessions, attendedMeetings, paidHours];
