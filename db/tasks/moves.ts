/** The moves a task can make now, each with what it still lacks: what the page offers. */
import { query } from '../kernel/query.ts';
import { dayOf } from '../kernel/write.ts';
import type { Reader } from '../kernel/reader.ts';
import { taskValuesOf } from './facts.ts';
import { planMove, waysOf, type PlannedMove } from './plan-move.ts';

export type { Missing, PlannedMove as Move } from './plan-move.ts';

/**
 * In the order of the workflow table.
 * @param on day of the move; what depends on the day is judged by it
 * @param by number of the account that would move it: it is the receiver unless another is given
 * @throws Refusal `not-found`
 */
export const movesOf = (read: Reader, id: string, on: string = dayOf(Date.now()), by = 0, isSketch = false): PlannedMove[] => {
  const task = taskValuesOf(read, id);
  return waysOf(read, id, task, on).map((way) => planMove(read, id, task, way, { on, reason: null, values: {}, by, isSketch }));
};

/** A move that every one of several tasks can make. */
export type SharedMove = PlannedMove & {
  /** How many of the tasks lack something. */
  lacking: number;
};

/** The moves all of the tasks can make; what any of them lacks is named once. */
export const sharedMoves = (read: Reader, ids: readonly string[], on: string, by: number): SharedMove[] => {
  const [first = [], ...others] = ids.map((id) => movesOf(read, id, on, by, ids.length > 1));
  return first.flatMap((move) => {
    const same = [move, ...others.flatMap((moves) => moves.find((one) => one.to === move.to) ?? [])];
    if (same.length < ids.length) return [];
    const missing = new Map(same.flatMap((one) => one.missing.map((lack) => [lack.field, lack] as const)));
    return [{
      ...move, missing: [...missing.values()], findings: same.flatMap((one) => one.findings), needsReason: same.some((one) => one.needsReason),
      lacking: same.filter((one) => one.missing.length > 0).length,
    }];
  });
};

/** What the page offers for one or several tasks. */
export const sharedMovesQuery = query('task-moves', (read, { ids, on, by }: { ids: readonly string[]; on: string; by: number }) => sharedMoves(read, ids, on, by));
