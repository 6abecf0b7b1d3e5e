import { expect, test } from 'vitest';
import { databaseAt, newTables } from './steps.ts';

test('step 25 makes the indexes the cards are counted from', () => {
  const db = databaseAt(24);
  const indexes = (): string[] => db.prepare<[], { name: string }>("SELECT name FROM sqlite_schema WHERE type = 'index'").all().map(({ name }) => name);
  const before = new Set(indexes());
  expect(newTables(db, 25)).toEqual([]);
  expect(indexes().filter((name) => !before.has(name)).toSorted()).toEqual(['task_fact_days_to_complete', 'task_fact_days_to_decide', 'task_fact_office', 'task_fact_province_firm', 'task_fact_province_found', 'task_fact_status', 'task_open']);
});
