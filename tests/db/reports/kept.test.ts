import { afterEach, beforeEach, expect, it } from 'vitest';
import { write } from '../../../db/kernel/write.ts';
import { organisation } from '../../../db/organisations/fields.ts';
import { keptCounting } from '../../../db/reports/kept.ts';
import { openTestStore, tester, type TestStore } from '../../support/store.ts';

let store: TestStore;
beforeEach(() => { store = openTestStore(); });
afterEach(() => store.dispose());

it('counts once until something is written, for each parameter and each reader', () => {
  let counted = 0;
  const firms = keptCounting((read, { kind }: { kind: string }) => { counted += 1; return read.value<number>('SELECT count(*) FROM organisation WHERE kind = ? AND _del = 0', [kind]) ?? 0; });
  const put = (): string => write(store, tester, '기업', (tx) => tx.create(organisation, { name: '기업', kind: 'firm' }));
  put();
  expect([firms(store.read, { kind: 'firm' }), firms(store.read, { kind: 'firm' }), counted]).toEqual([1, 1, 1]);
  expect([firms(store.read, { kind: 'university' }), firms(store.read, { kind: 'firm' }), counted]).toEqual([0, 1, 2]);
  const id = put();
  expect([firms(store.read, { kind: 'firm' }), counted]).toEqual([2, 3]);
  write(store, tester, '삭제', (tx) => tx.remove(organisation, id));
  expect([firms(store.read, { kind: 'firm' }), counted]).toEqual([1, 4]);
  const other = openTestStore();
  try { expect(firms(other.read, { kind: 'firm' })).toBe(0); } finally { other.dispose(); }
});
