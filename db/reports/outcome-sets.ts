/** What became of completed tasks, by the year of their completion (T11): one number of a task at a time, so that every sum opens its tasks. */
import type { Indicator } from './indicator.ts';
import { taskScopes } from './scope-sql.ts';
import { isEnteredSql } from '../outcomes/results.ts';
import { completedRule, completedSql, completionDaySql, yearDimension } from './task-rules.ts';

const of = (table: string, what: string, condition = '1'): string => `(SELECT ${what} FROM ${table} p WHERE p.task = t.id AND p._del = 0 AND ${condition})`;
const sumOf = (column: string): string => of('performance', `sum(p.${column})`);
const outputsOf = (kind: string): string => of('output', 'count(*)', `p.kind = '${kind}'`);

const set = {
  version: 1, source: 'domain.md §13 T11, §16', table: 'task', id: 't.id', from: 'task t', where: `${completedSql('t')} AND ${completionDaySql('t')} BETWEEN :first AND :last`,
  dimensions: { year: yearDimension(completionDaySql('t')) }, scopes: taskScopes('t'),
} as const;

/** SQL: something stands in the years of the task. */
const entered = `EXISTS (SELECT 1 FROM performance p WHERE p.task = t.id AND ${isEnteredSql('p')})`;
/** Commercialised: said so in a year, or sold something in one (domain.md §16: tasks with sales). */
const commercial = "EXISTS (SELECT 1 FROM performance p WHERE p.task = t.id AND p._del = 0 AND (p.is_commercialised = 1 OR p.sales > 0))";

const sum = (code: string, ko: string, unit: Indicator['unit'], sql: string, formula: string, rule: string): Indicator => ({ ...set, code, ko, unit, formula, rule, measure: { sum: sql }, when: `${sql} <> 0` });

export const endedTasks: Indicator = { ...set, code: 'ended-tasks', ko: '완료 과제', unit: '건', measure: 'count', formula: '완료일이 기간에 든 완료 과제의 수', rule: completedRule };
export const enteredTasks: Indicator = {
  ...set, code: 'entered-tasks', ko: '성과 입력', unit: '건', measure: 'count', when: entered, formula: '연도별 성과가 한 해라도 적힌 완료 과제의 수',
  rule: '성과 입력은 연도별 성과가 한 해라도 적힌 과제이며, 0이나 성과가 없는 까닭을 적은 해도 입력한 것으로 봅니다.',
};
export const commercialised: Indicator = {
  ...set, code: 'commercialised', ko: '사업화', unit: '건', measure: 'count', when: commercial, formula: '어느 해에든 사업화라고 적었거나 매출이 있는 완료 과제의 수',
  rule: '사업화율은 두 가지입니다. 완료 과제 대비는 사업화 과제를 완료 과제로, 입력 과제 대비는 사업화 과제를 성과 입력 과제로 나눈 비율입니다.',
};
const resultRule = '매출·수출·신규 고용은 조회한 때까지 적힌 모든 해의 합이며 완료한 해의 줄에 넣습니다.';
export const salesOf = sum('task-sales', '매출', '백만원', sumOf('sales'), '완료 과제의 연도별 성과에 적힌 매출의 합', resultRule);
export const exportsOf = sum('task-exports', '수출', '천불', sumOf('exports_usd'), '완료 과제의 연도별 성과에 적힌 수출(달러)의 합', resultRule);
export const jobsOf = sum('task-jobs', '신규 고용', '명', sumOf('new_jobs'), '완료 과제의 연도별 성과에 적힌 신규 고용의 합', resultRule);
const outputRule = '특허와 후속 R&D는 과제에 적힌 성과와 후속 R&D의 건수이며, 누르면 그 과제가 열립니다.';
export const patentsApplied = sum('patents-applied', '특허 출원', '건', outputsOf('patent-applied'), '완료 과제의 성과 가운데 특허 출원의 수', outputRule);
export const patentsRegistered = sum('patents-registered', '특허 등록', '건', outputsOf('patent-registered'), '완료 과제의 성과 가운데 특허 등록의 수', outputRule);
export const followOns = sum('follow-ons', '후속 R&D', '건', of('follow_on', 'count(*)'), '완료 과제에 적힌 후속 R&D의 수', outputRule);
export const followOnFunds = sum('follow-on-funds', '후속 R&D 금액', '백만원', of('follow_on', 'sum(p.amount)'), '완료 과제에 적힌 후속 R&D 금액의 합', outputRule);

export const outcomeIndicators: readonly Indicator[] = [endedTasks, enteredTasks, commercialised, salesOf, exportsOf, jobsOf, patentsApplied, patentsRegistered, followOns, followOnFunds];
