/** Held meetings with their clusters, and which clusters each line of a table adds up: plain loops. */
import type { ReportParams, ReportTable } from '../../../db/reports/table-types.ts';
import { clusterFits, inPeriod, text, type Row, type WorldRows } from './recount-world.ts';

/** Days of the worlds lie years back: only the as-of day can say that a meeting without a status is still to come. */
const wasHeld = (one: Row, asOf: string): boolean => one['status'] === 'held' || (one['status'] === null && text(one['end_on'] ?? one['start_on']) < asOf);

export const heldMeetingsOf = (rows: WorldRows, params: ReportParams): { row: Row; hosts: string[] }[] =>
  rows.meetings.filter((one) => wasHeld(one, params.asOf) && inPeriod(one['start_on'], params))
    .map((row) => ({ row, hosts: rows.hosts.filter((host) => host['meeting'] === row['id']).map((host) => text(host['cluster'])).filter((cluster) => clusterFits(rows, cluster, params)) }))
    .filter(({ hosts }) => hosts.length > 0);

/** Keys of the lines of clusters, hubs and regions with the clusters under each, as the names beside them say; the total stands for all. */
export const linesOver = (table: ReportTable): [key: string, clusters: string[] | 'all'][] => {
  const details = table.rows.filter(({ key }) => key.startsWith('mc:') && !key.includes('|'));
  const under = (at: number, labels: readonly string[]): string[] => details.filter((one) => labels.slice(0, at).every((label, index) => one.labels[index] === label)).map(({ key }) => key.slice(3));
  return table.rows.flatMap(({ key, labels }): [string, string[] | 'all'][] => {
    if (key === 'all') return [[key, 'all']];
    if (key.includes('|')) return [];
    if (key.startsWith('region:')) return [[key, under(1, labels)]];
    if (key.startsWith('hub:')) return [[key, under(2, labels)]];
    return key.startsWith('mc:') ? [[key, [key.slice(3)]]] : [];
  });
};
