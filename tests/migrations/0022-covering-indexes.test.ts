import { expect, test } from 'vitest';
import { databaseAt, newTables } from './steps.ts';

test('step 22 answers the counts of a list from indexes alone, and makes no table', () => {
  const db = databaseAt(21);
  expect(newTables(db, 22)).toEqual([]);
  const plan = (sql: string): string => db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all().map((row) => (row as { detail: string }).detail).join('\n');
  expect(plan("SELECT count(*) FROM task WHERE cluster = 'c' AND _del = 0")).toContain('USING COVERING INDEX task_cluster');
  expect(plan("SELECT count(*) FROM session WHERE organisation = 'o' AND _del = 0")).toContain('USING COVERING INDEX session_organisation_visit_on');
  expect(plan("SELECT count(*) FROM attendance WHERE meeting = 'm' AND _del = 0 AND is_present = 1")).toContain('USING COVERING INDEX attendance_meeting');
  expect(plan("SELECT count(DISTINCT coalesce(person, organisation)) FROM membership WHERE cluster = 'c' AND _del = 0 AND joined_on <= '2026-01-01' AND (left_on IS NULL OR left_on >= '2026-01-01') AND kind = 'firm'"))
    .toContain('USING COVERING INDEX membership_cluster_joined_on');
});
