import type { Migration } from './migration.ts';

const ended = "_del = 0 AND status IN ('completed', 'stopped', 'follow-up')";

/**
 * What screens ask of a nation's records, beside lists and reports. A partial index costs a write only where its row belongs to it; the
 * steps of a task keep the one index they had, wider. Measured over 100,000 tasks and 600,000 sessions.
 */
const indexes: readonly string[] = [
  // 오늘, everybody's: the fifty most overdue actions without a walk over all (1,090 ms → 1 ms); a tenth of the actions are open.
  "action_item_open ON action_item (due_on IS NULL, due_on) WHERE _del = 0 AND status IN ('open', 'in-progress')",
  // 오늘: the tasks that end next; one in twenty runs.
  "task_running ON task (end_on, coordinator) WHERE _del = 0 AND status IN ('agreed', 'in-progress', 'mid-check', 'final-review')",
  // 사후관리: the tasks that are over, without the tasks themselves (1,620 ms → 180 ms).
  `task_ended ON task (coordinator, id, completed_on, status) WHERE ${ended}`,
];

export const screenIndexes: Migration = {
  version: 26,
  name: 'screen-indexes',
  sql: [
    ...indexes.map((index) => `CREATE INDEX ${index};`),
    'DROP INDEX task_step_task; CREATE INDEX task_step_task ON task_step (task, _del, to_status, on_date, id, from_status);',
  ].join('\n'),
};
