/** A task with everything a state could ask for, and the ways to take single things away. */
import { miniCluster } from '../../db/clusters/fields.ts';
import { committee } from '../../db/evaluations/fields.ts';
import type { Cell } from '../../db/kernel/field.ts';
import { relationId } from '../../db/kernel/id.ts';
import type { Tx } from '../../db/kernel/write.ts';
import { organisation } from '../../db/organisations/fields.ts';
import { midCheck, output, performance } from '../../db/outcomes/fields.ts';
import { person } from '../../db/people/fields.ts';
import { supportRule } from '../../db/program/fields.ts';
import { session } from '../../db/sessions/fields.ts';
import { createTask, type TaskValues } from '../../db/tasks/create.ts';
import { participant, task, taskStep } from '../../db/tasks/fields.ts';
import type { Requirement } from '../../db/tasks/requirements.ts';

/** Day on which the tasks of this world move; their program year is 2013. */
export const day = '2013-11-01';

export type World = { firm: string; university: string; cluster: string; coordinator: string; lead: string; session: string; committee: string };

/** Support type of this world: two bodies together, no limits of money. */
export const jointType = 'world-joint';

export const makeWorld = (tx: Tx): World => {
  const firm = tx.create(organisation, { name: '(주)한빛정밀', kind: 'firm', employees: 42 });
  const coordinator = tx.create(person, { name: '김코디', roles: 'coordinator' });
  tx.create(supportRule, { code: jointType, name: '공동 과제', valid_from: '2000-01-01', is_money: 1, joint_min: 2, joint_of: 'bodies' });
  return {
    firm, coordinator,
    university: tx.create(organisation, { name: '한국대학교', kind: 'university' }),
    cluster: tx.create(miniCluster, { name: '정밀금형', hub: '창원', kind: 'general', founded_on: '2006-01-01' }),
    lead: tx.create(person, { name: '박수석', roles: 'lead-coordinator' }),
    session: tx.create(session, { organisation: firm, coordinator, visit_on: '2013-05-02', mode: 'phone', status: 'draft' }),
    committee: tx.create(committee, { name: '2013년 2차 평가', kind: 'regional', held_on: '2013-07-05', status: 'closed' }),
  };
};

/** What the task holds when nothing is missing: dates in order, money within every limit. */
export const fullValues = (world: World): Partial<TaskValues> => ({
  received_by: world.coordinator, received_on: '2013-05-10', support_type: jointType, cluster: world.cluster, coordinator: world.coordinator, plan_goal: '수명 2배', planned_cost: 40_000_000,
  planned_on: '2013-06-10', plan_doc: '계획서 1호', route: 'committee', fund_national: 30_000_000, fund_local: null, fund_private_cash: 5_000_000, fund_private_in_kind: 5_000_000,
  decided_on: '2013-07-05', committee: world.committee, granted: 30_000_000, conditions: '없음', agreement_no: '2013-01', agreed_on: '2013-07-20', start_on: '2013-08-01', end_on: '2014-07-31',
  final_report_on: '2013-10-01', final_grade: 'ordinary', completed_on: '2013-10-20', returned: 0, settled_on: '2013-10-31', settled_amount: 39_000_000, unused_returned: 1_000_000,
  solved_session: world.session, referred_to: world.university, referred_on: '2013-10-01', referral_outcome: '접수됨', withdrawn_on: '2013-10-01', review_on: '2014-01-10',
});

let numbers = 0;

/** A task in 발굴 with only what that asks for. */
export const newTask = (tx: Tx, world: World, values: Partial<TaskValues> = {}): string =>
  createTask(tx, { title: '금형 수명 개선', lead_org: world.firm, found_on: '2013-05-02', field: 'rnd', cluster: null, ...values });

/** Puts a task into a state with its step, whatever the workflow says: the past of a record that came from elsewhere. */
export const force = (tx: Tx, id: string, to: string, on: string = day): void => {
  const from = tx.read.value<string>('SELECT status FROM task WHERE id = ?', [id]) ?? null;
  if (from === to) return;
  tx.change(task, id, { status: to, ...(to === 'on-hold' ? { held_from: from } : {}) });
  tx.create(taskStep, { task: id, from_status: from, to_status: to, on_date: on, depth: tx.read.value<number>('SELECT status_n FROM task WHERE id = ?', [id]) ?? null });
};

/** Records beside the task: participant, mid-check, output, results of every follow-up year. */
export const addAround = (tx: Tx, world: World, id: string): void => {
  tx.create(participant, { task: id, organisation: world.university, role: 'partner' }, relationId('participant', id, world.university));
  tx.create(midCheck, { task: id, on_date: '2013-09-15', checker: world.coordinator, result: 'continue' });
  tx.create(output, { task: id, kind: 'prototype', title: '시제품' });
  for (const year of [2014, 2015, 2016]) tx.create(performance, { task: id, year, sales: 0 }, relationId('performance', id, String(year)));
};

/** A task in a state, from which it can make every move that the workflow allows. */
export const fullTask = (tx: Tx, world: World, state: string): string => {
  const id = newTask(tx, world);
  numbers += 1;
  tx.change(task, id, { ...fullValues(world), task_no: `시험-${numbers}` });
  addAround(tx, world, id);
  if (state === 'on-hold') force(tx, id, 'planning');
  // One check is on record and none is in the steps: the way into 중간점검 is open.
  if (state !== 'discovered') force(tx, id, state);
  return id;
};

/** Ways to leave a requirement unmet that emptying its fields does not bring about. */
const special: Readonly<Record<string, (tx: Tx, id: string, world: World) => void>> = {
  'received.task_no': (tx, id, world) => { tx.change(task, newTask(tx, world), { task_no: tx.read.value<string>('SELECT task_no FROM task WHERE id = ?', [id]) ?? '' }); },
  'planning.participants': (tx, id, world) => tx.remove(participant, relationId('participant', id, world.university)),
  'under-review.support_type': (tx, id) => tx.change(task, id, { support_type: 'undecided' }),
  'agreed.granted': (tx, id) => tx.change(task, id, { fund_national: 30_000_001 }),
  'in-progress.start_on': (tx, id) => tx.change(task, id, { start_on: '2013-12-01' }),
  'mid-check.mid_check': (tx, id) => { for (const one of tx.read.column<string>('SELECT id FROM mid_check WHERE task = ?', [id])) tx.remove(midCheck, one); },
  'completed.has_no_outputs': (tx, id) => {
    for (const one of tx.read.column<string>('SELECT id FROM output WHERE task = ?', [id])) tx.remove(output, one);
    for (const one of tx.read.column<string>('SELECT id FROM performance WHERE task = ?', [id])) tx.remove(performance, one);
  },
  'closed.performance': (tx, id) => tx.remove(performance, relationId('performance', id, '2015')),
  'direct-done.fund_national': (tx, id) => tx.change(task, id, { fund_national: 1 }),
};

/** Leaves exactly this requirement unmet. */
export const spoil = (tx: Tx, world: World, id: string, { key, fields }: Requirement): void => {
  const way = special[key];
  if (way) way(tx, id, world);
  else tx.change(task, id, Object.fromEntries(fields.map((name): [string, Cell] => [name, null])));
};
