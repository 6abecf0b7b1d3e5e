/** National money of each task, granted, paid and spent (T8), and what that adds up to by office, support type and program year. */
import { fundKinds } from '../reference/choices/money.ts';
import { supportedSql } from '../reports/task-rules.ts';
import type { Fact } from './fact.ts';

const national = fundKinds[0].code;
const rowsOf = (table: string, what: string): string => `coalesce((SELECT ${what} FROM ${table} m WHERE m.task = t.id AND m._del = 0 AND m.fund = '${national}'), 0)`;

const values: Readonly<Record<string, string>> = {
  n: 't.n', office: "coalesce(t.office, '')", support_type: "coalesce(t.support_type, '')", program_year: 'coalesce(t.program_year, 0)', is_supported: `coalesce(${supportedSql('t')}, 0)`,
  granted: `CASE WHEN ${supportedSql('t')} THEN coalesce(t.fund_national, t.granted, 0) ELSE 0 END`,
  payments: rowsOf('payment', 'count(*)'), paid: rowsOf('payment', 'sum(m.amount)'), spendings: rowsOf('spending', 'count(*)'), spent: rowsOf('spending', 'sum(m.amount)'),
};

export const moneyFact: Fact = {
  table: 'money_fact', of: 'task', key: 't.n', columns: Object.keys(values),
  select: `SELECT ${Object.entries(values).map(([name, sql]) => `${sql} AS ${name}`).join(', ')} FROM task t WHERE t._del = 0`,
  sources: [
    { table: 'task', fields: ['office', 'support_type', 'program_year', 'status', 'decided_on', 'fund_national', 'granted', '_del', '*'] },
    { table: 'task_step', fields: ['task', 'from_status', 'to_status', 'on_date', '_del', '*'], via: 'task' },
    { table: 'payment', fields: ['task', 'amount', 'fund', '_del', '*'], via: 'task' },
    { table: 'spending', fields: ['task', 'amount', 'fund', '_del', '*'], via: 'task' },
  ],
  sums: [{
    table: 'money_place', keys: ['office', 'support_type', 'program_year'], amounts: ['tasks', 'granted', 'payments', 'paid', 'spendings', 'spent'],
    select: (from) => `SELECT office, support_type, program_year, sum(is_supported) AS tasks, sum(granted) AS granted, sum(payments) AS payments, sum(paid) AS paid, sum(spendings) AS spendings, sum(spent) AS spent FROM ${from} WHERE true GROUP BY office, support_type, program_year`,
  }],
  groups: [],
};
