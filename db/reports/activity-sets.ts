/** What coordinators did in a period, by the rules of the monthly 활동실적 (db/rounds): the same conditions, counted by SQL. */
import { canonicalOf } from '../identity/same-sql.ts';
import { heldSql } from '../meetings/standing.ts';
import { countedSql, finderSql, hasTaskSql } from '../rounds/activity-facts.ts';
import { activityRules } from '../rounds/indicators.ts';
import { coordinatorIdsSql } from '../rounds/scope.ts';
import type { Indicator } from './indicator.ts';
import { clusterScopes, taskScopes } from './scope-sql.ts';
import { byOffice, sessionScopes } from './session-sets.ts';

const declared = { version: 1, source: 'domain.md §9, §13 T6' } as const;

const sessions = {
  ...declared, table: 'session', id: 's.id', from: 'session s', where: `${countedSql('s')} AND s.visit_on BETWEEN :first AND :last`, dimensions: { person: 's.coordinator' }, scopes: sessionScopes('s'),
} as const;
const timed = 's.minutes > 0';

export const heldSessions: Indicator = { ...sessions, code: 'sessions', ko: '상담', unit: '건', measure: 'count', formula: '일자가 기간에 든 상담의 수', rule: activityRules.sessions };
export const visits: Indicator = { ...sessions, code: 'visits', ko: '방문', unit: '건', measure: 'count', when: "s.mode = 'visit'", formula: '방식이 방문인 상담의 수', rule: activityRules.visits };
export const contactHours: Indicator = { ...sessions, code: 'hours', ko: '상담 시간', unit: '시간', measure: { sum: 's.minutes' }, when: timed, formula: '상담 시간의 합(분으로 더한 뒤 시간으로)', rule: activityRules.hours };
export const metFirms: Indicator = {
  ...sessions, code: 'firms', ko: '기업', unit: '개사', table: 'organisation', id: canonicalOf('s.organisation'), measure: 'distinct', when: "s.organisation > ''", formula: '상담한 기업을 중복 없이 센 수', rule: activityRules.firms,
};
export const fruitfulSessions: Indicator = { ...sessions, code: 'made', ko: '과제로 이어진 상담', unit: '건', measure: 'count', when: hasTaskSql('s'), formula: '발굴 상담으로 적힌 상담의 수', rule: activityRules.made };
const confirmed = `s.status = 'confirmed' AND ${timed}`;
/** The sessions behind the paid hours. */
export const confirmedSessions: Indicator = { ...sessions, code: 'confirmed', ko: '확정된 상담', unit: '건', measure: 'count', when: confirmed, formula: '확정되고 상담 시간이 있는 상담의 수', rule: activityRules.paid };

/** `:limits` is a JSON object of person and minutes of a day; who is not in it has no limit. */
export const paidHours: Indicator = {
  ...declared, code: 'paid', ko: '수당 산정', unit: '시간', formula: '코디네이터와 날짜마다 확정된 상담 시간을 더하고 하루 한도에서 자른 값의 합', rule: activityRules.paid,
  table: 'session', id: 's.id', measure: { sum: 's.paid' }, dimensions: { person: 's.coordinator' }, where: '1',
  // A day's limit holds for all of it: it cannot be said how much of a cut day was one cluster's.
  scopes: { coordinator: 's.coordinator', office: byOffice('s.coordinator') },
  from: `(WITH l AS MATERIALIZED (SELECT key AS person, value AS minutes FROM json_each(:limits))
    SELECT d.coordinator, d.id, iif(l.minutes IS NULL, d.minutes, min(d.minutes, l.minutes)) AS paid
    FROM (SELECT s.coordinator, s.visit_on, min(s.id) AS id, sum(s.minutes) AS minutes FROM session s WHERE ${sessions.where} AND ${confirmed} GROUP BY s.coordinator, s.visit_on) d LEFT JOIN l ON l.person = d.coordinator) s`,
};

export const foundTasks: Indicator = {
  ...declared, code: 'found', ko: '과제 발굴', unit: '건', measure: 'count', formula: '발굴일이 기간에 든 과제의 수', rule: activityRules.found, table: 'task', id: 't.id',
  from: 'task t', where: `t._del = 0 AND t.found_on BETWEEN :first AND :last`, dimensions: { person: `coalesce(${finderSql('t')}, '')` },
  scopes: { ...taskScopes('t'), coordinator: finderSql('t'), office: byOffice(finderSql('t')) },
};

/** Meetings that were held by the as-of day, whatever the clock will say later. */
const heldBy = "min(:as_of, date('now', 'localtime'))";
export const attendedMeetings: Indicator = {
  ...declared, code: 'meetings', ko: 'MC 활동', unit: '회', measure: 'count', formula: '열린 회의에 참석한 횟수', rule: activityRules.meetings, table: 'meeting', id: 'm.meeting', where: '1', dimensions: { person: 'm.person' },
  from: `(SELECT DISTINCT a.person, g.id AS meeting FROM meeting g JOIN attendance a ON a.meeting = g.id AND a._del = 0 AND a.is_present = 1
    WHERE g.start_on BETWEEN :first AND :last AND ${heldSql('g', heldBy)} AND a.person IN (${coordinatorIdsSql})) m`,
  scopes: {
    coordinator: 'm.person', office: byOffice('m.person'),
    ...Object.fromEntries(Object.entries(clusterScopes('mk.cluster')).map(([kind, sql]) => [kind, (wanted: string) => `EXISTS (SELECT 1 FROM meeting_cluster mk WHERE mk.meeting = m.meeting AND mk._del = 0 AND ${typeof sql === 'function' ? sql(wanted) : `${sql} = ${wanted}`})`])),
  },
};

export const activitySets: readonly Indicator[] = [heldSessions, visits, contactHours, metFirms, foundTasks, fruitfulSessions, attendedMeetings, confirmedSessions, paidHours];
