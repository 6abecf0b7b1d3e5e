import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Found } from '../../../db/kernel/find.ts';
import { dayOf, write } from '../../../db/kernel/write.ts';
import { addDays } from '../../../db/korean/parse-date.ts';
import { changeOrganisation } from '../../../db/organisations/change.ts';
import { organisation } from '../../../db/organisations/fields.ts';
import { nameOn } from '../../../db/organisations/past.ts';
import type { OrganisationProfile } from '../../../db/organisations/profile.ts';
import { randomFrom } from '../../property/arbitrary-edits.ts';
import { forSeeds } from '../../property/seeds.ts';
import { openTestStore, testApplication, tester, type TestApplication } from '../../support/store.ts';

let desk: TestApplication;
beforeAll(async () => { desk = await testApplication(); });
afterAll(() => desk.dispose());

const today = dayOf(Date.now());
const create = async (name: string, more: object = {}): Promise<string> => (await desk.call<{ id: string }>('mutation', 'organisations.create', { values: { name, kind: 'firm', ...more } })).id;
const change = (id: string, patch: object, meaning?: object): Promise<unknown> => desk.call('mutation', 'organisations.change', { id, patch, ...(meaning ? { meaning } : {}) });
const pasts = async (id: string): Promise<unknown[]> => (await desk.call<OrganisationProfile>('query', 'organisations.profile', { id })).pasts.map((one) => [one.what, one.value, one.until_on]);
const find = (text: string): Promise<Found[]> => desk.call('query', 'organisations.find', { text });

test('a former name is kept with its last day and found by syllables and initials, in picker and list', async () => {
  const id = await create('현대중공업(주)');
  await change(id, { name: '현대일렉트릭(주)' }, { from: '2017-04-01' });
  expect(await pasts(id)).toEqual([['name', '현대중공업(주)', '2017-03-31']]);
  for (const text of ['현대중공', '중공업', 'ㅎㄷㅈㄱㅇ', '㈜현대 중공업']) expect(await find(text)).toEqual([{ id, label: '현대일렉트릭(주)', note: '구 현대중공업(주)' }]);
  for (const quick of ['현대중공업', 'ㅎㄷㅈㄱㅇ', '일렉트릭']) {
    const { rows } = await desk.list('organisations.list', { start: 0, end: 50, sort: [], filter: {}, quick, selection: null });
    expect(rows.map((row) => [row.id, row['former_names']])).toEqual([[id, '현대중공업(주)']]);
  }
  expect([nameOn(desk.app.read, id, '2017-03-31'), nameOn(desk.app.read, id, '2017-04-01')]).toEqual(['현대중공업(주)', '현대일렉트릭(주)']);
});

test('cell, pasted block and address keep the former value until yesterday; another spelling and a slip of the pen keep none', async () => {
  const id = await create('가온정밀', { address: '경남 창원시 성산구 1' });
  await change(id, { name: '(주)가온 정밀' });
  await change(id, { address: '경상남도 창원시 성산구 1번지' });
  await change(id, { name: '가은정밀' }, { isTypo: true });
  expect(await pasts(id)).toEqual([]);
  await desk.call('mutation', 'organisations.changeMany', { changes: [{ id, patch: { name: '나래정밀', address: '부산 사상구 3' } }] });
  expect(await pasts(id)).toEqual(expect.arrayContaining([['name', '가은정밀', addDays(today, -1)], ['address', '경상남도 창원시 성산구 1번지', addDays(today, -1)]]));
});

test('one step of undo brings back the name and takes away its history', async () => {
  const id = await create('다솜기계');
  await change(id, { name: '라온기계' });
  await desk.call('mutation', 'device.undo', {});
  expect([desk.app.read.value('SELECT name FROM organisation WHERE id = ?', [id]), await pasts(id)]).toEqual(['다솜기계', []]);
});

test.each([['앞날', addDays(today, 1), '앞날일 수 없습니다'], ['earlier than the last change', '2017-01-01', '2018-12-31까지로 적혀 있습니다']])('a day %s is refused', async (_, from, sentence) => {
  const id = await create('마루금형');
  await change(id, { name: '바른금형' }, { from: '2019-01-01' });
  await expect(change(id, { name: '사람금형' }, { from })).rejects.toMatchObject({ data: { refusal: { code: 'invalid', details: [{ field: 'from', message: expect.stringContaining(sentence) as string }] } } });
  expect(desk.app.read.value('SELECT name FROM organisation WHERE id = ?', [id])).toBe('바른금형');
});

test('a row pasted with a former name finds its firm', async () => {
  const id = await create('아라산업');
  await change(id, { name: '자람산업' }, { from: '2020-01-01' });
  await desk.call('mutation', 'people.createMany', { rows: [{ values: { name: '김옛날' }, organisationName: '㈜아라산업' }] });
  expect(desk.app.read.value("SELECT organisation FROM person WHERE name = '김옛날'")).toBe(id);
});

test('after n renames the name of any day is the one that held then', () => {
  const store = openTestStore();
  forSeeds('names-of-days', 25, (seed) => {
    const below = randomFrom(seed);
    const id = write(store, tester, '등록', (tx) => tx.create(organisation, { name: '처음 0', kind: 'firm' }));
    let from = '2006-01-01';
    const held: { from: string; name: string }[] = [{ from: '0000-01-01', name: '처음 0' }];
    for (let at = 1; at <= 1 + below(6); at += 1) {
      from = addDays(from, below(400));
      const name = `이름 ${'가나다라마바'[below(6)] ?? '가'} ${at}`;
      write(store, tester, '개명', (tx) => changeOrganisation(tx, id, { name }, undefined, { from }));
      held.push({ from, name });
    }
    for (let probe = 0; probe < 30; probe += 1) {
      const day = addDays('2005-06-01', below(3000));
      expect(nameOn(store.read, id, day)).toBe(held.findLast((one) => one.from <= day)?.name);
    }
  });
  store.dispose();
});
