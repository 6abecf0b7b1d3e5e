import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ListBlock, ListRequest } from '../../../db/kernel/list-types.ts';
import { relationId } from '../../../db/kernel/id.ts';
import { write } from '../../../db/kernel/write.ts';
import { miniCluster, membership } from '../../../db/clusters/fields.ts';
import { attendance, meeting } from '../../../db/meetings/fields.ts';
import type { OrganisationRelations } from '../../../db/organisations/relations.ts';
import type { PersonOf } from '../../../db/organisations/people-of.ts';
import { testApplication, tester, type TestApplication } from '../../support/store.ts';

let desk: TestApplication;
let firm: string;
const all: ListRequest = { start: 0, end: 100, sort: [], filter: {}, quick: null, selection: null };
const list = (request: Partial<ListRequest>): Promise<ListBlock> => desk.list('organisations.list', { ...all, ...request });

beforeAll(async () => {
  desk = await testApplication();
  ({ id: firm } = await desk.call<{ id: string }>('mutation', 'organisations.create', { values: { name: '(주)한빛정밀', kind: 'firm', business_no: '124-81-00998', complex: 'changwon', products: '감속기' } }));
  await desk.call('mutation', 'organisations.create', { values: { name: '새론대학교', kind: 'university', complex: '어딘가일반산업단지' } });
});
afterAll(() => desk.dispose());

test('the action names what was made', () => {
  expect(desk.app.read.column('SELECT label FROM action')).toContain('기업·기관 등록: (주)한빛정밀');
});

test('a known complex is shown by name, an unknown one as it was written', async () => {
  const { rows } = await list({});
  expect(rows.map((row) => row['complex'])).toEqual(['창원', '어딘가일반산업단지']);
  expect((await list({ filter: { complex: { op: 'contains', value: '창원' } } })).rows.map((row) => row.id)).toEqual([firm]);
});

test('the quick search takes name, initials, product, complex and a printed number', async () => {
  for (const quick of ['한빛', 'ㅎㅂㅈㅁ', '감속', '창원', '124-81', '12481']) expect((await list({ quick })).rows.map((row) => row.id)).toEqual([firm]);
});

test('a refused value comes back with its field and a sentence', async () => {
  const refused = await desk.call('mutation', 'organisations.create', { values: { name: '오류', kind: 'firm', business_no: '000-00-00000' } }).catch((error: unknown) => error);
  expect(refused).toMatchObject({ data: { refusal: { code: 'invalid', details: [{ field: 'business_no' }] } } });
});

test('warnings are asked for before saving', async () => {
  expect(await desk.call('query', 'organisations.check', { values: { name: '한빛정밀' } })).toMatchObject([{ field: 'name', others: [{ id: firm }] }]);
});

test('sites are made, changed and removed', async () => {
  const { id } = await desk.call<{ id: string }>('mutation', 'organisations.sites.create', { values: { organisation: firm, name: '제2공장', complex: '녹산' } });
  await desk.call('mutation', 'organisations.sites.change', { id, patch: { employees: 12 }, was: { employees: null } });
  expect((await desk.call<OrganisationRelations>('query', 'organisations.relations', { id: firm })).sites).toMatchObject([{ id, name: '제2공장', employees: 12 }]);
  await desk.call('mutation', 'organisations.sites.remove', { id });
  expect((await desk.call<OrganisationRelations>('query', 'organisations.relations', { id: firm })).sites).toEqual([]);
});

test('people are listed with the day they were last met, meetings and memberships beside them', async () => {
  const kim = await desk.call<{ id: string }>('mutation', 'people.createNamed', { name: '김한빛', organisation: firm, position: '부장' });
  await desk.call('mutation', 'people.createNamed', { name: '가나다', organisation: firm });
  write(desk.app.store, tester, '회의', (tx) => {
    const cluster = tx.create(miniCluster, { name: '정밀가공', hub: 'changwon', kind: 'general', founded_on: '2012-01-01' });
    tx.create(membership, { cluster, person: kim.id, organisation: firm, kind: 'firm', joined_on: '2012-01-01' }, relationId('membership', cluster, kim.id, firm, '2012-01-01'));
    const held = tx.create(meeting, { title: '제1차 운영위원회', kind: 'steering-committee', start_on: '2026-03-02' });
    tx.create(attendance, { meeting: held, person: kim.id, organisation: firm, kind: 'firm', is_present: 1 }, relationId('attendance', held, kim.id));
  });
  const people = await desk.call<PersonOf[]>('query', 'organisations.peopleOf', { id: firm });
  expect(people.map((one) => [one.name, one.met_on])).toEqual([['김한빛', '2026-03-02'], ['가나다', null]]);
  const relations = await desk.call<OrganisationRelations>('query', 'organisations.relations', { id: firm });
  expect(relations.meetings).toMatchObject([{ title: '제1차 운영위원회', people: 1 }]);
  expect(relations.memberships).toMatchObject([{ cluster_name: '정밀가공', person_name: '김한빛' }]);
});
