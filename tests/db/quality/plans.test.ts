import { afterAll, beforeAll, expect, test } from 'vitest';
import { numbersSql } from '../../../db/quality/base.ts';
import { walkedSql } from '../../../db/quality/hits.ts';
import { qualityRules } from '../../../db/quality/rules.ts';
import { visitRules } from '../../../db/quality/visits.ts';
import { openTestStore, type TestStore } from '../../support/store.ts';

let store: TestStore;
beforeAll(() => { store = openTestStore(); });
afterAll(() => store.dispose());

const input = { today: '2026-11-28', person: null, office: null };
const plan = (sql: string, given: object = {}): string => store.read.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, { ...given }).map((row) => row.detail).join('\n');
/** Parameters of several conditions together. */
const givenTo = (conditions: readonly { given: (of: typeof input) => object }[]): object => conditions.reduce<object>((all, { given }) => ({ ...all, ...given(input) }), {});
const planOf = (code: string, scope = ''): string => {
  const rule = visitRules.find((one) => one.code === code);
  return plan(rule?.everybody !== undefined && scope === '' ? rule.everybody : numbersSql('session', scope, rule?.condition?.where ?? ''), { ...rule?.condition?.given(input), person: 'p' });
};

test.each([
  ['session.no-advice', /SCAN t USING INDEX session_no_advice/], ['session.no-task', /SCAN t USING COVERING INDEX session_became_task/], ['session.draft-old', /SCAN t USING INDEX session_unfinished/],
  ['session.firm-closed', /SCAN o USING (COVERING )?INDEX organisation_closed[\s\S]*SEARCH t USING (COVERING )?INDEX session_organisation_visit_on/],
  ['session.duplicate-number', /SEARCH d USING COVERING INDEX session_session_no/], ['session.overlap', /SEARCH d EXISTS USING COVERING INDEX session_coordinator_visit_on/],
])('%s finds everybody’s sessions by its index', (code, index) => { expect(planOf(code)).toMatch(index); });

test.each(['session.no-advice', 'session.no-task', 'session.draft-old', 'session.firm-closed', 'session.duplicate-number', 'session.overlap'])('%s finds one person’s sessions by an index over who held them', (code) => {
  expect(planOf(code, ' AND t.coordinator = :person')).toMatch(/SEARCH t USING (COVERING )?INDEX session_(coordinator_visit_on|no_advice|became_task|unfinished) \(coordinator=\?/);
});

test('the conditions of tasks are looked at in one walk, beside indexes alone', () => {
  const conditions = qualityRules.flatMap(({ base, condition }) => (base === 'task' && condition ? [condition] : []));
  const found = plan(walkedSql('', [...new Set(conditions.map(({ where }) => where))]), givenTo(conditions));
  expect(found.match(/SCAN t$/gm)).toHaveLength(1);
  expect(found).toMatch(/SEARCH s USING COVERING INDEX task_step_task/);
  expect(found).toMatch(/SEARCH p USING COVERING INDEX payment_task/);
  expect(found).toMatch(/SEARCH d USING COVERING INDEX task_task_no/);
  expect(found).toMatch(/SEARCH r USING (COVERING )?INDEX person_roles/);
  expect(found).toMatch(/SCAN c USING COVERING INDEX organisation_closed/);
  expect(found).toMatch(/SEARCH o USING COVERING INDEX organisation_revision/);
  expect(found.match(/SCAN (?!t$|r |c |sr$)/gm) ?? []).toEqual([]);
});

test('what one person is asked for goes by the tasks of the person', () => {
  const conditions = qualityRules.flatMap(({ base, condition }) => (base === 'task' && condition ? [condition] : []));
  expect(plan(walkedSql(' AND t.coordinator = :person', [...new Set(conditions.map(({ where }) => where))]), { person: 'p', ...givenTo(conditions) })).toMatch(/SEARCH t USING INDEX task_coordinator/);
});
