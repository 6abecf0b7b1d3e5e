/** What has become of a difficulty, when it was settled and how long that took, as SQL over a task (T12). */
import { completionDaySql } from './task-rules.ts';

/** What has become of a task; each task is in exactly one. */
export const standings = [
  { code: 'open', ko: '처리중' },
  { code: 'held', ko: '보류' },
  { code: 'done', ko: '완료' },
  { code: 'direct', ko: '현장해결' },
  { code: 'referred', ko: '타기관 연계' },
  { code: 'failed', ko: '탈락·중단' },
  { code: 'withdrawn', ko: '포기·철회' },
] as const;
export type Standing = (typeof standings)[number]['code'];

/** Standings in which the difficulty was settled. */
export const settledStandings: readonly Standing[] = ['done', 'direct', 'referred'];

const lastEnd = (t: string): string => `(SELECT e.to_status FROM task_step e WHERE e.task = ${t}.id AND e._del = 0 AND e.to_status IN ('completed', 'stopped') ORDER BY e.on_date DESC, e.id DESC LIMIT 1)`;

/** SQL of the standing. What came last of 완료 and 실패·중단 decides for 사후관리 and 종결. */
export const standingSql = (t: string): string => `CASE ${t}.status WHEN 'completed' THEN 'done' WHEN 'direct-done' THEN 'direct' WHEN 'referred' THEN 'referred' WHEN 'withdrawn' THEN 'withdrawn' WHEN 'on-hold' THEN 'held'
  WHEN 'rejected' THEN 'failed' WHEN 'stopped' THEN 'failed' WHEN 'follow-up' THEN iif(${lastEnd(t)} = 'stopped', 'failed', 'done') WHEN 'closed' THEN iif(${lastEnd(t)} = 'stopped', 'failed', 'done') ELSE 'open' END`;

const stepDay = (t: string, state: string): string => `(SELECT max(d.on_date) FROM task_step d WHERE d.task = ${t}.id AND d._del = 0 AND d.to_status = '${state}')`;

/** 접수일, else 발굴일: a difficulty solved on the spot is never numbered. */
export const intakeSql = (t: string): string => `coalesce(${t}.received_on, ${t}.found_on)`;

/** The day the difficulty was settled; NULL while it was not, or where nobody wrote the day down. `standing` is SQL of the standing. */
export const settledOnSql = (t: string, standing: string): string => `CASE ${standing} WHEN 'done' THEN ${completionDaySql(t)} WHEN 'direct' THEN coalesce(${t}.completed_on, ${stepDay(t, 'direct-done')}) WHEN 'referred' THEN coalesce(${t}.referred_on, ${stepDay(t, 'referred')}) END`;

/** The day of the report of the result, else of the completion: what the agreed end of the work is held against. */
export const reportedOnSql = (t: string): string => `coalesce(${t}.final_report_on, ${completionDaySql(t)})`;
