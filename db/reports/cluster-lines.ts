/** Rows of clusters under hub complex and economic region, with a subtotal for each: T3, T7 and the tables by month. */
import type { Reader } from '../kernel/reader.ts';
import { placedClusters, type PlacedCluster } from './hub-groups.ts';
import { scopeParameters, type ScopeSql } from './indicator.ts';
import { clusterScopes } from './scope-sql.ts';
import type { ReportParams, ReportRow, ScopeKind } from './table-types.ts';

/** `clusters` is what the row adds up, with those that are no longer there: they count in a change. */
export type ClusterLine = ReportRow & { clusters: readonly string[] };

export const clusterHeads: string[] = ['광역경제권', '거점단지', '미니클러스터'];

export const idsOf = (list: readonly PlacedCluster[]): string[] => list.map((cluster) => cluster.id);

const groupedBy = (list: readonly PlacedCluster[], key: 'regionKey' | 'hubKey'): [PlacedCluster, PlacedCluster[]][] =>
  [...Map.groupBy(list, (cluster) => cluster[key]).values()].flatMap((all): [PlacedCluster, PlacedCluster[]][] => (all[0] && all.some((cluster) => cluster.isNow) ? [[all[0], all]] : []));

/** Regions, their hubs and the clusters of these; the total at the end. */
export const clusterLines = (placed: readonly PlacedCluster[]): ClusterLine[] => [
  ...groupedBy(placed, 'regionKey').flatMap(([{ regionKey, region }, inRegion]): ClusterLine[] => [
    { key: `region:${regionKey}`, labels: [region, '소계', ''], level: 1, kind: 'subtotal', clusters: idsOf(inRegion) },
    ...groupedBy(inRegion, 'hubKey').flatMap(([{ hubKey, hub }, inHub]): ClusterLine[] => [
      { key: `hub:${regionKey}:${hubKey}`, labels: [region, hub, '소계'], level: 2, kind: 'subtotal', clusters: idsOf(inHub) },
      ...inHub.filter((cluster) => cluster.isNow).map((cluster): ClusterLine => ({ key: `mc:${cluster.id}`, labels: [region, hub, cluster.name], level: 3, kind: 'detail', clusters: [cluster.id] })),
    ]),
  ]),
  { key: 'all', labels: ['계', '', ''], level: 0, kind: 'total', clusters: idsOf(placed) },
];

export const rowOf = ({ key, labels, level, kind }: ReportRow): ReportRow => ({ key, labels, level, kind });

const conditionOf = (sql: ScopeSql, kind: ScopeKind): string => (typeof sql === 'string' ? `${sql} = :scope_${kind}` : sql(`:scope_${kind}`));

/** What of a scope narrows clusters themselves. */
const inScope = ({ scope }: ReportParams): string => (Object.entries(clusterScopes('c.id')) as [ScopeKind, ScopeSql][]).filter(([kind]) => scope[kind] !== undefined).map(([kind, sql]) => ` AND ${conditionOf(sql, kind)}`).join('');

/**
 * Clusters of a period in the order in which they are printed: those that stood in it and lie in the scope, and those something was found of, whatever has become of them.
 * @param found ids of clusters that must have a row
 */
export const clustersOfPeriod = (read: Reader, params: ReportParams, { first, last }: { first: string; last: string }, found: readonly string[]): PlacedCluster[] =>
  placedClusters(read,
    `SELECT k.id, c.name, c.hub, 1 AS is_now FROM (
       SELECT c.id FROM mini_cluster c WHERE c._del = 0 AND c.parent IS NULL AND c.founded_on <= :last AND (c.dissolved_on IS NULL OR c.dissolved_on >= :first)${inScope(params)}
       UNION SELECT value FROM json_each(:found)) k LEFT JOIN mini_cluster c ON c.id = k.id`,
    { first, last, found: JSON.stringify(found), ...scopeParameters(params) }, last);
