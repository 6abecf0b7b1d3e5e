import { expect, test } from 'vitest';
import { databaseAt, mismatches, newTables } from './steps.ts';

const tables = ['action_item', 'agenda_item', 'attendance', 'import_batch', 'meeting', 'meeting_cluster'];

test('step 6 makes the tables of the declared records, and the guards on them', () => {
  const db = databaseAt(5);
  expect(newTables(db, 6)).toEqual(tables);
  for (const table of tables) {
    expect(mismatches(db, table)).toEqual([]);
    expect(db.prepare("SELECT count(*) FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ?").pluck().get(table)).toBe(3);
  }
});
