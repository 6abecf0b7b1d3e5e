/**
 * All rows of a list in one order. Sorting any choice of them is a walk over it that picks those of the choice, so one order
 * serves every filter; a written row is taken out and put back at its place, so an order is worked out once.
 */
import { has, type RowSet } from './row-set.ts';

export type RowOrder = {
  /** Row numbers in ascending order of the value, those without a value last. May be longer than what is in use. */
  rows: Int32Array;
  length: number;
  /** How many of them have a value. */
  filled: number;
};

/** `rows` in a buffer that threads share, so that handing it over copies nothing. */
export const shared = (rows: readonly number[] | Int32Array): Int32Array => {
  const made = new Int32Array(new SharedArrayBuffer(Math.max(1, rows.length) * Int32Array.BYTES_PER_ELEMENT));
  made.set(rows);
  return made.subarray(0, rows.length);
};

/** The row at a place; descending runs backwards over those with a value, then over those without. */
export const rowAt = ({ rows, length, filled }: RowOrder, place: number, descending: boolean): number =>
  (descending ? rows[place < filled ? filled - 1 - place : length - 1 - (place - filled)] : rows[place]) ?? 0;

/** The rows of a set, in order. */
export const walk = (order: RowOrder, descending: boolean, set: RowSet): Int32Array => {
  const found = new Int32Array(order.length);
  let count = 0;
  for (let place = 0; place < order.length; place += 1) {
    const row = rowAt(order, place, descending);
    if (has(set, row)) {
      found[count] = row;
      count += 1;
    }
  }
  return found.slice(0, count);
};

/** Takes the rows of a set out. */
export const takeOut = (order: RowOrder, gone: RowSet): void => {
  const { rows, length, filled } = order;
  let kept = 0;
  let keptFilled = 0;
  for (let place = 0; place < length; place += 1) {
    const row = rows[place] ?? 0;
    if (has(gone, row)) continue;
    if (place < filled) keptFilled += 1;
    rows[kept] = row;
    kept += 1;
  }
  order.length = kept;
  order.filled = keptFilled;
};

/**
 * Puts a row at its place, found by halving.
 * @param isBefore whether a row of the order comes before the new one
 */
export const putIn = (order: RowOrder, row: number, hasValue: boolean, isBefore: (other: number) => boolean): void => {
  let low = hasValue ? 0 : order.filled;
  let high = hasValue ? order.filled : order.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBefore(order.rows[middle] ?? 0)) low = middle + 1;
    else high = middle;
  }
  if (order.length === order.rows.length) {
    const grown = new Int32Array(Math.ceil(order.rows.length * 1.05) + 64);
    grown.set(order.rows);
    order.rows = grown;
  }
  order.rows.copyWithin(low + 1, low, order.length);
  order.rows[low] = row;
  order.length += 1;
  if (hasValue) order.filled += 1;
};
