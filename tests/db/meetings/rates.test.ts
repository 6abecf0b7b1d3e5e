import { afterEach, beforeEach, expect, test } from 'vitest';
import { joinCluster } from '../../../db/clusters/membership.ts';
import { write, type Tx } from '../../../db/kernel/write.ts';
import { giveProxy, tick } from '../../../db/meetings/attend.ts';
import { holdMeeting } from '../../../db/meetings/hold.ts';
import { absencesBefore, ratesOf, type MemberRate } from '../../../db/meetings/rates.ts';
import { rosterOf } from '../../../db/meetings/roster.ts';
import { forSeeds } from '../../property/seeds.ts';
import { openTestStore, tester, type TestStore } from '../../support/store.ts';
import { aCluster, aFirm, aPerson } from '../clusters/people.ts';

let store: TestStore;
beforeEach(() => { store = openTestStore(); });
afterEach(() => store.dispose());

const doing = <T>(fn: (tx: Tx) => T): T => write(store, tester, '준비', fn);
const whole = { from: '2000-01-01', until: '2099-12-31' };

test('only held meetings with names count, each member from the day of joining to the day of leaving', () => {
  const { cluster, one, late, gone } = doing((tx) => {
    const made = { cluster: aCluster(tx, '가 MC'), one: aPerson(tx, '가하나'), late: aPerson(tx, '나늦게'), gone: aPerson(tx, '다떠남'), guest: aPerson(tx, '손님') };
    joinCluster(tx, { cluster: made.cluster, person: made.one, joined_on: '2020-01-01' });
    joinCluster(tx, { cluster: made.cluster, person: made.late, joined_on: '2021-03-01' });
    joinCluster(tx, { cluster: made.cluster, person: made.gone, joined_on: '2020-01-01', left_on: '2021-02-01' });
    const hold = (start_on: string, persons: string[], more: object = {}): string => {
      const id = holdMeeting(tx, { kind: 'seminar', start_on, title: start_on, ...more }, [made.cluster]);
      tick(tx, id, persons, { isPresent: true });
      return id;
    };
    hold('2021-01-10', [made.one, made.guest]);
    hold('2021-02-01', [made.gone, made.guest]);
    hold('2021-03-01', [made.guest]);
    hold('2021-04-01', [], { headcount_only: 30 });
    hold('2021-05-01', [made.one], { status: 'cancelled' });
    hold('2021-06-01', [made.one], { status: 'planned' });
    giveProxy(tx, hold('2021-07-01', [made.guest]), made.late, { isGiven: true, to: null });
    hold('2098-01-01', [made.one]);
    return made;
  });
  const rates = ratesOf(store.read, { cluster, ...whole });
  expect(rates).toMatchObject({ listed: 4, unlisted: 1, attendances: 6, distinct: 3, headcount: 30 });
  const of = (member: string) => { const found = rates.members.find((line) => line.member === member); return found && [found.meetings, found.attended, found.proxies, found.absences, found.last_on]; };
  expect(of(one)).toEqual([4, 1, 0, 3, '2021-01-10']);
  expect(of(late)).toEqual([2, 0, 1, 0, null]);
  expect(of(gone)).toEqual([2, 1, 0, 0, '2021-02-01']);
  expect(ratesOf(store.read, { cluster, from: '2021-02-02', until: '2021-12-31' }).members.find((line) => line.member === one)).toMatchObject({ meetings: 2, attended: 0 });
});

test('absences beside the roster are those before that meeting, the most of any of its clusters', () => {
  const { next, often, other } = doing((tx) => {
    const [a, b] = [aCluster(tx, '가 MC'), aCluster(tx, '나 MC')];
    const [often, other, body] = [aPerson(tx, '늘빠짐'), aPerson(tx, '늘옴'), aFirm(tx, '창원대학교', 'university')];
    for (const cluster of [a, b]) for (const person of [often, other]) joinCluster(tx, { cluster, person, joined_on: '2020-01-01' });
    joinCluster(tx, { cluster: b, organisation: body, joined_on: '2020-01-01' });
    for (const [day, cluster] of [['2021-01-01', a], ['2021-02-01', b], ['2021-03-01', b], ['2021-04-01', b], ['2021-05-01', b]] as const) {
      tick(tx, holdMeeting(tx, { kind: 'seminar', start_on: day, title: day }, [cluster]), [other], { isPresent: true });
    }
    return { next: holdMeeting(tx, { kind: 'joint-workshop', start_on: '2021-05-01' }, [a, b]), often, other, body };
  });
  const found = absencesBefore(store.read, next);
  expect(found[often]).toBe(3);
  expect(found[other]).toBeUndefined();
  expect(Object.values(found)).toEqual([3, 3]);
});

