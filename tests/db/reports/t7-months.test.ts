/** T7-1 and T7-2, clusters by months, equal a recount by plain loops. */
import { describe, expect, it } from 'vitest';
import { t7m } from '../../../db/reports/t7m.ts';
import { t7s } from '../../../db/reports/t7s.ts';
import { forSeeds } from '../../property/seeds.ts';
import { openTestStore } from '../../support/store.ts';
import { putWorld, randomParams } from './random-world.ts';
import { asked, clusterFits, inPeriod, periodOf, sessionFits, sortedIds, text, worldRows, type WorldRows } from './recount-world.ts';
import type { ReportParams } from '../../../db/reports/table-types.ts';
import { heldMeetingsOf, linesOver } from './recount-meetings.ts';

/** Months of the columns, worked out by hand. */
const monthsOf = ({ toYear, yearKind }: ReportParams): string[] => (yearKind === 'calendar'
  ? ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'].map((month) => `${toYear}-${month}`)
  : [...['04', '05', '06', '07', '08', '09', '10', '11', '12'].map((month) => `${toYear}-${month}`), ...['01', '02', '03'].map((month) => `${toYear + 1}-${month}`)]);

const standing = (rows: WorldRows, params: ReportParams, found: readonly string[]): string[] => {
  const [first, last] = periodOf(params);
  const stood = rows.clusters.filter((one) => one['parent'] === null && text(one['founded_on']) <= last && (one['dissolved_on'] === null || text(one['dissolved_on']) >= first) && clusterFits(rows, text(one['id']), params));
  return [...new Set([...stood.map((one) => text(one['id'])), ...found])].sort();
};

describe('clusters by months', () => {
  it('count sessions as a recount does, and add up', () => {
    forSeeds('report T7-1 equals a recount', 4, (seed) => {
      const store = openTestStore();
      try {
        const world = putWorld(store, seed);
        const rows = worldRows(store);
        for (let turn = 0; turn < 8; turn += 1) {
          const drawn = randomParams(seed * 31 + turn, world);
          const params = { ...drawn, fromYear: drawn.toYear };
          const { table, value, ids } = asked(store, t7s, params);
          const cannot = params.scope.supportType !== undefined;
          expect(table.cells.flat().every((cell) => cell.value === null)).toBe(cannot);
          const counted = cannot ? [] : rows.sessions.filter((one) => inPeriod(one['visit_on'], params) && sessionFits(rows, one, params));
          expect(table.columns.map(({ key }) => key)).toEqual([...monthsOf(params), 'sum']);
          const clusters = standing(rows, params, [...new Set(counted.flatMap((one) => (one['cluster'] === null ? [] : [text(one['cluster'])])))]);
          expect(table.rows.flatMap(({ key }) => (key.startsWith('mc:') ? [key.slice(3)] : [])).sort()).toEqual(clusters);
          for (const column of [...monthsOf(params), 'sum']) {
            const inMonth = counted.filter((one) => column === 'sum' || text(one['visit_on']).startsWith(column));
            for (const [key, own] of linesOver(table)) {
              const here = inMonth.filter((one) => own === 'all' || own.includes(text(one['cluster'])));
              expect(value(key, column), `${key} ${column} ${JSON.stringify(params)}`).toBe(here.length);
              expect(here.length === 0 ? [] : ids(key, column)).toEqual(sortedIds(here));
            }
            expect(value('none', column)).toBe(inMonth.filter((one) => one['cluster'] === null).length);
          }
        }
      } finally {
        store.dispose();
      }
    });
  }, 120_000);

  it('count a joint meeting once in each line, and open as many as they say', () => {
    forSeeds('report T7-2 equals a recount', 4, (seed) => {
      const store = openTestStore();
      try {
        const world = putWorld(store, seed);
        const rows = worldRows(store);
        for (let turn = 0; turn < 8; turn += 1) {
          const drawn = randomParams(seed * 37 + turn, world);
          const params = { ...drawn, fromYear: drawn.toYear };
          const { table, value, ids } = asked(store, t7m, params);
          const cannot = ['office', 'supportType', 'coordinator', 'province'].some((kind) => kind in params.scope);
          expect(table.cells.flat().every((cell) => cell.value === null)).toBe(cannot);
          const held = cannot ? [] : heldMeetingsOf(rows, params);
          for (const column of [...monthsOf(params), 'sum']) {
            const inMonth = held.filter(({ row }) => column === 'sum' || text(row['start_on']).startsWith(column));
            for (const [key, own] of linesOver(table)) {
              const here = inMonth.filter(({ hosts }) => hosts.some((cluster) => own === 'all' || own.includes(cluster))).map(({ row }) => row);
              expect(value(key, column), `${key} ${column} ${JSON.stringify(params)}`).toBe(here.length);
              expect(here.length === 0 ? [] : ids(key, column)).toEqual(sortedIds(here));
            }
          }
        }
      } finally {
        store.dispose();
      }
    });
  }, 120_000);
});
