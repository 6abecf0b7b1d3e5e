import { afterAll, beforeAll, expect, test } from 'vitest';
import { actionList } from '../../../db/actions/list.ts';
import type { Cell } from '../../../db/kernel/field.ts';
import type { Filter } from '../../../db/kernel/list-types.ts';
import { sessionList } from '../../../db/sessions/list.ts';
import { taskList } from '../../../db/tasks/list.ts';
import { openStates } from '../../../db/work/choices.ts';
import { actionsSql, readWorkload, sessionsSql, tasksSql } from '../../../db/work/workload.ts';
import { forSeeds } from '../../property/seeds.ts';
import { openTestStore, type TestStore } from '../../support/store.ts';
import { dayAt, listed, planOf, putWork, today } from './random-work.ts';

let store: TestStore;
beforeAll(() => { store = openTestStore(); putWork(store, 3, 200); });
afterAll(() => store.dispose());

const open: Filter = { op: 'in', values: [...openStates] };
const between = (from: string | null, to: string | null): Filter => ({ op: 'range', from, to });
const whose = (person: string | null): Filter => (person === null ? { op: 'empty' } : { op: 'equals', value: person });

test('every number is that of the list it opens, and of a plain recount', () => {
  forSeeds('workload equals lists and recount', 4, (seed) => {
    const own = openTestStore();
    try {
      putWork(own, seed);
      const { lines } = readWorkload(own.read, { quick: null, filter: {} }, today);
      const tasks = own.read.all<Record<string, Cell>>('SELECT coordinator, status, end_on, total_cost FROM task WHERE _del = 0');
      const sessions = own.read.all<{ coordinator: string; visit_on: string }>('SELECT coordinator, visit_on FROM session WHERE _del = 0');
      const actions = own.read.all<{ owner: string | null; due_on: string | null; status: string }>('SELECT owner, due_on, status FROM action_item WHERE _del = 0');
      for (const line of lines) {
        const hers = tasks.filter((one) => one['coordinator'] === line.person && openStates.includes(String(one['status'])));
        const waiting = actions.filter((one) => one.owner === line.person && one.status !== 'done' && one.status !== 'cancelled');
        const visits = sessions.filter((one) => one.coordinator === line.person && one.visit_on <= today);
        expect(line).toMatchObject({
          open: hers.length, money: hers.reduce((sum, one) => sum + Number(one['total_cost'] ?? 0), 0),
          dueSoon: hers.filter((one) => one['end_on'] !== null && String(one['end_on']) >= today && String(one['end_on']) <= dayAt(30)).length,
          late: hers.filter((one) => one['end_on'] !== null && String(one['end_on']) < today).length,
          sessions30: visits.filter((one) => one.visit_on > dayAt(-30)).length, sessions90: visits.filter((one) => one.visit_on > dayAt(-90)).length,
          actions: waiting.filter((one) => one.due_on === null || one.due_on >= today).length, actionsLate: waiting.filter((one) => one.due_on !== null && one.due_on < today).length,
        });
        const coordinator = whose(line.person);
        expect(line.open).toBe(listed(own, taskList, { coordinator, status: open }));
        for (const state of openStates) expect(line.states[state] ?? 0).toBe(listed(own, taskList, { coordinator, status: { op: 'in', values: [state] } }));
        expect(line.dueSoon).toBe(listed(own, taskList, { coordinator, status: open, end_on: between(today, dayAt(30)) }));
        expect(line.late).toBe(listed(own, taskList, { coordinator, status: open, end_on: between(null, dayAt(-1)) }));
        expect(line.sessions90).toBe(listed(own, sessionList, { coordinator, visit_on: between(dayAt(-89), today) }));
        expect(line.actionsLate).toBe(listed(own, actionList, { owner: whose(line.person), is_open: { op: 'equals', value: 1 }, due_on: between(null, dayAt(-1)) }));
      }
      expect(lines.reduce((sum, line) => sum + line.open, 0)).toBe(listed(own, taskList, { status: open }));
    } finally {
      own.dispose();
    }
  });
}, 60_000);

test('a coordinator without anything in hand is there, a mere expert is not, and the fullest comes first', () => {
  const empty = openTestStore();
  try {
    putWork(empty, 5, 0);
    expect(readWorkload(empty.read, { quick: null, filter: {} }, today).lines.map((line) => [line.name, line.open])).toEqual([['김가람', 0], ['이나래', 0], ['최마루', 0]]);
  } finally {
    empty.dispose();
  }
  const numbers = readWorkload(store.read, { quick: null, filter: {} }, today).lines.map((line) => line.open);
  expect(numbers).toEqual(numbers.toSorted((a, b) => b - a));
});

test('a scope narrows the tasks and leaves sessions and follow-ups', () => {
  const of = (filter: Record<string, Filter>) => readWorkload(store.read, { quick: null, filter }, today).lines;
  const sum = (lines: ReturnType<typeof of>, what: 'open' | 'sessions90' | 'actions') => lines.reduce((total, line) => total + line[what], 0);
  const office: Record<string, Filter> = { office: { op: 'equals', value: '창원' } };
  expect(sum(of(office), 'open')).toBe(listed(store, taskList, { ...office, status: open }));
  expect(sum(of(office), 'open')).toBeLessThan(sum(of({}), 'open'));
  expect(sum(of(office), 'sessions90')).toBe(sum(of({}), 'sessions90'));
});

test('sessions come by the index on the day, tasks by that on the state, follow-ups by that on the owner', () => {
  expect(planOf(store, sessionsSql, [dayAt(-29), dayAt(-89), today])).toMatch(/SEARCH session USING COVERING INDEX session_visit_on/);
  expect(planOf(store, tasksSql({ quick: null, filter: {} }), [today, dayAt(30), today])).toMatch(/SEARCH t USING INDEX task_status/);
  expect(planOf(store, actionsSql, [today, today])).toMatch(/USING INDEX action_item_owner_due_on/);
});
