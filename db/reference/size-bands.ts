/**
 * Program size bands (기업규모) of table T1: by regular employees on the day of the task's decision.
 * Domain.md §13, §14.4: the source says 50인 이하 and 300인 이하, so 50 and 300 belong below; 100 follows the same rule.
 */
import type { Choice } from '../kernel/choice.ts';

type SizeBand = Choice & Readonly<{ min: number | null; max: number | null }>;

/** Bands in print order; `min` and `max` are employees, both included. */
export const sizeBands = [
  { code: 'under-10', ko: '10인 미만', en: 'Under 10', min: 0, max: 9 },
  { code: '10-50', ko: '10~50인', en: '10–50', min: 10, max: 50 },
  { code: '51-100', ko: '51~100인', en: '51–100', min: 51, max: 100 },
  { code: '101-300', ko: '101~300인', en: '101–300', min: 101, max: 300 },
  { code: 'over-300', ko: '300인 초과', en: 'Over 300', min: 301, max: null },
  { code: 'unknown', ko: '기타(미상)', en: 'Unknown', min: null, max: null },
] as const satisfies readonly SizeBand[];

export type SizeBandCode = (typeof sizeBands)[number]['code'];

/** Subtotal rows of T1 and the bands each adds up. */
export const sizeSubtotals = [
  { code: 'up-to-50', ko: '50인 이하', en: 'Up to 50', bands: ['under-10', '10-50'] },
  { code: 'up-to-300', ko: '300인 이하', en: 'Up to 300', bands: ['under-10', '10-50', '51-100', '101-300'] },
] as const satisfies readonly (Choice & Readonly<{ bands: readonly SizeBandCode[] }>)[];

/** The rule as printed under the table. */
export const sizeBandRule = '※ 기업규모는 선정 당시 상시근로자 수 기준이며 경계값은 아래 구간에 넣습니다(50인은 10~50인, 100인은 51~100인, 300인은 101~300인). 근로자 수를 모르는 과제는 기타(미상)입니다.';

/** The band of a number of regular employees; null (not known) is `unknown`. */
export const sizeBandOf = (employees: number | null): SizeBandCode => {
  if (employees === null) return 'unknown';
  if (employees < 10) return 'under-10';
  if (employees <= 50) return '10-50';
  if (employees <= 100) return '51-100';
  return employees <= 300 ? '101-300' : 'over-300';
};
