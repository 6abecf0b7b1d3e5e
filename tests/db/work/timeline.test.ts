import { afterAll, beforeAll, expect, test } from 'vitest';
import { taskList } from '../../../db/tasks/list.ts';
import { openStates } from '../../../db/work/choices.ts';
import { readTimeline, touchingSql } from '../../../db/work/timeline.ts';
import { forSeeds } from '../../property/seeds.ts';
import { openTestStore, type TestStore } from '../../support/store.ts';
import { listed, planOf, putWork, today } from './random-work.ts';

let store: TestStore;
beforeAll(() => { store = openTestStore(); putWork(store, 11, 300); });
afterAll(() => store.dispose());

const request = { quick: null, filter: {}, from: '2026-04-01', to: '2026-09-30', group: 'coordinator' as const, limit: 5000 };
type Row = { id: string; start_on: string | null; end_on: string | null; status: string; coordinator: string | null };
const recount = (read: TestStore['read'], from: string, to: string): Row[] => read.all<Row>('SELECT id, start_on, end_on, status, coordinator FROM task WHERE _del = 0')
  .filter(({ start_on: start, end_on: end }) => (start ?? end) !== null && (start ?? end ?? '') <= to && (end ?? start ?? '') >= from);

test('it holds the tasks whose period touches the days shown, no more and no less', () => {
  forSeeds('timeline equals a plain recount', 4, (seed) => {
    const own = openTestStore();
    try {
      putWork(own, seed);
      for (const [from, to] of [['2026-04-01', '2026-09-30'], ['2026-06-15', '2026-06-15'], ['2024-01-01', '2028-12-31']] as const) {
        const found = readTimeline(own.read, { ...request, from, to }, today);
        const wanted = recount(own.read, from, to);
        expect(found.rows.map((row) => row.id).toSorted()).toEqual(wanted.map((row) => row.id).toSorted());
        expect(found.total).toBe(wanted.length);
        for (const group of found.groups) expect(group.count).toBe(wanted.filter((row) => (row.coordinator ?? null) === group.id).length);
        expect(found.groups.reduce((sum, group) => sum + group.late, 0)).toBe(wanted.filter((row) => row.end_on !== null && row.end_on < today && openStates.includes(row.status)).length);
      }
      expect(readTimeline(own.read, request, today).withoutPeriod).toBe(listed(own, taskList, { start_on: { op: 'empty' }, end_on: { op: 'empty' }, status: { op: 'in', values: [...openStates] } }));
    } finally {
      own.dispose();
    }
  });
}, 60_000);

test('groups stand together, nobody last; a page of rows keeps exact counts', () => {
  const whole = readTimeline(store.read, request, today);
  expect(whole.groups.at(-1)).toMatchObject({ id: null, name: '담당 없음' });
  expect([...new Set(whole.rows.map((row) => row.groupId))]).toEqual(whole.groups.map((group) => group.id));
  const page = readTimeline(store.read, { ...request, limit: 10 }, today);
  expect(page.rows).toEqual(whole.rows.slice(0, 10));
  expect(page.groups).toEqual(whole.groups);
  expect(readTimeline(store.read, { ...request, group: 'cluster' }, today).groups.map((group) => group.name)).toEqual(['금형 MC', '정밀기계 MC', '미니클러스터 없음']);
});

test('mid-checks of a task are marks on its row', () => {
  const { rows } = readTimeline(store.read, { ...request, from: '2020-01-01', to: '2030-12-31' }, today);
  const checks = store.read.all<{ task: string; on: string }>('SELECT m.task, m.on_date AS "on" FROM mid_check m JOIN task t ON t.id = m.task WHERE m._del = 0 AND t._del = 0 AND coalesce(t.start_on, t.end_on) IS NOT NULL');
  expect(rows.flatMap((row) => row.marks.filter((mark) => mark.kind === 'mid-check').map((mark) => `${row.id} ${mark.on}`)).toSorted()).toEqual(checks.map((check) => `${check.task} ${check.on}`).toSorted());
  expect(checks.length).toBeGreaterThan(5);
});

test('tasks come by the index on the end', () => {
  const { sql, parameters } = touchingSql({ quick: null, filter: {} }, 'coordinator', '2026-04-01', '2026-09-30');
  const plan = planOf(store, sql, parameters);
  expect(plan.match(/SEARCH t USING INDEX task_end_on/g)).toHaveLength(2);
});
