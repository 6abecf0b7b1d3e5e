/** The sets of the cards are read through indexes that hold all they ask; how long they take is measured by `npm run bench`. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { daysToComplete, daysToDecide } from '../../../db/dashboard/days.ts';
import { openTasks, recentSessions } from '../../../db/dashboard/load.ts';
import { hubsSql, jointTasks, partnersSql, sharedTasks } from '../../../db/dashboard/network.ts';
import { tasksByState } from '../../../db/dashboard/pipeline.ts';
import { firmsByProvince, foundByProvince, supportedByProvince } from '../../../db/dashboard/region.ts';
import { supportedByType } from '../../../db/dashboard/type.ts';
import { rebuildFollowers } from '../../../db/kernel/follow.ts';
import { write } from '../../../db/kernel/write.ts';
import { organisation } from '../../../db/organisations/fields.ts';
import { resolved, type Indicator } from '../../../db/reports/indicator.ts';
import { groupSql } from '../../../db/reports/measure.ts';
import { openTestStore, tester, type TestStore } from '../../support/store.ts';
import { putManyTasks } from '../../support/many-rows.ts';

let store: TestStore;

beforeAll(() => {
  store = openTestStore();
  write(store, tester, '기업', (tx) => tx.create(organisation, { name: '기업', kind: 'firm' }));
  putManyTasks(store, 20_000);
  store.db.transaction(() => rebuildFollowers(store))();
  store.db.exec('ANALYZE');
}, 120_000);
afterAll(() => store.dispose());

const whole = { yearKind: 'calendar', scope: {} } as const;
const given = { first: '2010-01-01', last: '2022-12-31', as_of: '2022-12-31', recent: '2022-10-01', bodies: '[1,2]', hubs: '[1]', records: '[]' };
const planOf = (sql: string): string => store.read.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, given).map((row) => row.detail).join('\n');
const planOfSet = (indicator: Indicator): string => { const cut = resolved(indicator, whole); return cut ? planOf(groupSql(cut)) : ''; };

describe('plans', () => {
  it.each([
    [tasksByState, /COVERING INDEX task_fact_status/], [supportedByType, /USING (COVERING )?INDEX task_fact_(type|decided)/], [foundByProvince, /COVERING INDEX task_fact_province_found/],
    [supportedByProvince, /COVERING INDEX task_fact_province_firm/], [firmsByProvince, /COVERING INDEX task_fact_province_firm/],
    [daysToDecide, /COVERING INDEX task_fact_days_to_decide/], [daysToComplete, /COVERING INDEX task_fact_days_to_complete/],
    [openTasks, /INDEX task_(open|status)/], [recentSessions, /USING INDEX session_fact_day/],
  ])('$code is read through its index', (indicator, index) => { expect(planOfSet(indicator)).toMatch(index); });

  it('never looks at all pairs of bodies: the top comes from one index, the pairs from the tasks of the top', () => {
    expect(planOf(hubsSql(whole))).toMatch(/COVERING INDEX joint_body_body/);
    expect(planOf(partnersSql(whole))).toMatch(/SEARCH a USING COVERING INDEX joint_body_body/);
    for (const indicator of [jointTasks, sharedTasks]) {
      expect(planOfSet(indicator)).toMatch(/SEARCH [ab] USING (COVERING INDEX joint_body_body|PRIMARY KEY)/);
      expect(planOfSet(indicator)).not.toMatch(/SCAN [abf]\b/);
    }
  });
});
