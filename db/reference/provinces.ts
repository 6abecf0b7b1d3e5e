/** Provinces (시도) with their names and codes over time: assets/reference/provinces.json, domain.md §14.9. */
import file from '../../assets/reference/provinces.json' with { type: 'json' };
import { freeze } from './freeze.ts';
import { referenceShapes } from './shapes.ts';

/** The 17 provinces. */
export const provinces = freeze(referenceShapes.provinces.parse(file).rows);

/** By every name a province has had; of two that shared one, the first of the list. */
const byName = new Map([...provinces].reverse().flatMap((province) => [province.ko, ...province.names.map((known) => known.name)].map((name) => [name, province] as const)));

/** The province an old, new or short name means (강원도, 강원특별자치도, 강원), or null. */
export const provinceByName = (name: string): (typeof provinces)[number] | null => byName.get(name.trim()) ?? null;

/** Full name of a province on a day (`YYYY-MM-DD`), or null when it did not exist then or is unknown. */
export const provinceNameOn = (code: string, date: string): string | null =>
  provinces.find((province) => province.code === code)?.names
    .find((known) => (known.from === null || known.from <= date) && (known.to === null || date <= known.to))?.name ?? null;