/** What the rates must be, counted from the attendance book of each meeting one by one. */
const recount = (meetings: readonly { id: string; day: string; held: boolean }[]): Map<string, Pick<MemberRate, 'meetings' | 'attended' | 'proxies' | 'absences'>> => {
  const lines = new Map<string, Pick<MemberRate, 'meetings' | 'attended' | 'proxies' | 'absences'>>();
  for (const { id } of meetings.filter((one) => one.held).sort((x, y) => x.day.localeCompare(y.day))) {
    const roster = rosterOf(store.read, id);
    if (roster.counts.listed === 0) continue;
    const all = [
      ...roster.members.map((one) => ({ key: one.person, present: one.is_present, proxy: one.is_proxy })),
      ...roster.organisations.map((one) => ({ key: one.organisation, present: one.people.some((person) => person.is_present), proxy: false })),
    ];
    for (const { key, present, proxy } of all) {
      const line = lines.get(key) ?? { meetings: 0, attended: 0, proxies: 0, absences: 0 };
      lines.set(key, { meetings: line.meetings + 1, attended: line.attended + (present ? 1 : 0), proxies: line.proxies + (proxy ? 1 : 0), absences: present || proxy ? 0 : line.absences + 1 });
    }
  }
  return lines;
};

test('rates equal the naive recount from every attendance book', () => {
  forSeeds('attendance-rates', 4, (seed) => {
    let state = seed % 2_147_483_647 || 1;
    const roll = (sides: number): number => { state = (state * 48_271) % 2_147_483_647; return state % sides; };
    const day = (): string => `2021-${String(roll(12) + 1).padStart(2, '0')}-${String(roll(28) + 1).padStart(2, '0')}`;
    const made = doing((tx) => {
      const cluster = aCluster(tx, `MC ${seed}`);
      const bodies = [0, 1, 2].map((index) => aFirm(tx, `기관 ${seed}-${index}`, 'university'));
      const people = Array.from({ length: 10 }, (_, index) => aPerson(tx, `사람${index}`, bodies[index % 3] ?? null));
      for (const person of people.slice(0, 7)) {
        const joined_on = day();
        joinCluster(tx, { cluster, person, joined_on, left_on: roll(2) === 0 ? null : `2022-${joined_on.slice(5)}` });
      }
      joinCluster(tx, { cluster, organisation: bodies[0] ?? '', joined_on: day() });
      const used = new Set<string>();
      const meetings = Array.from({ length: 14 }, (_, index) => {
        let start_on = day();
        while (used.has(start_on)) start_on = day();
        used.add(start_on);
        const status = [null, null, null, 'held', 'planned', 'cancelled'][roll(6)] ?? null;
        const id = holdMeeting(tx, { kind: 'seminar', start_on, title: `회의 ${index}`, status }, [cluster]);
        for (const person of people) {
          const dice = roll(3);
          if (dice === 0) tick(tx, id, [person], { isPresent: true });
          else if (dice === 1 && rosterOf(tx.read, id).members.some((one) => one.person === person && !one.is_present)) giveProxy(tx, id, person, { isGiven: true, to: null });
        }
        return { id, day: start_on, held: status === null || status === 'held' };
      });
      return { cluster, meetings };
    });
    const rates = ratesOf(store.read, { cluster: made.cluster, ...whole });
    const naive = recount(made.meetings);
    expect(new Map(rates.members.map(({ member, meetings, attended, proxies, absences }) => [member, { meetings, attended, proxies, absences }]))).toEqual(new Map([...naive].sort(([x], [y]) => rates.members.findIndex((one) => one.member === x) - rates.members.findIndex((one) => one.member === y))));
    const rows = store.read.all<{ person: string }>(
      'SELECT a.person FROM attendance a WHERE a.is_present = 1 AND a._del = 0 AND a.meeting IN (SELECT value FROM json_each(?))', [JSON.stringify(made.meetings.filter((one) => one.held).map((one) => one.id))]);
    expect([rates.attendances, rates.distinct]).toEqual([rows.length, new Set(rows.map((row) => row.person)).size]);
  });
});
