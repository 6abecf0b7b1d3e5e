import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApplication, type Application } from '../../../db/application.ts';
import { createHandle } from '../../../db/handle.ts';
import { temporaryFolder } from '../../support/store.ts';

const dataDir = temporaryFolder();
let app: Application;
beforeAll(() => { app = startApplication({ dataDir, isDemo: false, readerEntry: new URL('../../../db/reader.ts', import.meta.url) }); });
afterAll(async () => {
  await app.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const call = async (path: string, input?: unknown): Promise<{ result?: { data: unknown }; error?: { message: string } }> => {
  const response = await createHandle(app, dataDir)(new Request(`http://application/api/${path}`, input === undefined ? {} : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(input) }));
  return response.json() as Promise<{ result?: { data: unknown }; error?: { message: string } }>;
};

test('before anybody gave a name, writing is refused with what to do', async () => {
  expect((await call('device.about')).result?.data).toMatchObject({ account: null });
  expect((await call('organisations.create', { values: { name: '한빛', kind: 'firm' } })).error?.message).toContain('먼저 이름을 알려 주세요');
});

test('the first user becomes a person and takes the seat', async () => {
  await call('accounts.enter', { name: ' 김코디 ', role: 'coordinator', office: '경남지역본부' });
  expect((await call('device.about')).result?.data).toMatchObject({ account: { name: '김코디', role: 'coordinator', office: '경남지역본부' } });
  expect(app.read.all("SELECT name, roles FROM person WHERE id = (SELECT person FROM account)")).toEqual([{ name: '김코디', roles: 'coordinator' }]);
});

test('the name cannot be empty', async () => {
  expect((await call('accounts.enter', { name: '  ', role: 'head', office: null })).error?.message).toBeDefined();
});

test('another user takes the seat and what is written is theirs', async () => {
  await call('accounts.enter', { name: '박담당', role: 'officer', office: null });
  await call('organisations.create', { values: { name: '한빛', kind: 'firm' } });
  const [kim] = app.read.all<{ id: string; number: number }>("SELECT id, number FROM account WHERE name = '김코디'");
  await call('accounts.sit', { id: kim?.id });
  await call('organisations.create', { values: { name: '새론', kind: 'firm' } });
  expect(app.read.column("SELECT c.name FROM action a JOIN account c ON c.number = a.user_id WHERE a.label LIKE '기업·기관 등록%' ORDER BY a.id")).toEqual(['박담당', '김코디']);
  expect((await call('accounts.sit', { id: 'nobody' })).error?.message).toContain('없는 사용자');
});

test('a corrected name reaches the person, too', async () => {
  await call('accounts.change', { name: '김코디네', role: 'head', office: null });
  expect((await call('device.about')).result?.data).toMatchObject({ account: { name: '김코디네', role: 'head', office: null } });
  expect(app.read.value("SELECT count(*) FROM person WHERE name = '김코디네'")).toBe(1);
});
