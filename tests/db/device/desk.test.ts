import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Draft } from '../../../db/device/desk.ts';
import { testApplication, type TestApplication } from '../../support/store.ts';

let desk: TestApplication;
beforeAll(async () => { desk = await testApplication(); });
afterAll(() => desk.dispose());

test('a draft is kept under its key until it is dropped', async () => {
  await desk.call('mutation', 'device.putDraft', { key: 'task:1', label: '과제', body: '{"title":"가"}' });
  await desk.call('mutation', 'device.putDraft', { key: 'task:1', label: '과제', body: '{"title":"가나"}' });
  expect((await desk.call<Draft[]>('query', 'device.drafts')).map((one) => one.body)).toEqual(['{"title":"가나"}']);
  await desk.call('mutation', 'device.dropDraft', { key: 'task:1' });
  expect(await desk.call('query', 'device.drafts')).toEqual([]);
});

test('preferences are forgotten by the beginning of their name', async () => {
  for (const key of ['grid.firms', 'grid.tasks', 'colours']) await desk.call('mutation', 'device.setPreference', { key, value: { width: 3 } });
  await desk.call('mutation', 'device.forgetPreferences', { prefixes: ['grid.'] });
  expect(await desk.call('query', 'device.preferences')).toEqual({ colours: { width: 3 } });
});

test('a selection keeps its id for the same records under the same name', async () => {
  const firm = async (name: string): Promise<string> => (await desk.call<{ id: string }>('mutation', 'organisations.create', { values: { name, kind: 'firm' } })).id;
  const [one, other] = [await firm('가온'), await firm('나래')];
  const open = (ids: string[]): Promise<{ id: string; count: number }> => desk.call('mutation', 'device.openSelection', { table: 'organisation', label: '2026년 지원', ids });
  const first = await open([one, other]);
  expect((await open([one, other])).id).toBe(first.id);
  expect((await open([one])).id).not.toBe(first.id);
  await expect(desk.call('mutation', 'device.openSelection', { table: 'sqlite_schema', label: '', ids: [] })).rejects.toThrow('목록으로 열 수 없는');
  expect(await desk.call('query', 'device.selection', { id: first.id })).toMatchObject({ label: '2026년 지원', count: 2 });
});
