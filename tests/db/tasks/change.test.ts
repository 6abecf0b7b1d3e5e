import { afterEach, beforeEach, expect, it } from 'vitest';
import { write } from '../../../db/kernel/write.ts';
import { changeTask } from '../../../db/tasks/change.ts';
import type { TaskValues } from '../../../db/tasks/create.ts';
import { task } from '../../../db/tasks/fields.ts';
import { moveTask } from '../../../db/tasks/move.ts';
import { problemsOf } from '../../support/refused.ts';
import { openTestStore, tester, type TestStore } from '../../support/store.ts';
import { day, force, fullTask, makeWorld, newTask, type World } from '../../support/task-world.ts';

let store: TestStore;
let world: World;
beforeEach(() => {
  store = openTestStore();
  world = write(store, tester, '준비', makeWorld);
});
afterEach(() => store.dispose());

const change = (id: string, patch: Partial<TaskValues>) => write(store, tester, '수정', (tx) => changeTask(tx, id, patch));
const refused = (id: string, patch: Partial<TaskValues>): string[] => problemsOf(() => change(id, patch)).map(({ field }) => field);
/** A task that went all the way to 협약 by moves. */
const agreed = (): string => write(store, tester, '과제', (tx) => {
  const id = fullTask(tx, world, 'discovered');
  for (const to of ['received', 'planning', 'under-review', 'selected', 'agreed']) moveTask(tx, id, { to, on: day });
  return id;
});

it('keeps what the state and those before it were entered with; it may be corrected', () => {
  const id = agreed();
  for (const [field, value] of [['agreement_no', null], ['plan_doc', null], ['task_no', null], ['support_type', 'undecided'], ['fund_private_cash', null]] as const) expect(refused(id, { [field]: value }), field).toEqual([field]);
  expect(refused(id, { agreement_no: '2013-02', plan_doc: '계획서 2호', memo: null, final_grade: null })).toEqual([]);
});

it('sees what two fields say together', () => {
  const id = agreed();
  expect(refused(id, { fund_national: 30_000_001 })).toEqual(['fund_national']);
  expect(refused(id, { route: 'lead-coordinator' })).toEqual(['committee']);
  expect(refused(id, { route: 'lead-coordinator', decided_by: world.lead })).toEqual([]);
  // Local money takes the place of national money.
  expect(refused(id, { fund_national: null })).toEqual(['fund_national']);
  expect(refused(id, { fund_national: null, fund_local: 1_000_000 })).toEqual([]);
});

it('after a back-move lets go what only the later states asked for', () => {
  const id = write(store, tester, '과제', (tx) => fullTask(tx, world, 'under-review'));
  expect(refused(id, { plan_doc: null })).toEqual(['plan_doc']);
  write(store, tester, '보완', (tx) => moveTask(tx, id, { to: 'planning', on: day, reason: '보완' }));
  expect(refused(id, { plan_doc: null })).toEqual([]);
});

it('lets a record that came incomplete be mended field by field', () => {
  const id = write(store, tester, '옛 과제', (tx) => {
    const made = newTask(tx, world);
    force(tx, made, 'agreed');
    return made;
  });
  expect(refused(id, { fund_national: 5_000_000 })).toEqual([]);
  expect(refused(id, { plan_goal: '수명 2배', agreement_no: null })).toEqual([]);
});

it('gives no number twice, and writes neither the state nor what a hold keeps', () => {
  const [one, two] = [agreed(), agreed()];
  const number = store.read.value<string>('SELECT task_no FROM task WHERE id = ?', [one]) ?? '';
  expect(refused(two, { task_no: number })).toEqual(['task_no']);
  expect(refused(one, { held_from: 'received' })).toEqual(['held_from']);
  expect(() => write(store, tester, '과제', (tx) => newTask(tx, world, { task_no: number }))).toThrow('다른 과제의 번호');
  expect(store.read.value('SELECT count(*) FROM task WHERE task_no = ?', [number])).toBe(1);
});

it('keeps the size at the decision when its day is typed in the form', () => {
  const id = write(store, tester, '과제', (tx) => newTask(tx, world));
  change(id, { decided_on: '2013-07-05' });
  expect(store.read.get('SELECT employees_at_decision FROM task WHERE id = ?', [id])).toEqual({ employees_at_decision: 42 });
  write(store, tester, '다시', (tx) => tx.change(task, id, { employees_at_decision: 40 }));
  change(id, { decided_on: '2013-07-06' });
  expect(store.read.get('SELECT employees_at_decision FROM task WHERE id = ?', [id])).toEqual({ employees_at_decision: 40 });
});
