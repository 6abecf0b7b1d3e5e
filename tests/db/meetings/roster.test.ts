import { afterEach, beforeEach, expect, test } from 'vitest';
import { membership } from '../../../db/clusters/fields.ts';
import { joinCluster } from '../../../db/clusters/membership.ts';
import { write } from '../../../db/kernel/write.ts';
import { holdMeeting } from '../../../db/meetings/hold.ts';
import { tick, tickAll } from '../../../db/meetings/attend.ts';
import { quorumOf } from '../../../db/meetings/choices.ts';
import { rosterOf, type Roster } from '../../../db/meetings/roster.ts';
import { forSeeds } from '../../property/seeds.ts';
import { testApplication, tester, type TestApplication } from '../../support/store.ts';
import { aCluster, aFirm, aPerson } from '../clusters/people.ts';

let test_: TestApplication;
let a: string;
let b: string;
let body: string;
let people: string[];
let meeting: string;

beforeEach(async () => {
  test_ = await testApplication();
  write(test_.app.store, tester, '준비', (tx) => {
    a = aCluster(tx, '가 MC', { quorum_percent: 40 });
    b = aCluster(tx, '나 MC');
    const firm = aFirm(tx, '(주)한빛정밀');
    body = aFirm(tx, '창원대학교', 'university');
    people = ['김하나', '이두리', '박세라', '최네모'].map((name) => aPerson(tx, name, firm));
    for (const person of people) joinCluster(tx, { cluster: a, person, joined_on: '2020-01-01' });
    joinCluster(tx, { cluster: b, person: people[0] ?? '', joined_on: '2020-01-01' });
    joinCluster(tx, { cluster: b, organisation: body, joined_on: '2020-01-01' });
    meeting = holdMeeting(tx, { kind: 'joint-workshop', start_on: '2021-05-01', round: 1, headcount_only: 7 }, [a, b]);
  });
});
afterEach(() => test_.dispose());

const roster = (): Promise<Roster> => test_.call<Roster>('query', 'meetings.attendance.roster', { id: meeting });
const mark = (persons: (string | undefined)[], isPresent = true): Promise<unknown> => test_.call('mutation', 'meetings.attendance.mark', { meeting, persons, isPresent });
const rows = () => test_.app.read.all<{ person: string; is_present: number; is_member: number; kind: string }>('SELECT person, is_present, is_member, kind FROM attendance WHERE _del = 0 ORDER BY n');
const actions = (): number => test_.app.read.value<number>('SELECT count(*) FROM action') ?? 0;

test('members of several clusters stand once, organisations apart, head count apart', async () => {
  const first = await roster();
  expect(first.members.map(({ name, clusters }) => [name, clusters.length])).toEqual([['김하나', 2], ['박세라', 1], ['이두리', 1], ['최네모', 1]]);
  expect(first.organisations.map(({ name }) => name)).toEqual(['창원대학교']);
  expect(first.counts).toEqual({ listed: 0, membersPresent: 0, membersTotal: 5, walkIns: 0, proxies: 0, idleProxies: 0, headcount: 7 });
  // Of 가 MC 40 % of its four, of 나 MC more than half of its two.
  expect(first.quorums.map(({ name, total, percent, needed, missing }) => [name, total, percent, needed, missing])).toEqual([['가 MC', 4, 40, 2, 2], ['나 MC', 2, null, 2, 2]]);
});

test('ticks, walk-ins and somebody who comes for an organisation are counted as what they are', async () => {
  await mark([people[0], people[1]]);
  await mark([people[2]]);
  await test_.call('mutation', 'meetings.attendance.welcome', { meeting, newPerson: { name: '정다섯', position: '교수' }, as: body });
  await test_.call('mutation', 'meetings.attendance.welcome', { meeting, newPerson: { name: '한여섯' }, newOrganisation: { name: '부산테크노파크' } });
  await test_.call('mutation', 'meetings.attendance.welcome', { meeting, person: test_.coordinator });
  const { counts, organisations, guests } = await roster();
  expect(counts).toMatchObject({ listed: 6, membersPresent: 4, membersTotal: 5, walkIns: 2, proxies: 0, headcount: 7 });
  expect(organisations[0]?.people.map(({ name, kind }) => [name, kind])).toEqual([['정다섯', 'university']]);
  expect(guests.map(({ name, kind, organisation_name }) => [name, kind, organisation_name])).toEqual(expect.arrayContaining([['시험 사용자', 'coordinator', null], ['한여섯', 'support-body', '부산테크노파크']]));
});

