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
  // 자료 점검: sessions without advice, sessions that became a task, and those not handed in; of 600,000 a few thousand.
  "session_no_advice ON session (coordinator) WHERE _del = 0 AND status IN ('submitted', 'confirmed') AND coalesce(advice, '') = ''",
  "session_became_task ON session (coordinator, id) WHERE _del = 0 AND result = 'became-task'",
  "session_unfinished ON session (coordinator, visit_on) WHERE _del = 0 AND status IN ('draft', 'returned')",
  // Firms that are no more, and those whose industry code has a revision: what their tasks and sessions are compared with.
  "organisation_closed ON organisation (id, status_on, status, _del) WHERE _del = 0 AND status IN ('closed', 'merged')",
  'organisation_revision ON organisation (id, industry_revision) WHERE industry_revision IS NOT NULL',
];

export const screenIndexes: Migration = {
  version: 24,
  name: 'screen-indexes',
  sql: [
    ...indexes.map((index) => `CREATE INDEX ${index};`),
    // Sessions of one day of one coordinator, with their hours.
    'DROP INDEX session_coordinator_visit_on; CREATE INDEX session_coordinator_visit_on ON session (coordinator, visit_on, _del, start_at, end_at);',
    'DROP INDEX task_step_task; CREATE INDEX task_step_task ON task_step (task, _del, to_status, on_date, id, from_status);',
  ].join('\n'),
};
