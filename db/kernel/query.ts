import type { Reader } from './reader.ts';

/**
 * Which threads run a query. `quick`: screens and searches, within a few milliseconds. `list`: blocks of lists, whose orders one
 * thread keeps. `build`: orders and filters of long lists, in the background. `long`: reports, exports and whatever else may take
 * a second. So none of them ever stands behind a slower kind.
 */
export type Lane = 'quick' | 'list' | 'build' | 'long';

/** A named read that any thread can run: what goes in and out can be sent between threads. */
export type Query<Input, Output> = {
  readonly name: string;
  readonly lane: Lane;
  readonly run: (read: Reader, input: Input, context: QueryContext) => Output;
};

/** What a query knows besides the rows. */
export type QueryContext = {
  /** Grows whenever one of the columns is written (`task.title`) or rows come or go (`task.*`). */
  readonly versions: Readonly<Record<string, number>>;
  /** Number of commits told of so far: what is read now holds at least these. */
  readonly commits?: number;
  /** Runs a read of many statements on one and the same state of the records. */
  readonly whole?: <Answer>(run: () => Answer) => Answer;
  /** Reads the records as they stood at the end of a past day (`YYYY-MM-DD`); not where queries run beside the door. */
  readonly past?: (day: string) => Reader;
};

/** Any query, for the register of a reader thread. */
export type AnyQuery = { readonly name: string; readonly lane: Lane; readonly run: (read: Reader, input: never, context: QueryContext) => unknown };

/**
 * Declares a query. Whatever may take longer than about 10 ms is one, and runs in a reader thread.
 * @param name unique; it is what the log of slow queries prints
 */
export const query = <Input, Output>(name: string, run: (read: Reader, input: Input, context: QueryContext) => Output, { lane = 'quick' }: { lane?: Lane } = {}): Query<Input, Output> => ({ name, lane, run });
