/** Editing a task: what a state was entered with may be corrected, not taken away. */
import { Refusal, type Problem } from '../errors.ts';
import { keepLimits } from '../funds/limits.ts';
import { labelOf } from '../kernel/field.ts';
import type { Tx } from '../kernel/write.ts';
import { taskStates, type TaskState } from '../reference/choices/task.ts';
import { freezeAtDecision } from './decision.ts';
import { factsOf, taskValuesOf } from './facts.ts';
import { task, type TaskValues } from './fields.ts';
import { deepestFirst } from './relations.ts';
import { requirements, requirementsOf, type Requirement, type TaskFacts } from './requirements.ts';
import type { StateCode } from './workflow.ts';

const orderOf = (code: string): number => taskStates.find((state: TaskState) => state.code === code)?.order ?? 0;

/** Fields that a requirement looks at, and those that decide which one does. */
const looked = new Set([...requirements.flatMap(({ fields }) => fields), 'route', 'program_year']);

/** The state a task is in and those it went through on the way to it; a state behind a back-move does not count. */
const statesBehind = (tx: Tx, id: string, values: TaskValues): StateCode[] => {
  // An ending and 보류 lie beside the road: what is behind them is what is behind the state they were entered from.
  const beside = ['on-hold', 'direct-done', 'referred', 'withdrawn'].includes(values.status);
  const here = (beside ? tx.read.value<string>(`SELECT s.from_status FROM task_step s WHERE s.task = ? AND s._del = 0 ORDER BY ${deepestFirst} LIMIT 1`, [id]) : null) ?? values.status;
  const been = tx.read.column<string>("SELECT DISTINCT to_status FROM task_step WHERE task = ? AND _del = 0 AND to_status NOT IN ('rejected', 'on-hold', 'direct-done', 'referred', 'withdrawn')", [id]);
  // The steps hold states of the list alone.
  return [...new Set([...been.filter((state) => orderOf(state) <= orderOf(here)), here, values.status])] as StateCode[];
};

/** The facts of a task as it stands: the day, the reason and the mid-check are those of its last step. */
export const standingFacts = (tx: Pick<Tx, 'read' | 'today'>, id: string): TaskFacts => {
  const step = tx.read.get<{ on: string; reason: string | null }>(`SELECT s.on_date AS "on", s.reason FROM task_step s WHERE s.task = ? AND s._del = 0 ORDER BY ${deepestFirst} LIMIT 1`, [id]);
  const facts = factsOf(tx.read, id, taskValuesOf(tx.read, id), { on: step?.on ?? tx.today, reason: step?.reason ?? null });
  return { ...facts, midTimes: facts.midTimes - 1 };
};

type Unmet = { one: Requirement; state: StateCode; facts: TaskFacts };

/** What the states of a task ask for and it lacks, by key. */
const unmetOf = (tx: Tx, id: string): Map<string, Unmet> => {
  const facts = standingFacts(tx, id);
  return new Map(statesBehind(tx, id, facts.task).flatMap((state) =>
    requirementsOf(state, facts.period).filter((one) => one.field !== 'reason' && !one.isMet(facts)).map((one) => [one.key, { one, state, facts }] as const)));
};

const problemOf = (patch: Partial<TaskValues>, { one, state, facts }: Unmet): Problem => {
  const cleared = one.fields.find((name) => name in patch && (patch[name as keyof TaskValues] ?? null) === null);
  if (cleared !== undefined) return { field: cleared, value: null, message: `${one.ko}: ‘${labelOf(task.fields.status, state)}’ 상태에 필요해 비울 수 없습니다. 상태를 되돌린 뒤 비우세요.` };
  const field = one.fields.find((name) => name in patch) ?? one.field;
  return { field, value: patch[field as keyof TaskValues] ?? null, message: typeof one.message === 'string' ? one.message : one.message(facts) };
};

/** What only a move writes. @throws Refusal `invalid` */
const refuseKept = (values: Partial<TaskValues>): void => {
  const kept = (['status', 'held_from'] as const).find((name) => name in values);
  if (kept !== undefined) throw new Refusal('invalid', `${task.fields[kept].ko}: 상태 바꾸기가 스스로 채웁니다.`, [{ field: kept, message: '상태 바꾸기가 스스로 채웁니다.' }]);
};

/** @throws Refusal `invalid` */
export const refuseNumber = (number: string): never => {
  const message = `과제번호: ${number}은(는) 다른 과제의 번호입니다. 다른 번호를 입력해 주세요.`;
  throw new Refusal('invalid', message, [{ field: 'task_no', value: number, message }]);
};

/**
 * Runs a write of these values. A state the task stands in or went through keeps what was required to enter it; what was missing
 * before (a record brought in from elsewhere) may stay missing, so that it can be filled field by field. A number is nobody else's.
 * National funds do not sink under what was paid, nor is more returned than that.
 * @throws Refusal as `run`; `invalid` with each field that cannot go
 */
export const keepingRequired = (tx: Tx, id: string, values: Partial<TaskValues>, run: () => void): void => {
  refuseKept(values);
  const isLooked = Object.keys(values).some((name) => looked.has(name));
  const before = isLooked ? unmetOf(tx, id) : null;
  const limited = (['returned', 'fund_national'] as const).find((name) => name in values);
  if (limited === undefined) run();
  else keepLimits(tx, id, limited, run);
  if (before === null) return;
  if (values.task_no && standingFacts(tx, id).isNumberTaken) refuseNumber(values.task_no);
  const lost = [...unmetOf(tx, id)].filter(([key]) => !before.has(key)).map(([, unmet]) => problemOf(values, unmet));
  // Two states may ask for the same field.
  const problems = [...new Map(lost.map((problem) => [problem.field, problem])).values()];
  if (problems.length > 0) throw new Refusal('invalid', problems[0]?.message ?? '', problems);
};

/** Changes a task; with the decision date the size of the firm is kept. @throws Refusal as `tx.change` and `keepingRequired` */
export const changeTask = (tx: Tx, id: string, patch: Partial<TaskValues>, was?: Partial<TaskValues>): void =>
  keepingRequired(tx, id, patch, () => {
    tx.change(task, id, patch, was);
    freezeAtDecision(tx, id, patch);
  });
