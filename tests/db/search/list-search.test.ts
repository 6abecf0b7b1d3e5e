import { afterAll, beforeAll, expect, test } from 'vitest';
import { unpacked } from '../../../db/kernel/block.ts';
import { listQuery } from '../../../db/kernel/list.ts';
import { noteCommit } from '../../../db/kernel/lists/kept.ts';
import { write } from '../../../db/kernel/write.ts';
import { organisation } from '../../../db/organisations/fields.ts';
import { task } from '../../../db/tasks/fields.ts';
import { taskListSpec } from '../../../db/tasks/list.ts';
import { openTestStore, tester, type TestStore } from '../../support/store.ts';

let store: TestStore;
let commits = 0;
const list = listQuery({ ...taskListSpec, longFrom: 0 });

beforeAll(() => {
  store = openTestStore();
  store.listeners.add((change) => { commits += 1; noteCommit(store.read, { number: commits, tables: change.tables }); });
});
afterAll(() => store.dispose());

const titles = (quick: string): string[] => {
  for (;;) {
    const { missing, ...block } = list.run(store.read, { start: 0, end: 100, sort: [{ column: 'title', descending: false }], filter: {}, quick, selection: null }, { versions: {}, commits });
    if (!missing) return unpacked(block).rows.map((row) => String(row['title']));
    for (const part of missing) list.keep.run(store.read, list.build.run(store.read, part, { versions: {}, commits }), { versions: {} });
  }
};

test('the quick filter of a long list is the box’s search, follows every write, and sees what the index has not caught up with', () => {
  let firm = '';
  write(store, tester, '등록', (tx) => {
    firm = tx.create(organisation, { name: '한빛정밀', kind: 'firm' });
    for (const title of ['금형 온도 제어', '도금 불량 개선', '경쟁력 강화 상담']) tx.create(task, { title, status: 'discovered', lead_org: firm, found_on: '2026-03-02' });
  });
  expect(titles('금형')).toEqual(['금형 온도 제어']);
  expect(titles('경쟁력강화')).toEqual(['경쟁력 강화 상담']);
  expect(titles('한빛 ㄷㄱ')).toEqual(['도금 불량 개선']);
  write(store, tester, '많이', (tx) => { for (let index = 0; index < 700; index += 1) tx.create(task, { title: `사출 금형 ${index}`, status: 'discovered', lead_org: firm, found_on: '2026-03-02' }); });
  expect(store.read.value<number>('SELECT count(*) FROM search_waiting')).toBeGreaterThan(0);
  expect(titles('사출금형')).toHaveLength(100);
  expect(titles('금형')).toHaveLength(100);
  const total = list.run(store.read, { start: 0, end: 0, sort: [{ column: 'title', descending: false }], filter: {}, quick: '금형', selection: null }, { versions: {}, commits }).total;
  expect(total).toBe(701);
});
