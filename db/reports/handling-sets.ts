/** What became of the difficulties taken in: where each stands, when it was settled and how long that took (T12). */
import { taskFields } from '../reference/choices/task.ts';
import type { Indicator } from './indicator.ts';
import { monthSql } from './session-sets.ts';
import { taskScopes } from './scope-sql.ts';
import { completionDaySql, yearDimension } from './task-rules.ts';

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

/** The day the difficulty was settled; NULL while it was not, or where nobody wrote the day down. */
export const settledOnSql = (t: string): string => `CASE ${standingSql(t)} WHEN 'done' THEN ${completionDaySql(t)} WHEN 'direct' THEN coalesce(${t}.completed_on, ${stepDay(t, 'direct-done')}) WHEN 'referred' THEN coalesce(${t}.referred_on, ${stepDay(t, 'referred')}) END`;

/** Days from intake to the day it was settled; NULL without that day, or where it lies before the intake. */
export const handlingDaysSql = (t: string): string => `CASE WHEN ${settledOnSql(t)} >= ${intakeSql(t)} THEN CAST(julianday(${settledOnSql(t)}) - julianday(${intakeSql(t)}) AS INTEGER) END`;

const fieldCode = `CASE WHEN t.field IN (${taskFields.map(({ code }) => `'${code}'`).join(', ')}) THEN t.field ELSE '' END`;
const declared = { version: 1, source: 'domain.md §13 T12, §4' } as const;

const set = {
  ...declared, table: 'task', id: 't.id', from: 'task t', where: `t._del = 0 AND ${intakeSql('t')} BETWEEN :first AND :last`,
  dimensions: { field: fieldCode, office: "coalesce(t.office, '')", month: monthSql(intakeSql('t')), year: yearDimension(intakeSql('t')), standing: standingSql('t') }, scopes: taskScopes('t'),
} as const;

export const takenIn: Indicator = {
  ...set, code: 'taken-in', ko: '접수', unit: '건', measure: 'count', formula: '접수일(없으면 발굴일)이 기간에 든 과제의 수',
  rule: '접수는 접수일(접수를 거치지 않은 과제는 발굴일)로 셉니다. 현장에서 바로 해결한 과제도 접수에 들어갑니다.',
};
const settledList = settledStandings.map((code) => `'${code}'`).join(', ');
export const settled: Indicator = {
  ...set, code: 'settled', ko: '처리', unit: '건', measure: 'count', when: `${standingSql('t')} IN (${settledList})`, formula: '접수한 과제 가운데 완료·현장해결·타기관 연계한 과제의 수',
  rule: '처리율은 접수한 과제 가운데 완료·현장해결·타기관 연계한 과제의 비율입니다.',
};
export const handled: Indicator = {
  ...set, code: 'handled', ko: '처리일을 아는 과제', unit: '건', measure: 'count', when: `${handlingDaysSql('t')} IS NOT NULL`, formula: '처리한 과제 가운데 처리한 날을 알고 그날이 접수일보다 앞서지 않는 과제의 수',
  rule: '처리일은 접수일부터 완료일·현장해결일·연계일(적지 않았으면 상태를 바꾼 날)까지의 날수이며, 그날을 모르거나 접수일보다 앞선 과제는 평균과 중앙값에 넣지 않습니다.',
};
export const handlingDays: Indicator = { ...set, code: 'handling-days', ko: '처리일', unit: '일', measure: { sum: handlingDaysSql('t') }, when: `${handlingDaysSql('t')} IS NOT NULL`, formula: '처리일의 합', rule: handled.rule };

/** The report of the result, else the completion, against the agreed end of the work. */
const reportedOn = `coalesce(t.final_report_on, ${completionDaySql('t')})`;
const withDeadline = `${standingSql('t')} = 'done' AND t.end_on IS NOT NULL AND ${reportedOn} IS NOT NULL`;
export const dueTasks: Indicator = {
  ...set, code: 'due-tasks', ko: '기한이 있는 완료 과제', unit: '건', measure: 'count', when: withDeadline, formula: '수행 종료일이 적힌 완료 과제의 수',
  rule: '기한 내 비율은 수행 종료일이 적힌 완료 과제 가운데 그날까지 결과를 보고한(보고일이 없으면 완료한) 과제의 비율입니다. 수행 종료일이 없는 과제는 넣지 않습니다.',
};
export const onTime: Indicator = { ...set, code: 'on-time', ko: '기한 내 완료', unit: '건', measure: 'count', when: `${withDeadline} AND ${reportedOn} <= t.end_on`, formula: '수행 종료일까지 결과를 보고한(보고일이 없으면 완료한) 과제의 수', rule: dueTasks.rule };

export const handlingIndicators: readonly Indicator[] = [takenIn, settled, handled, handlingDays, dueTasks, onTime];

/** How many tasks took how many days, by one dimension: what a median is read from. */
export const daysBy = (dimension: 'field' | 'office' | 'month' | 'year' | null): Indicator => ({
  ...set, code: `days-by-${dimension ?? 'all'}`, ko: '중앙 처리일', unit: '일', measure: 'count', where: `${set.where} AND ${handlingDaysSql('t')} IS NOT NULL`,
  formula: '처리일을 작은 것부터 늘어놓았을 때 가운데 값(짝수 개이면 가운데 두 값의 평균)', rule: handled.rule,
  dimensions: { ...(dimension === null ? {} : { [dimension]: set.dimensions[dimension] }), days: handlingDaysSql('t') },
});
