import { rmSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { compareWithLog } from '../../db/kernel/merge.ts';
import { schemaVersion } from '../../db/kernel/migrate.ts';
import { migrations } from '../../db/kernel/migrations/index.ts';
import { isOfIndexes } from '../../db/kernel/upgrade.ts';
import { write } from '../../db/kernel/write.ts';
import { databaseName } from '../../db/kernel/store.ts';
import { organisation } from '../../db/organisations/fields.ts';
import { openTestStore, tester } from '../support/store.ts';

/** The file as a version without the column wrote it: column empty, upgrade finished up to a step, if at all. */
const forget = (dataDir: string, sql: string, finished = 0): void => {
  const db = new Sqlite(join(dataDir, databaseName));
  db.function('sync_open', () => 1);
  db.exec(sql);
  db.prepare("UPDATE sync_self SET v = ? WHERE k = 'upgraded'").run(finished);
  db.close();
};

test('columns that a step computes are filled for the rows that were there before', () => {
  const first = openTestStore();
  const id = write(first, tester, '등록', (tx) => tx.create(organisation, { name: '(주)엘지화학청주공장', kind: 'firm', address: '충청북도 청주시 흥덕구 백봉로 39' }));
  first.close();
  forget(first.dataDir, 'UPDATE organisation SET base_key = NULL, address_key = NULL');
  const second = openTestStore({ dataDir: first.dataDir });
  expect(second.read.value('SELECT base_key FROM organisation WHERE id = ?', [id])).toBe('엘지화학');
  expect(compareWithLog(second)).toEqual([]);
  second.dispose();
});

test('fields a newer program had written are read once this one knows them, and rows it could not keep appear', () => {
  const first = openTestStore();
  const { known, unknown } = write(first, tester, '등록', (tx) => ({
    known: tx.create(organisation, { name: '한빛정밀', kind: 'firm', fax: '0221234567' }), unknown: tx.create(organisation, { name: '다온테크', kind: 'firm' }),
  }));
  first.close();
  forget(first.dataDir, `UPDATE organisation SET fax = NULL, _x = 'fax' WHERE id = '${known}'; DELETE FROM organisation WHERE id = '${unknown}'`);
  const second = openTestStore({ dataDir: first.dataDir });
  expect(second.read.value('SELECT fax FROM organisation WHERE id = ?', [known])).toBe('0221234567');
  expect(second.read.value('SELECT name FROM organisation WHERE id = ?', [unknown])).toBe('다온테크');
  expect(compareWithLog(second)).toEqual([]);
  second.close();
  rmSync(second.dataDir, { recursive: true, force: true });
});

test('after steps of indexes alone nothing is made anew', () => {
  const last = migrations.findLast((step) => !isOfIndexes(step));
  if (!last) throw new Error('every step is of indexes alone');
  expect(migrations.filter(isOfIndexes).map((step) => step.version)).toContain(28);
  expect(last.version).toBe(26);
  const first = openTestStore();
  const id = write(first, tester, '등록', (tx) => tx.create(organisation, { name: '(주)한빛정밀', kind: 'firm' }));
  first.close();
  forget(first.dataDir, 'UPDATE organisation SET base_key = NULL', last.version);
  const second = openTestStore({ dataDir: first.dataDir });
  expect(second.read.value('SELECT base_key FROM organisation WHERE id = ?', [id])).toBeNull();
  expect(second.read.value("SELECT v FROM sync_self WHERE k = 'upgraded'")).toBe(schemaVersion);
  second.dispose();
});
