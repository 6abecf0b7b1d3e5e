/**
 * Held meetings as sets (T7): once for each place. A place is a mini-cluster, a hub, a region or all of them, so that a joint meeting
 * counts once in each line; which clusters make a place is given as `:places`, JSON `[[cluster, place], …]`.
 */
import { heldFact } from '../facts/meeting-fact.ts';
import { heldBy } from './activity-sets.ts';
import { keptAs, type Indicator, type Kept } from './indicator.ts';
import { clusterFactScopes } from './scope-sql.ts';

const declared = { version: 1, source: '미니클러스터 활동실적 양식(T7)' } as const;
const standing = heldFact('f', heldBy);
const held = `f.day BETWEEN :first AND :last AND ${standing}`;
/** For sums of all clusters: the `+` keeps them to the index that has them by kind, instead of looking each meeting of the years up. */
const heldOfAll = `+f.day BETWEEN :first AND :last AND ${standing}`;

/** The places given are those of the scope. */
const given = (wanted: string): string => `${wanted} IS NOT NULL`;
const byPlaces = { cluster: given, hub: given, region: given } as const;

const places = '(SELECT c.n AS cluster, v.value ->> 1 AS place FROM json_each(:places) v JOIN mini_cluster c ON c.id = v.value ->> 0) j';
const inPlaces = `${places} JOIN cluster_meeting_fact f ON f.cluster = j.cluster`;
const meetingId = (column: string): string => `(SELECT fr.id FROM meeting fr WHERE fr.n = ${column})`;

/** What meetings are divided by beside their place: the kind in T7, the month in T7-2. */
type By = 'kind' | 'month';

/**
 * Sums of the places: meetings of one cluster are added up cluster by cluster first, joint ones are looked at place by place, each once.
 * `by` and place are the dimensions.
 */
const keptBy = (by: By, amount: string): Omit<Kept, 'of'> => ({
  from: `(SELECT j.place, s.what, sum(s.meetings) AS meetings, sum(s.present) AS present, sum(s.headcount) AS headcount, sum(s.found) AS found FROM ${places} JOIN (
      SELECT f.cluster, f.${by} AS what, count(*) AS meetings, sum(f.present) AS present, sum(f.headcount) AS headcount, sum(f.tasks_found) AS found FROM cluster_meeting_fact f WHERE f.is_joint = 0 AND ${by === 'kind' ? heldOfAll : held} GROUP BY f.cluster, f.${by}) s ON s.cluster = j.cluster
      GROUP BY 1, 2
    UNION ALL SELECT place, what, count(*), sum(present), sum(headcount), sum(found) FROM (
      SELECT j.place, f.meeting, max(f.${by}) AS what, max(f.present) AS present, max(f.headcount) AS headcount, max(f.tasks_found) AS found FROM ${inPlaces} WHERE f.is_joint = 1 AND ${held} GROUP BY j.place, f.meeting) GROUP BY 1, 2) q`,
  where: '1', measure: { sum: `q.${amount}` }, dimensions: { place: 'q.place', [by]: 'q.what' }, scopes: byPlaces,
});

const meetingsBy = (by: By) => ({
  ...declared, table: 'meeting', id: meetingId('m.meeting'), where: '1', scopes: byPlaces, dimensions: { place: 'm.place', [by]: 'm.what' },
  from: `(SELECT j.place, f.meeting, max(f.${by}) AS what, max(f.present) AS present, max(f.headcount) AS headcount FROM ${inPlaces} WHERE ${held} GROUP BY j.place, f.meeting) m`,
} as const);
const meetings = meetingsBy('kind');

