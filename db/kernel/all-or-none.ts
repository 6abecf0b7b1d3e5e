/** Many things as one: each is tried, and either all of them hold or every one that does not is named. */
import { Refusal, type Problem } from '../errors.ts';

const mostNamed = 200;

export type Naming<Item> = {
  /** The problem as the whole is told of it: which item it is of, in its field and its message. */
  named: (problem: Problem, item: Item, index: number) => Problem;
  /** What is said before the first problem; counts of items that were refused and of their problems. */
  told: (items: number, problems: number) => string;
  /** Where every item was refused for what others had changed meanwhile, so is the whole. */
  mayConflict?: boolean;
};

/**
 * What `act` gives for each item, in order. It goes on after a refusal, so that the next one is told at the same time;
 * the caller's transaction undoes the rest.
 * @throws Refusal `invalid`, or `conflict` (see `mayConflict`); details in the order of the items, at most 200
 */
export const allOrNone = <Item, Result>(items: readonly Item[], act: (item: Item) => Result, { named, told, mayConflict = false }: Naming<Item>): Result[] => {
  const problems: Problem[] = [];
  const codes: string[] = [];
  const results = items.flatMap((item, index) => {
    try {
      return [act(item)];
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      codes.push(error.code);
      const found: readonly Problem[] = error.details.length > 0 ? error.details : [{ field: '', message: error.message }];
      problems.push(...found.map((problem) => named(problem, item, index)));
      return [];
    }
  });
  const [first] = problems;
  if (!first) return results;
  const code = mayConflict && codes.every((one) => one === 'conflict') ? 'conflict' : 'invalid';
  throw new Refusal(code, `${told(codes.length, problems.length)} ${first.message}`.trim(), problems.slice(0, mostNamed));
};
