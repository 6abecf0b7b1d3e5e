import { afterEach, beforeEach, expect, test } from 'vitest';
import { guessKind } from '../../../db/clusters/pasted.ts';
import { membersOn } from '../../../db/clusters/members-on.ts';
import type { Shown } from '../../../db/kernel/record-api.ts';
import type { membership } from '../../../db/clusters/fields.ts';
import { write } from '../../../db/kernel/write.ts';
import { testApplication, tester, type TestApplication } from '../../support/store.ts';
import { aCluster, aFirm, aPerson } from './people.ts';

let test_: TestApplication;
let cluster: string;
let firm: string;
let person: string;

beforeEach(async () => {
  test_ = await testApplication();
  write(test_.app.store, tester, '준비', (tx) => {
    cluster = aCluster(tx, '전자 MC');
    firm = aFirm(tx, '(주)한빛정밀');
    person = aPerson(tx, '김하나', firm, '01012345678');
  });
});
afterEach(() => test_.dispose());

const members = (date = '2020-06-01'): string[] => membersOn(test_.app.read, [cluster], date).map((one) => one.person_name ?? one.organisation_name ?? '');
const add = (values: object): Promise<{ id: string }> => test_.call('mutation', 'clusters.members.add', { cluster, ...values });

test('a person brings the organisation and its kind', async () => {
  const { id } = await add({ person, joined_on: '2020-01-01' });
  const shown = await test_.call<Shown<typeof membership.fields>>('query', 'clusters.members.get', { id });
  expect(shown.values).toMatchObject({ organisation: firm, kind: 'firm', left_on: null });
});

test('days that overlap are refused and name the other interval; a gap is a second membership', async () => {
  const { id } = await add({ person, joined_on: '2020-01-01' });
  await expect(add({ person, joined_on: '2021-01-01' })).rejects.toThrow('김하나: 이미 회원인 기간(2020-01-01 ~ 현재)과 겹칩니다');
  await test_.call('mutation', 'clusters.members.end', { ids: [id], left_on: '2020-12-31' });
  await expect(add({ person, joined_on: '2020-12-31' })).rejects.toThrow('겹칩니다');
  await add({ person, joined_on: '2021-01-01' });
  await expect(test_.call('mutation', 'clusters.members.end', { ids: [id], left_on: '2021-01-01' })).rejects.toThrow('겹칩니다');
  await expect(test_.call('mutation', 'clusters.members.change', { id, patch: { left_on: null } })).rejects.toThrow('겹칩니다');
  expect(members('2020-12-31')).toEqual(['김하나']);
  expect(members('2021-01-01')).toEqual(['김하나']);
});

test('a membership whose start was corrected is not written over when its first day is used again', async () => {
  const { id } = await add({ person, joined_on: '2020-01-01' });
  await test_.call('mutation', 'clusters.members.change', { id, patch: { joined_on: '2021-01-01' } });
  const again = await add({ person, joined_on: '2020-01-01', left_on: '2020-12-31' });
  expect(again.id).not.toBe(id);
  expect(test_.app.read.value('SELECT joined_on FROM membership WHERE id = ?', [id])).toBe('2021-01-01');
});

test('nobody joins after the cluster has ended, or nobody at all', async () => {
  const ended = write(test_.app.store, tester, '준비', (tx) => aCluster(tx, '옛 MC', { dissolved_on: '2012-12-31' }));
  await expect(test_.call('mutation', 'clusters.members.add', { cluster: ended, person, joined_on: '2013-01-01' })).rejects.toThrow('해산일(2012-12-31)');
  await expect(add({ joined_on: '2020-01-01' })).rejects.toThrow('사람이나 기관');
});

