/** The index follows the records: in their transaction, or right behind it. */
import { expect, test } from 'vitest';
import { write } from '../../../db/kernel/write.ts';
import { undo } from '../../../db/kernel/undo.ts';
import { organisation } from '../../../db/organisations/fields.ts';
import { person } from '../../../db/people/fields.ts';
import { catchUp } from '../../../db/search/catch-up.ts';
import { idsMatching } from '../../../db/search/matching.ts';
import type { SearchAnswer } from '../../../db/search/search-types.ts';
import { mostAtOnce } from '../../../db/search/upkeep.ts';
import { task } from '../../../db/tasks/fields.ts';
import { openTestStore, testApplication, tester, type TestStore } from '../../support/store.ts';

const waiting = (store: TestStore): number => store.read.value<number>('SELECT count(*) FROM search_waiting') ?? 0;
const found = (store: TestStore, text: string): number => idsMatching(store.read, 'task', text)?.length ?? -1;

test('a firm renamed is found by its new name in all its tasks: the first at once, the rest within turns of 20 ms', () => {
  const store = openTestStore();
  try {
    const firm = write(store, tester, '등록', (tx) => tx.create(organisation, { name: '한빛정밀', kind: 'firm' }));
    for (let part = 0; part < 4; part += 1) {
      write(store, tester, '과제', (tx) => { for (let at = 0; at < mostAtOnce; at += 1) tx.create(task, { title: `금형 ${part}-${at}`, status: 'discovered', lead_org: firm, found_on: '2024-01-01' }); });
    }
    expect(waiting(store)).toBe(0);
    expect(found(store, '한빛')).toBe(4 * mostAtOnce);
    write(store, tester, '이름 바꾸기', (tx) => tx.change(organisation, firm, { name: '새벽산업' }));
    // The firm itself and what did not fit wait.
    expect(waiting(store)).toBe(4 * mostAtOnce + 1 - mostAtOnce);
    expect(found(store, '새벽')).toBe(mostAtOnce);
    let turns = 0;
    while (catchUp(store)) turns += 1;
    expect(turns).toBeLessThan(200);
    expect(waiting(store)).toBe(0);
    expect(found(store, '새벽')).toBe(4 * mostAtOnce);
    expect(found(store, '한빛')).toBe(0);
    const action = store.read.value<number>('SELECT max(id) FROM action') ?? 0;
    undo(store, tester, action);
    while (catchUp(store));
    expect(found(store, '한빛')).toBe(4 * mostAtOnce);
  } finally {
    store.dispose();
  }
}, 60_000);

test('an edit that touches nothing searched touches no index', () => {
  const store = openTestStore();
  try {
    const id = write(store, tester, '등록', (tx) => tx.create(person, { name: '김철수' }));
    // Each write of the index leaves pages of its own.
    const pages = (): number[] => store.read.column<number>('SELECT id FROM search_text_data ORDER BY id');
    const before = pages();
    write(store, tester, '동의', (tx) => tx.change(person, id, { consent_on: '2024-01-01' }));
    expect(pages()).toEqual(before);
    write(store, tester, '부서', (tx) => tx.change(person, id, { department: '생산팀' }));
    expect(pages()).not.toEqual(before);
    expect(idsMatching(store.read, 'person', '생산')).toHaveLength(1);
  } finally {
    store.dispose();
  }
});

test('what waits is told, and caught up with by itself', async () => {
  const made = await testApplication();
  try {
    const { store } = made.app;
    write(store, tester, '사람', (tx) => { for (let at = 0; at < mostAtOnce * 3; at += 1) tx.create(person, { name: `김${'가나다라마바사아자차'.charAt(at % 10)}`, position: '부장' }); });
    const during = await made.call<SearchAnswer>('query', 'search.find', { text: '부장' });
    expect(during.isWhole).toBe(true);
    let answer = during;
    while (answer.waiting > 0) answer = await made.call<SearchAnswer>('query', 'search.find', { text: '부장' });
    expect(answer.groups.map((group) => [group.kind, group.total, group.isExact])).toEqual([['person', mostAtOnce * 3, true]]);
  } finally {
    await made.dispose();
  }
}, 60_000);

test('own records come first among equals, a name before a text, a filter leaves out the rest', async () => {
  const made = await testApplication();
  try {
    const { store } = made.app;
    write(store, tester, '과제', (tx) => {
      const firm = tx.create(organisation, { name: '대경산업', kind: 'firm' });
      const other = tx.create(person, { name: '박다른' });
      const make = (title: string, coordinator: string, found_on: string, more: object = {}): string => tx.create(task, { title, status: 'discovered', lead_org: firm, found_on, coordinator, ...more });
      make('금형 가공', made.coordinator, '2020-05-01', { office: '창원지사' });
      make('금형 연마', other, '2021-05-01', { office: '구미지사' });
      make('공정 개선', other, '2022-05-01', { need_text: '금형 수명이 짧음' });
      make('금형', other, '2019-05-01');
    });
    const titles = async (input: object): Promise<string[]> => (await made.call<SearchAnswer>('query', 'search.find', { text: '금형', kinds: ['task'], ...input })).groups.flatMap((group) => group.hits.map((hit) => hit.label));
    // Equal, then beginnings in their own order, then what only the text holds.
    expect(await titles({})).toEqual(['금형', '금형 가공', '금형 연마', '공정 개선']);
    expect(await titles({ from: '2021-01-01' })).toEqual(['금형 연마', '공정 개선']);
    expect(await titles({ from: '2020-01-01', until: '2020-12-31' })).toEqual(['금형 가공']);
    expect(await titles({ office: '구미지사' })).toEqual(['금형 연마']);
    const answer = await made.call<SearchAnswer>('query', 'search.find', { text: '금형', kinds: ['task'] });
    const byText = answer.groups[0]?.hits.find((hit) => hit.label === '공정 개선');
    expect(byText?.excerpt).toEqual({ text: '금형 수명이 짧음', marks: [[0, 2]] });
    expect(answer.groups[0]?.hits[1]?.labelMarks).toEqual([[0, 2]]);
    const { id } = await made.call<{ id: string }>('mutation', 'search.open', { text: '금형', kind: 'task', from: '2021-01-01' });
    expect(await made.call('query', 'device.selection', { id })).toMatchObject({ table: 'task', count: 2, label: '찾기: 금형' });
    expect(await made.call('query', 'search.offices')).toEqual(['구미지사', '창원지사']);
    expect(await made.call('query', 'search.total', { text: '금형', kind: 'task' })).toEqual({ total: 4, next: null });
  } finally {
    await made.dispose();
  }
}, 60_000);