test('marking twice writes nothing the second time, and clearing somebody who was never there neither', async () => {
  await mark([people[0]]);
  const before = [rows(), actions()];
  await mark([people[0]]);
  await mark([people[3]], false);
  expect([rows(), actions()]).toEqual(before);
  await mark([people[0]], false);
  expect(rows().map((row) => row.is_present)).toEqual([0]);
});

test('what somebody was is frozen: leaving the cluster later does not change it', async () => {
  await mark([people[1]]);
  write(test_.app.store, tester, '탈퇴', (tx) => {
    const [id] = tx.read.column<string>('SELECT id FROM membership WHERE person = ?', [people[1] ?? '']);
    tx.change(membership, id ?? '', { left_on: '2020-12-31' });
  });
  await mark([people[1]], false);
  await mark([people[1]]);
  expect(rows()).toMatchObject([{ is_member: 1, kind: 'firm', is_present: 1 }]);
});

test('on another day attendees were something else', async () => {
  await mark([people[0], people[1]]);
  await test_.call('mutation', 'meetings.change', { id: meeting, patch: { start_on: '2019-05-01' } });
  expect(rows().map((row) => row.is_member)).toEqual([0, 0]);
  await test_.call('mutation', 'meetings.change', { id: meeting, patch: { start_on: '2021-05-01' } });
  expect(rows().map((row) => row.is_member)).toEqual([1, 1]);
});

test('all and none, each one undo step; guests stay', async () => {
  await test_.call('mutation', 'meetings.attendance.welcome', { meeting, person: test_.coordinator });
  await test_.call('mutation', 'meetings.attendance.markAll', { meeting, isPresent: true });
  expect((await roster()).counts.listed).toBe(5);
  await test_.call('mutation', 'device.undo', {});
  expect((await roster()).counts.listed).toBe(1);
  await test_.call('mutation', 'device.redo', {});
  await test_.call('mutation', 'meetings.attendance.markAll', { meeting, isPresent: false });
  expect((await roster()).counts).toMatchObject({ listed: 1, walkIns: 1, membersPresent: 0 });
});

test('a quorum is a percentage rounded up or more than half', () => {
  expect([quorumOf(30, null), quorumOf(31, null), quorumOf(30, 33), quorumOf(3, 100), quorumOf(0, null)]).toEqual([16, 16, 10, 3, null]);
});

test('any order of ticks ends as the last mark of each person says', () => {
  forSeeds('attendance', 8, (seed) => {
    const last = new Map<string, boolean>();
    let state = seed % 2_147_483_647 || 1;
    const roll = (sides: number): number => { state = (state * 48_271) % 2_147_483_647; return state % sides; };
    write(test_.app.store, tester, '표시', (tx) => {
      const fresh = holdMeeting(tx, { kind: 'seminar', start_on: '2021-06-01' }, [a]);
      for (let turn = 0; turn < 40; turn += 1) {
        const isPresent = roll(2) === 0;
        if (roll(8) === 0) {
          tickAll(tx, fresh, isPresent);
          for (const person of people) last.set(person, isPresent);
        } else {
          const person = people[roll(people.length)] ?? '';
          for (let again = 0; again <= roll(2); again += 1) tick(tx, fresh, [person], { isPresent });
          last.set(person, isPresent);
        }
      }
      const found = rosterOf(tx.read, fresh);
      expect(new Map(found.members.filter((one) => last.has(one.person)).map((one) => [one.person, one.is_present]))).toEqual(new Map([...last].toSorted(([x], [y]) => found.members.findIndex((m) => m.person === x) - found.members.findIndex((m) => m.person === y))));
      expect(found.counts.listed).toBe([...last.values()].filter(Boolean).length);
      expect(tx.read.value('SELECT count(*) = count(DISTINCT person) FROM attendance WHERE meeting = ?', [fresh])).toBe(1);
    });
  });
});
