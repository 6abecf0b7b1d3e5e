/** Hub complexes of the program with their provinces and offices, from the reference data. */
import { complexes } from '../../../db/reference/complexes.ts';
import { provinceNameOn, provinces } from '../../../db/reference/provinces.ts';

export type Hub = Readonly<{ code: string; name: string; province: string; office: string }>;

const nameOf = (code: string): string => provinceNameOn(code, '2026-01-01') ?? code;

/** Complexes that are hubs. */
export const hubs: readonly Hub[] = complexes.filter(({ roles }) => roles.some(({ role }) => role === 'hub'))
  .map(({ code, ko, province }) => ({ code, name: ko, province: nameOf(province), office: `${provinces.find((one) => one.code === province)?.ko ?? ko}지역본부` }));

export const hubAt = (index: number): Hub => {
  const hub = hubs[index % hubs.length];
  if (!hub) throw new Error('no hub complex in the reference data');
  return hub;
};
