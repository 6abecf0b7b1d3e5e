/** What came of each completed task (T11), and what that adds up to by the day of completion. */
import { isEnteredSql } from '../outcomes/results.ts';
import { completedSql, completionDaySql } from '../reports/task-rules.ts';
import type { Fact } from './fact.ts';

const of = (table: string, what: string, condition = '1'): string => `coalesce((SELECT ${what} FROM ${table} p WHERE p.task = t.id AND p._del = 0 AND ${condition}), 0)`;
const sumOf = (column: string): string => of('performance', `sum(p.${column})`);
const outputsOf = (kind: string): string => of('output', 'count(*)', `p.kind = '${kind}'`);

/** Amounts of a task. Commercialised = said so in a year, or sold something in one (domain.md §16: tasks with sales). */
const amounts: Readonly<Record<string, string>> = {
  is_entered: `EXISTS (SELECT 1 FROM performance p WHERE p.task = t.id AND ${isEnteredSql('p')})`,
  is_commercialised: 'EXISTS (SELECT 1 FROM performance p WHERE p.task = t.id AND p._del = 0 AND (p.is_commercialised = 1 OR p.sales > 0))',
  sales: sumOf('sales'), exports_usd: sumOf('exports_usd'), new_jobs: sumOf('new_jobs'), patents_applied: outputsOf('patent-applied'), patents_registered: outputsOf('patent-registered'),
  follow_ons: of('follow_on', 'count(*)'), follow_on_funds: of('follow_on', 'sum(p.amount)'),
};
const values: Readonly<Record<string, string>> = { n: 't.n', day: completionDaySql('t'), ...amounts };
const summed = Object.keys(amounts);

export const outcomeFact: Fact = {
  table: 'outcome_fact', of: 'task', key: 't.n', columns: Object.keys(values),
  select: `SELECT ${Object.entries(values).map(([name, sql]) => `${sql} AS ${name}`).join(', ')} FROM task t WHERE ${completedSql('t')}`,
  sources: [
    { table: 'task', fields: ['status', 'completed_on', '_del', '*'] },
    { table: 'task_step', fields: ['task', 'from_status', 'to_status', 'on_date', '_del', '*'], via: 'task' },
    { table: 'performance', fields: ['task', 'is_commercialised', 'sales', 'exports_usd', 'new_jobs', 'cost_saving', 'memo', '_del', '*'], via: 'task' },
    { table: 'output', fields: ['task', 'kind', '_del', '*'], via: 'task' },
    { table: 'follow_on', fields: ['task', 'amount', '_del', '*'], via: 'task' },
  ],
  sums: [{
    table: 'outcome_day', keys: ['day'], amounts: ['tasks', ...summed],
    select: (from) => `SELECT day, count(*) AS tasks, ${summed.map((name) => `sum(${name}) AS ${name}`).join(', ')} FROM ${from} WHERE day IS NOT NULL GROUP BY day`,
  }],
  groups: [],
};
