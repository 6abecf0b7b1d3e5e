/** Days of a task out of order (domain.md R7), and those past while nothing happened. */
import { programNumberOf, programYearOf } from '../reference/program-years.ts';
import { programYearSql } from '../reports/task-rules.ts';
import { task } from '../tasks/fields.ts';
import { daysAfter } from '../today/days.ts';
import { lookRule, rowsOf, whereRule, type QualityRule } from './rule.ts';

type DateName = 'found_on' | 'received_on' | 'planned_on' | 'decided_on' | 'agreed_on' | 'start_on' | 'end_on' | 'completed_on' | 'final_report_on' | 'settled_on';

/** Each later day after each earlier one; the final report may come before or after the end. */
export const orderedDates: readonly (readonly [DateName, DateName])[] = [
  ['found_on', 'received_on'], ['found_on', 'decided_on'], ['received_on', 'planned_on'], ['planned_on', 'decided_on'], ['decided_on', 'agreed_on'], ['agreed_on', 'start_on'], ['start_on', 'end_on'],
  ['start_on', 'completed_on'], ['start_on', 'final_report_on'], ['final_report_on', 'settled_on'], ['start_on', 'settled_on'],
];

const word = (name: DateName): string => task.fields[name].ko;

const isBefore = (later: DateName, earlier: DateName): string => `t.${later} < t.${earlier}`;
const dateNames = [...new Set(orderedDates.flat())];

const outOfOrder = lookRule({ code: 'task.dates', severity: 'wrong', title: '날짜의 앞뒤가 바뀐 과제' }, 'task', {
  candidates: orderedDates.map(([earlier, later]) => isBefore(later, earlier)).join(' OR '),
  say: (read, _input, ns) => rowsOf(read, 'task', ns, '1', dateNames.map((name) => `t.${name}`).join(', ')).flatMap((row) => orderedDates.flatMap(([earlier, later], rank) => {
    // 현장해결 has an end of its own and no start.
    const [before, after] = [row[earlier] ?? null, row[later] ?? null];
    if (before === null || after === null || String(after) >= String(before)) return [];
    return [{ n: row.n, rank, message: `${word(later)}(${String(after)})이 ${word(earlier)}(${String(before)})보다 빠릅니다. 두 날짜를 확인해 주세요.`, field: later, tab: 'fields' }];
  })),
});

const programYear = lookRule({ code: 'task.program-year', severity: 'wrong', title: '차년도와 결정일이 다른 과제' }, 'task', {
  candidates: `t.program_year <> ${programYearSql('t.decided_on')} - ${-programNumberOf(0)}`,
  say: (read, _input, ns) => rowsOf(read, 'task', ns, 't.decided_on IS NOT NULL AND t.program_year IS NOT NULL', 't.decided_on AS a, t.program_year AS b').flatMap((row) => {
    const year = programYearOf(String(row['a']));
    const number = year ? programNumberOf(year.year) : null;
    return number === null || number === row['b'] ? [] : [{ n: row.n, message: `결정일(${String(row['a'])})은 ${number}차년도인데 ${String(row['b'])}차년도로 되어 있습니다. 맞는 쪽으로 고쳐 주세요.`, field: 'program_year', tab: 'fields' }];
  }),
});

const running = "t.status IN ('agreed', 'in-progress', 'mid-check')";

const endPassed = whereRule({ code: 'task.end-passed', severity: 'late', title: '수행 종료가 지난 과제' }, 'task', {
  where: `${running} AND t.end_on < :today`, more: 't.end_on AS a', parameters: ({ today }) => ({ today }), field: 'end_on',
  say: (row) => `수행 종료(${String(row['a'])})가 지났는데 아직 수행하고 있습니다. 결과보고를 받아 최종평가로 보내거나 종료일을 고쳐 주세요.`,
});

const reviewPassed = whereRule({ code: 'task.review-passed', severity: 'late', title: '재검토일이 지난 보류 과제' }, 'task', {
  where: "t.status = 'on-hold' AND t.review_on < :today", more: 't.review_on AS a', parameters: ({ today }) => ({ today }), field: 'review_on',
  say: (row) => `재검토일(${String(row['a'])})이 지났습니다. 다시 진행하거나 재검토일을 새로 정해 주세요.`,
});

/** Half of the work is over and a month has passed: time for a mid-check. Work of less than half a year needs none. */
const shortestWithMidCheck = 180;
const grace = 30;
const midCheckLate = whereRule({ code: 'task.mid-check-late', severity: 'late', title: '중간점검이 늦은 과제', reads: ['mid_check'] }, 'task', {
  where: `t.status = 'in-progress' AND julianday(t.end_on) - julianday(t.start_on) >= ${shortestWithMidCheck} AND t.end_on >= :today
    AND julianday(:today) > (julianday(t.start_on) + julianday(t.end_on)) / 2 + ${grace} AND NOT EXISTS (SELECT 1 FROM mid_check m WHERE m.task = t.id AND m._del = 0)`,
  parameters: ({ today }) => ({ today }), field: 'mid_check', tab: 'outcomes',
  say: () => '수행 기간의 절반이 지났는데 중간점검이 없습니다. 점검일·점검자·결과를 입력해 주세요.',
});

/** States that are passed through; in the others a task stays by its nature. */
const passing = ['discovered', 'received', 'planning', 'under-review', 'selected', 'agreed', 'mid-check', 'final-review', 'completed', 'stopped'];
const longestWait = 90;
const since = "coalesce((SELECT max(s.on_date) FROM task_step s WHERE s.task = t.id AND s._del = 0 AND s.to_status = t.status), t.found_on)";
const waiting = whereRule({ code: 'task.waiting', severity: 'late', title: `한 상태에 ${longestWait}일 넘게 머문 과제`, reads: ['task_step'] }, 'task', {
  // An agreement waits for its start.
  where: `t.status IN (${passing.map((code) => `'${code}'`).join(', ')}) AND ${since} < :waits AND NOT (t.status = 'agreed' AND coalesce(t.start_on, '') > :today)`,
  more: `t.status AS a, ${since} AS b`, parameters: ({ today }) => ({ today, waits: daysAfter(today, -longestWait) }), field: 'status',
  say: (row) => {
    const state = task.fields.status.choices?.find((one) => one.code === row['a'])?.ko ?? String(row['a']);
    return `‘${state}’에 ${String(row['b'])}부터 머물러 있습니다. 다음 상태로 보내거나 보류·철회로 정리해 주세요.`;
  },
});

export const taskDateRules: readonly QualityRule[] = [outOfOrder, programYear, endPassed, reviewPassed, midCheckLate, waiting];
