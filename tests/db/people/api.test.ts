import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Found } from '../../../db/kernel/find.ts';
import { relatedSql, type PersonRelations } from '../../../db/people/relations.ts';
import { session as sessionType } from '../../../db/sessions/fields.ts';
import { write } from '../../../db/kernel/write.ts';
import { tester, testApplication, type TestApplication } from '../../support/store.ts';

let desk: TestApplication;
let firm: string;
let hong: Found;
const find = (input: object): Promise<Found[]> => desk.call('query', 'people.find', input);

beforeAll(async () => {
  desk = await testApplication();
  ({ id: firm } = await desk.call<{ id: string }>('mutation', 'organisations.create', { values: { name: '(주)한빛정밀', kind: 'firm' } }));
  hong = await desk.call<Found>('mutation', 'people.createNamed', { name: '홍길동', organisation: firm, position: '부장', mobile: '010 1234 5678' });
  await desk.call('mutation', 'people.createNamed', { name: '김전문', role: 'expert' });
});
afterAll(() => desk.dispose());

test('somebody met just now is a record with a label a picker can show', () => {
  expect(hong).toMatchObject({ label: '홍길동', note: '(주)한빛정밀 부장' });
  expect(desk.app.read.value('SELECT mobile FROM person WHERE id = ?', [hong.id])).toBe('01012345678');
  expect(desk.app.read.column('SELECT label FROM action')).toContain('사람 등록: 홍길동 ((주)한빛정밀)');
});

test.each(['길동', '홍길', 'ㅎㄱㄷ', '홍ㄱ'])('%s finds by syllables or initials, with employer and position', async (text) => {
  expect(await find({ text })).toEqual([{ id: hong.id, label: '홍길동', note: '(주)한빛정밀 부장' }]);
});

test('a search is narrowed by role or organisation, and lists without a text', async () => {
  expect((await find({ text: '', role: 'expert' })).map((one) => one.label)).toEqual(['김전문']);
  expect((await find({ text: '', role: 'coordinator' })).map((one) => one.id)).toEqual([desk.coordinator]);
  expect((await find({ text: '', organisation: firm })).map((one) => one.label)).toEqual(['홍길동']);
  expect(await find({ text: '홍길동', role: 'expert' })).toEqual([]);
});

test('the list sorts and searches by employer', async () => {
  const block = await desk.list('people.list', { start: 0, end: 50, sort: [{ column: 'organisation_name', descending: false }], filter: {}, quick: '한빛', selection: null });
  expect(block.rows.map((row) => [row['name'], row['organisation_name'], row['organisation']])).toEqual([['홍길동', '(주)한빛정밀', firm]]);
});

test('relations name what the person did as coordinator and as guest', async () => {
  const { id: session } = await desk.call<{ id: string }>('mutation', 'sessions.create', { values: { visit_on: '2026-03-02', mode: 'phone', coordinator: desk.coordinator, organisation: firm, status: 'draft', start_at: '10:00' } });
  const relations = await desk.call<PersonRelations>('query', 'people.relations', { id: desk.coordinator });
  expect(relations.sessions).toMatchObject([{ id: session, organisation_name: '(주)한빛정밀', as: 'coordinator' }]);
  expect((await desk.call<PersonRelations>('query', 'people.relations', { id: hong.id })).sessions).toEqual([]);
  // More than are listed: counted exactly, and all of them open as a list.
  write(desk.app.store, tester, '상담', (tx) => {
    for (let day = 0; day < 60; day += 1) tx.create(sessionType, { visit_on: `2025-${day < 30 ? '04' : '06'}-${String((day % 30) + 1).padStart(2, '0')}`, mode: 'phone', coordinator: desk.coordinator, organisation: firm, status: 'draft' });
  });
  const many = await desk.call<PersonRelations>('query', 'people.relations', { id: desk.coordinator });
  expect([many.sessions.length, many.counts]).toEqual([50, { session: 61, task: 0, meeting: 0 }]);
  const selection = await desk.call<{ id: string; count: number }>('mutation', 'people.openRelated', { id: desk.coordinator, kind: 'session' });
  expect(selection.count).toBe(61);
  const plan = desk.app.read.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${relatedSql.session}`, { id: 'p' }).map(({ detail }) => detail).join('\n');
  expect(plan).toMatch(/SEARCH s USING INDEX session_coordinator_visit_on/);
});
