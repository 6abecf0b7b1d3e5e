/** Moving a task from state to state: the state itself, the step with date and reason, and the date the state stands for. */
import { Refusal } from '../errors.ts';
import { labelOf } from '../kernel/field.ts';
import type { Tx } from '../kernel/write.ts';
import { freezeEmployees } from './decision.ts';
import { task, taskStep } from './fields.ts';

export type Move = {
  /** Code of the state to enter. */
  to: string;
  /** Day it was entered, `YYYY-MM-DD`. */
  on: string;
  reason?: string | null | undefined;
};

const dateFields = ['received_on', 'decided_on', 'agreed_on', 'start_on', 'completed_on'] as const;

/** The date of a task that a state stands for (domain.md §4, "must be filled to enter"). */
const dateOf: Readonly<Record<string, (typeof dateFields)[number]>> = {
  received: 'received_on', selected: 'decided_on', rejected: 'decided_on', agreed: 'agreed_on', 'in-progress': 'start_on', completed: 'completed_on', 'direct-done': 'completed_on',
};

type Standing = { status: string | null } & Record<(typeof dateFields)[number], string | null>;

/**
 * Moves a task and records the step. The date the new state stands for is filled when it is empty; with the decision
 * date the employees of that day are kept.
 * @throws Refusal `not-found`, `invalid` (the state it already has; an unknown one; dates out of order)
 */
export const moveTask = (tx: Tx, id: string, { to, on, reason = null }: Move): void => {
  const row = tx.read.get<Standing>(`SELECT status, ${dateFields.join(', ')} FROM task WHERE id = ? AND _del = 0`, [id]);
  if (!row) throw new Refusal('not-found', '애로과제를 찾을 수 없습니다. 삭제되었거나 아직 도착하지 않았습니다.', [{ field: '', value: id, message: id }]);
  if (row.status === to) {
    const name = labelOf(task.fields.status, to);
    throw new Refusal('invalid', `이미 ‘${name}’ 상태입니다. 다른 상태를 고르세요.`, [{ field: 'status', value: to, message: `이미 ‘${name}’ 상태입니다.` }]);
  }
  const date = dateOf[to];
  const dated = date !== undefined && row[date] === null ? { [date]: on } : {};
  tx.change(task, id, { status: to, ...dated });
  freezeEmployees(tx, id, dated);
  tx.create(taskStep, { task: id, from_status: row.status, to_status: to, on_date: on, reason: reason ?? null, by_account: tx.actor.number });
};
