import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { organisation } from '../../../db/organisations/fields.ts';
import { nextUndo, undo } from '../../../db/kernel/undo.ts';
import { write } from '../../../db/kernel/write.ts';
import { task } from '../../../db/tasks/fields.ts';
import { moveTask, moveTasks, type Move } from '../../../db/tasks/move.ts';
import { movesOf, sharedMoves } from '../../../db/tasks/moves.ts';
import { stepsOf } from '../../../db/tasks/relations.ts';
import { refusalIn } from '../../support/refused.ts';
import { openTestStore, tester, type TestStore } from '../../support/store.ts';
import { fullTask, fullValues, makeWorld, newTask, type World } from '../../support/task-world.ts';

let store: TestStore;
let world: World;
beforeEach(() => {
  store = openTestStore();
  world = write(store, tester, '준비', makeWorld);
});
afterEach(() => store.dispose());

const row = (id: string) => store.read.get<Record<string, string | number | null>>('SELECT * FROM task WHERE id = ?', [id]);
const made = (): string => write(store, tester, '과제', (tx) => newTask(tx, world));
const move = (id: string, to: string, on: string, more: Partial<Move> = {}) => write(store, tester, '상태', (tx) => moveTask(tx, id, { to, on, ...more }));
const problemsOf = (run: () => unknown) => refusalIn(run)?.details ?? [];
const received = (): Partial<Move> => ({ values: { support_type: 'undecided', cluster: world.cluster, received_by: world.coordinator } });

describe('moveTask', () => {
  it('records from, to, day and reason, and fills the date and the number of the state', () => {
    const id = made();
    move(id, 'received', '2013-05-10', received());
    move(id, 'on-hold', '2013-06-01', { reason: '기업 사정', values: { review_on: '2013-09-01' } });
    expect(row(id)).toMatchObject({ status: 'on-hold', status_n: 3, received_on: '2013-05-10', held_from: 'received' });
    expect(row(id)?.['task_no']).toMatch(/^09-.*0001$/);
    expect(stepsOf(store.read, id).map((step) => [step.from_status, step.to_status, step.on_date, step.reason])).toEqual([
      ['received', 'on-hold', '2013-06-01', '기업 사정'], ['discovered', 'received', '2013-05-10', null], [null, 'discovered', '2013-05-02', null]]);
  });

  it('a held task remembers where it came from, goes back only there, and forgets it then', () => {
    const id = made();
    move(id, 'received', '2013-05-10', received());
    move(id, 'on-hold', '2013-06-01', { values: { review_on: '2013-09-01' } });
    expect(movesOf(store.read, id, '2013-07-01').map(({ to, kind, missing }) => [to, kind, missing.length])).toEqual([['received', 'resume', 0]]);
    expect(problemsOf(() => move(id, 'planning', '2013-07-01')).map(({ field }) => field)).toEqual(['status']);
    move(id, 'received', '2013-07-01');
    expect(row(id)).toMatchObject({ status: 'received', held_from: null, received_on: '2013-05-10' });
    // The old day of review is past: holding again asks for a new one.
    expect(problemsOf(() => move(id, 'on-hold', '2013-10-01')).map(({ field }) => field)).toEqual(['review_on']);
  });

  it('keeps the employees as of the decision; the firm may grow afterwards', () => {
    const id = write(store, tester, '과제', (tx) => fullTask(tx, world, 'under-review'));
    write(store, tester, '비움', (tx) => tx.change(task, id, { decided_on: null }));
    move(id, 'rejected', '2013-07-05', { reason: '시장성 부족' });
    expect(row(id)).toMatchObject({ decided_on: '2013-07-05', employees_at_decision: 42 });
    write(store, tester, '기업', (tx) => tx.change(organisation, world.firm, { employees: 99 }));
    move(id, 'planning', '2013-08-01', { reason: '다시 기획' });
    move(id, 'under-review', '2013-09-01');
    move(id, 'selected', '2013-10-01');
    expect(row(id)).toMatchObject({ decided_on: '2013-07-05', employees_at_decision: 42 });
  });

  it('refuses the state it has, an unknown one, and dates out of order, and then changes nothing', () => {
    const id = made();
    expect(() => move(id, 'discovered', '2013-05-03')).toThrow('이미 ‘발굴’ 상태입니다');
    expect(() => move(id, 'nirvana', '2013-05-03')).toThrow('바꿀 수 없습니다');
    expect(() => move(id, 'received', '2013-05-01', received())).toThrow('접수일(2013-05-01)이 발굴일(2013-05-02)보다 빠릅니다');
    expect(stepsOf(store.read, id)).toHaveLength(1);
    expect(() => move('nobody', 'received', '2013-05-03')).toThrow('찾을 수 없습니다');
  });

  it('goes back as one step of undo: state, date, number, employees and history', () => {
    const id = made();
    const before = row(id);
    move(id, 'received', '2013-05-10', received());
    undo(store, tester, nextUndo(store, tester)?.id ?? 0, 'ask');
    for (const name of Object.keys(task.fields)) expect(row(id)?.[name], name).toBe(before?.[name]);
    expect(stepsOf(store.read, id).map((step) => step.to_status)).toEqual(['discovered']);
  });

  it('cannot be undone under a later move without being asked', () => {
    const id = made();
    move(id, 'received', '2013-05-10', received());
    const first = nextUndo(store, tester)?.id ?? 0;
    move(id, 'on-hold', '2013-06-01', { values: { review_on: '2013-09-01' } });
    expect(problemsOf(() => undo(store, tester, first, 'ask')).map(({ field }) => field)).toContain(`task.${id}.status`);
    expect(row(id)).toMatchObject({ status: 'on-hold' });
  });

  it('cannot be undone under a later move even when asked, nor can what its state needs: the last move goes first', () => {
    const id = made();
    write(store, tester, '채움', (tx) => tx.change(task, id, { cluster: world.cluster }));
    const filled = nextUndo(store, tester)?.id ?? 0;
    move(id, 'received', '2013-05-10', received());
    const first = nextUndo(store, tester)?.id ?? 0;
    expect(problemsOf(() => undo(store, tester, filled)).map(({ field }) => field)).toEqual(['cluster']);
    move(id, 'on-hold', '2013-06-01', { values: { review_on: '2013-09-01' } });
    for (const insistence of ['keep', 'all'] as const) expect(problemsOf(() => undo(store, tester, first, insistence)).map(({ field }) => field), insistence).not.toEqual([]);
    expect(row(id)).toMatchObject({ status: 'on-hold', received_on: '2013-05-10' });
    expect(stepsOf(store.read, id).map((step) => step.to_status)).toEqual(['on-hold', 'received', 'discovered']);
    undo(store, tester, nextUndo(store, tester)?.id ?? 0);
    undo(store, tester, first);
    undo(store, tester, filled);
    expect(row(id)).toMatchObject({ status: 'discovered', cluster: null, received_on: null });
  });
});

