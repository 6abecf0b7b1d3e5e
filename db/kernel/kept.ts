/** Answers a reader thread keeps until something they were made from is written. */
import type { QueryContext } from './query.ts';
import type { Reader } from './reader.ts';

/** What a look depends on: a column (`task.title`), rows that come and go (`task.*`), or a whole table (`task`). */
export type Watched = readonly string[];

/** How often what is watched has been written: equal as long as nothing of it changed. */
export const stateOf = (watched: Watched, { versions }: QueryContext): string => {
  const whole = new Set(watched.filter((one) => !one.includes('.')));
  const tables = new Map<string, number>();
  if (whole.size > 0) {
    for (const [column, version] of Object.entries(versions)) {
      const table = column.slice(0, column.indexOf('.'));
      if (whole.has(table)) tables.set(table, (tables.get(table) ?? 0) + version);
    }
  }
  return watched.map((one) => (whole.has(one) ? tables.get(one) : versions[one]) ?? 0).join(' ');
};

/** Different questions kept at a time: mine, the office's, everybody's, on two days. */
const mostKept = 6;

/** The same function, its answers kept by question while nothing of what is watched is written. */
export const keptWhile = <Input, Output>(watched: Watched, make: (read: Reader, input: Input, context: QueryContext) => Output): ((read: Reader, input: Input, context: QueryContext) => Output) => {
  const kept = new WeakMap<Reader, { key: string; output: Output }[]>();
  return (read, input, context) => {
    const key = `${stateOf(watched, context)} ${JSON.stringify(input)}`;
    const known = kept.get(read) ?? [];
    const same = known.find((one) => one.key === key);
    if (same) return same.output;
    const output = make(read, input, context);
    kept.set(read, [{ key, output }, ...known].slice(0, mostKept));
    return output;
  };
};
