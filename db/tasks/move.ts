/** Moving a task from state to state: what the workflow allows and nothing is missing for. */
import { Refusal, type Problem } from '../errors.ts';
import { allOrNone } from '../kernel/all-or-none.ts';
import { labelOf } from '../kernel/field.ts';
import { checkFirstNational } from '../outcomes/first-national.ts';
import type { Tx } from '../kernel/write.ts';
import { keepingRequired } from './change.ts';
import { freezeAtDecision } from './decision.ts';
import { taskValuesOf } from './facts.ts';
import { task, taskStep, type TaskValues } from './fields.ts';
import { planMove, waysOf } from './plan-move.ts';

export type Move = {
  /** Code of the state to enter. */
  to: string;
  /** Day it was entered, `YYYY-MM-DD`. */
  on: string;
  reason?: string | null | undefined;
  /** Fields of the task filled by the same step. */
  values?: Partial<TaskValues> | undefined;
};

const nameOf = (state: string | null): string => labelOf(task.fields.status, state);

const refuseWay = (from: string | null, to: string, allowed: readonly { to: string }[]): never => {
  const message = from === to ? `이미 ‘${nameOf(to)}’ 상태입니다. 다른 상태를 고르세요.`
    : `‘${nameOf(from)}’에서 ‘${nameOf(to)}’ 상태로는 바꿀 수 없습니다. ${allowed.length === 0 ? '이 상태에서 끝납니다.' : `갈 수 있는 상태: ${allowed.map((one) => nameOf(one.to)).join(', ')}.`}`;
  throw new Refusal('invalid', message, [{ field: 'status', value: to, message }]);
};

/**
 * Moves a task and records the step. The date the new state stands for is filled when it is empty and never overwritten;
 * with the decision the employees and the size of that day are kept.
 * @throws Refusal `not-found`; `invalid` with the way (`status`), the reason (`reason`), each missing field and each finding that blocks
 */
export const moveTask = (tx: Tx, id: string, { to, on, reason = null, values = {} }: Move): void => {
  const now = taskValuesOf(tx.read, id);
  const laid: TaskValues = { ...now, ...values };
  const ways = waysOf(tx.read, id, laid, on);
  const way = ways.find((one) => one.to === to) ?? refuseWay(now.status, to, ways);
  const words = reason?.trim() ? reason.trim() : null;
  const planned = planMove(tx.read, id, now, way, { on, reason: words, values, by: tx.actor.number });
  const problems: Problem[] = [
    ...planned.missing.map(({ field, message }) => ({ field, message })),
    ...(planned.needsReason && words === null ? [{ field: 'reason', value: null, message: `사유: ‘${nameOf(to)}’ 상태로 바꾸는 까닭을 적어 주세요.` }] : []),
    ...planned.findings.filter(({ level }) => level === 'block').map(({ field, message }) => ({ field, message })),
  ];
  if (problems.length > 0) throw new Refusal('invalid', problems.length === 1 ? (problems[0]?.message ?? '') : `‘${nameOf(to)}’ 상태로 바꾸려면 ${problems.length}가지가 필요합니다. ${problems[0]?.message ?? ''}`, problems);
  const patch: Partial<TaskValues> = { ...values, ...planned.fills };
  keepingRequired(tx, id, values, () => {
    tx.change(task, id, { ...patch, status: way.to });
    freezeAtDecision(tx, id, patch);
    checkFirstNational(tx, id, patch);
    const depth = tx.read.value<number>('SELECT status_n FROM task WHERE id = ?', [id]) ?? null;
    tx.create(taskStep, { task: id, from_status: now.status, to_status: way.to, on_date: on, reason: words, by_account: tx.actor.number, depth });
  });
};

/**
 * Moves several tasks: all or none. What is given in `values` fills only what is empty in a task.
 * @throws Refusal `invalid`; each detail's field is `<id>.<field>`, its message begins with the task's name
 */
export const moveTasks = (tx: Tx, ids: readonly string[], move: Move): void => {
  allOrNone(ids, (id) => {
    const now = taskValuesOf(tx.read, id);
    const empty = Object.entries(move.values ?? {}).filter(([name]) => (now[name as keyof TaskValues] ?? null) === null);
    moveTask(tx, id, { ...move, values: Object.fromEntries(empty) });
  }, {
    named: (problem, id) => ({ ...problem, field: `${id}.${problem.field}`, message: `${tx.read.value<string>('SELECT title FROM task WHERE id = ?', [id]) ?? id}: ${problem.message}` }),
    told: (tasks) => `${ids.length}건 가운데 ${tasks}건을 바꿀 수 없어 아무것도 바꾸지 않았습니다.`,
  });
};
