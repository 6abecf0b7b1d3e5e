/** Which tasks count as supported and as completed, and in which year: the conditions and the sentences printed for them. */
import type { Cell } from '../kernel/field.ts';
import type { TaskState } from '../reference/choices/task.ts';
import { taskStates } from '../reference/choices/task.ts';
import { programNumberOf } from '../reference/program-years.ts';
import { sizeBands } from '../reference/size-bands.ts';
import type { DimensionSql } from './indicator.ts';
import type { ReportColumn, ReportParams } from './table-types.ts';

type StateCode = (typeof taskStates)[number]['code'];

/** States that only a task decided as selected reaches: domain.md §4, 5 and 7–14. */
export const supportedStates: readonly StateCode[] = ['selected', 'agreed', 'in-progress', 'mid-check', 'final-review', 'completed', 'stopped', 'follow-up', 'closed'];

/** States from 완료 on. A stopped task reaches the last two as well. */
export const completedStates: readonly StateCode[] = ['completed', 'follow-up', 'closed'];

const names = (codes: readonly string[]): string => codes.map((code) => taskStates.find((state: TaskState) => state.code === code)?.ko ?? code).join('·');
const listed = (codes: readonly string[]): string => codes.map((code) => `'${code}'`).join(', ');

// A task on hold is what it was before: the state it left stands in its newest step into 보류.
/** SQL of the state of a task, that behind a hold. */
export const stateSql = (alias: string): string => `CASE ${alias}.status WHEN 'on-hold' THEN (SELECT h.from_status FROM task_step h
    WHERE h.task = ${alias}.id AND h._del = 0 AND h.to_status = 'on-hold' ORDER BY h.on_date DESC, h.id DESC LIMIT 1) ELSE ${alias}.status END`;

const stateIn = (alias: string, codes: readonly string[]): string =>
  `(${alias}.status IN (${listed(codes)}) OR ${alias}.status = 'on-hold' AND (SELECT h.from_status FROM task_step h
    WHERE h.task = ${alias}.id AND h._del = 0 AND h.to_status = 'on-hold' ORDER BY h.on_date DESC, h.id DESC LIMIT 1) IN (${listed(codes)}))`;

/** Condition of a supported task, whenever it was decided. */
export const supportedSql = (alias: string): string => `${alias}._del = 0 AND ${alias}.decided_on IS NOT NULL AND ${stateIn(alias, supportedStates)}`;

/** 완료일, else the day of the newest step into 완료; null when there is neither. */
export const completionDaySql = (alias: string): string =>
  `coalesce(${alias}.completed_on, (SELECT max(d.on_date) FROM task_step d WHERE d.task = ${alias}.id AND d._del = 0 AND d.to_status = 'completed'))`;

// What came last of 완료 and 실패·중단 decides: a task may be taken back from the one and end in the other.
export const completedSql = (alias: string): string =>
  `${alias}._del = 0 AND ${stateIn(alias, completedStates)} AND (${alias}.status = 'completed' OR 'stopped' IS NOT (SELECT s.to_status FROM task_step s
    WHERE s.task = ${alias}.id AND s._del = 0 AND s.to_status IN ('completed', 'stopped') ORDER BY s.on_date DESC, s.id DESC LIMIT 1))`;

/** Code of the size band of a number of employees; `unknown` when nobody wrote it down. Edges: domain.md §14.4. */
export const bandSql = (employees: string): string =>
  `CASE ${sizeBands.flatMap(({ code, min, max }) => (min === null ? [] : [`WHEN ${employees} >= ${min}${max === null ? '' : ` AND ${employees} <= ${max}`} THEN '${code}'`])).join(' ')} ELSE 'unknown' END`;

/** Calendar year of a day, as a number. */
export const yearSql = (day: string): string => `CAST(substr(${day}, 1, 4) AS INTEGER)`;
/** Calendar year in which the program year of a day starts: it begins on 1 April (domain.md §14.8). */
export const programYearSql = (day: string): string => `(${yearSql(day)} - (substr(${day}, 6, 2) < '04'))`;

/** The year of a day by either kind of years. */
export const yearDimension = (day: string): DimensionSql => ({ calendar: yearSql(day), program: programYearSql(day) });
/** Facts of supported tasks decided in the days asked for. */
export const supportedInTime = 'f.is_supported = 1 AND f.decided_on BETWEEN :first AND :last';

/** Years of the facts of tasks (db/facts/task-fact.ts). */
export const decidedYear: DimensionSql = { calendar: 'f.decided_year', program: 'f.decided_program_year' };

/** The year of a day by the kind of years the report is asked for (`:is_program`). */
export const periodYear = (day: string): string => `(${yearSql(day)} - (:is_program AND substr(${day}, 6, 2) < '04'))`;

export const supportedRule = `지원(선정) 과제는 결정일이 있고 상태가 ${names(supportedStates)} 가운데 하나인 과제이며, 연도는 결정일로 정합니다.`;
export const holdRule = '보류 과제는 보류하기 직전 상태로 셉니다. 탈락·포기·타기관 연계 과제는 지원 건수에 넣지 않습니다.';
export const directRule = '현장해결(자문으로 바로 해결) 과제는 발굴 건수에만 넣고 지원·완료 건수에는 넣지 않습니다.';
export const completedRule = '완료 건수는 완료일(없으면 상태를 완료로 바꾼 날)의 연도로 세며, 실패·중단 과제는 넣지 않습니다.';
export const statusRule = '기준일까지 결정·발굴·완료한 과제를 세며, 상태는 조회한 때의 상태입니다.';

/** First and last day of the years of a report. */
export const periodOf = ({ fromYear, toYear, yearKind }: Pick<ReportParams, 'fromYear' | 'toYear' | 'yearKind'>): { first: string; last: string } =>
  (yearKind === 'program' ? { first: `${fromYear}-04-01`, last: `${toYear + 1}-03-31` } : { first: `${fromYear}-01-01`, last: `${toYear}-12-31` });

/** Parameters of every set of events: from the first day of the years to the as-of date or their last day; and the kind of years. */
export const taskParameters = (params: ReportParams): Record<string, Cell> => {
  const { first, last } = periodOf(params);
  return { first, last: params.asOf < last ? params.asOf : last, is_program: params.yearKind === 'program' ? 1 : 0 };
};

/** The years of the columns. */
export const yearsOf = ({ fromYear, toYear }: ReportParams): number[] => Array.from({ length: toYear - fromYear + 1 }, (_, index) => fromYear + index);

/** `2010`, or `6차(2010)` for the sixth program year: number = year − 2004 (domain.md §14.8). */
export const yearLabel = (year: number, { yearKind }: Pick<ReportParams, 'yearKind'>): string => (yearKind === 'program' ? `${programNumberOf(year)}차(${year})` : String(year));

/** A column for each year. */
export const yearColumns = (params: ReportParams, group: string): ReportColumn[] => yearsOf(params).map((year) => ({ key: String(year), group, label: yearLabel(year, params) }));
