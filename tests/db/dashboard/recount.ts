/** Says of every cell which records it must count, and looks whether the card counts and opens exactly these. */
import { expect } from 'vitest';
import type { Store } from '../../../db/kernel/store.ts';
import { cellRecords, tableOf, type Report } from '../../../db/reports/layout.ts';
import type { ReportParams, ReportTable } from '../../../db/reports/table-types.ts';

/** Ids by `<row>~<column>`. */
export type Expected = ReadonlyMap<string, readonly string[]>;

export const expectedOf = (entries: Iterable<readonly [string, readonly string[]]>): Expected => {
  const all = new Map<string, string[]>();
  for (const [key, ids] of entries) all.set(key, [...(all.get(key) ?? []), ...ids]);
  return all;
};

export const valueAt = (table: ReportTable, row: string, column: string): number | null | undefined =>
  table.cells[table.rows.findIndex((one) => one.key === row)]?.[table.columns.findIndex((one) => one.key === column)]?.value;

/** Every cell of `columns` counts and opens what is expected, and nothing else is there. Cells nothing is expected of are empty. */
export const expectCells = (store: Store, card: Report, params: ReportParams, columns: readonly string[], expected: Expected): ReportTable => {
  const table = tableOf(store.read, card, params);
  const seen = new Set<string>();
  for (const row of table.rows) {
    for (const column of columns) {
      const key = `${row.key}~${column}`;
      const wanted = [...new Set(expected.get(key) ?? [])].toSorted();
      seen.add(key);
      expect([key, valueAt(table, row.key, column) ?? 0]).toEqual([key, wanted.length]);
      expect([key, ...(cellRecords(store.read, card, key, params)?.ids ?? [])]).toEqual([key, ...wanted]);
    }
  }
  // A row that should be there and is not.
  for (const [key, ids] of expected) if (ids.length > 0) expect([key, seen.has(key)]).toEqual([key, true]);
  return table;
};
