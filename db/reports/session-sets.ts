/** Sessions as a set: by cluster and month, narrowed by whose and where. */
import type { Indicator, ScopeSql } from './indicator.ts';
import { clusterScopes, provinceSql } from './scope-sql.ts';

/** Office of each coordinator by the first account that names one, as `officeOf` of sessions. */
const officePeople = 'SELECT so.person FROM (SELECT person, office, min(n) FROM account WHERE person IS NOT NULL AND office IS NOT NULL AND _del = 0 GROUP BY person) so';

/** By the coordinator's office; '' = coordinators of no office. */
export const byOffice = (person: string): ScopeSql => (wanted) =>
  `CASE WHEN ${wanted} = '' THEN ${person} IS NULL OR ${person} NOT IN (${officePeople}) ELSE ${person} IN (${officePeople} WHERE so.office = ${wanted}) END`;

/** Sessions: hub and region by the mini-cluster they name, office by their coordinator, province by the firm. */
export const sessionScopes = (alias: string): Indicator['scopes'] => ({
  ...clusterScopes(`${alias}.cluster`),
  coordinator: `coalesce(${alias}.coordinator, '')`, office: byOffice(`${alias}.coordinator`),
  province: (wanted) => `${alias}.organisation IN (SELECT so.id FROM organisation so WHERE ${provinceSql('so.province')} = ${wanted})`,
});

/** Month of a day, `YYYY-MM`. */
export const monthSql = (day: string): string => `substr(${day}, 1, 7)`;

export const sessionsByMonth: Indicator = {
  code: 'month-sessions', version: 1, ko: '상담 건수', unit: '건', formula: '일자가 그 달에 든 상담의 수', source: 'domain.md §9',
  rule: '상담은 방식과 상태를 가리지 않고 일자의 달로 세며, 상담에 적힌 미니클러스터로 나눕니다.',
  table: 'session', measure: 'count', from: 'session s', where: 's._del = 0 AND s.visit_on BETWEEN :first AND :last', id: 's.id',
  dimensions: { cluster: "coalesce(s.cluster, '')", month: monthSql('s.visit_on') }, scopes: sessionScopes('s'),
};
