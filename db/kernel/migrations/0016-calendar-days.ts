import type { Migration } from './migration.ts';

/** Days a calendar is asked for, found without a walk over the table. Most rows have none of them. */
const days = [['session', 'next_visit_on'], ['meeting', 'end_on'], ['action_item', 'due_on'], ['task', 'review_on']] as const;

export const calendarDays: Migration = {
  version: 16,
  name: 'calendar-days',
  sql: days.map(([table, column]) => `CREATE INDEX ${table}_${column} ON ${table} (${column}) WHERE ${column} IS NOT NULL;`).join('\n'),
};
