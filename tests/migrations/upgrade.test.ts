import { rmSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { compareWithLog } from '../../db/kernel/merge.ts';
import { write } from '../../db/kernel/write.ts';
import { databaseName } from '../../db/kernel/store.ts';
import { organisation } from '../../db/organisations/fields.ts';
import { openTestStore, tester } from '../support/store.ts';

/** The file as a version without the column wrote it: column empty, upgrade not finished. */
const forget = (dataDir: string, sql: string): void => {
  const db = new Sqlite(join(dataDir, databaseName));
  db.function('sync_open', () => 1);
  db.exec(`${sql}; DELETE FROM sync_self WHERE k = 'upgraded'`);
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
