import { expect, test } from 'vitest';
import { databaseAt, mismatches, newTables } from './steps.ts';

const tables = ['participant', 'task', 'task_step'];

test('step 4 makes the tables of the declared records, and the guards on them', () => {
  const db = databaseAt(3);
  expect(newTables(db, 4)).toEqual(tables);
  for (const table of tables) {
    expect(mismatches(db, table)).toEqual([]);
    expect(db.prepare("SELECT count(*) FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ?").pluck().get(table)).toBe(3);
  }
});
