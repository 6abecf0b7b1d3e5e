/** Tasks as reports count them: firm, events with their years, state behind a hold, money, place. */
import { bandSql, completedSql, completionDaySql, programYearSql, stateSql, supportedSql, yearSql } from '../reports/task-rules.ts';
import type { Fact } from './fact.ts';
import { firmKey, keyOf, provinceOfFirm, rowsNaming, rowsOfBodies } from './fact-sql.ts';

const days = (from: string, to: string): string => `CAST(julianday(${to}) - julianday(${from}) AS INTEGER)`;

const values: Readonly<Record<string, string>> = {
  n: 't.n',
  firm: firmKey('task', 't', 'lead_org'),
  cluster: keyOf('mini_cluster', 't.cluster'), coordinator: keyOf('person', 't.coordinator'),
  office: "coalesce(t.office, '')", support_type: "coalesce(t.support_type, '')", province: provinceOfFirm('t.lead_org'),
  status: 't.status', state: stateSql('t'), stage: "coalesce(t.stage, '')", field: "coalesce(t.field, '')", found_by: "coalesce(t.found_by, '')", band: bandSql('t.employees_at_decision'),
  is_supported: `coalesce(${supportedSql('t')}, 0)`, is_completed: `coalesce(${completedSql('t')}, 0)`,
  found_on: 't.found_on', received_on: 't.received_on', decided_on: 't.decided_on', completion_on: completionDaySql('t'),
  found_year: yearSql('t.found_on'), found_program_year: programYearSql('t.found_on'),
  decided_year: yearSql('t.decided_on'), decided_program_year: programYearSql('t.decided_on'),
  completion_year: yearSql(completionDaySql('t')), completion_program_year: programYearSql(completionDaySql('t')),
  days_to_decide: days('coalesce(t.received_on, t.found_on)', 't.decided_on'), days_to_complete: days('coalesce(t.received_on, t.found_on)', completionDaySql('t')),
  fund_national: 't.fund_national', fund_local: 't.fund_local', fund_private: 'nullif(coalesce(t.fund_private_cash, 0) + coalesce(t.fund_private_in_kind, 0), 0)', total_cost: 't.total_cost',
};

const own = [
  'lead_org', 'cluster', 'coordinator', 'office', 'support_type', 'status', 'stage', 'field', 'found_by', 'employees_at_decision', 'found_on', 'received_on', 'decided_on', 'completed_on',
  'fund_national', 'fund_local', 'fund_private_cash', 'fund_private_in_kind', '_del', '*',
];

export const taskFact: Fact = {
  table: 'task_fact', of: 'task', key: 't.n', columns: Object.keys(values),
  select: `SELECT ${Object.entries(values).map(([name, sql]) => `${sql} AS ${name}`).join(', ')} FROM task t WHERE t._del = 0`,
  sources: [
    { table: 'task', fields: own },
    // The first task that names a body which has not arrived stands for it in the others.
    { table: 'task', fields: ['lead_org'], via: 'lead_org', rows: `${rowsNaming('task', 'lead_org')} AND NOT EXISTS (SELECT 1 FROM organisation o WHERE o.id = task.lead_org)` },
    { table: 'task_step', fields: ['task', 'from_status', 'to_status', 'on_date', '_del', '*'], via: 'task' },
    { table: 'organisation', fields: ['province', '*'], rows: rowsOfBodies('task', 'lead_org') },
    { table: 'organisation_same', fields: [], rows: rowsOfBodies('task', 'lead_org') },
    { table: 'mini_cluster', fields: ['*'], rows: rowsNaming('task', 'cluster') },
    { table: 'person', fields: ['*'], rows: rowsNaming('task', 'coordinator') },
  ],
  sums: [{
    table: 'task_day', reads: ['found_on', 'decided_on', 'completion_on', 'is_supported', 'is_completed', 'band', 'fund_national', 'total_cost'], keys: ['event', 'day', 'band'], amounts: ['tasks', 'without_funds', 'fund_national', 'total_cost'],
    select: (from) => {
      const event = (name: string, day: string, condition: string) =>
        `SELECT '${name}' AS event, f.${day} AS day, f.band, count(*) AS tasks, count(*) - count(f.fund_national) AS without_funds, coalesce(sum(f.fund_national), 0) AS fund_national, coalesce(sum(f.total_cost), 0) AS total_cost
          FROM task_some f WHERE f.${day} IS NOT NULL${condition} GROUP BY f.${day}, f.band`;
      return `WITH task_some AS (SELECT * FROM ${from}) ${[event('found', 'found_on', ''), event('decided', 'decided_on', ' AND f.is_supported = 1'), event('completed', 'completion_on', ' AND f.is_completed = 1')].join(' UNION ALL ')}`;
    },
  }],
  groups: [{
    table: 'firm_fact', reads: ['firm', 'is_supported', 'decided_on', 'decided_year', 'decided_program_year'], key: 'firm', by: 'firm', columns: ['firm', 'first_on', 'last_on', 'first_year', 'first_program_year', 'tasks'],
    select: (from) => `SELECT firm, min(decided_on) AS first_on, max(decided_on) AS last_on, min(decided_year) AS first_year, min(decided_program_year) AS first_program_year, count(*) AS tasks FROM ${from} WHERE is_supported = 1 AND firm IS NOT NULL`,
    end: 'GROUP BY firm',
  }],
};
