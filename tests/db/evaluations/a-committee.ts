/** An evaluation meeting with tasks that wait for it, made through the door. */
import { holdMeeting } from '../../../db/evaluations/hold.ts';
import { addTasks } from '../../../db/evaluations/agenda.ts';
import { addEvaluators } from '../../../db/evaluations/members.ts';
import { putScores } from '../../../db/evaluations/scores.ts';
import type { Tx } from '../../../db/kernel/write.ts';
import { relationId } from '../../../db/kernel/id.ts';
import { participant, task, taskStep } from '../../../db/tasks/fields.ts';
import type { TaskValues } from '../../../db/tasks/create.ts';
import { membership } from '../../../db/clusters/fields.ts';
import { aCluster, aFirm, aPerson } from '../clusters/people.ts';

export const day = '2012-08-01';

/** A task under review with everything that its states ask for; the lead firm is a member. */
export const aTask = (tx: Tx, title: string, more: Partial<TaskValues> = {}): string => {
  const firm = more.lead_org ?? aFirm(tx, `${title} 기업`);
  const cluster = aCluster(tx, `${title} MC`);
  tx.create(membership, { cluster, organisation: firm, kind: 'firm', joined_on: '2010-01-01' });
  const id = tx.create(task, {
    title, status: 'under-review', field: 'rnd', found_by: 'direct', found_on: '2012-05-01', received_on: '2012-05-10', task_no: `08-${title}`, cluster, support_type: 'product-making',
    coordinator: aPerson(tx, `${title} 코디`), plan_goal: '목표', planned_cost: 40_000_000, planned_on: '2012-06-30', plan_doc: '계획서', route: 'committee', program_year: 8,
    fund_national: 30_000_000, fund_private_cash: 5_000_000, fund_private_in_kind: 5_000_000, ...more, lead_org: firm,
  });
  tx.create(participant, { task: id, organisation: aFirm(tx, `${title} 대학`, 'university'), role: 'partner' });
  tx.create(taskStep, { task: id, to_status: 'under-review', on_date: '2012-06-30' });
  return id;
};

/** Another body in a task. */
export const join = (tx: Tx, id: string, organisation: string, person: string | null = null): void => {
  tx.create(participant, { task: id, organisation, role: 'partner', person }, relationId('participant', id, organisation));
};

export type ACommittee = { id: string; tasks: string[]; persons: string[] };

/** A meeting with so many tasks and evaluators from outside. */
export const aCommittee = (tx: Tx, tasks = 2, evaluators = 2, name = '2012 광역평가위원회'): ACommittee => {
  const id = holdMeeting(tx, { name, kind: 'regional', held_on: day });
  const made = Array.from({ length: tasks }, (_, index) => aTask(tx, `${name.slice(0, 4)}과제${index + 1}`));
  const persons = Array.from({ length: evaluators }, (_, index) => aPerson(tx, `위원${index + 1}`, aFirm(tx, `외부기관${index + 1}`, 'university')));
  if (tasks > 0) addTasks(tx, id, made);
  if (evaluators > 0) addEvaluators(tx, id, persons);
  return { id, tasks: made, persons };
};

/** Gives every evaluator's score to every task. */
export const scoreAll = (tx: Tx, { id, tasks, persons }: ACommittee, score: string | ((task: number, person: number) => string) = '80'): void =>
  putScores(tx, id, tasks.flatMap((one, row) => persons.map((person, column) => ({ task: one, person, score: typeof score === 'string' ? score : score(row, column) }))));
