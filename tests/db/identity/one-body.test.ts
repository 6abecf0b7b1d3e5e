import { afterAll, beforeAll, expect, test } from 'vitest';
import { merge } from '../../../db/identity/merge.ts';
import type { SameAs } from '../../../db/identity/api.ts';
import { undo } from '../../../db/kernel/undo.ts';
import { write } from '../../../db/kernel/write.ts';
import { organisation, site } from '../../../db/organisations/fields.ts';
import type { OrganisationRelations } from '../../../db/organisations/relations.ts';
import { person } from '../../../db/people/fields.ts';
import { task } from '../../../db/tasks/fields.ts';
import { newFirms, supportedFirms } from '../../../db/reports/t2.ts';
import { recordsOf } from '../../../db/reports/measure.ts';
import { plainParams } from '../../../db/reports/report-input.ts';
import { testApplication, tester, type TestApplication } from '../../support/store.ts';

let test1: TestApplication;
let a = '';
let b = '';
let other = '';

const number = '9358174060';
const whole = { start: 0, end: 100, sort: [], filter: {}, quick: null, selection: null };
const listed = async (quick: string | null = null): Promise<Record<string, unknown>[]> => (await test1.list('organisations.list', { ...whole, quick })).rows;
const found = async (text: string): Promise<{ id: string; note: string }[]> => test1.call('query', 'organisations.find', { text });

beforeAll(async () => {
  test1 = await testApplication();
  write(test1.app.store, tester, '준비', (tx) => {
    a = tx.create(organisation, { name: '(주)나래금속', kind: 'firm', business_no: number });
    b = tx.create(organisation, { name: '새론도금', kind: 'firm', business_no: number });
    other = tx.create(organisation, { name: '가람정밀', kind: 'firm' });
    for (const [at, lead] of [a, b, b, other].entries()) {
      tx.put(task, `task-${at}`, { title: `과제 ${at}`, status: 'selected', status_n: 1, lead_org: lead, found_on: '2026-01-05', decided_on: '2026-02-0' + (at + 1), support_type: 'x' });
    }
    tx.create(person, { name: '이금속', organisation: b });
    tx.create(site, { organisation: b, name: '2공장' });
  });
});
afterAll(() => test1.dispose());

test('records of one number are listed once, with what hangs on all of them', async () => {
  const rows = await listed();
  expect(rows.map((row) => String(row['id'])).toSorted()).toEqual([a, other].toSorted());
  expect(rows.find((row) => row['id'] === a)).toMatchObject({ tasks: 3, people: 1 });
  const relations = await test1.call<OrganisationRelations>('query', 'organisations.relations', { id: a });
  expect(relations.tasks).toHaveLength(3);
  expect(relations.sites.map((one) => one.name)).toEqual(['2공장']);
  expect(relations.people).toHaveLength(1);
});

test('the name of either record finds the one that stands for both', async () => {
  for (const text of ['나래금속', '새론도금', 'ㅅㄹㄷㄱ']) expect((await found(text)).map((one) => one.id), text).toEqual([a]);
  expect((await found('새론도금'))[0]?.note).toBe('같은 곳: 새론도금');
  for (const text of ['새론도금', '나래']) expect((await listed(text)).map((row) => row['id'])).toEqual([a]);
});

test('supported firms are counted once each', () => {
  const given = { first: '2026-01-01', last: '2026-12-31', is_program: 0 };
  for (const indicator of [supportedFirms, newFirms]) expect(recordsOf({ read: test1.app.read, parameters: given, params: plainParams }, indicator, {}).toSorted()).toEqual([a, other].toSorted());
});

test('each of them says which other it is', async () => {
  expect(await test1.call<SameAs>('query', 'identity.sameAs', { id: b })).toMatchObject({ canonical: { id: a, name: '(주)나래금속' } });
  expect(await test1.call<SameAs>('query', 'identity.sameAs', { id: a })).toMatchObject({ canonical: null, merged: [], sameNumber: [{ id: b }] });
  const { action } = merge(test1.app.store, tester, [a, b], {});
  const same = await test1.call<SameAs>('query', 'identity.sameAs', { id: a });
  expect(same).toMatchObject({ canonical: null, sameNumber: [], merged: [{ id: b, by: tester.name, action }] });
  expect((await listed()).map((row) => String(row['id'])).toSorted()).toEqual([a, other].toSorted());
  undo(test1.app.store, tester, action);
  // Their number still says that they are one.
  expect((await listed()).map((row) => String(row['id'])).toSorted()).toEqual([a, other].toSorted());
  write(test1.app.store, tester, '번호', (tx) => tx.change(organisation, b, { business_no: '3548124820' }));
  expect((await listed()).map((row) => String(row['id'])).toSorted()).toEqual([a, b, other].toSorted());
});
