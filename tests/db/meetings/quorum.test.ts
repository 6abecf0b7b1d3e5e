import { afterEach, beforeEach, expect, test } from 'vitest';
import { joinCluster } from '../../../db/clusters/membership.ts';
import { attendance } from '../../../db/meetings/fields.ts';
import { write } from '../../../db/kernel/write.ts';
import { holdMeeting } from '../../../db/meetings/hold.ts';
import type { Roster } from '../../../db/meetings/roster.ts';
import { testApplication, tester, type TestApplication } from '../../support/store.ts';
import { aCluster, aFirm, aPerson } from '../clusters/people.ts';

let test_: TestApplication;
let people: string[];
let guest: string;
let meeting: string;

/** 가 MC of five (majority, proxies count), 나 MC of the first four (50 %, they do not) and one university. */
beforeEach(async () => {
  test_ = await testApplication();
  write(test_.app.store, tester, '준비', (tx) => {
    const a = aCluster(tx, '가 MC', { counts_proxies: 1 });
    const b = aCluster(tx, '나 MC', { quorum_percent: 50 });
    const firm = aFirm(tx, '(주)한빛정밀');
    people = ['가하나', '나두리', '다세라', '라네모', '마다섯'].map((name) => aPerson(tx, name, firm));
    guest = aPerson(tx, '손님', firm);
    for (const person of people) joinCluster(tx, { cluster: a, person, joined_on: '2020-01-01' });
    for (const person of people.slice(0, 4)) joinCluster(tx, { cluster: b, person, joined_on: '2020-01-01' });
    joinCluster(tx, { cluster: b, organisation: aFirm(tx, '창원대학교', 'university'), joined_on: '2020-01-01' });
    meeting = holdMeeting(tx, { kind: 'joint-workshop', start_on: '2021-05-01' }, [a, b]);
  });
});
afterEach(() => test_.dispose());

const roster = (): Promise<Roster> => test_.call<Roster>('query', 'meetings.attendance.roster', { id: meeting });
const mark = (...persons: (string | undefined)[]): Promise<unknown> => test_.call('mutation', 'meetings.attendance.mark', { meeting, persons, isPresent: true });
const proxy = (person: string | undefined, to: string | null = null, isGiven = true): Promise<unknown> => test_.call('mutation', 'meetings.attendance.proxy', { meeting, person, to, isGiven });
const quorums = async () => (await roster()).quorums.map(({ present, proxies, needed, missing }) => [present, proxies, needed, missing]);
const refusal = async (run: Promise<unknown>): Promise<unknown> => run.then(() => null, (error: { data: { refusal: { code: string; details: { field: string }[] } } }) => [error.data.refusal.code, error.data.refusal.details[0]?.field]);

test('each cluster reaches its own quorum on the very member that is needed', async () => {
  expect(await quorums()).toEqual([[0, 0, 3, 3], [0, 0, 3, 3]]);
  await mark(people[0], people[1]);
  expect(await quorums()).toEqual([[2, 0, 3, 1], [2, 0, 3, 1]]);
  // The fifth belongs to the first cluster alone.
  await mark(people[4]);
  expect(await quorums()).toEqual([[3, 0, 3, 0], [2, 0, 3, 1]]);
  const body = (await roster()).organisations[0]?.organisation;
  await test_.call('mutation', 'meetings.attendance.welcome', { meeting, newPerson: { name: '정교수' }, as: body });
  expect(await quorums()).toEqual([[3, 0, 3, 0], [3, 0, 3, 0]]);
});

test('guests and head counts never make a quorum', async () => {
  await test_.call('mutation', 'meetings.change', { id: meeting, patch: { headcount_only: 50 } });
  await mark(guest);
  expect(await quorums()).toEqual([[0, 0, 3, 3], [0, 0, 3, 3]]);
  expect((await roster()).counts).toMatchObject({ listed: 1, walkIns: 1, headcount: 50 });
});

test('a proxy counts where the cluster says so, while its holder is there', async () => {
  await mark(people[0], people[1]);
  await proxy(people[2], people[0]);
  expect(await quorums()).toEqual([[2, 1, 3, 0], [2, 1, 3, 1]]);
  expect((await roster()).counts).toMatchObject({ listed: 2, proxies: 1, idleProxies: 0 });
  expect((await roster()).members.find((one) => one.person === people[0])?.holds).toBe(1);
  await test_.call('mutation', 'meetings.attendance.mark', { meeting, persons: [people[0]], isPresent: false });
  expect(await quorums()).toEqual([[1, 0, 3, 2], [1, 0, 3, 2]]);
  expect((await roster()).counts).toMatchObject({ proxies: 0, idleProxies: 1 });
});

test('one holder may have several, and one in writing is held by nobody', async () => {
  await mark(people[0]);
  await proxy(people[2], people[0]);
  await proxy(people[3], people[0]);
  await proxy(people[4]);
  expect((await roster()).members.find((one) => one.person === people[0])?.holds).toBe(2);
  expect(await quorums()).toEqual([[1, 3, 3, 0], [1, 2, 3, 2]]);
});

test('nobody is there and has given a proxy', async () => {
  await mark(people[0]);
  expect(await refusal(proxy(people[0]))).toEqual(['invalid', 'is_present']);
  await proxy(people[1], people[0]);
  await mark(people[1]);
  expect((await roster()).members.find((one) => one.person === people[1])).toMatchObject({ is_present: true, is_proxy: false, proxy_to: null });
  // Two devices can write both: presence goes before.
  write(test_.app.store, tester, '두 기기', (tx) => tx.change(attendance, tx.read.value<string>('SELECT id FROM attendance WHERE person = ?', [people[1] ?? '']) ?? '', { is_proxy: 1, proxy_to: people[0] ?? null }));
  expect(await quorums()).toEqual([[2, 0, 3, 1], [2, 0, 3, 1]]);
});

test('a proxy is refused to oneself, to somebody who gave one away, and of a guest', async () => {
  expect(await refusal(proxy(people[0], people[0]))).toEqual(['invalid', 'proxy_to']);
  await proxy(people[1]);
  expect(await refusal(proxy(people[0], people[1]))).toEqual(['invalid', 'proxy_to']);
  expect(await refusal(proxy(guest, people[0]))).toEqual(['invalid', 'person']);
  await proxy(people[1], null, false);
  await proxy(people[0], people[1]);
  expect((await roster()).members.find((one) => one.person === people[0])).toMatchObject({ is_proxy: true, proxy_to: people[1], proxy_name: '나두리' });
});

test('votes are no more than those present and the proxies they hold', async () => {
  const { id } = await test_.call<{ id: string }>('mutation', 'meetings.agenda.add', { meeting, values: { title: '예산안', kind: 'resolution' } });
  const vote = (patch: object): Promise<unknown> => test_.call('mutation', 'meetings.agenda.change', { id, patch });
  expect(await refusal(vote({ votes_for: 1 }))).toEqual(['invalid', 'votes_for']);
  await mark(people[0], people[1], guest);
  await proxy(people[2], people[0]);
  await vote({ votes_for: 3, votes_against: 1 });
  await expect(vote({ votes_abstained: 1 })).rejects.toThrow('표(5표)가 투표할 수 있는 사람(참석 3명 + 위임 1명 = 4명)보다 많습니다');
  await vote({ votes_for: 2, votes_abstained: 1 });
  await test_.call('mutation', 'meetings.change', { id: meeting, patch: { headcount_only: 2 } });
  await vote({ votes_for: 4 });
});
