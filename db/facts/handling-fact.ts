/** What has become of each difficulty and how long it took (T12), and what that adds up to by month. */
import { taskFields } from '../reference/choices/task.ts';
import { intakeSql, reportedOnSql, settledOnSql, standingSql } from '../reports/handling-rules.ts';
import type { Fact, Sum } from './fact.ts';

const settledOn = settledOnSql('t', 't.standing');
const withDeadline = `t.standing = 'done' AND t.end_on IS NOT NULL AND ${reportedOnSql('t')} IS NOT NULL`;

const values: Readonly<Record<string, string>> = {
  n: 't.n', intake_on: 't.intake_on', month: 'substr(t.intake_on, 1, 7)', field: `CASE WHEN t.field IN (${taskFields.map(({ code }) => `'${code}'`).join(', ')}) THEN t.field ELSE '' END`, office: "coalesce(t.office, '')", standing: 't.standing',
  // Days from intake to the day it was settled; none without that day, or where it lies before the intake.
  days: `CASE WHEN ${settledOn} >= t.intake_on THEN CAST(julianday(${settledOn}) - julianday(t.intake_on) AS INTEGER) END`,
  is_due: `coalesce(${withDeadline}, 0)`, is_in_time: `coalesce(${withDeadline} AND ${reportedOnSql('t')} <= t.end_on, 0)`,
};

const byMonth = (table: string, key: string): Sum => ({
  table, keys: ['month', key, 'standing'], amounts: ['tasks', 'handled', 'days', 'due', 'in_time'],
  select: (from) => `SELECT month, ${key}, standing, count(*) AS tasks, count(days) AS handled, coalesce(sum(days), 0) AS days, sum(is_due) AS due, sum(is_in_time) AS in_time FROM ${from} WHERE month IS NOT NULL GROUP BY month, ${key}, standing`,
});

export const handlingFact: Fact = {
  table: 'handling_fact', of: 'task', key: 't.n', columns: Object.keys(values),
  select: `SELECT ${Object.entries(values).map(([name, sql]) => `${sql} AS ${name}`).join(', ')} FROM (SELECT t.*, ${intakeSql('t')} AS intake_on, ${standingSql('t')} AS standing FROM task t) t WHERE t._del = 0`,
  sources: [
    { table: 'task', fields: ['status', 'field', 'office', 'received_on', 'found_on', 'completed_on', 'referred_on', 'final_report_on', 'end_on', '_del', '*'] },
    { table: 'task_step', fields: ['task', 'to_status', 'on_date', '_del', '*'], via: 'task' },
  ],
  sums: [byMonth('handling_field_month', 'field'), byMonth('handling_office_month', 'office')], groups: [],
};
