/** T11 equals a recount: what became of completed tasks, by the year they were completed. */
import { describe, expect, it } from 'vitest';
import { t11 } from '../../../db/reports/t11.ts';
import { forSeeds } from '../../property/seeds.ts';
import { openTestStore } from '../../support/store.ts';
import { putWorld, randomParams } from './random-world.ts';
import { asked, completionDay, inPeriod, isCompleted, number, rounded, sortedIds, sum, taskFits, worldRows, yearOf, type Row } from './recount-world.ts';

describe('T11', () => {
  it('equals a recount on random records, cell by cell', () => {
    forSeeds('report T11 equals a recount', 6, (seed) => {
      const store = openTestStore();
      try {
        const world = putWorld(store, seed);
        const rows = worldRows(store);
        const of = (list: readonly Row[], one: Row): Row[] => list.filter((each) => each['task'] === one['id']);
        const figures = ['is_commercialised', 'sales', 'exports_usd', 'new_jobs', 'cost_saving', 'memo'];
        for (let turn = 0; turn < 8; turn += 1) {
          const params = randomParams(seed * 53 + turn, world);
          const { table, value, cell, ids } = asked(store, t11, params);
          const ended = rows.tasks.filter((one) => isCompleted(rows, one) && inPeriod(completionDay(rows, one), params) && taskFits(rows, one, params));
          for (const { key } of table.rows) {
            const here = ended.filter((one) => key === 'all' || yearOf(completionDay(rows, one), params) === Number(key));
            const where = `${key} ${JSON.stringify(params)}`;
            const some = (column: string, list: readonly Row[]): void => { expect(value(key, column), `${where} ${column}`).toBe(list.length); expect(ids(key, column), `${where} ${column}`).toEqual(sortedIds(list)); };
            const entered = here.filter((one) => of(rows.years, one).some((year) => figures.some((name) => year[name] !== null)));
            const sold = here.filter((one) => of(rows.years, one).some((year) => year['is_commercialised'] === 1 || number(year['sales']) > 0));
            some('ended-tasks', here);
            some('entered-tasks', entered);
            some('commercialised', sold);
            expect(cell(key, 'of-ended')?.value ?? null, where).toBe(here.length === 0 ? null : rounded((sold.length * 100) / here.length, 1));
            expect(cell(key, 'of-entered')?.value ?? null, where).toBe(entered.length === 0 ? null : rounded((sold.length * 100) / entered.length, 1));
            const total = (column: string, each: (one: Row) => number, divide = 1): void => {
              expect(value(key, column), `${where} ${column}`).toBe(rounded(here.reduce((all, one) => all + each(one), 0) / divide, 0));
              expect(ids(key, column), `${where} ${column}`).toEqual(sortedIds(here.filter((one) => each(one) !== 0)));
            };
            const kinds = (one: Row, kind: string): number => of(rows.outputs, one).filter((each) => each['kind'] === kind).length;
            total('task-sales', (one) => sum(of(rows.years, one), 'sales'), 1_000_000);
            total('task-exports', (one) => sum(of(rows.years, one), 'exports_usd'), 1000);
            total('task-jobs', (one) => sum(of(rows.years, one), 'new_jobs'));
            total('patents-applied', (one) => kinds(one, 'patent-applied'));
            total('patents-registered', (one) => kinds(one, 'patent-registered'));
            total('follow-ons', (one) => of(rows.follows, one).length);
            total('follow-on-funds', (one) => sum(of(rows.follows, one), 'amount'), 1_000_000);
          }
          expect(table.isEmpty).toBe(ended.length === 0);
        }
      } finally {
        store.dispose();
      }
    });
  }, 120_000);
});
