/** What became of completed tasks, by the year of their completion (T11): one number of a task at a time, so that every sum opens its tasks. */
import { idOf } from '../facts/fact-sql.ts';
import { keptAs, type Indicator, type Kept } from './indicator.ts';
import { taskFactScopes } from './scope-sql.ts';
import { completedRule, yearDimension } from './task-rules.ts';

const set = {
  version: 1, source: '이 프로그램의 T11 정의', table: 'task', id: idOf('task', 'o'), from: 'outcome_fact o JOIN task_fact f ON f.n = o.n', where: 'o.day BETWEEN :first AND :last',
  dimensions: { year: yearDimension('o.day') }, scopes: taskFactScopes('f'),
} as const;

/** What the facts add up to, day by day. */
const byDay = (amount: string): Omit<Kept, 'of'> => ({ from: 'outcome_day d', where: 'd.day BETWEEN :first AND :last', measure: { sum: `d.${amount}` }, dimensions: { year: yearDimension('d.day') }, scopes: {} });

const sum = (code: string, ko: string, unit: Indicator['unit'], column: string, formula: string, rule: string): Indicator => keptAs({ ...set, code, ko, unit, formula, rule, measure: { sum: `o.${column}` }, when: `o.${column} <> 0` }, byDay(column));

export const endedTasks = keptAs({ ...set, code: 'ended-tasks', ko: '완료 과제', unit: '건', measure: 'count', formula: '완료일이 기간에 든 완료 과제의 수', rule: completedRule }, byDay('tasks'));
export const enteredTasks = keptAs({
  ...set, code: 'entered-tasks', ko: '성과 입력', unit: '건', measure: 'count', when: 'o.is_entered = 1', formula: '연도별 성과가 한 해라도 적힌 완료 과제의 수',
  rule: '성과 입력은 연도별 성과가 한 해라도 적힌 과제이며, 0이나 성과가 없는 까닭을 적은 해도 입력한 것으로 봅니다.',
}, byDay('is_entered'));
export const commercialised = keptAs({
  ...set, code: 'commercialised', ko: '사업화', unit: '건', measure: 'count', when: 'o.is_commercialised = 1', formula: '어느 해에든 사업화라고 적었거나 매출이 있는 완료 과제의 수',
  rule: '사업화율은 두 가지입니다. 완료 과제 대비는 사업화 과제를 완료 과제로, 입력 과제 대비는 사업화 과제를 성과 입력 과제로 나눈 비율입니다.',
}, byDay('is_commercialised'));
const resultRule = '매출·수출·신규 고용은 조회한 때까지 적힌 모든 해의 합이며 완료한 해의 줄에 넣습니다.';
export const salesOf = sum('task-sales', '매출', '백만원', 'sales', '완료 과제의 연도별 성과에 적힌 매출의 합', resultRule);
export const exportsOf = sum('task-exports', '수출', '천불', 'exports_usd', '완료 과제의 연도별 성과에 적힌 수출(달러)의 합', resultRule);
export const jobsOf = sum('task-jobs', '신규 고용', '명', 'new_jobs', '완료 과제의 연도별 성과에 적힌 신규 고용의 합', resultRule);
const outputRule = '특허와 후속 R&D는 과제에 적힌 성과와 후속 R&D의 건수이며, 누르면 그 과제가 열립니다.';
export const patentsApplied = sum('patents-applied', '특허 출원', '건', 'patents_applied', '완료 과제의 성과 가운데 특허 출원의 수', outputRule);
export const patentsRegistered = sum('patents-registered', '특허 등록', '건', 'patents_registered', '완료 과제의 성과 가운데 특허 등록의 수', outputRule);
export const followOns = sum('follow-ons', '후속 R&D', '건', 'follow_ons', '완료 과제에 적힌 후속 R&D의 수', outputRule);
export const followOnFunds = sum('follow-on-funds', '후속 R&D 금액', '백만원', 'follow_on_funds', '완료 과제에 적힌 후속 R&D 금액의 합', outputRule);

export const outcomeIndicators: readonly Indicator[] = [endedTasks, enteredTasks, commercialised, salesOf, exportsOf, jobsOf, patentsApplied, patentsRegistered, followOns, followOnFunds];
