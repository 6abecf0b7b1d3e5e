/** Proposes decisions: down the ranks as far as the money goes. */
import type { SheetTask } from '../../../db/evaluations/api.ts';

export type Proposal = { task: string; decision: 'selected' | 'rejected'; amount: number | null };

type Ranked = Pick<SheetTask, 'task' | 'rank' | 'requested' | 'mean'>;

/** In order of rank; tasks without a mean last, in the order they came. */
export const byRank = <T extends Pick<SheetTask, 'rank'>>(tasks: readonly T[]): T[] => [...tasks].sort((a, b) => (a.rank ?? Number.MAX_SAFE_INTEGER) - (b.rank ?? Number.MAX_SAFE_INTEGER));

/**
 * Selects from the first rank on, each with what it asks for, until the next one does not fit the budget or has a mean below
 * the line; that one and all after it are rejected. Tasks of one rank stand or fall together. A task without a mean is left undecided.
 * @param budget won; null is no limit
 * @param least lowest mean that is selected, in tenths (600 = 60.0); null is no line
 */
export const selectByRank = (tasks: readonly Ranked[], budget: number | null, least: number | null): Proposal[] => {
  const judged = byRank(tasks).filter((one) => one.rank !== null && one.mean !== null);
  let [sum, isOver] = [0, false];
  return [...Map.groupBy(judged, (one) => one.rank).values()].flatMap((group) => {
    const asked = group.reduce((all, one) => all + (one.requested ?? 0), 0);
    const isBelow = least !== null && group.some((one) => Number((one.mean ?? '0').replace('.', '')) < least);
    if (isBelow || (budget !== null && sum + asked > budget)) isOver = true;
    if (!isOver) sum += asked;
    return group.map((one): Proposal => (isOver ? { task: one.task, decision: 'rejected', amount: null } : { task: one.task, decision: 'selected', amount: one.requested }));
  });
};
