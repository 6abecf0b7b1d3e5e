import { afterEach, beforeEach, expect, it } from 'vitest';
import { refusalOnWire } from '../../support/refused.ts';
import { testApplication, type TestApplication } from '../../support/store.ts';

let desk: TestApplication;
beforeEach(async () => { desk = await testApplication(); });
afterEach(() => desk.dispose());

const count = (table: string): number => desk.app.read.value<number>(`SELECT count(*) FROM ${table} WHERE _del = 0`) ?? 0;

it('makes pasted rows in one undo step', async () => {
  await desk.call('mutation', 'organisations.createMany', { rows: [{ name: '가온', kind: 'firm' }, { name: '나래', kind: 'firm', employees: 5 }] });
  expect(count('organisation')).toBe(2);
  await desk.call('mutation', 'device.undo', {});
  expect(count('organisation')).toBe(0);
});

it('makes none and names every refused cell with its row', async () => {
  const refusal = await refusalOnWire(desk.call('mutation', 'organisations.createMany', { rows: [{ name: '가온', kind: 'firm' }, { name: '', kind: 'firm' }, { name: '나래', kind: 'firm', employees: -1 }] }));
  expect(refusal?.code).toBe('invalid');
  expect(refusal?.details.map((one) => [one.field, one.message.slice(0, 6)])).toEqual([['1.name', '2번째 줄:'], ['2.employees', '3번째 줄:']]);
  expect(count('organisation')).toBe(0);
});

it('finds the firm of a task and the body of a person by name, whatever the legal form', async () => {
  await desk.call('mutation', 'organisations.createMany', { rows: [{ name: '(주)가온정밀', kind: 'firm' }] });
  await desk.call('mutation', 'tasks.createMany', { rows: [{ values: { title: '금형 수명', field: 'rnd' }, leadOrgName: '가온정밀㈜' }] });
  expect(desk.app.read.get('SELECT t.status, o.name FROM task t JOIN organisation o ON o.id = t.lead_org')).toEqual({ status: 'discovered', name: '(주)가온정밀' });
  await desk.call('mutation', 'people.createMany', { rows: [{ values: { name: '김가온' }, organisationName: '가온정밀' }, { values: { name: '이나래' }, organisationName: null }] });
  const refusal = await refusalOnWire(desk.call('mutation', 'tasks.createMany', { rows: [{ values: { title: '하나' }, leadOrgName: '없는 기업' }] }));
  expect(refusal?.details[0]).toMatchObject({ field: '0.lead_org_name' });
  expect(count('task')).toBe(1);
});
