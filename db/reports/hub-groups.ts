/** Mini-clusters under their hub complex and economic region, as T3 prints them. */
import type { Reader } from '../kernel/reader.ts';
import type { SqlParameters } from './indicator.ts';
import { complexes, complexOf, economicRegions, regionOf } from '../reference/complexes.ts';

export type PlacedCluster = { id: string; name: string; regionKey: string; region: string; hubKey: string; hub: string; order: number; isNow: boolean };

const other = { key: 'other', ko: '기타', order: economicRegions.length + 1 };
/** Before 2010-03-17 there were hubs but no regions: domain.md §11. */
const early = { key: 'early', ko: '광역경제권 이전', order: economicRegions.length };

const placeOf = (hub: string, day: string): Omit<PlacedCluster, 'id' | 'name' | 'isNow'> => {
  const complex = complexOf(hub);
  const region = complex ? regionOf(complex.code, day) : null;
  const shown = region ? { key: region.code, ko: region.ko, order: region.order } : complex ? early : other;
  // Regions first, in their order; then hubs in the order of the reference data; a hub nobody knows after them.
  const place = complex ? complexes.indexOf(complex) : complexes.length;
  return { regionKey: shown.key, region: shown.ko, hubKey: complex?.code ?? `text:${hub}`, hub: complex?.ko ?? (hub || '(거점 미상)'), order: shown.order * 1000 + place };
};

const compare = new Intl.Collator('ko', { numeric: true }).compare;

/**
 * Clusters of `sql` (id, name, hub, is_now), placed as of the day and in print order.
 * @param day `YYYY-MM-DD`
 */
export const placedClusters = (read: Reader, sql: string, parameters: SqlParameters, day: string): PlacedCluster[] =>
  read.all<{ id: string; name: string | null; hub: string | null; is_now: number }>(sql, parameters)
    .map(({ id, name, hub, is_now }) => ({ id, name: name ?? '(이름 미도착)', isNow: is_now === 1, ...placeOf((hub ?? '').trim(), day) }))
    .sort((one, two) => one.order - two.order || compare(one.hub, two.hub) || compare(one.name, two.name) || (one.id < two.id ? -1 : 1));
