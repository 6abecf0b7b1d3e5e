import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { undo } from '../../../db/kernel/undo.ts';
import { write } from '../../../db/kernel/write.ts';
import { taskStates } from '../../../db/reference/choices/task.ts';
import { task } from '../../../db/tasks/fields.ts';
import { moveTask, type Move } from '../../../db/tasks/move.ts';
import { movesOf } from '../../../db/tasks/moves.ts';
import { requirements } from '../../../db/tasks/requirements.ts';
import { dateOfState, transitions, waysFrom, type StateCode } from '../../../db/tasks/workflow.ts';
import { problemsOf } from '../../support/refused.ts';
import { openTestStore, tester, type TestStore } from '../../support/store.ts';
import { day, force, fullTask, makeWorld, spoil, type World } from '../../support/task-world.ts';

let store: TestStore;
let world: World;
beforeAll(() => {
  store = openTestStore();
  world = write(store, tester, '준비', makeWorld);
});
afterAll(() => store.dispose());

const codes = taskStates.map(({ code }) => code);
const codeOf = (order: number): StateCode => codes[order - 1] ?? 'discovered';
const pairs = codes.flatMap((from) => codes.map((to): [StateCode, StateCode] => [from, to]));
const allowed = (from: StateCode, to: StateCode): boolean => transitions[from].includes(to) || (from === 'on-hold' && to === 'planning');

/** A task in `from` that lacks nothing for `to`. */
const ready = (from: StateCode, to: StateCode): string => write(store, tester, '과제', (tx) => {
  const id = fullTask(tx, world, from);
  // Solved on site means: without national money.
  if (to === 'direct-done') tx.change(task, id, { fund_national: null, fund_private_cash: null, fund_private_in_kind: null });
  return id;
});
const move = (id: string, given: Omit<Move, 'on'> & { on?: string }) => write(store, tester, '상태', (tx) => moveTask(tx, id, { on: day, reason: '사정', ...given }));
const refused = (run: () => unknown): string[] => problemsOf(run).map(({ field }) => field).sort();
const statusOf = (id: string): string | undefined => store.read.value<string>('SELECT status FROM task WHERE id = ?', [id]);

describe('the table of the workflow', () => {
  it('is that of the domain, line by line', () => {
    const printed = '1→2,15,16,17 · 2→3,15,16,17,18 · 3→4,17,18 · 4→5,6,3 · 5→7,17 · 6→3,16 · 7→8,17 · 8→9,10,12 · 9→8,10,12 · 10→11,12,8 · 11→13 · 12→13 · 13→14';
    const lines = new Map(printed.split(' · ').map((line) => line.split('→')).map(([from, to]) => [codeOf(Number(from)), (to ?? '').split(',').map((order) => codeOf(Number(order)))]));
    for (const from of codes) expect(transitions[from], from).toEqual(lines.get(from) ?? []);
  });

  it('needs a reason for each way back, but not for the end of a mid-check', () => {
    const back = pairs.filter(([from, to]) => waysFrom(from).some((way) => way.to === to && way.kind === 'back'));
    expect(back).toEqual([['under-review', 'planning'], ['rejected', 'planning'], ['final-review', 'in-progress']]);
  });

  it('names every field it asks for as a field of the task', () => {
    for (const one of requirements) for (const field of one.fields) expect(task.fields, `${one.key}: ${field}`).toHaveProperty(field);
    expect(new Set(requirements.map((one) => one.key)).size).toBe(requirements.length);
    for (const [state, field] of Object.entries(dateOfState)) expect(requirements.some((one) => one.key === `${state}.${field}`), state).toBe(true);
  });
});

const date = (to: StateCode): string | undefined => (dateOfState as Readonly<Record<string, string>>)[to];
const asked = (to: StateCode) => requirements.filter((one) => one.state === to && one.field !== 'reason');
/** The date a state stands for is filled by the move; that of 수행중 must have come as well. */
const isFilledByMove = (to: StateCode, field: string): boolean => field === date(to) && to !== 'in-progress';

it.each(pairs.filter(([from, to]) => !allowed(from, to)))('%s → %s is refused, and not offered', (from, to) => {
  const id = ready(from, to);
  expect(refused(() => move(id, { to }))).toEqual(['status']);
  expect(statusOf(id)).toBe(from);
  expect(movesOf(store.read, id, day, tester.number).map((one) => one.to)).not.toContain(to);
});

