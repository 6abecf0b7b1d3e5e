import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { migrate, schemaVersion } from '../../../db/kernel/migrate.ts';
import { backUp, databaseName } from '../../../db/kernel/store.ts';
import { write } from '../../../db/kernel/write.ts';
import { organisation } from '../../../db/organisations/fields.ts';
import { openTestStore, temporaryFolder, tester } from '../../support/store.ts';

let dataDir: string;
beforeEach(() => { dataDir = temporaryFolder(); });
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

test('a second program on the same folder is refused, and not after the first has gone', () => {
  const first = openTestStore({ dataDir });
  expect(() => openTestStore({ dataDir })).toThrow('이미 다른 클러스터데스크 창이 쓰고 있습니다');
  first.close();
  openTestStore({ dataDir }).close();
});

test('a database from the future is refused and left alone', () => {
  openTestStore({ dataDir }).close();
  const db = new Sqlite(join(dataDir, databaseName));
  db.pragma(`user_version = ${schemaVersion + 1}`);
  db.close();
  expect(() => openTestStore({ dataDir })).toThrow('더 새로운 클러스터데스크');
});

test('a file that is no database is refused as damaged', () => {
  writeFileSync(join(dataDir, databaseName), '이것은 데이터베이스가 아닙니다. '.repeat(100));
  expect(() => openTestStore({ dataDir })).toThrow('손상되었거나');
});

test('an older database is backed up before it is migrated', () => {
  mkdirSync(dataDir, { recursive: true });
  const db = new Sqlite(join(dataDir, databaseName));
  db.function('sync_open', () => 1);
  migrate(db, () => undefined, 2);
  db.close();
  openTestStore({ dataDir }).close();
  expect(readdirSync(join(dataDir, 'backups')).filter((name) => name.startsWith('before-2-'))).toHaveLength(1);
});

test('a backup is a whole database of its own', () => {
  const store = openTestStore({ dataDir });
  write(store, tester, '등록', (tx) => tx.create(organisation, { name: '가온', kind: 'firm' }));
  const path = backUp(store.db, 'now');
  store.close();
  expect(existsSync(path)).toBe(true);
  const copy = new Sqlite(path, { readonly: true });
  expect(copy.prepare('SELECT name FROM organisation').pluck().get()).toBe('가온');
  copy.close();
});

test('a device keeps its writer number and its clock over restarts', () => {
  const first = openTestStore({ dataDir, now: () => Date.UTC(2100, 0, 1) });
  write(first, tester, '등록', (tx) => tx.create(organisation, { name: '가온', kind: 'firm' }));
  const { writer } = first;
  const { last } = first.clock;
  first.close();
  const second = openTestStore({ dataDir });
  expect(second.writer).toBe(writer);
  expect(second.clock.tick()).toBeGreaterThan(last);
  second.close();
});
