import type { Migration } from './migration.ts';
import { syncedTable } from './table.ts';

/** Budget by cost item, payments and spending of a task; budgets of an office. */
export const funds: Migration = {
  version: 9,
  name: 'funds',
  sql: [
    syncedTable('task_budget', `
    task TEXT, item TEXT, amount INTEGER`, ['task']),
    syncedTable('payment', `
    task TEXT, paid_on TEXT, amount INTEGER, fund TEXT, memo TEXT`, ['task', 'paid_on']),
    syncedTable('spending', `
    task TEXT, spent_on TEXT, item TEXT, amount INTEGER, fund TEXT, evidence TEXT, memo TEXT`, ['task', 'spent_on']),
    syncedTable('office_budget', `
    office TEXT, support_type TEXT, program_year INTEGER, amount INTEGER, memo TEXT`, ['program_year']),
  ].join('\n'),
};
