/** T4 equals a recount by plain loops; every cell opens what it counts. */
import { describe, expect, it } from 'vitest';
import { t4 } from '../../../db/reports/t4.ts';
import { forSeeds } from '../../property/seeds.ts';
import { openTestStore } from '../../support/store.ts';
import { putWorld, randomParams } from './random-world.ts';
import { asked, inPeriod, isSupported, number, rounded, sortedIds, sum, taskFits, text, worldRows, type Row } from './recount-world.ts';

const inRow = (key: string) => (one: Row): boolean => {
  const [kind, rest] = [key.slice(0, key.indexOf(':')), key.slice(key.indexOf(':') + 1)];
  if (key === 'all') return true;
  if (kind === 'stage') return text(one['stage']) === rest;
  const [type, stage] = rest.split('|');
  return text(one['support_type']) === type && (stage === undefined || text(one['stage']) === stage);
};

describe('T4', () => {
  it('equals a recount on random records, cell by cell, in every scope and kind of years', () => {
    forSeeds('report T4 equals a recount', 6, (seed) => {
      const store = openTestStore();
      try {
        const world = putWorld(store, seed);
        const rows = worldRows(store);
        for (let turn = 0; turn < 8; turn += 1) {
          const params = randomParams(seed * 31 + turn, world);
          const { table, value, cell, ids } = asked(store, t4, params);
          const counted = rows.tasks.filter((one) => isSupported(rows, one) && inPeriod(one['decided_on'], params) && taskFits(rows, one, params));
          const wanted = new Set(counted.map((one) => `type:${text(one['support_type'])}`));
          expect(new Set(table.rows.map(({ key }) => key).filter((key) => key.startsWith('type:') && !key.includes('|')))).toEqual(wanted);
          for (const { key } of table.rows) {
            const here = counted.filter(inRow(key));
            const where = `${key} ${JSON.stringify(params)}`;
            expect(value(key, 'tasks'), where).toBe(here.length);
            expect(ids(key, 'tasks'), where).toEqual(sortedIds(here));
            const money: Record<string, number> = { 'type-national': sum(here, 'fund_national'), 'type-local': sum(here, 'fund_local'), 'type-private': sum(here, 'fund_private_cash', 'fund_private_in_kind'), 'type-total': sum(here, 'fund_national', 'fund_local', 'fund_private_cash', 'fund_private_in_kind') };
            for (const [column, won] of Object.entries(money)) expect(value(key, column), `${where} ${column}`).toBe(Math.round(won / 1_000_000));
            const funded = here.filter((one) => one['fund_national'] !== null);
            expect(cell(key, 'mean')?.value ?? null, where).toBe(funded.length === 0 ? null : rounded(sum(funded, 'fund_national') / funded.length / 1_000_000, 1));
            expect(ids(key, 'mean'), where).toEqual(sortedIds(funded));
          }
          // Types add up to the total, stages as well.
          const add = (keys: string[]): number => keys.reduce((all, key) => all + value(key, 'tasks'), 0);
          expect(add([...wanted])).toBe(value('all', 'tasks'));
          const byStage = table.rows.map(({ key }) => key).filter((key) => key.startsWith('stage:'));
          expect(add(byStage)).toBe(byStage.length > 0 ? value('all', 'tasks') : 0);
          expect(table.isEmpty).toBe(counted.length === 0);
          expect(number(table.cells.at(-1)?.[0]?.value)).toBe(counted.length);
        }
      } finally {
        store.dispose();
      }
    });
  }, 120_000);
});
