/** Making a difficulty task: the one way, wherever the need was found. */
import { sessionTask } from '../sessions/fields.ts';
import { agendaItem } from '../meetings/fields.ts';
import { memberOn } from '../clusters/members-on.ts';
import { relationId } from '../kernel/id.ts';
import { Refusal } from '../errors.ts';
import type { Reader } from '../kernel/reader.ts';
import type { Tx } from '../kernel/write.ts';
import { programNumberOf, programYearOf } from '../reference/program-years.ts';
import { refuseNumber } from './change.ts';
import { factsOf } from './facts.ts';
import { task, taskStep, type TaskValues } from './fields.ts';
import { requirementsOf } from './requirements.ts';

export type { TaskValues };

/** Where the need came up; null when it was told directly. */
export type TaskSource = { session: string } | { meeting: string; agendaItem?: string } | null;

/** Number of the program year that runs on a day (April to March), null outside the known years. */
export const programNumberOn = (date: string | null | undefined): number | null => {
  const year = date ? programYearOf(date) : null;
  return year ? programNumberOf(year.year) : null;
};

/** The mini-cluster a firm belonged to on a day, when it is exactly one. */
const clusterOf = (read: Reader, organisation: string, on: string): string | null => {
  const clusters = read.column<string>(
    `SELECT DISTINCT cluster FROM membership m WHERE organisation = :organisation AND ${memberOn('m', ':on')} LIMIT 2`, { organisation, on });
  return clusters.length === 1 ? (clusters[0] ?? null) : null;
};

const firstState = 'discovered';

/** A task before anything is entered; what is required is checked after the given values are laid over it. */
const emptyTask = Object.fromEntries(Object.keys(task.fields).map((name) => [name, null])) as Readonly<Record<string, null>> as unknown as TaskValues;

/** @throws Refusal `invalid` with each field that 발굴 asks for and that is empty */
const refuseIncomplete = (tx: Tx, values: TaskValues): void => {
  const facts = factsOf(tx.read, '', values, { on: values.found_on, reason: null });
  const problems = requirementsOf(firstState, facts.period).filter((one) => !one.isMet(facts))
    .map(({ field, ko, message }) => ({ field, value: null, message: task.fields[field as keyof typeof task.fields].required ? `${ko}: 필수 항목입니다. 값을 입력해 주세요.` : String(message) }));
  const [first] = problems;
  if (first) throw new Refusal('invalid', problems.length === 1 ? first.message : `애로과제를 등록하려면 ${problems.length}가지가 필요합니다. ${first.message}`, problems);
};

/**
 * Makes a task with its first step, 발굴. Unless given: found today, the program year of the day it was found, the firm's
 * only mini-cluster of that day, the office of the user, and how it was found by its source; the source keeps its link to the task.
 * @returns id of the task
 * @throws Refusal `invalid`: what 발굴 asks for is missing, or another state is asked for
 */
export const createTask = (tx: Tx, values: Partial<TaskValues>, source: TaskSource = null): string => {
  if (values.status !== undefined && values.status !== firstState) throw new Refusal('invalid', '새 과제는 발굴에서 시작합니다. 등록한 뒤 상태를 바꾸세요.', [{ field: 'status', value: values.status, message: '발굴에서 시작합니다.' }]);
  const foundOn = values.found_on ?? tx.today;
  const from: Partial<TaskValues> = source === null ? (values.source_session || values.source_meeting ? {} : { found_by: 'direct' })
    : 'session' in source ? { source_session: source.session, found_by: 'firm-visit' } : { source_meeting: source.meeting, found_by: 'cluster-meeting' };
  const cluster = values.lead_org ? clusterOf(tx.read, values.lead_org, foundOn) : null;
  const office = tx.read.value<string>('SELECT office FROM account WHERE number = ? AND _del = 0', [tx.actor.number]) ?? null;
  const whole: Partial<TaskValues> = { program_year: programNumberOn(foundOn), cluster, office, ...from, ...values, found_on: foundOn, status: firstState };
  // `found_by: null` from a form says nothing about the way; a direct entry still is one.
  if (!whole.found_by && from.found_by) whole.found_by = from.found_by;
  refuseIncomplete(tx, { ...emptyTask, ...whole });
  if (whole.task_no && tx.read.value<number>('SELECT 1 FROM task WHERE task_no = ? AND _del = 0 LIMIT 1', [whole.task_no]) === 1) refuseNumber(whole.task_no);
  const id = tx.create(task, whole);
  tx.create(taskStep, { task: id, to_status: firstState, on_date: foundOn, by_account: tx.actor.number, depth: 1 });
  if (source !== null && 'session' in source) tx.create(sessionTask, { session: source.session, task: id }, relationId('session_task', source.session, id));
  if (source !== null && 'meeting' in source && source.agendaItem !== undefined) tx.change(agendaItem, source.agendaItem, { task: id });
  return id;
};
