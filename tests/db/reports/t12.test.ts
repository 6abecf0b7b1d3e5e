/** T12 equals a recount: where each difficulty stands, and how long it took, with mean and median. */
import { describe, expect, it } from 'vitest';
import { medianOf } from '../../../db/reports/median.ts';
import { t12 } from '../../../db/reports/t12.ts';
import { forSeeds } from '../../property/seeds.ts';
import { openTestStore } from '../../support/store.ts';
import { putWorld, randomParams } from './random-world.ts';
import { asked, completionDay, inPeriod, rounded, sortedIds, stepDay, taskFits, text, wasStopped, worldRows, yearOf, type Row, type WorldRows } from './recount-world.ts';
import type { ReportParams } from '../../../db/reports/table-types.ts';

const intake = (one: Row): string => text(one['received_on']) || text(one['found_on']);

const standing = (rows: WorldRows, one: Row): string => {
  switch (one['status']) {
    case 'completed': return 'done';
    case 'follow-up': case 'closed': return wasStopped(rows, one) ? 'failed' : 'done';
    case 'direct-done': return 'direct';
    case 'referred': return 'referred';
    case 'withdrawn': return 'withdrawn';
    case 'on-hold': return 'held';
    case 'rejected': case 'stopped': return 'failed';
    default: return 'open';
  }
};

const settledOn = (rows: WorldRows, one: Row): string => {
  const how = standing(rows, one);
  if (how === 'done') return completionDay(rows, one);
  if (how === 'direct') return text(one['completed_on']) || stepDay(rows, one['id'], 'direct-done');
  return how === 'referred' ? text(one['referred_on']) || stepDay(rows, one['id'], 'referred') : '';
};

/** Days from intake, counted one by one on the calendar; null when nobody knows or it lies before. */
const days = (rows: WorldRows, one: Row): number | null => {
  const on = settledOn(rows, one);
  return on === '' || on < intake(one) ? null : Math.round((Date.parse(on) - Date.parse(intake(one))) / 86_400_000);
};

const inRow = (key: string, params: ReportParams) => (one: Row): boolean => {
  const [cut, code] = [key.slice(0, key.indexOf(':')), key.slice(key.indexOf(':') + 1)];
  if (key === 'all') return true;
  if (cut === 'month') return intake(one).startsWith(code);
  return cut === 'year' ? yearOf(intake(one), params) === Number(code) : text(one[cut]) === code;
};

const middle = (list: number[]): number | null => {
  const sorted = [...list].sort((one, other) => one - other);
  if (sorted.length === 0) return null;
  const half = sorted.length / 2;
  return Number.isInteger(half) ? ((sorted[half - 1] ?? 0) + (sorted[half] ?? 0)) / 2 : (sorted[Math.floor(half)] ?? 0);
};

describe('T12', () => {
  it('equals a recount on random records, cell by cell', () => {
    forSeeds('report T12 equals a recount', 6, (seed) => {
      const store = openTestStore();
      try {
        const world = putWorld(store, seed);
        const rows = worldRows(store);
        for (let turn = 0; turn < 8; turn += 1) {
          const params = randomParams(seed * 59 + turn, world);
          const { table, value, cell, ids } = asked(store, t12, params);
          const taken = rows.tasks.filter((one) => inPeriod(intake(one), params) && taskFits(rows, one, params));
          for (const { key } of table.rows) {
            const here = taken.filter(inRow(key, params));
            const where = `${key} ${JSON.stringify(params)}`;
            expect(value(key, 'taken-in'), where).toBe(here.length);
            expect(ids(key, 'taken-in'), where).toEqual(sortedIds(here));
            let added = 0;
            for (const code of ['open', 'held', 'done', 'direct', 'referred', 'failed', 'withdrawn']) {
              const standHere = here.filter((one) => standing(rows, one) === code);
              expect(value(key, code), `${where} ${code}`).toBe(standHere.length);
              expect(ids(key, code), `${where} ${code}`).toEqual(sortedIds(standHere));
              added += value(key, code);
            }
            expect(added).toBe(here.length);
            const settled = here.filter((one) => ['done', 'direct', 'referred'].includes(standing(rows, one)));
            expect(value(key, 'rate'), where).toBe(here.length === 0 ? 0 : rounded((settled.length * 100) / here.length, 1));
            const known = here.filter((one) => days(rows, one) !== null);
            const took = known.map((one) => Number(days(rows, one)));
            expect(cell(key, 'mean')?.value ?? null, where).toBe(took.length === 0 ? null : rounded(took.reduce((all, one) => all + one, 0) / took.length, 1));
            expect(cell(key, 'median')?.value ?? null, where).toBe(middle(took));
            for (const column of ['mean', 'median']) expect(ids(key, column), where).toEqual(sortedIds(known));
            const reported = (one: Row): string => text(one['final_report_on']) || completionDay(rows, one);
            const due = here.filter((one) => standing(rows, one) === 'done' && one['end_on'] !== null && reported(one) !== '');
            const inTime = due.filter((one) => reported(one) <= text(one['end_on']));
            expect(cell(key, 'on-time')?.value ?? null, where).toBe(due.length === 0 ? null : rounded((inTime.length * 100) / due.length, 1));
            expect(ids(key, 'on-time'), where).toEqual(sortedIds(inTime));
          }
          // Fields, offices and months or years each add up to the total.
          for (const cut of ['field', 'office', params.fromYear === params.toYear ? 'month' : 'year']) {
            expect(table.rows.filter(({ key }) => key.startsWith(`${cut}:`)).reduce((all, { key }) => all + value(key, 'taken-in'), 0), cut).toBe(value('all', 'taken-in'));
          }
        }
      } finally {
        store.dispose();
      }
    });
  }, 120_000);
});

describe('the median', () => {
  it('is the middle of an odd number, half way between the two of an even one, and none of nothing', () => {
    const of = (...values: number[]): number | null => medianOf(new Map(values.map((value) => [value, values.filter((one) => one === value).length])));
    expect([of(3, 1, 2), of(1, 2, 3, 10), of(0, 0, 0, 9), of(5), of()]).toEqual([2, 2.5, 0, 5, null]);
  });
});
