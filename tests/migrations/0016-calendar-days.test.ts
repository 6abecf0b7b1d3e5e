import { expect, test } from 'vitest';
import { newTables, databaseAt } from './steps.ts';

test('step 16 indexes the days a calendar is asked for, and makes no table', () => {
  const db = databaseAt(15);
  expect(newTables(db, 16)).toEqual([]);
  const indexes = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'index' AND name IN ('session_next_visit_on', 'meeting_end_on', 'action_item_due_on', 'task_review_on')").pluck().all();
  expect(indexes).toHaveLength(4);
});
