import { afterAll, beforeAll, expect, test } from 'vitest';
import { taskList } from '../../../db/tasks/list.ts';
import { taskStates } from '../../../db/reference/choices/task.ts';
import { cardsSql, countsSql, readBoard } from '../../../db/work/board.ts';
import type { Scope } from '../../../db/work/work-types.ts';
import { forSeeds } from '../../property/seeds.ts';
import { openTestStore, testApplication, type TestStore } from '../../support/store.ts';
import { listed, planOf, putWork } from './random-work.ts';

let store: TestStore;
beforeAll(() => { store = openTestStore(); putWork(store, 7, 400); });
afterAll(() => store.dispose());

const states = taskStates.map((one) => one.code);
const all = states.map((state) => ({ state, limit: 1000 }));

test('every count of the board is the count of the list under the same conditions, and all cards are there', () => {
  forSeeds('board counts equal list counts', 4, (seed) => {
    const own = openTestStore();
    try {
      const { people, clusters } = putWork(own, seed);
      const scopes: Scope[] = [
        { quick: null, filter: {} }, { quick: '사출 수명', filter: {} }, { quick: 'ㅎㅂㅈㅁ', filter: {} },
        { quick: null, filter: { coordinator: { op: 'equals', value: people[0] ?? '' } } }, { quick: '용접', filter: { coordinator: { op: 'empty' } } },
        { quick: null, filter: { office: { op: 'equals', value: '창원' }, program_year: { op: 'in', values: [21, 22] } } },
        { quick: null, filter: { cluster: { op: 'equals', value: clusters[1] ?? '' }, end_on: { op: 'range', from: '2026-01-01', to: null } } },
      ];
      for (const scope of scopes) {
        const board = readBoard(own.read, { ...scope, columns: all });
        for (const state of states) {
          expect(board.counts[state]).toBe(listed(own, taskList, { ...scope.filter, status: { op: 'equals', value: state } }, scope.quick));
          expect(board.cards[state]?.length).toBe(board.counts[state]);
        }
        expect(board.total).toBe(listed(own, taskList, scope.filter, scope.quick));
      }
    } finally {
      own.dispose();
    }
  });
}, 60_000);

test('a column gives as many cards as asked for, those with the nearest end first, and only of its state', () => {
  const { cards, counts } = readBoard(store.read, { quick: null, filter: {}, columns: [{ state: 'in-progress', limit: 5 }, { state: 'on-hold', limit: 500 }] });
  expect(Object.keys(cards)).toEqual(['in-progress', 'on-hold']);
  expect(cards['in-progress']).toHaveLength(5);
  expect(counts['in-progress']).toBeGreaterThan(5);
  expect(cards['in-progress']?.every((card) => card.status === 'in-progress')).toBe(true);
  const days = cards['in-progress']?.map((card) => card.dueOn ?? '9999') ?? [];
  expect(days).toEqual(days.toSorted());
  const whole = readBoard(store.read, { quick: null, filter: {}, columns: [{ state: 'in-progress', limit: 1000 }] }).cards['in-progress'] ?? [];
  expect(whole.slice(0, 5)).toEqual(cards['in-progress']);
});

test('a task on hold waits for its review, a settled one for nothing', () => {
  const { cards } = readBoard(store.read, { quick: null, filter: {}, columns: all });
  const held = store.read.all<{ id: string; review_on: string | null; end_on: string | null }>("SELECT id, review_on, end_on FROM task WHERE status = 'on-hold' AND _del = 0");
  for (const { id, review_on, end_on } of held) expect(cards['on-hold']?.find((card) => card.id === id)?.dueOn).toBe(review_on ?? end_on);
  expect(cards['completed']?.every((card) => card.dueOn === null)).toBe(true);
});

test('cards come by the index on the state, a coordinator by theirs', () => {
  const cards = cardsSql({ quick: null, filter: {} }, 'in-progress', 50);
  expect(planOf(store, cards.sql, cards.parameters)).toMatch(/SEARCH t USING INDEX task_waiting/);
  const done = cardsSql({ quick: null, filter: {} }, 'completed', 50);
  expect(planOf(store, done.sql, done.parameters)).toMatch(/SEARCH t USING INDEX task_settled/);
  expect(planOf(store, done.sql, done.parameters)).not.toContain('TEMP B-TREE');
  const mine = countsSql({ quick: null, filter: { coordinator: { op: 'equals', value: 'p' } } });
  expect(planOf(store, mine.sql, mine.parameters)).toMatch(/SEARCH t USING INDEX task_(coordinator|open)/);
  const counts = countsSql({ quick: null, filter: {} });
  expect(planOf(store, counts.sql, counts.parameters)).toMatch(/USING COVERING INDEX task_status/);
});

test('over the wire: a condition the list does not have is refused', async () => {
  const application = await testApplication();
  try {
    const board = await application.call<{ counts: Record<string, number> }>('query', 'work.board', { quick: null, filter: {}, columns: [{ state: 'received', limit: 50 }] });
    expect(board.counts['received']).toBe(0);
    await expect(application.call('query', 'work.board', { quick: null, filter: { no_such: { op: 'filled' } }, columns: [] })).rejects.toMatchObject({ data: { refusal: { code: 'invalid', details: [{ field: 'filter' }] } } });
  } finally {
    await application.dispose();
  }
});
