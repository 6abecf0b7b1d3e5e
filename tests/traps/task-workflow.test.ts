/** The traps of domain.md §18 that concern the life of a task, by their number. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { payment } from '../../db/funds/fields.ts';
import { relationId } from '../../db/kernel/id.ts';
import { write } from '../../db/kernel/write.ts';
import { organisation } from '../../db/organisations/fields.ts';
import { changeTask } from '../../db/tasks/change.ts';
import { createTask } from '../../db/tasks/create.ts';
import { participant, task } from '../../db/tasks/fields.ts';
import { moveTask, type Move } from '../../db/tasks/move.ts';
import { movesOf } from '../../db/tasks/moves.ts';
import { refused } from '../support/refused.ts';
import { openTestStore, tester, type TestStore } from '../support/store.ts';
import { day, fullTask, makeWorld, type World } from '../support/task-world.ts';

let store: TestStore;
let world: World;
beforeEach(() => {
  // Typed long after it happened.
  store = openTestStore({ now: () => Date.parse('2026-11-22T10:00:00') });
  world = write(store, tester, '준비', makeWorld);
});
afterEach(() => store.dispose());

const made = (state: string): string => write(store, tester, '과제', (tx) => fullTask(tx, world, state));
const move = (id: string, to: string, more: Partial<Move> = {}) => write(store, tester, '상태', (tx) => moveTask(tx, id, { to, on: day, reason: '사정', ...more }));
const row = (id: string) => store.read.get<Record<string, string | number | null>>('SELECT * FROM task WHERE id = ?', [id]);

it('trap 11: a task runs over two program years, is extended, and gives money back, all in the year it was decided in', () => {
  const id = made('in-progress');
  const year = row(id)?.['program_year'];
  write(store, tester, '연장', (tx) => changeTask(tx, id, { end_on: '2014-12-31' }));
  expect(refused(() => write(store, tester, '잘못', (tx) => changeTask(tx, id, { end_on: '2013-07-31' })))).toEqual(['end_on']);
  write(store, tester, '교부', (tx) => tx.create(payment, { task: id, paid_on: '2013-08-05', amount: 30_000_000, fund: 'national' }));
  move(id, 'stopped', { on: '2014-11-01', values: { returned: 12_000_000 } });
  move(id, 'follow-up', { on: '2014-12-20' });
  expect(row(id)).toMatchObject({ program_year: year, returned: 12_000_000, unused_returned: 1_000_000, end_on: '2014-12-31' });
});

it('trap 12: the number of employees is not known at the decision, and nobody makes one up', () => {
  const unknown = write(store, tester, '기업', (tx) => tx.create(organisation, { name: '모름정밀', kind: 'firm' }));
  const id = made('under-review');
  write(store, tester, '바꿈', (tx) => tx.change(task, id, { lead_org: unknown }));
  move(id, 'selected', { on: '2013-07-05' });
  expect(row(id)).toMatchObject({ status: 'selected', employees_at_decision: null, size_class_at_decision: null });
});

it('trap 17: the other body leaves; that is recorded, and the task cannot be agreed on alone', () => {
  const id = made('selected');
  write(store, tester, '빠짐', (tx) => tx.remove(participant, relationId('participant', id, world.university)));
  expect(row(id)?.['status']).toBe('selected');
  expect(movesOf(store.read, id, '2013-07-20').find(({ to }) => to === 'agreed')?.findings).toMatchObject([{ rule: 'R4', level: 'block', field: 'participants' }, { rule: 'R5' }]);
  expect(refused(() => move(id, 'agreed', { on: '2013-07-20' }))).toEqual(['participants']);
});

it('trap 23: a task of 2005 is typed in 2026: its days, its year, its number and its rules are those of 2005', () => {
  const id = write(store, tester, '과제', (tx) => createTask(tx, { title: '금형 수명', lead_org: world.firm, field: 'rnd', found_on: '2005-05-02', coordinator: world.coordinator, cluster: world.cluster }));
  move(id, 'received', { on: '2005-05-10', values: { support_type: 'prototype', received_by: world.coordinator } });
  expect(row(id)).toMatchObject({ program_year: 1, received_on: '2005-05-10' });
  expect(row(id)?.['task_no']).toMatch(/^01-/);
  move(id, 'planning', { on: '2005-05-20', values: { plan_goal: '수명 2배', planned_cost: 5_000_000 } });
  move(id, 'under-review', { on: '2005-06-10', values: { plan_doc: '계획서', route: 'committee', fund_national: 4_000_000, fund_private_cash: 1_000_000, fund_private_in_kind: 0 } });
  move(id, 'selected', { on: '2005-07-05', values: { committee: world.committee, granted: 4_000_000, conditions: '없음' } });
  expect(row(id)).toMatchObject({ status: 'selected', decided_on: '2005-07-05', program_year: 1 });
  expect(store.read.column('SELECT on_date FROM task_step WHERE task = ? ORDER BY depth', [id])).toEqual(['2005-05-02', '2005-05-10', '2005-05-20', '2005-06-10', '2005-07-05']);
});
