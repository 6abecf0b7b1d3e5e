/** Pipeline, trend, size, type and region equal a recount with plain loops, and each number opens the records it counts. */
import { describe, expect, it } from 'vitest';
import { cards } from '../../../db/dashboard/cards.ts';
import { pipeline } from '../../../db/dashboard/pipeline.ts';
import { region } from '../../../db/dashboard/region.ts';
import { size } from '../../../db/dashboard/size.ts';
import { stages } from '../../../db/dashboard/stages.ts';
import { monthsBetween, trend } from '../../../db/dashboard/trend.ts';
import { type } from '../../../db/dashboard/type.ts';
import { taskStates } from '../../../db/reference/choices/task.ts';
import type { ReportParams, ReportScope } from '../../../db/reports/table-types.ts';
import { forSeeds } from '../../property/seeds.ts';
import { openTestStore, type TestStore } from '../../support/store.ts';
import { recountTasks } from '../reports/recount-tasks.ts';
import { expectCells, expectedOf, valueAt } from './recount.ts';
import { putWorld, rowsOf, type Row } from './world.ts';

const whole: ReportParams = { asOf: '2012-06-15', fromYear: 2008, toYear: 2011, yearKind: 'calendar', scope: {}, dataAsOf: null };
const several = (seed: number): ReportParams[] => [
  whole, { ...whole, yearKind: 'program', fromYear: 2009, toYear: 2010, asOf: '2011-02-28' }, { ...whole, scope: { office: '창원' } as ReportScope }, { ...whole, fromYear: 2007 + (seed % 5), toYear: 2007 + (seed % 5) },
];

/** What a task is, by the printed rules. */
type Known = { row: Row; found: boolean; supported: boolean; completed: boolean };
const known = (store: TestStore, params: ReportParams): { all: Known[]; of: (id: string) => Row } => {
  const counted = recountTasks(store, params);
  const [found, supported, completed] = [counted.found, counted.supported, counted.completed].map((list) => new Set(list.map((one) => one.id)));
  const all = rowsOf(store, 'task').filter((row) => params.scope.office === undefined || row['office'] === params.scope.office)
    .map((row) => ({ row, found: found?.has(row.id) === true, supported: supported?.has(row.id) === true, completed: completed?.has(row.id) === true }));
  return { all, of: (id) => all.find((one) => one.row.id === id)?.row ?? { id } };
};

const withWorld = (name: string, check: (store: TestStore, params: ReportParams) => void): void => {
  forSeeds(name, 2, (seed) => {
    const store = openTestStore();
    try {
      putWorld(store, seed);
      for (const params of several(seed)) check(store, params);
    } finally {
      store.dispose();
    }
  });
};

