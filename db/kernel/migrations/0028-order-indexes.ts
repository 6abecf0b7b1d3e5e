import type { Migration } from './migration.ts';

/**
 * Orders of the long lists as indexes that hold all an order asks for (the column, and what decides whether a row belongs to the list):
 * the first page of an order nobody has asked for is there at once, and the whole order is read without the rows. Over 1,000,000 tasks
 * the rows are gigabytes, an index is 20 MB.
 */
const wider = {
  task_found_on: 'task (found_on, _del)',
  task_decided_on: 'task (decided_on, _del)',
  task_end_on: 'task (end_on, _del)',
  task_task_no: 'task (task_no, _del)',
  // The list opens by day and hour.
  session_visit_on: 'session (visit_on, start_at, _del, coordinator)',
  session_session_no: 'session (session_no, _del)',
  meeting_start_on: 'meeting (start_on, _del)',
  // By its id a record is told from those that another one stands for.
  organisation_name: 'organisation (name, _del, id)',
  person_name: 'person (name, _del)',
} as const;

/**
 * Columns of few values (a state, a type) have none, and none is of the undeleted rows alone: the planner would take either for questions
 * that have a better one.
 */
const further = [
  'task_title ON task (title, _del)', 'task_fund_national ON task (fund_national, _del)', 'task_total_cost ON task (total_cost, _del)',
  'session_minutes ON session (minutes, _del)', 'meeting_title ON meeting (title, _del)', 'organisation_employees ON organisation (employees, _del, id)',
];

export const orderIndexes: Migration = {
  version: 28,
  name: 'order-indexes',
  sql: [
    ...Object.entries(wider).map(([name, columns]) => `DROP INDEX ${name}; CREATE INDEX ${name} ON ${columns};`),
    ...further.map((index) => `CREATE INDEX ${index};`),
  ].join('\n'),
};
