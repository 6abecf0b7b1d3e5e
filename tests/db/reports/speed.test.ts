/** The heavy sets are read through their index, and a report of 100,000 tasks stays within a second. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { write } from '../../../db/kernel/write.ts';
import { organisation } from '../../../db/organisations/fields.ts';
import { groupSql, type Indicator } from '../../../db/reports/indicator.ts';
import { cellRecords, tableOf } from '../../../db/reports/layout.ts';
import { supportedBySize, t1 } from '../../../db/reports/t1.ts';
import { completedTasks, foundTasks, newFirms, supportedFirms, supportedTasks, t2 } from '../../../db/reports/t2.ts';
import { members } from '../../../db/reports/t3.ts';
import { openTestStore, tester, type TestStore } from '../../support/store.ts';

const count = 100_000;
const params = { asOf: '2022-12-31', fromYear: 2010, toYear: 2022 };
let store: TestStore;

/** Rows as the door would leave them, without their log: this measures reading. */
const fill = (): void => {
  store.door.isOpen = true;
  store.db.exec(`WITH RECURSIVE one(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM one WHERE i < ${count - 1})
    INSERT INTO task (id, title, status, need_text, lead_org, found_on, decided_on, completed_on, fund_national, total_cost, employees_at_decision)
    SELECT printf('%036d', i), '과제', CASE i % 8 WHEN 0 THEN 'discovered' WHEN 1 THEN 'on-hold' WHEN 2 THEN 'completed' WHEN 3 THEN 'closed' ELSE 'in-progress' END, printf('%.300c', '가'), 'firm' || (i * 7919 % 8000),
      (2005 + i % 18) || '-03-01', (2005 + i % 18) || '-05-01', NULL, 50000000, 70000000, i % 400 FROM one;
    INSERT INTO task_step (id, task, from_status, to_status, on_date) SELECT 'a' || id, id, 'selected', CASE status WHEN 'on-hold' THEN 'on-hold' ELSE 'completed' END, decided_on FROM task;`);
  store.door.isOpen = false;
};

beforeAll(() => {
  store = openTestStore();
  write(store, tester, '기업', (tx) => tx.create(organisation, { name: '기업', kind: 'firm' }));
  fill();
}, 60_000);
afterAll(() => store.dispose());

const planOf = (indicator: Indicator): string =>
  store.read.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${groupSql(indicator)}`, { first: '2010-01-01', last: '2022-12-31', as_of: '2022-12-31', before: '2021-12-31' }).map((row) => row.detail).join('\n');

describe('plans', () => {
  it.each([
    [supportedBySize, /USING INDEX task_(decided_on|status)/], [supportedTasks, /USING INDEX task_(decided_on|status)/], [supportedFirms, /USING INDEX task_(decided_on|status)/],
    [newFirms, /USING INDEX task_(decided_on|status)/], [foundTasks, /USING INDEX task_found_on/], [completedTasks, /USING INDEX task_step_task/],
  ])('$code is read through its index', (indicator, index) => { expect(planOf(indicator)).toMatch(index); });

  it('looks up the steps of a task by their index, never by a walk', () => {
    for (const indicator of [supportedTasks, completedTasks, newFirms]) expect(planOf(indicator)).not.toMatch(/SCAN [shd]\b/);
  });

  it('joins members to their cluster by its id', () => { expect(planOf(members)).toMatch(/SEARCH (c|m) USING/); });
});

describe('100,000 tasks', () => {
  const seconds = (run: () => unknown): number => {
    run();
    const start = performance.now();
    run();
    return (performance.now() - start) / 1000;
  };

  it('are counted within a second or two, not minutes', () => {
    const taken = { t1: seconds(() => tableOf(store.read, t1, params)), t2: seconds(() => tableOf(store.read, t2, params)), records: seconds(() => cellRecords(store.read, t1, 'up-to-300~sum', params)) };
    expect(taken.t1).toBeLessThan(1);
    expect(taken.t2).toBeLessThan(3);
    expect(taken.records).toBeLessThan(1);
    console.info('seconds', taken);
  });
});
