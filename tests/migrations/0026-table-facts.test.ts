import { expect, test } from 'vitest';
import { facts } from '../../db/facts/facts.ts';
import { fillSql } from '../../db/facts/fact.ts';
import { databaseAt, newTables } from './steps.ts';

const made = [
  'attended_fact', 'cluster_meeting_fact', 'finding_fact', 'handling_fact', 'handling_field_month', 'handling_office_month', 'money_fact', 'money_place', 'outcome_day', 'outcome_fact',
  'session_cluster_month', 'session_person_day', 'session_person_month',
];

test('step 26 makes the tables that T6 to T12 are counted from, with the columns their declarations fill', () => {
  const db = databaseAt(25);
  expect(newTables(db, 26).toSorted()).toEqual(made);
  for (const { table, columns } of facts.flatMap(fillSql).filter((one) => made.includes(one.table))) {
    expect(db.prepare<[string], { name: string }>('SELECT name FROM pragma_table_info(?)').all(table).map(({ name }) => name).toSorted()).toEqual([...columns].toSorted());
  }
});
