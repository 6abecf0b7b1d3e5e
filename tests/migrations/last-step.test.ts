import { expect, test } from 'vitest';
import { schemaVersion } from '../../db/kernel/migrate.ts';
import { records } from '../../db/records.ts';
import { databaseAt, mismatches } from './steps.ts';

test('after the last step every table has exactly the columns its record declares', () => {
  const db = databaseAt(schemaVersion);
  expect(records.flatMap((type) => mismatches(db, type))).toEqual([]);
});
