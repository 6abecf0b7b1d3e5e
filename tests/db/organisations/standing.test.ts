import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OrganisationStanding } from '../../../db/organisations/standing.ts';
import { dayOf } from '../../../db/kernel/write.ts';
import { testApplication, type TestApplication } from '../../support/store.ts';

let desk: TestApplication;
beforeAll(async () => { desk = await testApplication(); });
afterAll(() => desk.dispose());

const create = async (values: object): Promise<string> => (await desk.call<{ id: string }>('mutation', 'organisations.create', { values: { name: '한빛정밀', kind: 'firm', ...values } })).id;
const standing = (id: string, day: string | null): Promise<OrganisationStanding | null> => desk.call('query', 'organisations.standing', { id, day });

test('a closed firm is told of from the day it closed', async () => {
  const id = await create({ status: 'closed', status_on: '2024-05-01' });
  expect(await standing(id, '2024-04-30')).toBeNull();
  expect(await standing(id, '2024-05-01')).toMatchObject({ status: 'closed', since: '2024-05-01', successor: null, message: expect.stringContaining('2024-05-01에 폐업한 곳') as string });
  expect(await standing(await create({ status: 'active' }), null)).toBeNull();
});

test('a merged firm names who goes on, a state without a day holds always', async () => {
  const successor = await create({ name: '새한빛' });
  const id = await create({ status: 'merged', succeeded_by: successor });
  expect(await standing(id, '2010-01-01')).toMatchObject({ since: null, successor: { id: successor, name: '새한빛' }, message: expect.stringContaining('이어받은 곳: 새한빛') as string });
});

test('a state changed without a day began today', async () => {
  const id = await create({});
  await desk.call('mutation', 'organisations.change', { id, patch: { status: 'suspended' } });
  expect(await standing(id, null)).toMatchObject({ status: 'suspended', since: dayOf(Date.now()) });
  await desk.call('mutation', 'organisations.change', { id, patch: { status: 'closed', status_on: '2020-02-02' } });
  expect(await standing(id, null)).toMatchObject({ since: '2020-02-02' });
});

test('a picker says beside the name that a body is gone', async () => {
  const id = await create({ name: '사라진산업', status: 'closed', district: '창원시' });
  expect(await desk.call('query', 'organisations.find', { text: '사라진' })).toEqual([{ id, label: '사라진산업', note: '폐업 · 창원시' }]);
});
