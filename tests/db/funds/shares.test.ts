import { expect, test } from 'vitest';
import { isEnoughCash, isWithinShare, ownShare, percentOf, smallestCash, smallestTotal } from '../../../db/funds/shares.ts';
import { forSeeds } from '../../property/seeds.ts';

test('the worked check: 100,000,000 to an SME at 75 %', () => {
  const total = smallestTotal('100000000', '75');
  expect(total).toBe(133_333_334n);
  expect(ownShare(133_333_334, 100_000_000)).toBe(33_333_334n);
  expect(smallestCash(33_333_334, '10')).toBe(3_333_334n);
  expect(isEnoughCash(3_333_334, 33_333_334, '10')).toBe(true);
  expect(isEnoughCash(3_333_333, 33_333_334, '10')).toBe(false);
});

test('one won less makes 75.0000002 % and is refused, though it shows as 75.0', () => {
  expect(isWithinShare(100_000_000, 133_333_334, '75', 'at-most')).toBe(true);
  expect(isWithinShare(100_000_000, 133_333_333, '75', 'at-most')).toBe(false);
  expect(percentOf(100_000_000, 133_333_333)).toBe('75.0');
  // 75.0000003 % itself, as a share of money in which it is exact.
  expect(isWithinShare(750_000_003n, 1_000_000_000n, '75', 'at-most')).toBe(false);
  expect(isWithinShare(750_000_003n, 1_000_000_000n, '75.0000003', 'at-most')).toBe(true);
});

test('below 75 % is not 75 %', () => {
  expect(isWithinShare(75, 100, '75', 'at-most')).toBe(true);
  expect(isWithinShare(75, 100, '75', 'below')).toBe(false);
  expect(smallestTotal(75, '75', 'below')).toBe(101n);
  expect(isWithinShare(0, 0, '75', 'below')).toBe(true);
});

test('nothing is lost where a double would lose it', () => {
  // 90,071,992,547,409.91 × 100: as doubles both sides of the comparison round to the same number.
  expect(isWithinShare(6_755_399_441_055_744n, 9_007_199_254_740_991n, '75', 'at-most')).toBe(false);
  expect(isWithinShare(6_755_399_441_055_743n, 9_007_199_254_740_991n, '75', 'at-most')).toBe(true);
});

test('edges: no share, all of it, and what is no amount', () => {
  expect(smallestTotal(10, '0')).toBeNull();
  expect(smallestTotal(0, '0')).toBe(0n);
  expect(smallestTotal(10, '100')).toBe(10n);
  expect(smallestTotal(10, '120')).toBe(10n);
  expect(ownShare(5, 9)).toBe(0n);
  for (const wrong of [0.5, -1, 2 ** 53, '1e3', '-4', '']) expect(() => smallestTotal(wrong, '75')).toThrow(RangeError);
  for (const wrong of ['', '75%', '-1', '7.', 'NaN']) expect(() => isWithinShare(1, 2, wrong, 'at-most')).toThrow(RangeError);
});

test('percents are shown rounded half up', () => {
  expect([percentOf(1, 3), percentOf(2, 3), percentOf(1, 2000), percentOf(1, 2001), percentOf(1, 1), percentOf(26, 31), percentOf(1, 3, 0)]).toEqual(['33.3', '66.7', '0.1', '0.0', '100.0', '83.9', '33']);
  expect(percentOf(1, 0)).toBeNull();
});

/** A small repeatable generator; not one that money is counted with. */
const dice = (seed: number) => {
  let state = seed >>> 0 || 1;
  return (below: number): number => {
    state ^= state << 13; state >>>= 0; state ^= state >>> 17; state ^= state << 5; state >>>= 0;
    return state % below;
  };
};

/** The same question by adding: does `total` taken `tenths` times reach `part` taken 1000 times, the whole number of times? */
const reaches = (part: bigint, total: bigint, tenths: number, strictly: boolean): boolean => {
  let missing = 0n;
  for (let times = 0; times < 1000; times += 1) missing += part - (times < tenths ? total : 0n);
  return strictly ? missing < 0n : missing <= 0n;
};

test('the smallest total is the first that is allowed, searched won by won', () => {
  forSeeds('smallest total of a share', 60, (seed) => {
    const roll = dice(seed);
    const part = BigInt(1 + roll(3_000_000) * (1 + roll(400)));
    const tenths = 1 + roll(999);
    const rule = roll(2) === 0 ? 'at-most' : 'below';
    const percent = `${Math.floor(tenths / 10)}.${tenths % 10}`;
    const found = smallestTotal(part, percent, rule);
    if (found === null) throw new Error('no total');
    for (let total = found - 3n; total <= found + 3n; total += 1n) {
      const isAllowed = reaches(part, total, tenths, rule === 'below');
      expect(isAllowed).toBe(total >= found);
      expect(total < 0n || isWithinShare(part, total, percent, rule) === isAllowed).toBe(true);
    }
  });
});

test('the smallest cash is the first that reaches its part of the own share', () => {
  forSeeds('smallest cash of a share', 60, (seed) => {
    const roll = dice(seed);
    const own = BigInt(roll(3_000_000_000));
    const tenths = roll(1001);
    const percent = (tenths / 10).toFixed(1);
    const found = smallestCash(own, percent);
    for (let cash = found < 2n ? 0n : found - 2n; cash <= found + 2n; cash += 1n) expect(isEnoughCash(cash, own, percent)).toBe(cash * 1000n - own * BigInt(tenths) >= 0n);
  });
});
