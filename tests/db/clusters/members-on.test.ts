import { afterEach, beforeEach, expect, test } from 'vitest';
import { membership } from '../../../db/clusters/fields.ts';
import { countMembers, membersOn } from '../../../db/clusters/members-on.ts';
import { joinCluster } from '../../../db/clusters/membership.ts';
import { Refusal } from '../../../db/errors.ts';
import { write } from '../../../db/kernel/write.ts';
import { forSeeds } from '../../property/seeds.ts';
import { openTestStore, tester, type TestStore } from '../../support/store.ts';
import { aCluster, aFirm, aPerson } from './people.ts';

let store: TestStore;
beforeEach(() => { store = openTestStore(); });
afterEach(() => store.dispose());

test('the day of joining and the day of leaving both belong to the membership', () => {
  const cluster = write(store, tester, '시험', (tx) => {
    const id = aCluster(tx, '전자 MC');
    joinCluster(tx, { cluster: id, person: aPerson(tx, '김하나'), joined_on: '2010-03-01', left_on: '2010-06-30' });
    return id;
  });
  const on = (date: string): number => membersOn(store.read, [cluster], date).length;
  expect([on('2010-02-28'), on('2010-03-01'), on('2010-06-30'), on('2010-07-01')]).toEqual([0, 1, 1, 0]);
});

test('a person with an organisation, a person alone and an organisation alone are told apart and counted by kind', () => {
  const cluster = write(store, tester, '시험', (tx) => {
    const id = aCluster(tx, '전자 MC');
    const firm = aFirm(tx, '(주)한빛정밀');
    joinCluster(tx, { cluster: id, person: aPerson(tx, '김하나', firm), joined_on: '2010-03-01' });
    joinCluster(tx, { cluster: id, person: aPerson(tx, '이두리', firm), joined_on: '2010-03-01' });
    joinCluster(tx, { cluster: id, organisation: aFirm(tx, '창원대학교', 'university'), joined_on: '2010-03-01' });
    joinCluster(tx, { cluster: id, organisation: aFirm(tx, '창원시', 'local-government'), joined_on: '2010-03-01' });
    joinCluster(tx, { cluster: id, person: aPerson(tx, '박세라'), joined_on: '2010-03-01' });
    return id;
  });
  expect(countMembers(membersOn(store.read, [cluster], '2010-12-31'))).toEqual({
    members: 5, persons: 3, organisations: 3, byKind: { firm: 2, university: 1, 'support-body': 1, expert: 1 },
  });
});

test('memberships that overlap because they arrived from two devices count once, the later one', () => {
  const cluster = write(store, tester, '시험', (tx) => {
    const id = aCluster(tx, '전자 MC');
    const person = aPerson(tx, '김하나');
    tx.create(membership, { cluster: id, person, kind: 'firm', joined_on: '2010-01-01' });
    tx.create(membership, { cluster: id, person, kind: 'university', joined_on: '2011-01-01' });
    return id;
  });
  expect(membersOn(store.read, [cluster], '2012-01-01').map(({ kind }) => kind)).toEqual(['university']);
});

/** Small numbers from a seed (mulberry32). */
const dice = (seed: number) => {
  let state = seed;
  return (sides: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides;
  };
};
const day = (number: number): string => new Date(Date.UTC(2010, 0, 1 + number)).toISOString().slice(0, 10);

test('figures of any day equal a naive recount, and accepted intervals of one member never overlap', () => {
  forSeeds('members-on', 12, (seed) => {
    const roll = dice(seed);
    const kept: { cluster: string; who: string; kind: string; from: string; to: string | null }[] = [];
    const clusters: string[] = [];
    write(store, tester, '시험', (tx) => {
      clusters.push(aCluster(tx, `가${seed}`), aCluster(tx, `나${seed}`));
      const firms = [aFirm(tx, `기업${seed}`), aFirm(tx, `대학${seed}`, 'university')];
      const people = ['갑', '을', '병'].map((name, index) => aPerson(tx, name, firms[index] ?? null));
      for (let turn = 0; turn < 60; turn += 1) {
        const cluster = clusters[roll(2)] ?? '';
        const person = roll(4) > 0 ? (people[roll(3)] ?? null) : null;
        const organisation = person === null ? (firms[roll(2)] ?? null) : null;
        const from = roll(60);
        const left = roll(3) === 0 ? null : from + roll(20);
        const interval = { cluster, who: person ?? organisation ?? '', from: day(from), to: left === null ? null : day(left) };
        const clashes = kept.some((one) => one.cluster === cluster && one.who === interval.who && one.from <= (interval.to ?? '9') && interval.from <= (one.to ?? '9'));
        let refused: unknown = null;
        try {
          const id = joinCluster(tx, { cluster, person, organisation, joined_on: interval.from, left_on: interval.to });
          kept.push({ ...interval, kind: tx.read.value<string>('SELECT kind FROM membership WHERE id = ?', [id]) ?? '' });
        } catch (error) {
          refused = error;
        }
        expect(refused instanceof Refusal).toBe(clashes);
      }
    });
    for (let number = -2; number < 85; number += 3) {
      const date = day(number);
      const naive = kept.filter((one) => one.from <= date && (one.to === null || one.to >= date));
      for (const asked of [[clusters[0] ?? ''], clusters]) {
        const expected = naive.filter((one) => asked.includes(one.cluster));
        const counts = countMembers(membersOn(store.read, asked, date));
        expect(counts.members).toBe(expected.length);
        expect(counts.byKind).toEqual(Object.fromEntries(Map.groupBy(expected, ({ kind }) => kind).entries().map(([kind, rows]) => [kind, rows.length])));
      }
    }
  });
});
