import { existsSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Backup, DataFolder } from '../../../db/device/folder.ts';
import { testApplication, type TestApplication } from '../../support/store.ts';

let desk: TestApplication;
beforeAll(async () => { desk = await testApplication(); });
afterAll(() => desk.dispose());

test('a backup made by hand is a whole database beside the data, and is listed', async () => {
  const before = await desk.call<DataFolder>('query', 'device.folder');
  expect(before).toMatchObject({ path: desk.dataDir, backups: [] });
  await desk.call('mutation', 'organisations.create', { values: { name: '한빛', kind: 'firm' } });
  const made = await desk.call<Backup>('mutation', 'device.backUp');
  const path = join(desk.dataDir, 'backups', made.name);
  expect(existsSync(path)).toBe(true);
  const copy = new Sqlite(path, { readonly: true });
  expect(copy.prepare('SELECT name FROM organisation').all()).toEqual([{ name: '한빛' }]);
  copy.close();
  expect((await desk.call<DataFolder>('query', 'device.folder')).backups.map((one) => one.name)).toEqual([made.name]);
});
