/** What the application refused: asked of a function here, or of a call over the wire. Anything else that is thrown fails the test. */
import { expect } from 'vitest';
import { Refusal, type Problem, type RefusalCode } from '../../db/errors.ts';
import type { RefusalOnWire } from '../../db/kernel/rpc.ts';

/** Null when nothing is refused. */
export const refusalIn = (run: () => unknown): Refusal | null => {
  try {
    run();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  return null;
};

/** It must refuse. */
export const refusalOf = (run: () => unknown): Refusal => {
  const refusal = refusalIn(run);
  if (!refusal) throw new Error('nothing was refused');
  return refusal;
};

/** What it finds `invalid`; a refusal of another kind fails the test. */
export const problemsOf = (run: () => unknown): readonly Problem[] => {
  const refusal = refusalIn(run);
  if (refusal && refusal.code !== 'invalid') throw refusal;
  return refusal?.details ?? [];
};

/** Fields that it finds `invalid`, in the order they are named. */
export const refused = (run: () => unknown): string[] => problemsOf(run).map(({ field }) => field);

/** What a call was answered with; null when it was not refused. */
export const refusalOnWire = (call: Promise<unknown>): Promise<RefusalOnWire | null> =>
  call.then(() => null, (error: { data?: { refusal?: RefusalOnWire } }) => {
    if (!error.data?.refusal) throw error;
    return error.data.refusal;
  });

/** It has this code and names this field, with a sentence like this. */
export const expectRefusal = (found: Refusal, field: string, message: RegExp | null = null, code: RefusalCode = 'invalid'): void => {
  expect(found.code).toBe(code);
  const said = found.details.filter((problem) => problem.field === field).map((problem) => problem.message);
  expect(said, `fields named: ${found.details.map((problem) => problem.field).join(', ')}`).not.toEqual([]);
  if (message !== null) expect(said.join(' ')).toMatch(message);
};
