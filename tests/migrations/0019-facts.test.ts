import { expect, test } from 'vitest';
import { facts } from '../../db/facts/facts.ts';
import { fillSql } from '../../db/facts/fact.ts';
import { databaseAt, newTables } from './steps.ts';

test('step 19 makes the tables facts are kept in, with the columns their declarations fill', () => {
  const db = databaseAt(18);
  const made = newTables(db, 19).toSorted();
  expect(made).toEqual(['firm_fact', 'meeting_cluster_fact', 'meeting_fact', 'member_month', 'membership_fact', 'session_fact', 'task_day', 'task_fact']);
  for (const { table, columns } of facts.flatMap(fillSql).filter((one) => made.includes(one.table))) {
    expect(db.prepare<[string], { name: string }>('SELECT name FROM pragma_table_info(?)').all(table).map(({ name }) => name).toSorted()).toEqual([...columns].toSorted());
  }
});