test('a pasted list finds the known, makes the new once, and is one undo step', async () => {
  await add({ person, joined_on: '2019-01-01' });
  const rows = [
    { name: '김하나', organisation: '㈜한빛정밀', position: '', phone: '' },
    { name: '이두리', organisation: '주식회사 한빛정밀', position: '부장', phone: '010-2222-3333' },
    { name: '박세라', organisation: '창원대학교', position: '교수', phone: '' },
    { name: '최네모', organisation: '창원대학교', position: '', phone: '' },
    { name: '', organisation: '경남테크노파크', position: '', phone: '' },
    { name: '이두리', organisation: '(주)한빛정밀', position: '', phone: '010 2222 3333' },
    { name: '', organisation: '', position: '', phone: '' },
  ];
  const judged = await test_.call<{ outcome: string; kind: string }[]>('mutation', 'clusters.members.judge', { cluster, date: '2020-01-01', rows });
  expect(judged.map(({ outcome }) => outcome)).toEqual(['member', 'join', 'join', 'join', 'join', 'twice', 'empty']);
  expect(judged.map(({ kind }) => kind).slice(0, 5)).toEqual(['firm', 'firm', 'university', 'university', 'support-body']);
  const done = await test_.call<{ made: string[]; already: number; empty: number }>('mutation', 'clusters.members.paste', { cluster, date: '2020-01-01', rows });
  expect([done.made.length, done.already, done.empty]).toEqual([4, 1, 1]);
  expect(members().toSorted()).toEqual(['경남테크노파크', '김하나', '박세라', '이두리', '최네모']);
  expect(test_.app.read.value('SELECT count(*) FROM organisation WHERE _del = 0')).toBe(3);
  await test_.call('mutation', 'device.undo', {});
  expect(members()).toEqual(['김하나']);
  expect(test_.app.read.value('SELECT count(*) FROM person WHERE _del = 0')).toBe(2);
});

test('two people of one name are a question, answered by a choice', async () => {
  const other = write(test_.app.store, tester, '준비', (tx) => aPerson(tx, '김하나', aFirm(tx, '(주)두리전자')));
  const rows = [{ name: '김하나', organisation: '', position: '', phone: '' }];
  await expect(test_.call('mutation', 'clusters.members.paste', { cluster, date: '2020-01-01', rows })).rejects.toThrow('정할 수 없는 행이 1개');
  await test_.call('mutation', 'clusters.members.paste', { cluster, date: '2020-01-01', rows, chosen: { 0: { person: other } } });
  expect(membersOn(test_.app.read, [cluster], '2020-01-01').map((one) => one.person)).toEqual([other]);
  const byNumber = [{ name: '김하나', organisation: '', position: '', phone: '010-1234-5678' }];
  await test_.call('mutation', 'clusters.members.paste', { cluster, date: '2020-01-01', rows: byNumber });
  expect(membersOn(test_.app.read, [cluster], '2020-01-01').map((one) => one.person)).toEqual(expect.arrayContaining([person, other]));
});

test('kinds guessed from names', () => {
  expect(['(주)센터', '창원대학교', '한국전자기술연구원', '경남테크노파크', '한국산업단지공단', '창원시청', '기계조합', '한빛정밀'].map(guessKind))
    .toEqual(['firm', 'university', 'institute', 'support-body', 'support-body', 'local-government', 'association', 'firm']);
});

test('officers hold an office from–to; the same office twice at once is refused', async () => {
  const office = { cluster, person, role: 'chair', from_on: '2020-04-01', to_on: '2022-03-31' };
  await test_.call('mutation', 'clusters.officers.add', office);
  await expect(test_.call('mutation', 'clusters.officers.add', { ...office, from_on: '2022-03-31' })).rejects.toThrow('임기(2020-04-01 ~ 2022-03-31)');
  await test_.call('mutation', 'clusters.officers.add', { ...office, from_on: '2022-04-01', to_on: null });
  const relations = await test_.call<{ officers: { is_serving: number }[] }>('query', 'clusters.relations', { id: cluster, date: '2021-01-01' });
  expect(relations.officers.map((one) => one.is_serving)).toEqual([1, 0]);
});
