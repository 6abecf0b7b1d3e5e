import { expect, test } from 'vitest';
import { databaseAt, mismatches, newTables } from './steps.ts';

const tables = ['account', 'organisation', 'person', 'site'];

test('step 2 makes the tables of the declared records, and the guards on them', () => {
  const db = databaseAt(1);
  expect(newTables(db, 2)).toEqual(tables);
  for (const table of tables) {
    expect(mismatches(db, table)).toEqual([]);
    expect(db.prepare("SELECT count(*) FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ?").pluck().get(table)).toBe(3);
  }
});
