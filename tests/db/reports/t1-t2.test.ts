/** T1 and T2 equal an independent recount, and every number opens exactly the records it counts. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellRecords, tableOf } from '../../../db/reports/layout.ts';
import { t1 } from '../../../db/reports/t1.ts';
import { t2 } from '../../../db/reports/t2.ts';
import type { ReportTable } from '../../../db/reports/table-types.ts';
import { forSeeds } from '../../property/seeds.ts';
import { openTestStore } from '../../support/store.ts';
import { putTasks, someParams, someTasks } from './random-records.ts';
import { recountTasks } from './recount-tasks.ts';

const valueAt = (table: ReportTable, row: string, column: string) => table.cells[table.rows.findIndex((one) => one.key === row)]?.[table.columns.findIndex((one) => one.key === column)]?.value;
const yearsOf = (table: ReportTable): string[] => table.columns.map((column) => column.key).filter((key) => /^\d{4}$/.test(key));

const bands: Record<string, (employees: number | null) => boolean> = {
  'under-10': (n) => n !== null && n <= 9, '10-50': (n) => n !== null && n >= 10 && n <= 50, '51-100': (n) => n !== null && n >= 51 && n <= 100,
  '101-300': (n) => n !== null && n >= 101 && n <= 300, 'over-300': (n) => n !== null && n >= 301, unknown: (n) => n === null,
  'up-to-50': (n) => n !== null && n <= 50, 'up-to-300': (n) => n !== null && n <= 300, all: () => true,
};

describe('T1', () => {
  it('equals a recount on random records, cell by cell', () => {
    forSeeds('report T1 equals a recount', 2, (seed) => fc.assert(fc.property(someTasks, someParams, (tasks, params) => {
      const store = openTestStore();
      try {
        putTasks(store, tasks);
        const table = tableOf(store.read, t1, params);
        const { supported } = recountTasks(store, params);
        for (const [row, isIn] of Object.entries(bands)) {
          const mine = supported.filter((one) => isIn(one.employees));
          for (const year of yearsOf(table)) {
            const wanted = mine.filter((one) => one.year === Number(year)).map((one) => one.id).sort();
            expect(valueAt(table, row, year)).toBe(wanted.length);
            expect(cellRecords(store.read, t1, `${row}~${year}`, params)?.ids).toEqual(wanted);
          }
          expect(valueAt(table, row, 'sum')).toBe(mine.length);
          const share = valueAt(table, row, 'share');
          expect(share === null).toBe(supported.length === 0);
          expect(Math.abs(Number(share) - (mine.length / Math.max(1, supported.length)) * 100)).toBeLessThanOrEqual(0.0500001);
          for (const column of ['sum', 'share']) expect(cellRecords(store.read, t1, `${row}~${column}`, params)?.ids).toHaveLength(mine.length);
        }
        expect(valueAt(table, 'unknown', 'cumulative')).toBe(supported.length > 0 ? 100 : null);
        expect(valueAt(table, '10-50', 'cumulative')).toBe(valueAt(table, 'up-to-50', 'share'));
        expect(valueAt(table, '101-300', 'cumulative')).toBe(valueAt(table, 'up-to-300', 'share'));
        expect(table.isEmpty).toBe(supported.length === 0);
      } finally {
        store.dispose();
      }
    }), { numRuns: 25, seed }));
  }, 120_000);
});

describe('T2', () => {
  it('equals a recount on random records, cell by cell', () => {
    forSeeds('report T2 equals a recount', 2, (seed) => fc.assert(fc.property(someTasks, someParams, (tasks, params) => {
      const store = openTestStore();
      try {
        putTasks(store, tasks);
        const table = tableOf(store.read, t2, params);
        const { found, supported, completed } = recountTasks(store, params);
        for (const column of [...yearsOf(table), 'sum']) {
          const here = <T extends { year: number }>(list: T[]): T[] => list.filter((one) => column === 'sum' || one.year === Number(column));
          const ids = (list: { id: string }[]): string[] => list.map((one) => one.id).sort();
          const firms = (list: { firm: string }[]): string[] => [...new Set(list.map((one) => one.firm))].sort();
          const wanted: Record<string, string[]> = {
            found: ids(here(found)), supported: ids(here(supported)), completed: ids(here(completed)),
            firms: firms(here(supported)), 'new-firms': firms(here(supported).filter((one) => one.isNew)),
          };
          for (const [row, records] of Object.entries(wanted)) {
            expect(valueAt(table, row, column), `${row} ${column}`).toBe(records.length);
            expect(cellRecords(store.read, t2, `${row}~${column}`, params)?.ids, `${row} ${column}`).toEqual(records);
          }
          for (const row of ['national', 'total-cost']) {
            const won = here(supported).reduce((sum, one) => sum + one.national + (row === 'national' ? 0 : one.cash), 0);
            expect(valueAt(table, row, column)).toBe(Math.round(won / 1_000_000));
            expect(cellRecords(store.read, t2, `${row}~${column}`, params)?.ids).toEqual(ids(here(supported)));
          }
        }
      } finally {
        store.dispose();
      }
    }), { numRuns: 25, seed }));
  }, 120_000);
});
