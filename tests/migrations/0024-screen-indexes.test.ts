import { expect, test } from 'vitest';
import { databaseAt, newTables } from './steps.ts';

test('step 24 answers what screens ask from indexes over the few rows that matter, and makes no table', () => {
  const db = databaseAt(23);
  expect(newTables(db, 24)).toEqual([]);
  const plan = (sql: string): string => db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all().map((row) => (row as { detail: string }).detail).join('\n');
  expect(plan("SELECT id FROM action_item WHERE _del = 0 AND status IN ('open', 'in-progress') ORDER BY due_on IS NULL, due_on, n LIMIT 50")).toMatch(/USING INDEX action_item_open$/);
  expect(plan("SELECT id FROM task INDEXED BY task_running WHERE _del = 0 AND status IN ('agreed', 'in-progress', 'mid-check', 'final-review') AND end_on < '2026-01-01'")).toContain('USING INDEX task_running');
  expect(plan("SELECT completed_on FROM task INDEXED BY task_ended WHERE _del = 0 AND status IN ('completed', 'stopped', 'follow-up') AND coordinator = 'p'")).toContain('USING COVERING INDEX task_ended');
  expect(plan("SELECT max(on_date) FROM task_step WHERE task = 't' AND _del = 0 AND to_status = 'agreed'")).toContain('USING COVERING INDEX task_step_task');
});
