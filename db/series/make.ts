/** Making a series, and setting the mini-clusters that hold it; the first one is the host. */
import { Refusal } from '../errors.ts';
import { relationId } from '../kernel/id.ts';
import type { Tx } from '../kernel/write.ts';
import { meetingSeries, seriesCluster } from '../meetings/fields.ts';
import type { Series } from './book.ts';

export type SeriesValues = Omit<Series, 'id'>;

/** @throws Refusal `invalid` without a cluster, `not-found` */
export const setSeriesClusters = (tx: Tx, id: string, clusters: readonly string[]): void => {
  const wanted = [...new Set(clusters)];
  if (wanted.length === 0) throw new Refusal('invalid', '미니클러스터: 하나는 있어야 합니다. 회의를 여는 미니클러스터를 골라 주세요.', [{ field: 'clusters', value: [], message: '미니클러스터를 골라 주세요.' }]);
  for (const cluster of wanted) {
    if (tx.read.value<number>('SELECT 1 FROM mini_cluster WHERE id = ? AND _del = 0', [cluster]) !== 1) throw new Refusal('not-found', '미니클러스터를 찾을 수 없습니다. 목록에서 다시 골라 주세요.', [{ field: 'clusters', value: cluster, message: '없는 미니클러스터입니다.' }]);
  }
  for (const row of tx.read.all<{ id: string; cluster: string }>('SELECT id, cluster FROM series_cluster WHERE series = ? AND _del = 0', [id])) {
    if (!wanted.includes(row.cluster)) tx.remove(seriesCluster, row.id);
  }
  for (const [index, cluster] of wanted.entries()) tx.create(seriesCluster, { series: id, cluster, is_host: index === 0 ? 1 : 0 }, relationId('series_cluster', id, cluster));
};

/** @throws Refusal `invalid` when the series would end before it begins */
export const refuseBackwards = ({ start_on, until_on }: Partial<SeriesValues>): void => {
  if (!start_on || !until_on || until_on >= start_on) return;
  throw new Refusal('invalid', `마지막 날(${until_on})이 첫 날(${start_on})보다 빠릅니다. 날을 고쳐 주세요.`, [{ field: 'until_on', value: until_on, message: `첫 날(${start_on})보다 늦어야 합니다.` }]);
};

/** @throws Refusal `invalid`, `not-found` */
export const makeSeries = (tx: Tx, values: Partial<SeriesValues>, clusters: readonly string[]): string => {
  refuseBackwards(values);
  const id = tx.create(meetingSeries, values);
  setSeriesClusters(tx, id, clusters);
  return id;
};

/** Takes a series away. Its meetings stay as they are and stand alone from now on. */
export const removeSeries = (tx: Tx, id: string): void => tx.remove(meetingSeries, id);
