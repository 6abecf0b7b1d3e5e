/** Joins, leaves, corrections, mergers at random through the API: no two spans of one member in one mini-cluster overlap, and counts of any day equal a recount. */
import { expect, test } from 'vitest';
import type { ClusterRelations } from '../../db/clusters/api.ts';
import { write } from '../../db/kernel/write.ts';
import { aCluster, aFirm, aPerson } from '../db/clusters/people.ts';
import { testApplication, tester, type TestApplication } from '../support/store.ts';
import { randomFrom } from './arbitrary-edits.ts';
import { runsOf } from './depth.ts';

type Row = { id: string; cluster: string; person: string | null; organisation: string | null; kind: string; joined_on: string; left_on: string | null };

const day = (number: number): string => new Date(Date.UTC(2010, 0, 1 + number)).toISOString().slice(0, 10);
const rowsOf = (it_: TestApplication): Row[] => it_.app.read.all<Row>('SELECT id, cluster, person, organisation, kind, joined_on, left_on FROM membership WHERE _del = 0 ORDER BY n');
const who = (row: Row): string => `${row.cluster} ${row.person ?? row.organisation ?? ''}`;

const noOverlap = (rows: readonly Row[]): void => {
  for (const [index, one] of rows.entries()) {
    for (const other of rows.slice(index + 1)) {
      if (who(one) === who(other)) expect(one.joined_on <= (other.left_on ?? '9') && other.joined_on <= (one.left_on ?? '9'), JSON.stringify([one, other])).toBe(false);
    }
  }
};

test('spans of one member never overlap, and as-of counts by kind equal a naive recount', async () => {
  const base = Number(process.env['SEED'] ?? Date.now() % 1_000_000_000);
  const runs = runsOf(4);
  console.log(`membership: seeds ${base}…${base + runs - 1}`);
  for (let seed = base; seed < base + runs; seed += 1) {
    const random = randomFrom(seed);
    const it_ = await testApplication();
    try {
      const clusters: string[] = [];
      const people: string[] = [];
      const firms: string[] = [];
      write(it_.app.store, tester, '준비', (tx) => {
        clusters.push(aCluster(tx, '가'), aCluster(tx, '나'), aCluster(tx, '다'));
        firms.push(aFirm(tx, '기업'), aFirm(tx, '대학', 'university'), aFirm(tx, '연구소', 'institute'));
        people.push(...['갑', '을', '병'].map((name, index) => aPerson(tx, name, index === 2 ? null : firms[index] ?? null)));
      });
      let accepted = 0;
      for (let turn = 0; turn < 70; turn += 1) {
        const rows = rowsOf(it_);
        const row = rows[random(Math.max(1, rows.length))];
        const before = JSON.stringify(rows);
        const step = random(11);
        const [path, input] = step < 5 || !row ? ['clusters.members.add', { cluster: clusters[random(3)], ...(random(3) ? { person: people[random(3)] } : { organisation: firms[random(3)] }), joined_on: day(random(90)), left_on: random(2) ? day(60 + random(60)) : null }]
          : step < 7 ? ['clusters.members.end', { ids: [row.id], left_on: day(random(120)) }]
            : step < 9 ? ['clusters.members.change', { id: row.id, patch: random(2) ? { joined_on: day(random(90)) } : { left_on: random(2) ? null : day(random(120)) } }]
              : step < 10 ? ['clusters.members.remove', { ids: [row.id] }]
                : ['clusters.merge', { id: clusters[random(3)], into: clusters[random(3)], on: day(40 + random(60)) }];
        const failure: unknown = await it_.call('mutation', String(path), input).then(() => null, (error: unknown) => error);
        if (failure === null) accepted += 1;
        // What is refused leaves everything as it was; anything but a refusal is a bug.
        expect([failure === null || (failure as { data: { refusal?: unknown } }).data.refusal !== undefined, String(failure)]).toEqual([true, String(failure)]);
        expect(failure === null || JSON.stringify(rowsOf(it_)) === before).toBe(true);
        noOverlap(rowsOf(it_));
      }
      expect(accepted).toBeGreaterThan(10);
      for (let number = -3; number < 130; number += 7) {
        for (const cluster of clusters) {
          const { counts } = await it_.call<ClusterRelations>('query', 'clusters.relations', { id: cluster, date: day(number) });
          const naive = rowsOf(it_).filter((one) => one.cluster === cluster && one.joined_on <= day(number) && (one.left_on === null || one.left_on >= day(number)));
          expect(counts.members).toBe(naive.length);
          expect(counts.byKind).toEqual(Object.fromEntries(Map.groupBy(naive, ({ kind }) => kind).entries().map(([kind, all]) => [kind, all.length])));
        }
      }
    } catch (error) {
      throw new Error(`membership fails with seed ${seed}`, { cause: error });
    } finally {
      await it_.dispose();
    }
  }
}, 120_000);
