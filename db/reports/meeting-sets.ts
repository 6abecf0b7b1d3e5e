/**
 * Held meetings as sets (T7): once for each place. A place is a mini-cluster, a hub, a region or all of them, so that a joint meeting
 * counts once in each line; which clusters make a place is given as `:places`, JSON `[[cluster, place], …]`.
 */
import { memberKey, memberOn } from '../clusters/members-on.ts';
import { heldSql } from '../meetings/standing.ts';
import type { Indicator } from './indicator.ts';
import { clusterScopes } from './scope-sql.ts';
import { monthSql } from './session-sets.ts';

const declared = { version: 1, source: 'domain.md §10, §13 T7' } as const;

/** Held by the as-of day, whatever the clock will say later. */
const held = `${heldSql('g', "min(:as_of, date('now', 'localtime'))")} AND g.start_on BETWEEN :first AND :last`;

/** The places given are those of the scope. */
const byPlaces = { cluster: (wanted: string) => `${wanted} IS NOT NULL`, hub: (wanted: string) => `${wanted} IS NOT NULL`, region: (wanted: string) => `${wanted} IS NOT NULL` } as const;

const present = (meeting: string): string => `SELECT count(*) FROM attendance a WHERE a.meeting = ${meeting} AND a._del = 0 AND a.is_present = 1`;

const inPlaces = `(SELECT value ->> 0 AS cluster, value ->> 1 AS place FROM json_each(:places)) j JOIN meeting_cluster k ON k.cluster = j.cluster AND k._del = 0 JOIN meeting g ON g.id = k.meeting`;

const meetings = {
  ...declared, table: 'meeting', id: 'm.id', where: '1', scopes: byPlaces, dimensions: { place: 'm.place', kind: 'm.kind', month: 'm.month' },
  from: `(SELECT j.place, g.id, coalesce(g.kind, '') AS kind, ${monthSql('g.start_on')} AS month, coalesce(g.headcount_only, 0) AS headcount, (${present('g.id')}) AS came FROM ${inPlaces} WHERE ${held} GROUP BY j.place, g.id) m`,
} as const;

export const heldMeetings: Indicator = {
  ...meetings, code: 'held-meetings', ko: '횟수', unit: '회', measure: 'count', formula: '시작일이 기간에 든 열린 회의의 수',
  rule: '개최한 회의만 셉니다(예정·취소는 넣지 않음). 여러 미니클러스터가 함께 연 회의는 미니클러스터마다 한 번씩, 소계와 계에서는 한 번만 셉니다.',
};
export const attendances: Indicator = {
  ...meetings, code: 'attendances', ko: '참석 연인원', unit: '명', measure: { sum: 'm.came' }, when: 'm.came > 0', formula: '명부에서 참석한 사람을 회의마다 더한 수',
  rule: '참석 연인원은 명부에 참석으로 적힌 사람(회원과 비회원)을 회의마다 더한 수이며, 이름 없이 인원만 적은 참석자는 명부 없는 인원에 따로 셉니다.',
};
export const headcounts: Indicator = { ...meetings, code: 'headcounts', ko: '명부 없는 인원', unit: '명', measure: { sum: 'm.headcount' }, when: 'm.headcount > 0', formula: '이름 없이 적은 참석 인원의 합', rule: attendances.rule };

export const tasksOfMeetings: Indicator = {
  ...declared, code: 'tasks-of-meetings', ko: '발굴 과제', unit: '건', measure: 'count', formula: '발굴 회의가 그 회의인 과제의 수', rule: '발굴 과제는 발굴 회의로 적힌 과제이며 회의의 날로 셉니다.',
  table: 'task', id: 'm.id', where: '1', scopes: byPlaces, dimensions: { place: 'm.place', kind: 'm.kind', month: 'm.month' },
  from: `(SELECT j.place, t.id, coalesce(g.kind, '') AS kind, ${monthSql('g.start_on')} AS month FROM ${inPlaces} JOIN task t ON t.source_meeting = g.id AND t._del = 0 WHERE ${held} GROUP BY j.place, t.id) m`,
};

/** Members of a cluster on the day of a meeting, and those of them who came: by the rule of `presenceOf` (db/meetings). */
const memberOnDay = (m: string): string => `${m}.cluster = k.cluster AND ${memberOn(m, 'g.start_on')}`;
const own = `SELECT o.person FROM membership o WHERE ${memberOnDay('o')} AND o.person IS NOT NULL`;
const isThere = `CASE WHEN m.person IS NOT NULL THEN EXISTS (SELECT 1 FROM attendance a WHERE a.meeting = g.id AND a._del = 0 AND a.is_present = 1 AND a.person = m.person)
  ELSE EXISTS (SELECT 1 FROM attendance a WHERE a.meeting = g.id AND a._del = 0 AND a.is_present = 1 AND a.is_member = 1 AND a.organisation = m.organisation AND a.person NOT IN (${own})) END`;
const membersSql = `(SELECT count(DISTINCT ${memberKey('m')}) FROM membership m WHERE ${memberOnDay('m')})`;
const cameSql = `(SELECT count(DISTINCT ${memberKey('m')}) FROM membership m WHERE ${memberOnDay('m')} AND ${isThere})`;

/** A row for each cluster of a meeting: its members can be told, so the rate adds up over clusters. */
const pairs = {
  ...declared, table: 'meeting', id: 'p.id', where: '1', dimensions: { cluster: 'p.cluster', kind: 'p.kind' }, scopes: clusterScopes('p.cluster'),
  from: `(SELECT k.cluster, g.id, coalesce(g.kind, '') AS kind, ${membersSql} AS members, ${cameSql} AS came, (${present('g.id')}) > 0 AS is_listed FROM meeting g JOIN meeting_cluster k ON k.meeting = g.id AND k._del = 0 WHERE ${held} GROUP BY k.cluster, g.id) p`,
} as const;
const rateRule = '회원 참석률은 명부가 있는 회의마다 그날의 회원 수에 대한 참석한 회원 수의 비율이며, 소계와 계는 미니클러스터별 회원 수와 참석 회원 수를 더해 나눕니다. 위임은 참석이 아닙니다.';

export const clusterMeetings: Indicator = { ...pairs, code: 'cluster-meetings', ko: '미니클러스터별 횟수', unit: '회', measure: 'count', formula: '미니클러스터마다 열린 회의의 수', rule: heldMeetings.rule };
export const memberSeats: Indicator = { ...pairs, code: 'member-seats', ko: '회원 참석 대상', unit: '명', measure: { sum: 'p.members' }, when: 'p.is_listed', formula: '명부가 있는 회의마다 그날의 회원 수를 더한 수', rule: rateRule };
export const membersThere: Indicator = { ...pairs, code: 'members-there', ko: '회원 참석', unit: '명', measure: { sum: 'p.came' }, when: 'p.is_listed AND p.came > 0', formula: '명부가 있는 회의마다 참석한 회원 수를 더한 수', rule: rateRule };

/** Those of places, and those of the clusters' own meetings. */
export const placeIndicators: readonly Indicator[] = [heldMeetings, attendances, headcounts, tasksOfMeetings];
export const pairIndicators: readonly Indicator[] = [clusterMeetings, membersThere, memberSeats];
