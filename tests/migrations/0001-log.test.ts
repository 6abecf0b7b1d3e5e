import { expect, test } from 'vitest';
import { databaseAt, newTables } from './steps.ts';

const tables = ['action', 'before_image', 'draft', 'preference', 'selection', 'sync_conflict', 'sync_log', 'sync_self', 'sync_stream'];

test('step 1 makes the log and what stays on this device', () => {
  const db = databaseAt(0);
  expect(newTables(db, 1)).toEqual(tables);
  expect(() => db.exec("DELETE FROM sync_log; INSERT INTO sync_log VALUES (0, 1, 1, 1, 't', 'r', '', 0, 1, '{}', '', ''); UPDATE sync_log SET seq = 2")).toThrow('append-only');
});
