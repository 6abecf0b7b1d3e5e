import { afterEach, beforeEach, expect, test } from 'vitest';
import { decideSmall, smallTaskBelow, type SmallDecision } from '../../../db/evaluations/decide-small.ts';
import { evaluationsOfTask } from '../../../db/evaluations/of-task.ts';
import { lastAction, undo } from '../../../db/kernel/undo.ts';
import { write, type Tx } from '../../../db/kernel/write.ts';
import { person } from '../../../db/people/fields.ts';
import { session } from '../../../db/sessions/fields.ts';
import { task } from '../../../db/tasks/fields.ts';
import { expectRefusal, refusalOf } from '../../support/refused.ts';
import { openTestStore, tester, type TestStore } from '../../support/store.ts';
import { aPerson } from '../clusters/people.ts';
import { aTask, join } from './a-committee.ts';

let store: TestStore;
let small: string;
let lead: string;
const doing = <T>(fn: (tx: Tx) => T): T => write(store, tester, '시험', fn);
const deciding = (more: Partial<SmallDecision> = {}): void =>
  doing((tx) => decideSmall(tx, { task: small, person: lead, decision: 'selected', on: '2008-09-01', opinion: '바로 도울 만함', amount: 5_000_000, conditions: '없음', ...more }));

/** 2008: tasks under 10 million won are settled by the lead coordinator. */
const of2008 = { found_on: '2008-05-01', received_on: '2008-05-10', planned_on: '2008-06-30', program_year: 4, support_type: 'prototype', route: 'lead-coordinator', fund_national: 5_000_000, fund_private_cash: 500_000, fund_private_in_kind: 500_000, planned_cost: 6_000_000 } as const;

beforeEach(() => {
  store = openTestStore();
  [small, lead] = doing((tx) => [aTask(tx, '소액', of2008), tx.create(person, { name: '박수석', roles: 'coordinator,lead-coordinator' })]);
});
afterEach(() => store.dispose());

test('the lead coordinator selects a small task; undo takes it back', () => {
  deciding();
  expect(store.read.get('SELECT status, decided_by, committee, granted, conditions, decided_on FROM task WHERE id = ?', [small])).toEqual(
    { status: 'selected', decided_by: lead, committee: null, granted: 5_000_000, conditions: '없음', decided_on: '2008-09-01' });
  expect(evaluationsOfTask(store.read, small)).toMatchObject({ meetings: [], small: { name: '박수석', on: '2008-09-01', granted: 5_000_000, opinion: '바로 도울 만함' } });
  undo(store, tester, lastAction(store));
  expect(store.read.get('SELECT status, decided_by, granted FROM task WHERE id = ?', [small])).toEqual({ status: 'under-review', decided_by: null, granted: null });
});

test('a small task is rejected with the opinion as its reason', () => {
  deciding({ decision: 'rejected', opinion: '다른 사업이 낫다', amount: null, conditions: null });
  expect(store.read.value('SELECT reason FROM task_step WHERE task = ? ORDER BY n DESC LIMIT 1', [small])).toBe('다른 사업이 낫다');
});

test('a small task solved on the spot names the session', () => {
  doing((tx) => tx.change(task, small, { fund_national: null, fund_private_cash: null, fund_private_in_kind: null, status: 'received' }));
  expectRefusal(refusalOf(() => deciding({ decision: 'direct-done' })), 'solved_session');
  const visit = doing((tx) => tx.create(session, { visit_on: '2008-08-20', organisation: tx.read.value<string>('SELECT lead_org FROM task WHERE id = ?', [small]) ?? '', coordinator: lead, mode: 'phone', status: 'draft', summary: '공정 조건을 바꾸어 해결' }));
  deciding({ decision: 'direct-done', solvedSession: visit });
  expect(store.read.get('SELECT status, decided_by, completed_on, solved_session FROM task WHERE id = ?', [small])).toEqual({ status: 'direct-done', decided_by: lead, completed_on: '2008-09-01', solved_session: visit });
});

test('the threshold is below, not at, and there is none in 2012', () => {
  expect(smallTaskBelow(store.read, small, '2008-09-01')).toBe(10_000_000);
  expectRefusal(refusalOf(() => deciding({ amount: 10_000_000 })), 'amount', /1,000만원 미만/);
  const late = doing((tx) => aTask(tx, '2012년', { route: 'lead-coordinator' }));
  expect(smallTaskBelow(store.read, late, '2012-09-01')).toBeNull();
  expectRefusal(refusalOf(() => deciding({ task: late, on: '2012-09-01' })), 'route', /소액 경로가 없습니다/);
});

test('who decides must be a lead coordinator from outside the bodies of the task; opinion, amount and conditions are named', () => {
  const other = doing((tx) => aPerson(tx, '그냥 코디'));
  expectRefusal(refusalOf(() => deciding({ person: other })), 'person', /수석코디네이터가 아닙니다/);
  const error = refusalOf(() => deciding({ opinion: ' ', amount: null, conditions: '' }));
  for (const field of ['opinion', 'amount', 'conditions']) expectRefusal(error, field);
  doing((tx) => tx.change(person, lead, { organisation: tx.read.value<string>('SELECT lead_org FROM task WHERE id = ?', [small]) ?? null }));
  expectRefusal(refusalOf(() => deciding()), 'person', /주관기업입니다/);
  const committeeTask = doing((tx) => aTask(tx, '위원회 과제'));
  expectRefusal(refusalOf(() => deciding({ task: committeeTask })), 'route', /소액\)인 과제만/);
});

test('a lead coordinator may coordinate the task, but not be the contact of a participant', () => {
  doing((tx) => tx.change(task, small, { coordinator: lead }));
  const mate = doing((tx) => tx.read.value<string>('SELECT organisation FROM participant WHERE task = ?', [small]) ?? '');
  doing((tx) => join(tx, small, mate, lead));
  expectRefusal(refusalOf(() => deciding()), 'person', /담당자입니다/);
});
