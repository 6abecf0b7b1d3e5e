/** When a task's work was over: the day from which results by year are asked for. */
import type { Reader } from '../kernel/reader.ts';

/** A task that is over: done, or stopped. */
export type Ended = { on: string; how: 'completed' | 'stopped' };

/** States after the work: domain.md §4, 11 to 14. */
export const endedStates = ['completed', 'stopped', 'follow-up', 'closed'] as const;

const last = (task: string, column: string): string =>
  `(SELECT s.${column} FROM task_step s WHERE s.task = ${task}.id AND s._del = 0 AND s.to_status IN ('completed', 'stopped') ORDER BY s.on_date DESC, s.id DESC LIMIT 1)`;

/** SQL: 'stopped' when that was the last of 완료 and 실패·중단 (both go on to 사후관리), else 'completed'. */
export const howEndedSql = (task: string): string => `CASE WHEN ${task}.status = 'stopped' OR ${last(task, 'to_status')} = 'stopped' THEN 'stopped' ELSE 'completed' END`;

/** SQL: 완료일, of a stopped task the day it was stopped; NULL while the work goes on. */
export const endedOnSql = (task: string): string =>
  `CASE WHEN ${task}.status NOT IN (${endedStates.map((code) => `'${code}'`).join(', ')}) THEN NULL
    WHEN ${last(task, 'to_status')} = 'stopped' THEN ${last(task, 'on_date')} ELSE coalesce(${task}.completed_on, ${last(task, 'on_date')}) END`;

/** The end of one task, null while it goes on or nobody knows the day. */
export const endOf = (read: Reader, task: string): Ended | null => {
  const row = read.get<{ on: string | null; how: Ended['how'] }>(`SELECT ${endedOnSql('t')} AS "on", ${howEndedSql('t')} AS how FROM task t WHERE t.id = ?`, [task]);
  return row && row.on !== null ? { on: row.on, how: row.how } : null;
};