const heldRule = '개최한 회의만 셉니다(예정·취소는 넣지 않음). 여러 미니클러스터가 함께 연 회의는 미니클러스터마다 한 번씩, 소계와 계에서는 한 번만 셉니다.';
export const heldMeetings = keptAs({ ...meetings, code: 'held-meetings', ko: '횟수', unit: '회', measure: 'count', formula: '시작일이 기간에 든 열린 회의의 수', rule: heldRule }, keptBy('kind', 'meetings'));
export const meetingsByMonth = keptAs({ ...meetingsBy('month'), code: 'month-meetings', ko: '회의 횟수', unit: '회', measure: 'count', formula: '시작일이 그 달에 든 열린 회의의 수', rule: heldRule }, keptBy('month', 'meetings'));
export const attendances = keptAs({
  ...meetings, code: 'attendances', ko: '참석 연인원', unit: '명', measure: { sum: 'm.present' }, when: 'm.present > 0', formula: '명부에서 참석한 사람을 회의마다 더한 수',
  rule: '참석 연인원은 명부에 참석으로 적힌 사람(회원과 비회원)을 회의마다 더한 수이며, 이름 없이 인원만 적은 참석자는 명부 없는 인원에 따로 셉니다.',
}, keptBy('kind', 'present'));
export const headcounts = keptAs({ ...meetings, code: 'headcounts', ko: '명부 없는 인원', unit: '명', measure: { sum: 'm.headcount' }, when: 'm.headcount > 0', formula: '이름 없이 적은 참석 인원의 합', rule: attendances.rule }, keptBy('kind', 'headcount'));

export const tasksOfMeetings = keptAs({
  ...declared, code: 'tasks-of-meetings', ko: '발굴 과제', unit: '건', measure: 'count', formula: '발굴 회의가 그 회의인 과제의 수', rule: '발굴 과제는 발굴 회의로 적힌 과제이며 회의의 날로 셉니다.',
  table: 'task', id: 'm.id', where: '1', scopes: byPlaces, dimensions: { place: 'm.place', kind: 'm.kind' },
  from: `(SELECT j.place, t.id, max(f.kind) AS kind FROM ${inPlaces} JOIN meeting g ON g.n = f.meeting JOIN task t ON t.source_meeting = g.id AND t._del = 0 WHERE f.tasks_found > 0 AND ${held} GROUP BY j.place, t.id) m`,
}, keptBy('kind', 'found'));

/** A row for each cluster of a meeting: its members can be told, so the rate adds up over clusters. */
const pairs = {
  ...declared, table: 'meeting', id: meetingId('f.meeting'), from: 'cluster_meeting_fact f JOIN mini_cluster c ON c.n = f.cluster', where: held, dimensions: { cluster: 'c.id', kind: 'f.kind' }, scopes: clusterFactScopes('f.cluster'),
} as const;
const keptPairs = (amount: string): Omit<Kept, 'of'> => ({
  from: `(SELECT f.cluster, f.kind, count(*) AS meetings, sum(iif(f.present > 0, f.members, 0)) AS seats, sum(iif(f.present > 0, f.members_there, 0)) AS there FROM cluster_meeting_fact f WHERE ${heldOfAll} GROUP BY f.cluster, f.kind) q JOIN mini_cluster c ON c.n = q.cluster`,
  where: '1', measure: { sum: `q.${amount}` }, dimensions: { cluster: 'c.id', kind: 'q.kind' }, scopes: clusterFactScopes('q.cluster'),
});
const rateRule = '회원 참석률은 명부가 있는 회의마다 그날의 회원 수에 대한 참석한 회원 수의 비율이며, 소계와 계는 미니클러스터별 회원 수와 참석 회원 수를 더해 나눕니다. 위임은 참석이 아닙니다.';

export const clusterMeetings = keptAs({ ...pairs, code: 'cluster-meetings', ko: '미니클러스터별 횟수', unit: '회', measure: { sum: '1' }, formula: '미니클러스터마다 열린 회의의 수', rule: heldRule }, keptPairs('meetings'));
export const memberSeats = keptAs({ ...pairs, code: 'member-seats', ko: '회원 참석 대상', unit: '명', measure: { sum: 'f.members' }, when: 'f.present > 0', formula: '명부가 있는 회의마다 그날의 회원 수를 더한 수', rule: rateRule }, keptPairs('seats'));
export const membersThere = keptAs({ ...pairs, code: 'members-there', ko: '회원 참석', unit: '명', measure: { sum: 'f.members_there' }, when: 'f.present > 0 AND f.members_there > 0', formula: '명부가 있는 회의마다 참석한 회원 수를 더한 수', rule: rateRule }, keptPairs('there'));

/** Those of places, and those of the clusters' own meetings. */
export const placeIndicators: readonly Indicator[] = [heldMeetings, attendances, headcounts, tasksOfMeetings];
export const pairIndicators: readonly Indicator[] = [clusterMeetings, membersThere, memberSeats];
