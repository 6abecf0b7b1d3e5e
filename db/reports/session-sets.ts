/** Sessions as a set: by cluster and month, narrowed by whose and where. */
import { idOf } from '../facts/fact-sql.ts';
import { noCluster } from '../facts/session-fact.ts';
import { keptAs, type Indicator, type ScopeSql } from './indicator.ts';
import { clusterFactScopes, personNumber, provinceFact } from './scope-sql.ts';

/** Office of each coordinator by the first account that names one, as `officeOf` of sessions; the person by row number. */
const officePeople = 'SELECT op.n FROM (SELECT person, office, min(n) FROM account WHERE person IS NOT NULL AND office IS NOT NULL AND _del = 0 GROUP BY person) so JOIN person op ON op.id = so.person';

/** By the coordinator's office; '' = coordinators of no office. */
export const byOffice = (person: string): ScopeSql => (wanted) =>
  `CASE WHEN ${wanted} = '' THEN ${person} IS NULL OR ${person} NOT IN (${officePeople}) ELSE ${person} IN (${officePeople} WHERE so.office = ${wanted}) END`;

/** Whose: by the person's number in a column. */
export const personScopes = (person: string): Indicator['scopes'] => ({ coordinator: personNumber(person), office: byOffice(person) });

/** Facts of sessions: hub and region by the mini-cluster they name, office by their coordinator, province by the firm. */
export const sessionFactScopes = (f: string): Indicator['scopes'] => ({ ...clusterFactScopes(`${f}.cluster`), ...personScopes(`${f}.coordinator`), province: provinceFact(f) });

/** Month of a day, `YYYY-MM`. */
export const monthSql = (day: string): string => `substr(${day}, 1, 7)`;

/** Whole months of a period, and what is left of its last one: sums are kept by month, and a period ends on any day. */
export const wholeMonths = 'month >= substr(:first, 1, 7) AND month < substr(:last, 1, 7)';
export const lastMonth = (day: string): string => `${day} BETWEEN max(:first, substr(:last, 1, 7) || '-01') AND :last`;

/** Id of a cluster by its number: '' for none, '?' while it has not arrived. */
const clusterId = (isNone: string): string => `CASE WHEN ${isNone} THEN '' ELSE coalesce(c.id, '?') END`;

export const sessionsByMonth = keptAs({
  code: 'month-sessions', version: 1, ko: '상담 건수', unit: '건', formula: '일자가 그 달에 든 상담의 수', source: '코디네이팅 일지의 항목',
  rule: '상담은 방식과 상태를 가리지 않고 일자의 달로 세며, 상담에 적힌 미니클러스터로 나눕니다.',
  table: 'session', measure: 'count', from: 'session_fact f LEFT JOIN mini_cluster c ON c.n = f.cluster', where: 'f.day BETWEEN :first AND :last', id: idOf('session', 'f'),
  dimensions: { cluster: clusterId('f.cluster IS NULL'), month: 'f.month' }, scopes: sessionFactScopes('f'),
}, {
  from: `(SELECT cluster, month, sessions FROM session_cluster_month WHERE ${wholeMonths}
      UNION ALL SELECT coalesce(+s.cluster, ${noCluster}), +s.month, count(*) FROM session_fact s WHERE ${lastMonth('s.day')} GROUP BY 1, 2) q LEFT JOIN mini_cluster c ON c.n = q.cluster`,
    where: 'q.sessions > 0', measure: { sum: 'q.sessions' }, dimensions: { cluster: clusterId(`q.cluster = ${noCluster}`), month: 'q.month' }, scopes: clusterFactScopes(`nullif(q.cluster, ${noCluster})`),
});
