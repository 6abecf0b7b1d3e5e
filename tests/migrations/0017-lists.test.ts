import { expect, test } from 'vitest';
import { databaseAt, newTables } from './steps.ts';

test('step 17 finds the newest clock and people by name through an index, and makes no table', () => {
  const db = databaseAt(16);
  expect(newTables(db, 17)).toEqual([]);
  const plan = (sql: string): unknown[] => db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all().map((row) => (row as { detail: string }).detail);
  expect(plan('SELECT max(hlc) FROM sync_log').join()).toContain('sync_log_hlc');
  expect(plan('SELECT n FROM person ORDER BY name, n LIMIT 100').join()).toContain('person_name');
});
