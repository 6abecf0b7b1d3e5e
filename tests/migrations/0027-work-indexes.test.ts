import { expect, test } from 'vitest';
import { databaseAt, newTables } from './steps.ts';

test('step 27 counts tasks by state and coordinator in indexes alone and keeps the columns of the board in order, and makes no table', () => {
  const db = databaseAt(26);
  expect(newTables(db, 27)).toEqual([]);
  const plan = (sql: string): string => db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all().map((row) => (row as { detail: string }).detail).join('\n');
  expect(plan('SELECT status, count(*) FROM task WHERE _del = 0 GROUP BY status')).toContain('USING COVERING INDEX task_status');
  expect(plan('SELECT coordinator, count(*) FROM task WHERE _del = 0 GROUP BY coordinator')).toContain('USING COVERING INDEX task_coordinator');
  expect(plan("SELECT coordinator, count(*) FROM session INDEXED BY session_visit_on WHERE visit_on > '2026-01-01' AND _del = 0 GROUP BY coordinator")).toContain('USING COVERING INDEX session_visit_on');
  expect(plan("SELECT sum(amount) FROM payment WHERE task = 't' AND _del = 0 AND fund = 'national'")).toContain('USING COVERING INDEX payment_task');
  expect(plan("SELECT sum(amount) FROM spending WHERE task = 't' AND _del = 0 AND fund = 'national'")).toContain('USING COVERING INDEX spending_task');
  expect(plan('SELECT * FROM action WHERE user_id = 1 AND undone_by IS NULL ORDER BY id DESC LIMIT 1')).toBe('SEARCH action USING INDEX action_user (user_id=?)');
  expect(plan('SELECT min(program_year) FROM task')).toContain('USING COVERING INDEX task_program_year');
});
