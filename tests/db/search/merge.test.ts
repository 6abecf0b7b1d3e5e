/** Segments of the index: a write never merges them, turns in between do, and what is found stays the same. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { write } from '../../../db/kernel/write.ts';
import { organisation } from '../../../db/organisations/fields.ts';
import { buildSearch } from '../../../db/search/build-job.ts';
import { idsMatching } from '../../../db/search/matching.ts';
import { mergeSome } from '../../../db/search/merge.ts';
import { testApplication, tester, type TestApplication } from '../../support/store.ts';
import { naiveMatches } from './naive.ts';

let made: TestApplication;
beforeEach(async () => { made = await testApplication(); });
afterEach(() => made.dispose());

const segments = (): number => made.app.read.value<number>('SELECT count(DISTINCT segid) FROM search_text_idx') ?? 0;
const firms = (from: number, count: number): void => write(made.app.store, tester, '등록', (tx) => {
  for (let at = from; at < from + count; at += 1) tx.create(organisation, { name: `한빛정밀 ${at}`, kind: 'firm', products: '도금 설비 자동화' });
});
const agree = (): void => {
  for (const text of ['한빛', '도금', 'ㅎㅂ', '빛정', '12']) expect([...(idsMatching(made.app.read, 'organisation', text) ?? [])]).toEqual(naiveMatches(made.app.read, 'organisation', text) ?? []);
};

test('a transaction over many records makes one segment', () => {
  firms(0, 1);
  const before = segments();
  firms(1, 100);
  expect(segments()).toBe(before + 1);
});

test('thousands of writes without a turn in between leave few segments, and none is refused', () => {
  for (let at = 0; at < 2300; at += 1) firms(at, 1);
  expect(segments()).toBeLessThan(400);
  agree();
}, 120_000);

test('writes add small segments and leave the one of a rebuild as it is; turns put them together', async () => {
  firms(0, 200);
  await buildSearch(made.app, { progress: () => Promise.resolve() });
  expect(segments()).toBe(1);
  const [large] = made.app.read.column<number>('SELECT DISTINCT segid FROM search_text_idx');
  const pages = (): number => made.app.read.value<number>('SELECT count(*) FROM search_text_data WHERE id >> 37 = ?', [large ?? 0]) ?? 0;
  const all = pages();
  expect(all).toBeGreaterThan(0);
  for (let at = 0; at < 40; at += 1) firms(1000 + at, 1);
  expect(segments()).toBeGreaterThan(30);
  expect(pages()).toBe(all);
  while (mergeSome(made.app.store, 1));
  expect(segments()).toBeLessThan(16);
  agree();
});
