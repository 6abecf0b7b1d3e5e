import { expect, test } from 'vitest';
import { databaseAt, newTables } from './steps.ts';

test('step 17 finds people by name through an index and keeps selections as row numbers', () => {
  const db = databaseAt(16);
  expect(newTables(db, 17)).toEqual([]);
  const plan = (sql: string): unknown[] => db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all().map((row) => (row as { detail: string }).detail);
  expect(plan('SELECT n FROM person ORDER BY name, n LIMIT 100').join()).toContain('person_name');
  expect(db.prepare("SELECT name FROM pragma_table_info('selection')").pluck().all()).toEqual(['id', 'tbl', 'label', 'rows', 'count', 'at']);
});
