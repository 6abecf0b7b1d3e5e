/** Reads what the checks of a move look at. */
import { Refusal } from '../errors.ts';
import { task as taskType, type TaskValues } from './fields.ts';
import type { Reader } from '../kernel/reader.ts';
import { canonicalOf } from '../identity/same-sql.ts';
import { yearsAfterEnd } from '../outcomes/due-years.ts';
import { isEnteredSql } from '../outcomes/results.ts';
import { periodRuleOn, ruleDayOf, supportRuleOn } from '../program/rules.ts';
import type { PeriodRule, SupportRule } from '../program/rule-types.ts';
import type { TaskFacts } from './requirements.ts';

const columns = Object.keys(taskType.fields).join(', ');

/** SQL: the fields of a task, for the table's alias. */
export const taskColumns = (alias: string): string => Object.keys(taskType.fields).map((name) => `${alias}.${name}`).join(', ');

/** The fields of a live task. @throws Refusal `not-found` */
export const taskValuesOf = (read: Reader, id: string): TaskValues => {
  const row = read.get<TaskValues>(`SELECT ${columns} FROM task WHERE id = ? AND _del = 0`, [id]);
  if (!row) throw new Refusal('not-found', '애로과제를 찾을 수 없습니다. 삭제되었거나 아직 도착하지 않았습니다.', [{ field: '', value: id, message: id }]);
  return row;
};

/** What stands of the task in other tables. */
const around = `SELECT
  (SELECT count(*) FROM payment p WHERE p.task = :id AND p._del = 0) AS payments,
  (SELECT coalesce(sum(p.amount), 0) FROM payment p WHERE p.task = :id AND p._del = 0 AND p.fund = 'national') AS nationalPaid,
  (SELECT count(*) FROM mid_check m WHERE m.task = :id AND m._del = 0) AS midChecks,
  (SELECT m.result FROM mid_check m WHERE m.task = :id AND m._del = 0 ORDER BY m.on_date DESC, m.n DESC LIMIT 1) AS midResult,
  (SELECT count(*) FROM task_step s WHERE s.task = :id AND s._del = 0 AND s.to_status = 'mid-check') AS midTimes,
  (SELECT count(*) FROM output o WHERE o.task = :id AND o._del = 0) + (SELECT count(*) FROM performance f WHERE f.task = :id AND ${isEnteredSql('f')})
    + (SELECT count(*) FROM follow_on f WHERE f.task = :id AND f._del = 0) AS outputs`;

type Around = Pick<TaskFacts, 'payments' | 'nationalPaid' | 'midChecks' | 'midResult' | 'midTimes' | 'outputs'>;

const isLeadCoordinator = (read: Reader, person: string | null): boolean =>
  (person === null ? '' : (read.value<string>('SELECT roles FROM person WHERE id = ? AND _del = 0', [person]) ?? '')).split(',').includes('lead-coordinator');

/** What who looks at many tasks knows already: the rules of days (`rulesOfDays`), and of this task the years asked for and entered. */
export type KnownFacts = {
  rules: { period: (day: string) => PeriodRule; support: (code: string, day: string) => SupportRule | null };
  followUpYears?: readonly number[];
  performanceYears?: readonly number[];
};

/** Keeps what a property comes to once it is asked for. */
const once = <Value>(make: () => Value): (() => Value) => {
  let made: { value: Value } | null = null;
  return () => { made ??= { value: make() }; return made.value; };
};

/**
 * All that the checks look at, with the task as it would stand after the move. Read when it is asked for: a state asks for little of it.
 * @param task the task's values, those of the move laid over them
 */
export const factsOf = (
  read: Reader, id: string, task: TaskValues, { on, reason }: { on: string; reason: string | null },
  { rules, followUpYears, performanceYears }: KnownFacts = { rules: { period: (day) => periodRuleOn(read, day), support: (code, day) => supportRuleOn(read, code, day) } },
): TaskFacts => {
  const day = ruleDayOf(task) ?? on;
  const parties = once(() => read.all<{ body: string; kind: string | null }>(
    `SELECT DISTINCT ${canonicalOf('b.id')} AS body, o.kind FROM (SELECT :lead AS id UNION SELECT organisation FROM participant WHERE task = :id AND _del = 0 AND organisation IS NOT NULL) b
     LEFT JOIN organisation o ON o.id = b.id`, { lead: task.lead_org, id }));
  // One row always: it has no FROM.
  const counted = once(() => read.get<Around>(around, { id }) ?? { payments: 0, nationalPaid: 0, midChecks: 0, midResult: null, midTimes: 0, outputs: 0 });
  const period = once(() => rules.period(day));
  const support = once(() => (task.support_type === null ? null : rules.support(task.support_type, day)));
  return {
    task, on, reason,
    get payments() { return counted().payments; }, get nationalPaid() { return counted().nationalPaid; }, get midChecks() { return counted().midChecks; },
    get midResult() { return counted().midResult; }, get midTimes() { return counted().midTimes; }, get outputs() { return counted().outputs; },
    get bodies() { return new Set(parties().map(({ body }) => body)).size; },
    get firms() { return new Set(parties().filter(({ kind }) => kind === 'firm').map(({ body }) => body)).size; },
    get performanceYears() { return performanceYears ?? read.column<number>(`SELECT DISTINCT f.year FROM performance f WHERE f.task = ? AND ${isEnteredSql('f')}`, [id]); },
    get followUpYears() { return followUpYears ?? yearsAfterEnd(read, id); },
    get isNumberTaken() { return task.task_no !== null && read.value<number>('SELECT 1 FROM task WHERE task_no = ? AND id <> ? AND _del = 0 LIMIT 1', [task.task_no, id]) === 1; },
    get isDecidedByLead() { return isLeadCoordinator(read, task.decided_by); },
    get period() { return period(); }, get support() { return support(); },
  };
};
