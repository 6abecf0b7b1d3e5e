/** Works out a part of a long list from the rows; runs in a thread of its own, and hands the row numbers over without copying. */
import type { ListSpec } from '../list.ts';
import type { QueryContext } from '../query.ts';
import type { Reader } from '../reader.ts';
import { columnOf, filterPlan, planOf, type Part, type Plan } from './plan.ts';
import { shared } from './row-order.ts';

/** `commits` tells up to which commit the rows were seen at least. */
export type BuiltPart = { part: Part; rows: Int32Array; filled: number; commits: number };

/** How many rows of an ascending order have a value: the first without one is found by halving. */
const countFilled = (read: Reader, spec: ListSpec, column: string, from: string, rows: readonly number[]): number => {
  const { sql } = columnOf(spec, column);
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (read.value<number>(`SELECT ${sql} IS NOT NULL FROM ${from} WHERE t.n = ?`, [rows[middle] ?? 0]) === 1) low = middle + 1;
    else high = middle;
  }
  return low;
};

const isCovered = (read: Reader, sql: string): boolean => read.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).some(({ detail }) => /^(SCAN|SEARCH) t USING COVERING INDEX/.test(detail));

/**
 * SQL of a whole order. An index that lacks what decides about a row only adds a look-up per row: 2.3 s against 0.64 s of sorting at a
 * million rows (stack.md §3); one that has everything is read instead of the rows.
 */
export const orderSql = (read: Reader, spec: ListSpec, { from, where, order }: Pick<Plan, 'from' | 'where' | 'order'>): string => {
  const sql = `SELECT t.n FROM ${from} WHERE ${where} ORDER BY ${order}`;
  return isCovered(read, sql) ? sql : sql.replace(`${spec.table} t`, `${spec.table} t NOT INDEXED`);
};

export const buildPart = (spec: ListSpec) => (read: Reader, part: Part, { commits = 0 }: QueryContext): BuiltPart => {
  const found = part.as === 'quick' ? spec.search?.(read, part.text) : null;
  if (found) return { part, rows: shared(found), filled: found.length, commits };
  if (part.as !== 'order') {
    const { from, where, parameters } = filterPlan(spec, part);
    const rows = read.column<number>(`SELECT t.n FROM ${from} WHERE ${where}`, parameters);
    return { part, rows: shared(rows), filled: rows.length, commits };
  }
  const { from, where, order } = planOf(spec, part, []);
  const rows = read.column<number>(orderSql(read, spec, { from, where, order }));
  const [only] = part.sort;
  return { part, rows: shared(rows), filled: part.sort.length === 1 && only ? countFilled(read, spec, only.column, from, rows) : rows.length, commits };
};
