import { expect } from 'vitest';
import { Refusal, type RefusalCode } from '../../../db/errors.ts';

/** The Refusal that something ends with; anything else fails the test. */
export const refused = (run: () => unknown): Refusal => {
  try {
    run();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('nothing was refused');
};

/** It has this code and names this field, with a sentence like this. */
export const expectRefusal = (found: Refusal, field: string, message: RegExp | null = null, code: RefusalCode = 'invalid'): void => {
  expect(found.code).toBe(code);
  const said = found.details.filter((problem) => problem.field === field).map((problem) => problem.message);
  expect(said, `fields named: ${found.details.map((problem) => problem.field).join(', ')}`).not.toEqual([]);
  if (message !== null) expect(said.join(' ')).toMatch(message);
};
