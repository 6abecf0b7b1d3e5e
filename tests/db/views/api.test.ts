import { afterEach, beforeEach, expect, test } from 'vitest';
import { sitDown } from '../../../db/accounts/current.ts';
import { account } from '../../../db/accounts/fields.ts';
import { write } from '../../../db/kernel/write.ts';
import { savedView } from '../../../db/views/fields.ts';
import type { SavedView, ViewContent } from '../../../db/views/view-types.ts';
import { refusalOnWire } from '../../support/refused.ts';
import { testApplication, tester, type TestApplication } from '../../support/store.ts';

let test_: TestApplication;
beforeEach(async () => { test_ = await testApplication(); });
afterEach(() => test_.dispose());

const content: ViewContent = {
  filters: { coordinator: { op: 'equals', value: '@me' }, end_on: { op: 'range', from: null, to: '@month-last' } },
  sort: [{ column: 'end_on', descending: false }], columns: [{ column: 'title', width: 240, hidden: false }], quick: null,
};
const list = () => test_.call<SavedView[]>('query', 'views.list', { screen: 'tasks' });
const create = (values: object) => test_.call<{ id: string }>('mutation', 'views.create', { screen: 'tasks', name: '내 과제', content, isShared: false, ...values });
const refusal = async (call: Promise<unknown>) => {
  const said = await refusalOnWire(call);
  return said ? [said.code, said.details[0]?.field] : 'not refused';
};
/** Somebody else sits down at this device. */
const another = () => write(test_.app.store, tester, '다른 사람', (tx) => { sitDown(test_.app.store, tx.create(account, { name: '이코디', number: 9, role: 'coordinator' })); });

test('a view is kept as it was, changed, removed and brought back, each in one undo step', async () => {
  const { id } = await create({});
  expect(await list()).toEqual([{ id, name: '내 과제', isShared: false, isMine: true, by: tester.name, content }]);
  await test_.call('mutation', 'views.change', { id, name: '내 할 일', content: { ...content, quick: '금형' }, isShared: true });
  expect(await list()).toMatchObject([{ name: '내 할 일', isShared: true, content: { quick: '금형' } }]);
  await test_.call('mutation', 'device.undo', {});
  expect(await list()).toMatchObject([{ name: '내 과제', isShared: false, content: { quick: null } }]);
  await test_.call('mutation', 'views.remove', { id });
  expect(await list()).toEqual([]);
  await test_.call('mutation', 'device.undo', {});
  expect(await list()).toHaveLength(1);
});

test('others see what is shared and only that, and cannot change or remove it', async () => {
  const { id } = await create({ isShared: true });
  await create({ name: '나만 보는 것' });
  another();
  expect(await list()).toMatchObject([{ id, isMine: false, by: tester.name }]);
  expect(await refusal(test_.call('mutation', 'views.change', { id, name: '내 것으로' }))).toEqual(['forbidden', 'owner']);
  expect(await refusal(test_.call('mutation', 'views.remove', { id }))).toEqual(['forbidden', 'owner']);
  // The same name is another person's own business.
  await create({ name: '내 과제' });
  expect(await list()).toHaveLength(2);
});

test('two views of one person and screen have different names, however they are spaced', async () => {
  await create({});
  expect(await refusal(create({ name: '내과제' }))).toEqual(['conflict', 'name']);
  await test_.call('mutation', 'views.create', { screen: 'people', name: '내 과제', content: { filters: {}, sort: [], columns: null, quick: null }, isShared: false });
  const { id } = await create({ name: '다른 것' });
  expect(await refusal(test_.call('mutation', 'views.change', { id, name: '내 과제' }))).toEqual(['conflict', 'name']);
});

test.each([
  ['a column the list does not have', { ...content, sort: [{ column: 'no_such', descending: true }] }, 'content'],
  ['a filter on a column of another list', { ...content, filters: { visit_on: { op: 'filled' } } }, 'content'],
  ['a relative value nobody knows', { ...content, filters: { end_on: { op: 'range', from: '@someday', to: null } } }, 'content'],
  ['an operator nobody knows', { ...content, filters: { title: { op: 'like', value: 'x' } } }, 'content.filters.title.op'],
  ['SQL in place of a column', { ...content, filters: { 'title; DROP TABLE task': { op: 'filled' } } }, 'content.filters.title; DROP TABLE task'],
  ['something besides', { ...content, more: 1 }, 'content'],
  ['nothing', null, 'content'],
])('a broken view is refused: %s', async (_, broken, field) => {
  expect(await refusal(create({ content: broken }))).toEqual(['invalid', field]);
  expect(await list()).toEqual([]);
});

test('a view that arrived broken is shown as unreadable, and its owner can remove it', async () => {
  const id = write(test_.app.store, tester, '다른 기기', (tx) => tx.create(savedView, { screen: 'tasks', name: '새 판의 보기', content: '{"filters":{"new_column":{"op":"filled"}},"sort":[],"columns":null,"quick":null}', owner: tester.number }));
  write(test_.app.store, tester, '다른 기기', (tx) => tx.create(savedView, { screen: 'tasks', name: '글', content: 'not json', owner: tester.number }));
  expect((await list()).map((one) => [one.name, one.content])).toEqual([['글', null], ['새 판의 보기', null]]);
  await test_.call('mutation', 'views.remove', { id });
  expect(await list()).toHaveLength(1);
});
