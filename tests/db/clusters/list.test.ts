import { afterEach, beforeEach, expect, test } from 'vitest';
import { joinCluster } from '../../../db/clusters/membership.ts';
import { write } from '../../../db/kernel/write.ts';
import { testApplication, tester, type TestApplication } from '../../support/store.ts';
import { aCluster, aFirm, aPerson } from './people.ts';

let test_: TestApplication;
beforeEach(async () => { test_ = await testApplication(); });
afterEach(() => test_.dispose());

const request = { start: 0, end: 100, sort: [], filter: {}, quick: null, selection: null };

test('the list shows hub, region and members by kind as of today', async () => {
  write(test_.app.store, tester, '준비', (tx) => {
    const cluster = aCluster(tx, '정밀기계 MC');
    joinCluster(tx, { cluster, person: aPerson(tx, '김하나', aFirm(tx, '(주)한빛정밀')), joined_on: '2020-01-01' });
    joinCluster(tx, { cluster, organisation: aFirm(tx, '창원대학교', 'university'), joined_on: '2020-01-01' });
    joinCluster(tx, { cluster, person: aPerson(tx, '박세라'), joined_on: '2020-01-01', left_on: '2020-12-31' });
  });
  const { rows } = await test_.list('clusters.list', request);
  expect(rows).toMatchObject([{ name: '정밀기계 MC', hub: '창원', region: '동남권', members: 2, members_firm: 1, members_university: 1, members_support_body: 0, meetings: 0 }]);
});

test('a hub typed by any of its names is stored as one place', async () => {
  const { id } = await test_.call<{ id: string }>('mutation', 'clusters.create', { values: { name: '조선 MC', hub: '명지ㆍ녹산국가산업단지', kind: 'general', founded_on: '2010-01-01' } });
  expect(test_.app.read.value('SELECT hub FROM mini_cluster WHERE id = ?', [id])).toBe('noksan');
  await test_.call('mutation', 'clusters.change', { id, patch: { hub: '울산' } });
  expect(test_.app.read.value('SELECT hub FROM mini_cluster WHERE id = ?', [id])).toBe('ulsan');
  await test_.call('mutation', 'clusters.change', { id, patch: { hub: '새 단지' } });
  const { rows } = await test_.list('clusters.list', request);
  expect(rows).toMatchObject([{ hub: '새 단지', region: null }]);
});

test('a cluster with members is not removed', async () => {
  const cluster = write(test_.app.store, tester, '준비', (tx) => {
    const id = aCluster(tx, '정밀기계 MC');
    joinCluster(tx, { cluster: id, person: aPerson(tx, '김하나'), joined_on: '2020-01-01' });
    return id;
  });
  await expect(test_.call('mutation', 'clusters.remove', { id: cluster })).rejects.toThrow('회원 1건이 있어');
});
