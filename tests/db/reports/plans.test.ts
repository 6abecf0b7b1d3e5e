/** The heavy sets are read through their index; how long they take is measured by `npm run bench`. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { write } from '../../../db/kernel/write.ts';
import { organisation } from '../../../db/organisations/fields.ts';
import { resolved, type Indicator, type Resolved } from '../../../db/reports/indicator.ts';
import { groupSql } from '../../../db/reports/measure.ts';
import { plainParams } from '../../../db/reports/report-input.ts';
import { supportedBySize } from '../../../db/reports/t1.ts';
import { completedTasks, foundTasks, newFirms, supportedFirms, supportedTasks } from '../../../db/reports/t2.ts';
import { members } from '../../../db/reports/t3.ts';
import { openTestStore, tester, type TestStore } from '../../support/store.ts';
import { putManyTasks } from '../../support/many-rows.ts';

let store: TestStore;

beforeAll(() => {
  store = openTestStore();
  write(store, tester, '기업', (tx) => tx.create(organisation, { name: '기업', kind: 'firm' }));
  putManyTasks(store);
}, 60_000);
afterAll(() => store.dispose());

const cutOf = (indicator: Indicator): Resolved => {
  const cut = resolved(indicator, plainParams);
  if (!cut) throw new Error(`${indicator.code} is cut`);
  return cut;
};
const planOf = (indicator: Indicator): string =>
  store.read.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${groupSql(cutOf(indicator))}`, { first: '2010-01-01', last: '2022-12-31', as_of: '2022-12-31', before: '2021-12-31', is_program: 0 }).map((row) => row.detail).join('\n');

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