describe('cards of the dashboard', () => {
  it('pipeline', () => {
    withWorld('dashboard pipeline equals a recount', (store, params) => {
      const tasks = known(store, params).all.filter((one) => one.found).map(({ row }) => row);
      const table = expectCells(store, pipeline, params, ['tasks'], expectedOf(tasks.flatMap((row) => {
        const stage = stages.find((one) => one.states.some((state) => state === row['status']));
        const keys = ['all', stage?.key ?? 'nowhere', ...((stage?.states.length ?? 0) > 1 ? [`${stage?.key}.${row['status']}`] : [])];
        return keys.map((key) => [`${key}~tasks`, [row.id]] as const);
      })));
      expect(table.isEmpty).toBe(tasks.length === 0);
    });
  }, 120_000);

  it('every state stands in exactly one stage', () => {
    expect(stages.flatMap((stage) => [...stage.states]).toSorted()).toEqual(taskStates.map((state) => state.code).toSorted());
  });

  it('trend', () => {
    withWorld('dashboard trend equals a recount', (store, params) => {
      const byMonth = params.toYear - params.fromYear < 3;
      const program = params.yearKind === 'program';
      const rowKey = (day: string): string => (byMonth ? day.slice(0, 7) : String(Number(day.slice(0, 4)) - (program && day.slice(5, 7) < '04' ? 1 : 0)));
      const steps = rowsOf(store, 'task_step');
      const done = (row: Row): string => String(row['completed_on'] ?? steps.filter((step) => step['task'] === row.id && step['to_status'] === 'completed').map((step) => String(step['on_date'])).toSorted().at(-1));
      expectCells(store, trend, params, ['found', 'supported', 'completed'], expectedOf(known(store, params).all.flatMap(({ row, found, supported, completed }) => [
        ...(found ? [rowKey(String(row['found_on'])), 'all'].map((key) => [`${key}~found`, [row.id]] as const) : []),
        ...(supported ? [rowKey(String(row['decided_on'])), 'all'].map((key) => [`${key}~supported`, [row.id]] as const) : []),
        ...(completed ? [rowKey(done(row)), 'all'].map((key) => [`${key}~completed`, [row.id]] as const) : []),
      ])));
    });
  }, 120_000);

  it('months between two days', () => {
    expect(monthsBetween('2010-11-05', '2011-02-01')).toEqual(['2010-11', '2010-12', '2011-01', '2011-02']);
    expect(monthsBetween('2011-02-02', '2011-01-31')).toEqual([]);
  });

  it('size', () => {
    const bandOf = (employees: number | string | null | undefined): string => (employees === null || employees === undefined ? 'unknown' : Number(employees) <= 9 ? 'under-10' : Number(employees) <= 50 ? '10-50' : Number(employees) <= 100 ? '51-100' : Number(employees) <= 300 ? '101-300' : 'over-300');
    withWorld('dashboard size equals a recount', (store, params) => {
      const tasks = known(store, params).all.filter((one) => one.supported).map(({ row }) => row);
      const table = expectCells(store, size, params, ['tasks'], expectedOf(tasks.flatMap((row) => [bandOf(row['employees_at_decision']), 'all'].map((key) => [`${key}~tasks`, [row.id]] as const))));
      for (const row of table.rows) expect(Math.abs(Number(valueAt(table, row.key, 'share') ?? 0) - (Number(valueAt(table, row.key, 'tasks')) / Math.max(1, tasks.length)) * 100)).toBeLessThanOrEqual(0.0500001);
    });
  }, 120_000);

  it('type, most first', () => {
    withWorld('dashboard type equals a recount', (store, params) => {
      const tasks = known(store, params).all.filter((one) => one.supported).map(({ row }) => row);
      const table = expectCells(store, type, params, ['tasks'], expectedOf(tasks.flatMap((row) => [String(row['support_type'] ?? 'none'), 'all'].map((key) => [`${key}~tasks`, [row.id]] as const))));
      const numbers = table.rows.slice(0, -1).map((row) => Number(valueAt(table, row.key, 'tasks')));
      expect(numbers).toEqual(numbers.toSorted((one, other) => other - one));
    });
  }, 120_000);

  it('region', () => {
    const codes: Record<string, string> = { 경상남도: 'gyeongnam', 경남: 'gyeongnam', 강원도: 'gangwon', 강원특별자치도: 'gangwon', 전라북도: 'jeonbuk', 세종특별자치시: 'sejong' };
    withWorld('dashboard region equals a recount', (store, params) => {
      const bodies = store.read.all<Row>('SELECT * FROM organisation');
      const bodyOf = (id: unknown): Row | undefined => bodies.find((one) => one.id === id);
      const standing = (id: unknown): string => String(bodyOf(id)?.['merged_into'] ?? id);
      const placeOf = (row: Row): string => codes[String(bodyOf(row['lead_org'])?.['province'] ?? bodyOf(standing(row['lead_org']))?.['province'])] ?? 'other';
      const entries = known(store, params).all.flatMap(({ row, found, supported }) => [placeOf(row), 'all'].flatMap((key) => [
        ...(found ? [[`${key}~found-by-province`, [row.id]] as const] : []),
        ...(supported ? [[`${key}~supported-by-province`, [row.id]] as const, [`${key}~firms-by-province`, [standing(row['lead_org'])]] as const] : []),
      ]));
      expectCells(store, region, params, ['found-by-province', 'supported-by-province', 'firms-by-province'], expectedOf(entries));
    });
  }, 120_000);

  it('each says what it counts, and takes the parameters of the board', () => {
    for (const card of cards) {
      expect(card.code).toMatch(/^d-[a-z]+$/);
      for (const indicator of card.indicators) expect(`${indicator.formula}|${indicator.rule}|${indicator.source}`).not.toMatch(/^\||\|\||\|$/);
      expect(card.uses).toContain('scope');
    }
    expect(new Set(cards.map((card) => card.code)).size).toBe(cards.length);
  });
});
