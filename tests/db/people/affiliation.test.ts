import { afterAll, beforeAll, expect, test } from 'vitest';
import { dayOf, write } from '../../../db/kernel/write.ts';
import { addDays } from '../../../db/korean/parse-date.ts';
import { organisation } from '../../../db/organisations/fields.ts';
import { affiliationOn, type AffiliationLine } from '../../../db/people/affiliation.ts';
import { changePerson } from '../../../db/people/change.ts';
import { person } from '../../../db/people/fields.ts';
import { randomFrom } from '../../property/arbitrary-edits.ts';
import { forSeeds } from '../../property/seeds.ts';
import { openTestStore, testApplication, tester, type TestApplication } from '../../support/store.ts';

let desk: TestApplication;
let one: string;
let other: string;
const today = dayOf(Date.now());
const firm = async (name: string): Promise<string> => (await desk.call<{ id: string }>('mutation', 'organisations.create', { values: { name, kind: 'firm' } })).id;
const somebody = async (values: object = {}): Promise<string> => (await desk.call<{ id: string }>('mutation', 'people.create', { values: { name: '홍길동', organisation: one, position: '과장', ...values } })).id;
const change = (id: string, patch: object, meaning?: object): Promise<unknown> => desk.call('mutation', 'people.change', { id, patch, ...(meaning ? { meaning } : {}) });
const lines = async (id: string): Promise<unknown[]> =>
  (await desk.call<AffiliationLine[]>('query', 'people.affiliationsOf', { id })).map((line) => [line.organisation_name, line.position, line.from_on, line.to_on]);

beforeAll(async () => {
  desk = await testApplication();
  one = await firm('한빛정밀');
  other = await firm('가온금형');
});
afterAll(() => desk.dispose());

test('a new 소속 ends the former one the day before, in one step to undo', async () => {
  const id = await somebody();
  await change(id, { organisation: other, position: '부장' }, { from: '2020-03-01' });
  expect(await lines(id)).toEqual([['가온금형', '부장', '2020-03-01', null], ['한빛정밀', '과장', null, '2020-02-29']]);
  expect([affiliationOn(desk.app.read, id, '2020-02-29'), affiliationOn(desk.app.read, id, '2020-03-01')]).toMatchObject([{ organisation: one, position: '과장' }, { organisation: other, position: '부장' }]);
  await desk.call('mutation', 'device.undo', {});
  expect([await lines(id), affiliationOn(desk.app.read, id, '2026-01-01')?.organisation]).toEqual([[], one]);
});

test('a pasted block and a cell mean today; leaving leaves no open line', async () => {
  const id = await somebody();
  await desk.call('mutation', 'people.changeMany', { changes: [{ id, patch: { organisation: other } }] });
  expect(await lines(id)).toEqual([['가온금형', '과장', today, null], ['한빛정밀', '과장', null, addDays(today, -1)]]);
  const left = await somebody();
  await change(left, { organisation: null }, { from: '2024-01-01' });
  expect([affiliationOn(desk.app.read, left, '2023-12-31')?.organisation, affiliationOn(desk.app.read, left, '2024-01-01')]).toEqual([one, null]);
});

test('a slip of the pen keeps nothing; a position of today goes into the open line', async () => {
  const id = await somebody();
  await change(id, { organisation: other }, { isTypo: true });
  expect(await lines(id)).toEqual([]);
  await change(id, { organisation: one }, { from: '2021-01-01' });
  await change(id, { position: '부장' });
  expect(await lines(id)).toEqual([['한빛정밀', '부장', '2021-01-01', null], ['가온금형', '과장', null, '2020-12-31']]);
});

test.each([['to come', addDays(today, 1), '앞날'], ['before the present 소속 began', '2020-12-31', '2021-01-01부터로']])('a day %s is refused and nothing is written', async (_, from, sentence) => {
  const id = await somebody();
  await change(id, { organisation: other }, { from: '2021-01-01' });
  await expect(change(id, { organisation: one }, { from })).rejects.toMatchObject({ data: { refusal: { code: 'invalid', details: [{ field: 'from', message: expect.stringContaining(sentence) as string }] } } });
  expect(await lines(id)).toHaveLength(2);
});

test('after any moves the 소속 of any day is the one that held then', () => {
  const store = openTestStore();
  const bodies = write(store, tester, '등록', (tx) => ['가', '나', '다'].map((name) => tx.create(organisation, { name, kind: 'firm' })));
  forSeeds('affiliation-of-days', 25, (seed) => {
    const below = randomFrom(seed);
    const id = write(store, tester, '등록', (tx) => tx.create(person, { name: '홍길동', organisation: bodies[0] ?? null }));
    let from = '2006-01-01';
    const held: { from: string; at: string | null }[] = [{ from: '0000-01-01', at: bodies[0] ?? null }];
    for (let moves = 1 + below(5); moves > 0; moves -= 1) {
      from = addDays(from, below(3) === 0 ? 0 : below(500));
      const at = below(5) === 0 ? null : (bodies[below(3)] ?? null);
      if (at === held.at(-1)?.at) continue;
      write(store, tester, '이직', (tx) => changePerson(tx, id, { organisation: at }, undefined, { from }));
      held.push({ from, at });
    }
    for (let probe = 0; probe < 30; probe += 1) {
      const day = addDays('2005-06-01', below(3000));
      expect(affiliationOn(store.read, id, day)?.organisation ?? null).toBe(held.findLast((line) => line.from <= day)?.at);
    }
  });
  store.dispose();
});
