/** T8 equals a recount, and agrees with 예산·집행 row by row. */
import { describe, expect, it } from 'vitest';
import { executionTable } from '../../../db/funds/execution.ts';
import { t8 } from '../../../db/reports/t8.ts';
import { forSeeds } from '../../property/seeds.ts';
import { openTestStore } from '../../support/store.ts';
import { putWorld, randomParams } from './random-world.ts';
import { asked, isSupported, rounded, sortedIds, sum, taskFits, text, worldRows, type Row } from './recount-world.ts';

const millions = (won: number): number => Math.round(won / 1_000_000);

describe('T8', () => {
  it('equals a recount on random records, cell by cell', () => {
    forSeeds('report T8 equals a recount', 5, (seed) => {
      const store = openTestStore();
      try {
        const world = putWorld(store, seed);
        const rows = worldRows(store);
        const taskOf = (one: Row): Row | undefined => rows.tasks.find((task) => task['id'] === one['task']);
        for (let turn = 0; turn < 8; turn += 1) {
          const params = randomParams(seed * 47 + turn, world);
          const { scope, fromYear, toYear } = params;
          const { table, value, cell, ids } = asked(store, t8, params);
          const inYears = (one: Row): boolean => one['program_year'] !== null && Number(one['program_year']) >= fromYear - 2004 && Number(one['program_year']) <= toYear - 2004;
          const tasks = rows.tasks.filter((one) => inYears(one) && taskFits(rows, one, params));
          const isOurs = (one: Row): boolean => one['fund'] === 'national' && tasks.some((task) => task['id'] === one['task']);
          const hasBudgets = !['cluster', 'hub', 'region', 'coordinator', 'province'].some((kind) => kind in scope);
          const budgets = rows.budgets.filter((one) => hasBudgets && inYears(one) && (scope.office === undefined || text(one['office']) === scope.office) && (scope.supportType === undefined || text(one['support_type']) === scope.supportType));
          for (const { key } of table.rows) {
            const [office, type, year] = key === 'all' ? [] : key.slice('office:'.length).split('|');
            const isHere = (one: Row | undefined): boolean => one !== undefined && (office === undefined || text(one['office']) === office) && (type === undefined || text(one['support_type']) === type) && (year === undefined || Number(one['program_year']) === Number(year));
            const where = `${key} ${JSON.stringify(params)}`;
            const granted = tasks.filter((one) => isSupported(rows, one) && isHere(one));
            const [paid, spent] = [rows.payments, rows.spendings].map((list) => list.filter((one) => isOurs(one) && isHere(taskOf(one))));
            const mine = budgets.filter(isHere);
            const [budget, out] = [sum(mine, 'amount'), sum(spent ?? [], 'amount')];
            const tasksOf = (list: readonly Row[] | undefined): string[] => sortedIds((list ?? []).flatMap((one) => { const found = taskOf(one); return found ? [found] : []; }));
            expect(value(key, 'granted-tasks'), where).toBe(granted.length);
            expect(ids(key, 'granted-tasks'), where).toEqual(sortedIds(granted));
            expect(value(key, 'granted'), where).toBe(millions(granted.reduce((all, one) => all + Number(one['fund_national'] ?? one['granted'] ?? 0), 0)));
            expect(value(key, 'paid'), where).toBe(millions(sum(paid ?? [], 'amount')));
            expect(ids(key, 'paid'), where).toEqual(tasksOf(paid));
            expect(value(key, 'spent'), where).toBe(millions(out));
            expect(ids(key, 'spent'), where).toEqual(tasksOf(spent));
            // A budget says nothing of whom it was spent on: narrowed so, its cells are empty.
            expect(cell(key, 'budget')?.value ?? null, where).toBe(hasBudgets ? millions(budget) : null);
            expect(ids(key, 'budget'), where).toEqual(sortedIds(mine));
            expect(cell(key, 'left')?.value ?? null, where).toBe(hasBudgets ? rounded((budget - out) / 1_000_000, 0) : null);
            expect(cell(key, 'rate')?.value ?? null, where).toBe(hasBudgets && budget !== 0 ? rounded((out * 100) / budget, 1) : null);
          }
        }
      } finally {
        store.dispose();
      }
    });
  }, 120_000);

  it('agrees with 예산·집행 row by row', () => {
    forSeeds('report T8 agrees with the execution table', 3, (seed) => {
      const store = openTestStore();
      try {
        const world = putWorld(store, seed);
        for (const number of [3, 4, 5, 6, 7, 8]) {
          const { table, value } = asked(store, t8, { ...randomParams(seed, world), scope: {}, fromYear: number + 2004, toYear: number + 2004 });
          const shown = executionTable.run(store.read, { year: number }, { versions: {} }).rows;
          expect(table.rows.filter(({ kind }) => kind === 'detail').map(({ key }) => key).sort()).toEqual(shown.filter(({ kind }) => kind === 'detail').map(({ at }) => `office:${at.office}|${at.support_type}|${at.program_year}`).sort());
          for (const row of shown) {
            const key = row.kind === 'total' ? 'all' : row.kind === 'subtotal' ? `office:${row.at.office}` : `office:${row.at.office}|${row.at.support_type}|${row.at.program_year}`;
            expect(['budget', 'granted', 'paid', 'spent', 'left'].map((column) => value(key, column))).toEqual([row.budget, row.granted, row.paid, row.spent, row.left].map((won) => rounded(won / 1_000_000, 0) || 0));
            expect(value(key, 'granted-tasks')).toBe(row.tasks);
            expect(value(key, 'rate')).toBe(Number(row.rate ?? 0));
          }
        }
      } finally {
        store.dispose();
      }
    });
  }, 60_000);
});
