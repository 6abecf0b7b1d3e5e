import type { Migration } from './migration.ts';

/**
 * Indexes that hold all the cards of the dashboard ask of task facts, in the order in which they are divided: provinces with their
 * firms and days to a decision are counted without a temporary table, in 3 ms instead of 70 over 100,000 tasks (measured).
 */
export const dashboardIndexes: Migration = {
  version: 25,
  name: 'dashboard-indexes',
  sql: `
CREATE INDEX task_fact_province_found ON task_fact (province, found_on);
CREATE INDEX task_fact_province_firm ON task_fact (province, firm, decided_on) WHERE is_supported = 1;
CREATE INDEX task_fact_days_to_decide ON task_fact (days_to_decide, decided_on) WHERE days_to_decide >= 0;
CREATE INDEX task_fact_days_to_complete ON task_fact (days_to_complete, completion_on) WHERE is_completed = 1 AND days_to_complete >= 0;
CREATE INDEX task_fact_status ON task_fact (status, found_on);
CREATE INDEX task_fact_office ON task_fact (office);
CREATE INDEX task_open ON task (coordinator, end_on, status, _del) WHERE status IN ('discovered', 'received', 'planning', 'under-review', 'selected', 'agreed', 'in-progress', 'mid-check', 'final-review', 'on-hold') AND _del = 0;
`,
};
