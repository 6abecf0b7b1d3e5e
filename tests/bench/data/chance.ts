/** Chance that repeats: the same seed gives the same database. The dice of the sample, and sizes and skews as life has them. */
import { createDice } from '../../../db/demo/dice.ts';

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

export const createChance = (seed: number): Chance => {
  const { next, between, pick, chance } = createDice(seed);
  return {
    next, between, pick, percent: chance,
    skewed: (count, skew) => Math.floor(count * next() ** skew),
    logNormal: (median, spread) => Math.max(1, Math.round(median * Math.exp(spread * Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())))),
  };
};
