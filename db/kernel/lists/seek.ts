/** Where in the order of a list something begins, found by halving: a jump to a letter, a day or a number costs some twenty look-ups. */
import { syllablesFrom } from '../../korean/names.ts';
import type { ListSpec } from '../list.ts';
import type { Sort } from '../list-types.ts';
import type { Reader } from '../reader.ts';
import { columnOf, joinsFor } from './plan.ts';

/** Rows in order, by place. */
export type Places = { length: number; rowAt: (place: number) => number };

/**
 * @param sort the first column of the order
 * @returns the first place whose value is not before the sought one; the last place when all are
 */
export const seekPlace = (read: Reader, spec: ListSpec, sort: Sort, places: Places, text: string): number => {
  const { sql, joins = [] } = columnOf(spec, sort.column);
  const from = `${spec.table} t ${joinsFor(spec, [{ joins }])}`;
  const sample = read.value(`SELECT ${sql} FROM ${from} WHERE t.n = ?`, [places.length > 0 ? places.rowAt(0) : 0]);
  const sought = text.normalize('NFC').trim();
  const { first, last } = syllablesFrom(sought);
  // Going down, all that begins with the sought text is passed together: its end is what counts. Beside numbers the text is a number.
  const limit = typeof sample === 'number' && sought !== '' && Number.isFinite(Number(sought)) ? Number(sought) : sort.descending ? `${last}\u{10ffff}` : first;
  const isBefore = `SELECT ${sql} ${sort.descending ? '>' : '<'} ? FROM ${from} WHERE t.n = ?`;
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (read.value<number>(isBefore, [limit, places.rowAt(middle)]) === 1) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, Math.min(low, places.length - 1));
};