describe('the rules of the program at 심의, 선정 and 협약', () => {
  it('block a move, naming the field', () => {
    const id = write(store, tester, '과제', (tx) => fullTask(tx, world, 'planning'));
    write(store, tester, '소액', (tx) => tx.change(task, id, { route: 'lead-coordinator' }));
    const problems = problemsOf(() => move(id, 'under-review', '2013-06-10'));
    expect(problems.map(({ field }) => field)).toEqual(['route']);
    expect(movesOf(store.read, id, '2013-06-10').find(({ to }) => to === 'under-review')?.findings.filter(({ level }) => level === 'block')).toMatchObject([{ rule: 'R1', field: 'route' }]);
    move(id, 'under-review', '2013-06-10', { values: { route: 'committee' } });
  });

  it('warn of a lead firm that is no member, and let it pass', () => {
    const id = write(store, tester, '과제', (tx) => fullTask(tx, world, 'under-review'));
    expect(movesOf(store.read, id, '2013-07-05').find(({ to }) => to === 'selected')?.findings).toMatchObject([{ rule: 'R5', level: 'warn', field: 'lead_org' }]);
    move(id, 'selected', '2013-07-05');
  });

  it('a lead coordinator decides only with that role', () => {
    const id = write(store, tester, '과제', (tx) => fullTask(tx, world, 'under-review'));
    write(store, tester, '소액', (tx) => tx.change(task, id, { route: 'lead-coordinator', program_year: 4, fund_national: 4_000_000, fund_private_cash: 0, fund_private_in_kind: 0, granted: 4_000_000, committee: null }));
    const asked = (decided_by: string | null) => problemsOf(() => move(id, 'selected', '2013-07-05', { values: { decided_by } })).map(({ field }) => field);
    expect(asked(null)).toEqual(['decided_by']);
    expect(asked(world.coordinator)).toEqual(['decided_by']);
    expect(asked(world.lead)).toEqual([]);
  });
});

describe('moveTasks', () => {
  it('moves all or none, and names each task that cannot be moved', () => {
    const [whole, lacking] = [made(), made()];
    write(store, tester, '비움', (tx) => { tx.change(task, lacking, { title: '둘째 과제' }); tx.change(task, whole, { received_by: world.coordinator }); });
    const values = { support_type: 'undecided', cluster: world.cluster };
    const all = () => write(store, tester, '모두', (tx) => moveTasks(tx, [whole, lacking], { to: 'received', on: '2013-05-10', values }));
    const [named] = problemsOf(all);
    expect(named?.field).toBe(`${lacking}.received_by`);
    expect(named?.message).toContain('둘째 과제');
    expect(row(whole)).toMatchObject({ status: 'discovered' });
    write(store, tester, '채움', (tx) => tx.change(task, lacking, { received_by: world.lead, support_type: 'prototype' }));
    all();
    // What a task already holds is not overwritten, and each gets a number of its own.
    expect([row(whole)?.['support_type'], row(lacking)?.['support_type']]).toEqual(['undecided', 'prototype']);
    expect(row(whole)?.['task_no']).not.toBe(row(lacking)?.['task_no']);
  });

  it('offers what all of them can do', () => {
    const [early, late] = [made(), write(store, tester, '과제', (tx) => fullTask(tx, world, 'received'))];
    expect(sharedMoves(store.read, [early, late], '2013-11-01', 0).map(({ to, lacking }) => [to, lacking])).toEqual([['direct-done', 2], ['referred', 1], ['withdrawn', 0]]);
  });
});

it('full values break no rule of the program', () => {
  expect(Object.keys(fullValues(world))).not.toHaveLength(0);
  const id = write(store, tester, '과제', (tx) => fullTask(tx, world, 'selected'));
  expect(movesOf(store.read, id, '2013-07-20').find(({ to }) => to === 'agreed')?.findings.filter(({ level }) => level === 'block')).toEqual([]);
});