describe.each(pairs.filter(([from, to]) => allowed(from, to)))('%s → %s', (from, to) => {
  it('is made when nothing is missing, and undone as one step', () => {
    const id = ready(from, to);
    expect(movesOf(store.read, id, day, tester.number).find((one) => one.to === to)?.missing).toEqual([]);
    const before = store.read.get('SELECT * FROM task WHERE id = ?', [id]);
    move(id, { to });
    expect(statusOf(id)).toBe(to);
    expect(store.read.value('SELECT to_status FROM task_step WHERE task = ? AND _del = 0 ORDER BY depth DESC LIMIT 1', [id])).toBe(to);
    undo(store, tester, store.read.value<number>('SELECT max(id) FROM action') ?? 0);
    const clean = (row: unknown) => Object.fromEntries(Object.entries(Object(row) as Record<string, unknown>).filter(([name]) => name in task.fields));
    expect(clean(store.read.get('SELECT * FROM task WHERE id = ?', [id]))).toEqual(clean(before));
    expect(store.read.value('SELECT to_status FROM task_step WHERE task = ? AND _del = 0 ORDER BY depth DESC LIMIT 1', [id])).toBe(from);
  });

  it.each(asked(to).filter((one) => isFilledByMove(to, one.field)).map((one) => [one.key, one] as const))('fills %s with its own day', (_key, one) => {
    const id = ready(from, to);
    const on = store.read.value<string>(`SELECT ${one.field} FROM task WHERE id = ?`, [id]) ?? day;
    write(store, tester, '빼기', (tx) => spoil(tx, world, id, one));
    move(id, { to, on });
    expect(store.read.value(`SELECT ${one.field} FROM task WHERE id = ?`, [id])).toBe(on);
  });

  it.each(asked(to).filter((one) => !isFilledByMove(to, one.field)).map((one) => [one.key, one] as const))('without %s is refused for exactly that', (_key, one) => {
    const id = ready(from, to);
    write(store, tester, '빼기', (tx) => spoil(tx, world, id, one));
    expect(movesOf(store.read, id, day, 0).find((offered) => offered.to === to)?.missing.map(({ field }) => field)).toEqual([one.field]);
    expect(refused(() => move(id, { to }))).toEqual([one.field]);
    expect(statusOf(id)).toBe(from);
  });

  it('asks for a reason where the declaration says so, and only there', () => {
    const id = ready(from, to);
    const needs = requirements.some((one) => one.key === `${to}.reason`) || waysFrom(from).some((way) => way.to === to && way.kind === 'back');
    expect(movesOf(store.read, id, day, 0).find((one) => one.to === to)?.needsReason).toBe(needs);
    expect(refused(() => move(id, { to, reason: '  ' }))).toEqual(needs ? ['reason'] : []);
  });

  it('names everything at once when everything is missing', () => {
    const id = ready(from, to);
    const open = asked(to).filter((one) => one.field !== date(to) && !['received.task_no', 'agreed.granted', 'direct-done.fund_national', 'completed.final_grade'].includes(one.key));
    write(store, tester, '빼기', (tx) => { for (const one of open) spoil(tx, world, id, one); });
    expect(refused(() => move(id, { to, reason: '사정' }))).toEqual(expect.arrayContaining(open.map(({ field }) => field).sort()));
  });
});

describe('what a move fills', () => {
  it('is typed in the same step as `values`, and the status cannot be', () => {
    const id = ready('received', 'planning');
    write(store, tester, '빼기', (tx) => tx.change(task, id, { coordinator: null, plan_goal: null }));
    expect(refused(() => move(id, { to: 'planning', values: { coordinator: world.coordinator } }))).toEqual(['plan_goal']);
    move(id, { to: 'planning', values: { coordinator: world.coordinator, plan_goal: '수명 2배' } });
    expect(store.read.get('SELECT status, coordinator, plan_goal FROM task WHERE id = ?', [id])).toEqual({ status: 'planning', coordinator: world.coordinator, plan_goal: '수명 2배' });
    expect(refused(() => move(id, { to: 'under-review', values: { held_from: 'received' } }))).toEqual(['held_from']);
  });

  it('keeps the first date when a state is entered again; the step has the new day', () => {
    const id = ready('under-review', 'rejected');
    write(store, tester, '빼기', (tx) => tx.change(task, id, { decided_on: null, agreed_on: null, start_on: null, end_on: null }));
    move(id, { to: 'rejected', on: '2013-07-05' });
    move(id, { to: 'planning', on: '2013-08-01' });
    move(id, { to: 'under-review', on: '2013-09-01' });
    move(id, { to: 'selected', on: '2013-10-01' });
    expect(store.read.get('SELECT decided_on, employees_at_decision FROM task WHERE id = ?', [id])).toEqual({ decided_on: '2013-07-05', employees_at_decision: 42 });
    expect(store.read.column('SELECT on_date FROM task_step WHERE task = ? AND to_status = ?', [id, 'selected'])).toEqual(['2013-10-01']);
  });

  it('is a new mid-check each time, and a 보완 needs a reason on the way back', () => {
    const id = ready('in-progress', 'mid-check');
    move(id, { to: 'mid-check' });
    expect(refused(() => move(id, { to: 'in-progress', reason: null }))).toEqual([]);
    expect(refused(() => move(id, { to: 'mid-check' }))).toEqual(['mid_check']);
  });
});

it('a failing grade does not complete a task', () => {
  const id = ready('final-review', 'completed');
  for (const final_grade of ['failure', 'very-poor']) expect(refused(() => move(id, { to: 'completed', values: { final_grade } }))).toEqual(['final_grade']);
  move(id, { to: 'completed', values: { final_grade: 'sincere' } });
});

it('force is for tests: it leaves the step that a move would', () => {
  const id = ready('discovered', 'received');
  write(store, tester, '놓기', (tx) => force(tx, id, 'planning'));
  expect(statusOf(id)).toBe('planning');
});
