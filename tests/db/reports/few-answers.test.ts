/** Small groups stay hidden, whatever is subtracted. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hiddenGroups, mustHideSum, type AnswerGroup } from '../../../db/reports/few-answers.ts';
import { runsOf } from '../../property/depth.ts';
import { forSeeds } from '../../property/seeds.ts';

const groups = (...answers: number[]): AnswerGroup[] => answers.map((count, at) => ({ key: `g${at}`, answers: count }));
const hidden = (...answers: number[]): string[] => [...hiddenGroups(groups(...answers))].sort();

describe('groups of a whole', () => {
  it('hides none where none is small', () => { expect(hidden(5, 6, 700)).toEqual([]); });
  it('hides the smallest other one with a single small one', () => { expect(hidden(3, 40, 7)).toEqual(['g0', 'g2']); });
  it('hides on until five answers are hidden together', () => { expect(hidden(1, 2, 9, 50)).toEqual(['g0', 'g1', 'g2']); });
  it('is content with two small ones that hold five answers', () => { expect(hidden(3, 2, 9, 50)).toEqual(['g0', 'g1']); });
  it('hides all where nothing else is left, and leaves empty groups alone', () => { expect(hidden(3, 0, 9)).toEqual(['g0', 'g2']); });

  it('never lets a group under five be told from the whole less what is shown', () => {
    forSeeds('few answers stay hidden', 2, (seed) => fc.assert(fc.property(fc.array(fc.nat(14), { maxLength: 9 }), (answers) => {
      const all = groups(...answers);
      const gone = hiddenGroups(all);
      const small = all.filter((one) => one.answers > 0 && one.answers < 5);
      for (const one of small) expect(gone.has(one.key)).toBe(true);
      expect(small.length > 0 || gone.size === 0).toBe(true);
      const rest = all.filter((one) => gone.has(one.key));
      const isEverything = all.every((one) => one.answers === 0 || gone.has(one.key));
      const left = rest.reduce((sum, one) => sum + one.answers, 0);
      expect(gone.size === 0 || isEverything || (rest.length >= 2 && left >= 5)).toBe(true);
      // No group is hidden without need: without the largest hidden one the rest would be told, or that one is small itself.
      const largest = rest.toSorted((one, other) => other.answers - one.answers)[0];
      expect(largest === undefined || largest.answers < 5 || rest.length === 2 || left - largest.answers < 5).toBe(true);
    }), { numRuns: runsOf(400), seed }));
  });
});

describe('a sum of wholes that hide themselves', () => {
  it('is hidden where it would give one of them back', () => {
    expect([mustHideSum(groups(3, 50)), mustHideSum(groups(2, 2, 50)), mustHideSum(groups(3, 2, 50)), mustHideSum(groups(0, 50)), mustHideSum(groups(5, 50))]).toEqual([true, true, false, false, false]);
  });
});
