/** What a state was entered with stays: an edit may correct it, not take it away. */
import { Refusal, type Problem } from '../errors.ts';
import type { Tx } from '../kernel/write.ts';
import { taskStates, type TaskState } from '../reference/choices/task.ts';
import type { TaskValues } from './create.ts';
import { factsOf, taskValuesOf } from './facts.ts';
import { task as taskType } from './fields.ts';
import { labelOf } from '../kernel/field.ts';
import { requirements, requirementsOf } from './requirements.ts';
import type { StateCode } from './workflow.ts';

const orderOf = (code: string): number => taskStates.find((state: TaskState) => state.code === code)?.order ?? 0;
const everRequired = new Set(requirements.flatMap(({ fields }) => fields));

/** The state a task is in and those it went through on the way to it; a state behind a back-move does not count. */
const statesBehind = (tx: Tx, id: string, values: TaskValues): StateCode[] => {
  const here = values.status === 'on-hold' ? (values.held_from ?? values.status) : values.status;
  const been = tx.read.column<string>("SELECT DISTINCT to_status FROM task_step WHERE task = ? AND _del = 0 AND to_status NOT IN ('rejected', 'on-hold')", [id]);
  // The steps hold states of the list alone.
  return [...new Set([...been.filter((state) => orderOf(state) <= orderOf(here)), here, values.status])] as StateCode[];
};

/**
 * Refuses an edit by which a state loses what was required to enter it. What was missing before (a record brought in
 * from elsewhere) may stay missing, so that it can be filled field by field.
 * @param patch what has just been written
 * @throws Refusal `invalid`
 */
export const keepRequired = (tx: Tx, id: string, patch: Partial<TaskValues>): void => {
  const touched = Object.keys(patch).filter((name) => everRequired.has(name));
  if (touched.length === 0) return;
  const values = taskValuesOf(tx.read, id);
  const on = tx.read.value<string>('SELECT on_date FROM task_step WHERE task = ? AND _del = 0 ORDER BY depth DESC, n DESC LIMIT 1', [id]) ?? tx.today;
  const facts = factsOf(tx.read, id, values, { on, reason: null });
  const isEmpty = (name: string): boolean => (values[name as keyof TaskValues] ?? null) === null;
  const problems = new Map<string, Problem>();
  for (const state of statesBehind(tx, id, values)) {
    for (const one of requirementsOf(state, facts.period)) {
      const field = one.fields.find((name) => touched.includes(name));
      if (field === undefined || one.isMet(facts)) continue;
      const isCleared = one.fields.some((name) => touched.includes(name) && isEmpty(name));
      if (!isCleared && one.fields.some(isEmpty)) continue;
      problems.set(field, {
        field, value: patch[field as keyof TaskValues] ?? null,
        message: isCleared ? `${one.ko}: ‘${labelOf(taskType.fields.status, state)}’ 상태에 필요해 비울 수 없습니다. 상태를 되돌린 뒤 비우세요.` : typeof one.message === 'string' ? one.message : one.message(facts),
      });
    }
  }
  const all = [...problems.values()];
  if (all.length > 0) throw new Refusal('invalid', all[0]?.message ?? '', all);
};
