import { afterAll, beforeAll, expect, test } from 'vitest';
import { dayOf } from '../../../db/kernel/write.ts';
import { addDays } from '../../../db/korean/parse-date.ts';
import { consentOf, consentStates } from '../../../db/people/choices.ts';
import { testApplication, type TestApplication } from '../../support/store.ts';

let desk: TestApplication;
beforeAll(async () => { desk = await testApplication(); });
afterAll(() => desk.dispose());

const today = dayOf(Date.now());
const cases = [
  ['none', {}, ['consent_on', 'consent_scope', 'retention_until']],
  ['none', { consent_scope: '명부', retention_until: addDays(today, 9) }, ['consent_on']],
  ['partial', { consent_on: '2020-01-01' }, ['consent_scope', 'retention_until']],
  ['given', { consent_on: '2020-01-01', consent_scope: '명부', retention_until: today }, []],
  ['expired', { consent_on: '2020-01-01', consent_scope: '명부', retention_until: addDays(today, -1) }, []],
] as const;

test('consent is none, past its time, incomplete or given, and says what is missing', () => {
  for (const [state, values, missing] of cases) expect(consentOf({ consent_on: null, consent_scope: null, retention_until: null, ...values }, today)).toEqual({ state, missing });
});

test('the list filters by the same rule', async () => {
  for (const [at, [, values]] of cases.entries()) await desk.call('mutation', 'people.create', { values: { name: `사람${at}`, ...values } });
  for (const { code } of consentStates) {
    const { rows } = await desk.list('people.list', { start: 0, end: 50, sort: [{ column: 'name', descending: false }], filter: { consent: { op: 'in', values: [code] } }, quick: '사람', selection: null });
    expect([code, rows.map((row) => row['name'])]).toEqual([code, cases.flatMap(([state], at) => (state === code ? [`사람${at}`] : []))]);
  }
});
