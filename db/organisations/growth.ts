/** Growth of a figure between two years. */

/** `percent` a year, to one decimal; over several years the mean yearly rate. `years` between the two figures. */
export type Growth = { percent: number; years: number };

type Point = { year: number; value: number };

/** (end/start)^(1/n) − 1 in percent (domain.md §16); null when there is nothing to compare with: a start of 0. */
export const growthBetween = (from: Point, to: Point): Growth | null => {
  const years = to.year - from.year;
  if (years < 1 || from.value <= 0) return null;
  return { percent: Math.round(((to.value / from.value) ** (1 / years) - 1) * 1000) / 10, years };
};
