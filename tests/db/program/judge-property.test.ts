import { expect, test } from 'vitest';
import { judgeTask, type TaskFacts } from '../../../db/program/judge.ts';
import { shippedSupportRules } from '../../../db/program/shipped.ts';
import { forSeeds } from '../../property/seeds.ts';
import { factsFor } from './facts-for.ts';

/** Small deterministic random numbers (mulberry32). */
const randomFrom = (seed: number) => {
  let state = seed >>> 0;
  return (below: number): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
};

const moneyRules = ['R2 fund_national', 'R2 granted', 'R3 fund_national', 'R3 fund_private_cash'];
const broken = (facts: TaskFacts): string[] => judgeTask(facts).map((one) => `${one.rule} ${one.field}`).filter((key) => moneyRules.includes(key));

test('less government money never breaks a cap or a share', () => {
  forSeeds('judge is monotone', 400, (seed) => {
    const random = randomFrom(seed);
    const rule = shippedSupportRules[random(shippedSupportRules.length)];
    if (!rule) return;
    const amount = (): number => [random(500_000_000), random(20_000_000), 0, rule.cap ?? 1, (rule.cap ?? 1) + 1][random(5)] ?? 0;
    const funds = { national: amount(), local: amount(), cash: amount(), inKind: amount() };
    const size = [null, 'micro', 'small', 'medium', 'mid-tier', 'large'][random(6)] ?? null;
    const facts = factsFor(rule.valid_from, rule.code, { funds, granted: funds.national, sizeClass: size, startOn: rule.valid_from, endOn: `${Number(rule.valid_from.slice(0, 4)) + random(3)}-12-31` });
    const before = broken(facts);
    const less = { ...funds, national: funds.national - random(funds.national + 1), local: funds.local - random(funds.local + 1) };
    const after = broken({ ...facts, funds: less, granted: less.national });
    expect(before).toEqual(expect.arrayContaining(after));
  });
});
