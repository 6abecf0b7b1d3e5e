import { expect, test } from 'vitest';
import { hundredthsOf, meanOf, percentOf, ranksOf, scoreProblem, spreadOf, tidyScore, writeMean } from '../../../db/evaluations/score.ts';
import { forSeeds } from '../../property/seeds.ts';

test.each([['0', 0n], ['100', 10_000n], ['92.5', 9250n], ['92.05', 9205n], ['92.500', 9250n]])('%s is so many hundredths', (text, value) => expect(hundredthsOf(text)).toBe(value));
test.each(['100.01', '101', '-1', '92.555', '92.', '.5', '1e2', '', '팔십'])('%s is no score', (text) => { expect(hundredthsOf(text)).toBeNull(); expect(scoreProblem(text)?.field).toBe('score'); });
test.each([['085.50', '85.5'], ['９２．５', '92.5'], ['80점', '80'], ['90.00', '90'], ['0.05', '0.05'], ['abc', 'abc']])('%s is kept as %s', (typed, kept) => expect(tidyScore(typed)).toBe(kept));

test('26 of 31 is 83.9 %, and nothing of nothing is no rate', () => {
  expect(percentOf(26, 31)).toBe('83.9');
  expect(percentOf(2940, 3644)).toBe('80.7');
  expect(percentOf(1, 8)).toBe('12.5');
  expect(percentOf(1, 16)).toBe('6.3');
  expect(percentOf(31, 31)).toBe('100.0');
  expect(percentOf(0, 0)).toBeNull();
});

test('a mean that floating point would round the wrong way is rounded up', () => {
  expect(writeMean(meanOf(['0.05', '0.25']) ?? { sum: 0n, count: 1n })).toBe('0.2');
  expect(writeMean(meanOf(['86.25']) ?? { sum: 0n, count: 1n })).toBe('86.3');
  expect(writeMean(meanOf(['8.45', '8.45']) ?? { sum: 0n, count: 1n })).toBe('8.5');
  expect(meanOf([])).toBeNull();
});

test('equal means share a rank even when they print from different numbers of scores', () => {
  expect(ranksOf([meanOf(['80', '90']), meanOf(['85']), null, meanOf(['90']), meanOf(['84.99'])])).toEqual([2, 2, null, 1, 4]);
  expect(spreadOf(['80', '9', '100'])).toEqual({ low: '9', high: '100' });
});

/** Rational mean the slow way: numerator and denominator by repeated addition of fractions, then long division. */
const naiveMean = (scores: readonly string[]): string => {
  let [over, under] = [0n, 1n];
  for (const text of scores) {
    const [whole = '0', part = ''] = text.split('.');
    const scale = 10n ** BigInt(part.length);
    [over, under] = [over * scale + BigInt(whole + part) * under, under * scale];
  }
  under *= BigInt(scores.length);
  const doubled = over * 10n * 2n / under;
  const tenths = (doubled + 1n) / 2n;
  return `${tenths / 10n}.${tenths % 10n}`;
};

test('the mean equals a naive rational mean', () => {
  forSeeds('score mean', 300, (seed) => {
    let state = seed;
    const next = (below: number): number => { state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0; return (state >>> 8) % below; };
    const scores = Array.from({ length: 1 + next(24) }, () => {
      const hundredths = next(10_001);
      return tidyScore(`${Math.trunc(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`);
    });
    const mean = meanOf(scores);
    if (!mean || writeMean(mean) !== naiveMean(scores)) throw new Error(`${scores.join(' ')}: ${mean ? writeMean(mean) : 'none'} is not ${naiveMean(scores)}`);
  });
});
