/** Reads what the checks of a move look at. */
import { Refusal } from '../errors.ts';
import { task as taskType, type TaskValues } from './fields.ts';
import type { Reader } from '../kernel/reader.ts';
import { canonicalOf } from '../identity/same-sql.ts';
import { yearsAfterEnd } from '../outcomes/due-years.ts';
import { isEnteredSql } from '../outcomes/results.ts';
import { periodRuleOn, ruleDayOf, supportRuleOn } from '../program/rules.ts';
import type { TaskFacts } from './requirements.ts';

const columns = Object.keys(taskType.fields).join(', ');

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

/**
 * All that the checks look at, with the task as it would stand after the move.
 * @param task the task's values, those of the move laid over them
 */
export const factsOf = (read: Reader, id: string, task: TaskValues, move: { on: string; reason: string | null }): TaskFacts => {
  const day = ruleDayOf(task) ?? move.on;
  const parties = read.all<{ body: string; kind: string | null }>(
    `SELECT DISTINCT ${canonicalOf('b.id')} AS body, o.kind FROM (SELECT :lead AS id UNION SELECT organisation FROM participant WHERE task = :id AND _del = 0 AND organisation IS NOT NULL) b
     LEFT JOIN organisation o ON o.id = b.id`, { lead: task.lead_org, id });
  // One row always: it has no FROM.
  const counted = read.get<Around>(around, { id }) ?? { payments: 0, nationalPaid: 0, midChecks: 0, midResult: null, midTimes: 0, outputs: 0 };
  return {
    task, ...move, ...counted,
    bodies: new Set(parties.map(({ body }) => body)).size, firms: new Set(parties.filter(({ kind }) => kind === 'firm').map(({ body }) => body)).size,
    performanceYears: read.column<number>(`SELECT DISTINCT f.year FROM performance f WHERE f.task = ? AND ${isEnteredSql('f')}`, [id]),
    followUpYears: yearsAfterEnd(read, id),
    isNumberTaken: task.task_no !== null && read.value<number>('SELECT 1 FROM task WHERE task_no = ? AND id <> ? AND _del = 0 LIMIT 1', [task.task_no, id]) === 1,
    isDecidedByLead: isLeadCoordinator(read, task.decided_by),
    period: periodRuleOn(read, day),
    support: task.support_type === null ? null : supportRuleOn(read, task.support_type, day),
  };
};
