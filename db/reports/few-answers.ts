/** Which groups of answers are hidden, so that neither a small group nor what a subtraction would leave can be read (domain.md §16). */
import { fewest } from '../surveys/few.ts';

/** A group of a whole that its groups add up to. */
export type AnswerGroup = { key: string; answers: number };

/**
 * Groups to hide. A group with fewer than five answers is; and since the whole less its other groups would give it back,
 * the next smallest ones with it, until those hidden are at least two with five answers between them.
 */
export const hiddenGroups = (groups: readonly AnswerGroup[]): Set<string> => {
  const there = groups.filter((group) => group.answers > 0).toSorted((one, other) => one.answers - other.answers || (one.key < other.key ? -1 : 1));
  let count = there.filter((group) => group.answers < fewest).length;
  if (count === 0) return new Set();
  const hiddenAnswers = (): number => there.slice(0, count).reduce((sum, group) => sum + group.answers, 0);
  while (count < there.length && (count < 2 || hiddenAnswers() < fewest)) count += 1;
  return new Set(there.slice(0, count).map((group) => group.key));
};

/** The same for wholes whose sum is shown as well: where their small ones could be told from it, it is the sum that is hidden. */
export const mustHideSum = (groups: readonly AnswerGroup[]): boolean => {
  const small = groups.filter((group) => group.answers > 0 && group.answers < fewest);
  return small.length === 1 || (small.length > 0 && small.reduce((sum, group) => sum + group.answers, 0) < fewest);
};
