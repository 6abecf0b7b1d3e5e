/** The heavy sets are read through their index; how long they take is measured by `npm run bench`. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { facts } from '../../../db/facts/facts.ts';
import { taskFact } from '../../../db/facts/task-fact.ts';
import { write } from '../../../db/kernel/write.ts';
import { organisation } from '../../../db/organisations/fields.ts';
import { countedFrom, resolved, type Indicator, type Resolved } from '../../../db/reports/indicator.ts';
import { groupSql } from '../../../db/reports/measure.ts';
import { plainParams } from '../../../db/reports/report-input.ts';
import { supportedBySize } from '../../../db/reports/t1.ts';
import { completedTasks, foundTasks, newFirms, supportedFirms, supportedTasks } from '../../../db/reports/t2.ts';
import { distinctMembers, members } from '../../../db/reports/t3.ts';
import { openTestStore, tester, type TestStore } from '../../support/store.ts';
import { putManyTasks } from '../../support/many-rows.ts';

let store: TestStore;

beforeAll(() => {
  store = openTestStore();
  write(store, tester, '기업', (tx) => tx.create(organisation, { name: '기업', kind: 'firm' }));
  putManyTasks(store);
}, 60_000);
afterAll(() => store.dispose());

const cutOf = (cut: Resolved | null): Resolved => {
  if (!cut) throw new Error('the indicator is cut');
  return cut;
};
const given = { first: '2010-01-01', last: '2022-12-31', as_of: '2022-12-31', as_of_month: '2022-12', before: '2021-12-31', before_month: '2021-12', is_program: 0 };
const planOf = (sql: string): string => store.read.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, given).map((row) => row.detail).join('\n');
/** Of the set itself, for records and for what is narrowed. */
const setPlan = (indicator: Indicator): string => planOf(groupSql(cutOf(resolved(indicator, plainParams))));
/** Of the number of the whole nation. */
const wholePlan = (indicator: Indicator): string => planOf(groupSql(cutOf(countedFrom(indicator, plainParams))));

describe('plans', () => {
  it.each([
    [supportedBySize, /USING INDEX task_fact_decided/], [supportedTasks, /USING INDEX task_fact_decided/], [foundTasks, /USING INDEX task_fact_found/], [completedTasks, /USING INDEX task_fact_completion/],
  ])('the records of $code are found through their index', (indicator, index) => { expect(setPlan(indicator)).toMatch(index); });

  it.each([
    [supportedBySize, /USING PRIMARY KEY \(event=\? AND day>\?/], [foundTasks, /USING PRIMARY KEY \(event=\? AND day>\?/], [completedTasks, /USING PRIMARY KEY \(event=\? AND day>\?/],
    [newFirms, /^SCAN e USING COVERING INDEX firm_fact_year$/], [members, /COVERING INDEX membership_fact_to|INDEX membership_fact_to/],
  ])('$code of the whole nation is read from kept sums', (indicator, index) => {
    expect(wholePlan(indicator)).toMatch(index);
    expect(wholePlan(indicator)).not.toMatch(/SCAN (f|t|m)\b(?! USING INDEX membership_fact_rival)/);
  });

  it('counts each firm and each member once in the order of an index, remembering nothing', () => {
    const program = cutOf(countedFrom(supportedFirms, { ...plainParams, yearKind: 'program' }));
    expect(wholePlan(supportedFirms)).toBe('SCAN f USING COVERING INDEX task_fact_year_firm');
    expect(planOf(groupSql(program))).toBe('SCAN f USING COVERING INDEX task_fact_program_year_firm');
    expect(planOf(groupSql({ ...program, dimensions: {} }))).toBe('SCAN f USING COVERING INDEX task_fact_firm');
    expect(wholePlan(distinctMembers)).toBe('SCAN f USING COVERING INDEX membership_fact_member');
  });

  it('keeps facts through the index of the link that changed', () => {
    const steps = planOf(`${taskFact.select} AND t.n IN (SELECT value FROM json_each('[1]'))`);
    expect(steps).not.toMatch(/SCAN (t|h|d|s|fx|fo)\b/);
    const plans = facts.flatMap((fact) => fact.sources.flatMap(({ rows }) => (rows === undefined ? [] : [`${rows}: ${planOf(rows.replace('?', "'[]'"))}`])));
    expect(plans.filter((plan) => /SCAN (task|session|membership|meeting_cluster)\b/.test(plan))).toEqual([]);
    expect(plans.length).toBeGreaterThan(10);
  });
});
