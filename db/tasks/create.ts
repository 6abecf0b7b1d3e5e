/** Making a difficulty task: the one way, wherever the need was found. */
import { sessionTask } from '../sessions/fields.ts';
import { agendaItem } from '../meetings/fields.ts';
import { memberOn } from '../clusters/members-on.ts';
import { relationId } from '../kernel/id.ts';
import type { Values } from '../kernel/field.ts';
import type { Reader } from '../kernel/reader.ts';
import type { Tx } from '../kernel/write.ts';
import { programNumberOf, programYearOf } from '../reference/program-years.ts';
import { task, taskStep } from './fields.ts';

export type TaskValues = Values<typeof task.fields>;

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

/**
 * Makes a task with its first step. Unless given: state 발굴, found today, the program year of the day it was found,
 * the firm's only mini-cluster of that day, and how it was found by its source; the source keeps its link to the task.
 * @returns id of the task
 * @throws Refusal `invalid`
 */
export const createTask = (tx: Tx, values: Partial<TaskValues>, source: TaskSource = null): string => {
  const foundOn = values.found_on ?? tx.today;
  const from: Partial<TaskValues> = source === null ? {}
    : 'session' in source ? { source_session: source.session, found_by: 'firm-visit' } : { source_meeting: source.meeting, found_by: 'cluster-meeting' };
  const cluster = values.lead_org ? clusterOf(tx.read, values.lead_org, foundOn) : null;
  const status = values.status ?? 'discovered';
  const id = tx.create(task, { program_year: programNumberOn(foundOn), cluster, ...from, ...values, found_on: foundOn, status });
  tx.create(taskStep, { task: id, to_status: status, on_date: foundOn, by_account: tx.actor.number });
  if (source !== null && 'session' in source) tx.create(sessionTask, { session: source.session, task: id }, relationId('session_task', source.session, id));
  if (source !== null && 'meeting' in source && source.agendaItem !== undefined) tx.change(agendaItem, source.agendaItem, { task: id });
  return id;
};
