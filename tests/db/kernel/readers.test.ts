import { afterEach, beforeEach, expect, test } from 'vitest';
import { unpacked } from '../../../db/kernel/block.ts';
import { query } from '../../../db/kernel/query.ts';
import { readerOf } from '../../../db/kernel/reader.ts';
import { organisationList } from '../../../db/organisations/list.ts';
import { testApplication, type TestApplication } from '../../support/store.ts';

let desk: TestApplication;
beforeEach(async () => { desk = await testApplication(); });
afterEach(() => desk.dispose());

const list = { start: 0, end: 100, sort: [], filter: {}, quick: null, selection: null };

test('a query runs in a reader thread and sees what was just written', async () => {
  await desk.call('mutation', 'organisations.create', { values: { name: '가온', kind: 'firm' } });
  expect(unpacked(await desk.app.query(organisationList, list)).rows.map((row) => row['name'])).toEqual(['가온']);
  await desk.call('mutation', 'organisations.create', { values: { name: '나래', kind: 'firm' } });
  expect((await desk.app.query(organisationList, list)).total).toBe(2);
});

test('a query nobody declared is a bug with its name', async () => {
  await expect(desk.app.query(query('없는 것', () => 1), null)).rejects.toThrow('없는 것');
});

test('a reader cannot write', () => {
  expect(() => readerOf(desk.app.store.db).all('DELETE FROM draft')).toThrow('tried to write');
});

test('a question that nobody waits for any more is given up', async () => {
  const stop = new AbortController();
  const asked = desk.app.query(organisationList, list, stop.signal);
  stop.abort();
  await expect(asked).rejects.toMatchObject({ code: 'cancelled' });
  await expect(desk.app.query(organisationList, list, stop.signal)).rejects.toMatchObject({ code: 'cancelled' });
  expect((await desk.app.query(organisationList, list)).total).toBe(0);
});
