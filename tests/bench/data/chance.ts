/** Chance that repeats: the same seed gives the same database. */

export type Chance = {
  /** At least 0, below 1. */
  next(): number;
  /** Whole number from `low` to `high`, both included. */
  between(low: number, high: number): number;
  pick<T>(list: readonly T[]): T;
  percent(of: number): boolean;
  /** Index below `count`; the first ones come far more often, as few firms have many tasks. `skew` 1 is even. */
  skewed(count: number, skew: number): number;
  /** A size as sizes are: most small, few huge. */
  logNormal(median: number, spread: number): number;
};

/** Mulberry32. */
export const createChance = (seed: number): Chance => {
  let state = seed | 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  return {
    next, between,
    pick: (list) => {
      const one = list[Math.floor(next() * list.length)];
      if (one === undefined) throw new Error('nothing to pick from');
      return one;
    },
    percent: (of) => next() * 100 < of,
    skewed: (count, skew) => Math.floor(count * next() ** skew),
    logNormal: (median, spread) => Math.max(1, Math.round(median * Math.exp(spread * Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())))),
  };
};
