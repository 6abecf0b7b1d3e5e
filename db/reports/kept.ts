/**
 * What a layout has counted from one state of the records, kept until anything is written: a table, its file, its paper and
 * every cell that is opened ask for the same. The newest row of the log says which state it is.
 */
import type { Reader } from '../kernel/reader.ts';

type Entry<Value> = { key: string; value: Value };

/** States and parameters that are remembered for each reader. */
const mostKept = 4;

/** A counting that is remembered by its parameters. */
export const keptCounting = <Asked, Value>(count: (read: Reader, asked: Asked) => Value): ((read: Reader, asked: Asked) => Value) => {
  const byReader = new WeakMap<Reader, Entry<Value>[]>();
  return (read, asked) => {
    const key = JSON.stringify([read.value<number>('SELECT max(rowid) FROM sync_log') ?? 0, asked]);
    const known = byReader.get(read) ?? [];
    const found = known.find((entry) => entry.key === key);
    if (found) return found.value;
    const value = count(read, asked);
    byReader.set(read, [{ key, value }, ...known].slice(0, mostKept));
    return value;
  };
};
