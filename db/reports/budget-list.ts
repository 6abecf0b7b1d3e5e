/** The list of office budgets, for the records behind a number of budgets. */
import type { ListColumn } from '../kernel/list-filter.ts';
import { listQuery, type ListSpec } from '../kernel/list.ts';

const own = (name: string): ListColumn => ({ sql: `t.${name}`, dependsOn: [`office_budget.${name}`] });

export const budgetListSpec: ListSpec = {
  name: 'office-budgets',
  table: 'office_budget',
  columns: { office: own('office'), support_type: own('support_type'), program_year: own('program_year'), amount: own('amount'), memo: own('memo') },
  quick: ['office', 'memo'],
  sort: [{ column: 'office', descending: false }, { column: 'program_year', descending: false }],
};

export const budgetList = listQuery(budgetListSpec);
