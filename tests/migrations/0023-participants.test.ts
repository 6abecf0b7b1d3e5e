import { expect, test } from 'vitest';
import { fillSql } from '../../db/facts/fact.ts';
import { participantFact } from '../../db/facts/participant-fact.ts';
import { databaseAt, newTables } from './steps.ts';

test('step 23 makes the tables of who works with whom, with the columns their declaration fills', () => {
  const db = databaseAt(22);
  expect(newTables(db, 23).toSorted()).toEqual(['joint_body', 'participant_fact']);
  for (const { table, columns } of fillSql(participantFact)) {
    expect(db.prepare<[string], { name: string }>('SELECT name FROM pragma_table_info(?)').all(table).map(({ name }) => name).toSorted()).toEqual([...columns].toSorted());
  }
});
