import { rmSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Follower } from '../../../db/kernel/follow.ts';
import { mergeOperations, operationsSince } from '../../../db/kernel/merge.ts';
import { openStore } from '../../../db/kernel/store.ts';
import { undo } from '../../../db/kernel/undo.ts';
import { write } from '../../../db/kernel/write.ts';
import { organisation } from '../../../db/organisations/fields.ts';
import { records } from '../../../db/records.ts';
import { openTestStore, temporaryFolder, tester } from '../../support/store.ts';

/** Notes the name each changed organisation has when the follower is told. */
const notingNames = (): { told: string[][]; follower: Follower } => {
  const told: string[][] = [];
  return { told, follower: {
    table: 'organisation', fields: ['name', '_del'],
    follow: (local, ids) => { told.push(ids.map((id) => `${local.read.value<string>('SELECT name FROM organisation WHERE id = ?', [id]) ?? ''}`).sort()); },
    rebuild: () => undefined,
  } };
};

const openWith = (follower: Follower) => {
  const dataDir = temporaryFolder();
  const store = openStore({ dataDir, records, followers: [follower] });
  return { store, dispose: () => { store.close(); rmSync(dataDir, { recursive: true, force: true }); } };
};

test('a follower is told of each row that changed in a field it follows, as it stands at the end of the transaction', () => {
  const { told, follower } = notingNames();
  const { store, dispose } = openWith(follower);
  const id = write(store, tester, '등록', (tx) => {
    const made = tx.create(organisation, { name: '가나', kind: 'firm' });
    tx.create(organisation, { name: '다라', kind: 'firm' });
    tx.change(organisation, made, { name: '가나정밀' });
    return made;
  });
  write(store, tester, '수정', (tx) => tx.change(organisation, id, { memo: '이름은 그대로' }));
  write(store, tester, '수정', (tx) => tx.change(organisation, id, { name: '마바' }));
  undo(store, tester, 3);
  write(store, tester, '삭제', (tx) => tx.remove(organisation, id));
  expect(told).toEqual([['가나정밀', '다라'], ['마바'], ['가나정밀'], ['가나정밀']]);
  dispose();
});

test('rows that arrive by a merge are told, too', () => {
  const other = openTestStore();
  write(other, tester, '등록', (tx) => tx.create(organisation, { name: '멀리서', kind: 'firm' }));
  const { told, follower } = notingNames();
  const { store, dispose } = openWith(follower);
  mergeOperations(store, operationsSince(other, new Map()));
  expect(told).toEqual([['멀리서']]);
  dispose();
  other.dispose();
});

test('what a follower throws takes the whole write back', () => {
  const { store, dispose } = openWith({ table: 'organisation', fields: ['name'], follow: () => { throw new Error('no'); }, rebuild: () => undefined });
  expect(() => write(store, tester, '등록', (tx) => tx.create(organisation, { name: '가나', kind: 'firm' }))).toThrow('no');
  expect(store.read.value('SELECT count(*) FROM organisation')).toBe(0);
  expect(store.read.value('SELECT count(*) FROM sync_log')).toBe(0);
  dispose();
});
