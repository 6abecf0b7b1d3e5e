/** What the state a task is in asks for, and what the rules of its year say. */
import { supportedSql } from '../reports/task-rules.ts';
import { judge } from '../program/facts.ts';
import type { Finding } from '../program/finding.ts';
import type { Reader } from '../kernel/reader.ts';
import { factsOf, taskValuesOf } from '../tasks/facts.ts';
import { requirementsOf, type Where } from '../tasks/requirements.ts';
import { isState } from '../tasks/workflow.ts';
import { lineOf, rowsWhere, type QualityInput, type QualityRule, type Row } from './rule.ts';

/** The tab of a task's record where something is filled. */
export const tabOf: Readonly<Record<Where, string>> = {
  field: 'fields', participants: 'bodies', funds: 'funds', 'mid-check': 'outcomes', outputs: 'outcomes', performance: 'outcomes', sessions: 'links',
  // Who decided is a field, too; the tab of evaluations is for deciding anew.
  evaluation: 'fields',
};
const moneyFields = /^(fund_|granted$|returned$|settled_|unused_returned$|royalty$)/;

const required: QualityRule = {
  code: 'task.required', severity: 'missing', title: '지금 상태에 필요한 것이 빠진 과제',
  find: (read, input) => rowsWhere(read, 'task', input, '1', 't.status AS a').flatMap((row) => {
    const state = String(row['a']);
    if (!isState(state)) return [];
    const on = read.value<string>('SELECT max(on_date) FROM task_step WHERE task = ? AND _del = 0 AND to_status = ?', [row.id, state]) ?? input.today;
    const facts = factsOf(read, row.id, taskValuesOf(read, row.id), { on, reason: null });
    // The requirement asks for one check more than there were visits to the state before; the present one is counted already.
    const before = { ...facts, midTimes: state === 'mid-check' ? facts.midTimes - 1 : facts.midTimes };
    return requirementsOf(state, facts.period).filter((one) => one.field !== 'reason' && !one.isMet(before)).map((one) =>
      lineOf('task', row, typeof one.message === 'string' ? one.message : one.message(before), one.ask?.(before)[0] ?? one.field, tabOf[one.where]));
  }),
};

/** Six rules ask for the findings of the same tasks, one after the other: what is found for one look at the records is kept with it. */
type Judged = { row: Row; findings: Finding[] };
const judgedFor = new WeakMap<QualityInput, Judged[]>();

const judgedTasks = (read: Reader, input: QualityInput): Judged[] => {
  const known = judgedFor.get(input)
    ?? rowsWhere(read, 'task', input, `t.status = 'under-review' OR ${supportedSql('t')}`).map((row) => ({ row, findings: judge(read, row.id, { today: input.today }) }));
  judgedFor.set(input, known);
  return known;
};

const tabOfField = (field: string): string => (field === 'participants' ? 'bodies' : moneyFields.test(field) ? 'funds' : 'fields');

const judgedRule = (head: Pick<QualityRule, 'code' | 'title'>, holds: (finding: Finding) => boolean): QualityRule => ({
  ...head, severity: 'wrong',
  find: (read, input) => judgedTasks(read, input).flatMap(({ row, findings }) => findings.filter(holds).map((one) => lineOf('task', row, one.message, one.field, tabOfField(one.field)))),
});

export const taskStateRules: readonly QualityRule[] = [
  required,
  judgedRule({ code: 'task.route', title: '심의 경로가 맞지 않는 과제' }, ({ rule }) => rule === 'R1'),
  judgedRule({ code: 'task.support-type', title: '그해에 없던 지원유형' }, ({ rule, field }) => rule === 'R2' && field === 'support_type'),
  judgedRule({ code: 'task.cap', title: '한도나 기간을 넘은 과제' }, ({ rule, field }) => rule === 'R2' && field !== 'support_type'),
  judgedRule({ code: 'task.share', title: '정부 비율이나 현금 비율이 어긋난 과제' }, ({ rule }) => rule === 'R3'),
  judgedRule({ code: 'task.joint', title: '공동 조건에 못 미친 과제' }, ({ rule }) => rule === 'R4'),
  judgedRule({ code: 'task.member', title: '주관기업이 회원이 아닌 과제' }, ({ rule }) => rule === 'R5'),
];
