/** T3 equals an independent recount; members by the rule of membersOn, subtotals by plain loops. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { membership, miniCluster } from '../../../db/clusters/fields.ts';
import { membersOn } from '../../../db/clusters/members-on.ts';
import type { Store } from '../../../db/kernel/store.ts';
import { write } from '../../../db/kernel/write.ts';
import { person } from '../../../db/people/fields.ts';
import { cellRecords, tableOf } from '../../../db/reports/layout.ts';
import { plainParams } from '../../../db/reports/report-input.ts';
import { t3, yearBefore } from '../../../db/reports/t3.ts';
import type { ReportTable } from '../../../db/reports/table-types.ts';
import { forSeeds } from '../../property/seeds.ts';
import { openTestStore, tester } from '../../support/store.ts';
import { putClusters, someClusters, someParams } from './random-records.ts';

type Row = Record<string, string | number | null>;
const valueAt = (table: ReportTable, row: string, column: string) => table.cells[table.rows.findIndex((one) => one.key === row)]?.[table.columns.findIndex((one) => one.key === column)]?.value;
const inDays = (from: Row[string] | undefined, to: Row[string] | undefined, day: string): boolean => String(from) <= day && (to === null || String(to) >= day);

/** Member, kind and membership of each cluster on a day, by plain loops. */
const recount = (store: Store, day: string): { cluster: string; id: string; member: string; kind: string }[] => {
  const clusters = store.read.all<Row>('SELECT * FROM mini_cluster').filter((one) => one['_del'] === 0 && one['parent'] === null && inDays(one['founded_on'], one['dissolved_on'], day));
  const found = new Map<string, Row>();
  for (const one of store.read.all<Row>('SELECT * FROM membership')) {
    if (one['_del'] !== 0 || !inDays(one['joined_on'], one['left_on'], day) || !clusters.some((cluster) => cluster['id'] === one['cluster'])) continue;
    const key = `${one['cluster']} ${one['person'] ?? one['organisation']}`;
    const other = found.get(key);
    if (!other || `${one['joined_on']}${one['id']}` > `${other['joined_on']}${other['id']}`) found.set(key, one);
  }
  return [...found.values()].map((one) => ({ cluster: String(one['cluster']), id: String(one['id']), member: String(one['person'] ?? one['organisation']), kind: one['kind'] === 'expert' ? 'other' : String(one['kind']) }));
};

describe('T3', () => {
  it('equals a recount on random records, cell by cell', () => {
    forSeeds('report T3 equals a recount', 2, (seed) => fc.assert(fc.property(someClusters, someParams, (records, params) => {
      const store = openTestStore();
      try {
        putClusters(store, records);
        const table = tableOf(store.read, t3, params);
        const [now, before] = [recount(store, params.asOf), recount(store, yearBefore(params.asOf))];
        const standing = store.read.all<Row>('SELECT * FROM mini_cluster').filter((one) => one['_del'] === 0 && one['parent'] === null && inDays(one['founded_on'], one['dissolved_on'], params.asOf));
        expect(table.rows.filter((row) => row.kind === 'detail').map((row) => row.key.slice(3)).sort()).toEqual(standing.map((one) => String(one['id'])).sort());
        for (const row of table.rows) {
          const isHere = (cluster: string): boolean => row.key === 'all' || row.key === `mc:${cluster}`;
          if (row.kind === 'subtotal') continue;
          for (const column of ['members', 'firm', 'university', 'institute', 'support-body', 'other']) {
            const wanted = now.filter((one) => isHere(one.cluster) && (column === 'members' || one.kind === column)).map((one) => one.id).sort();
            expect(valueAt(table, row.key, column), `${row.key} ${column}`).toBe(wanted.length);
            expect(cellRecords(store.read, t3, `${row.key}~${column}`, params)?.ids).toEqual(wanted);
          }
          const [here, there] = [now.filter((one) => isHere(one.cluster)), before.filter((one) => isHere(one.cluster))];
          expect(valueAt(table, row.key, 'change')).toBe(here.length - there.length);
          const changed = cellRecords(store.read, t3, `${row.key}~change`, params)?.ids ?? [];
          expect(changed.filter((id) => here.some((one) => one.id === id)).length - changed.filter((id) => there.some((one) => one.id === id)).length).toBe(here.length - there.length);
        }
        expect(valueAt(table, 'all', 'clusters')).toBe(standing.length);
        addsUp(store, table, params);
        expect(table.footnotes.some((note) => /^※ 중복을 빼면 .* 모두 (\d+)입니다/.exec(note.text)?.[1] === String(new Set(now.map((one) => one.member)).size))).toBe(now.length > 0);
      } finally {
        store.dispose();
      }
    }), { numRuns: 25, seed }));
  }, 120_000);

  /** Regions add up to the total, hubs to their region, clusters to their hub; subtotals open the records of what they add up. */
  const addsUp = (store: Store, table: ReportTable, params: Parameters<typeof tableOf>[2]): void => {
    for (const column of table.columns.map((one) => one.key).filter((key) => key !== 'change')) {
      const sum = (rows: ReportTable['rows']): number => rows.reduce((total, row) => total + Number(valueAt(table, row.key, column)), 0);
      expect(sum(table.rows.filter((row) => row.level === 1))).toBe(valueAt(table, 'all', column));
      for (const region of table.rows.filter((row) => row.level === 1)) {
        const hubs = table.rows.filter((row) => row.level === 2 && row.labels[0] === region.labels[0]);
        expect(sum(hubs)).toBe(valueAt(table, region.key, column));
        expect(cellRecords(store.read, t3, `${region.key}~${column}`, params)?.ids).toHaveLength(Number(valueAt(table, region.key, column)));
        for (const hub of hubs) expect(sum(table.rows.filter((row) => row.level === 3 && row.labels[0] === hub.labels[0] && row.labels[1] === hub.labels[1]))).toBe(valueAt(table, hub.key, column));
      }
    }
  };

  it('counts the last day of a membership and not the day after, a member who comes back once, and each cluster of a member', () => {
    const store = openTestStore();
    try {
      const [one, two] = write(store, tester, '준비', (tx) => {
        const clusters = ['가', '나'].map((name) => tx.create(miniCluster, { name, hub: 'changwon', kind: 'general', founded_on: '2008-01-01' }));
        const people = ['김', '이'].map((name) => tx.create(person, { name }));
        const join = (cluster: number, who: number, joined_on: string, left_on: string | null = null) => tx.create(membership, { cluster: clusters[cluster] ?? '', person: people[who] ?? '', kind: 'expert', joined_on, left_on });
        join(0, 0, '2009-01-01', '2010-12-31');
        join(0, 0, '2011-02-01');
        join(1, 0, '2009-01-01');
        join(1, 1, '2010-12-31');
        return clusters;
      });
      const at = (asOf: string) => tableOf(store.read, t3, { ...plainParams, asOf, fromYear: 2010, toYear: 2011 });
      expect(valueAt(at('2010-12-31'), 'all', 'members')).toBe(3);
      expect(valueAt(at('2011-01-01'), `mc:${one}`, 'members')).toBe(0);
      expect(valueAt(at('2011-02-01'), `mc:${one}`, 'members')).toBe(1);
      expect(valueAt(at('2011-02-01'), `mc:${two}`, 'other')).toBe(2);
      expect(at('2011-02-01').footnotes.map((note) => note.text).join()).toContain('중복을 빼면 개인 2명과 기관(기관 이름으로 가입) 0곳, 모두 2입니다');
      expect(membersOn(store.read, [one ?? ''], '2010-12-31')).toHaveLength(1);
      expect(at('2010-03-16').rows[0]?.labels[0]).toBe('광역경제권 이전');
      expect(at('2010-03-17').rows[0]?.labels[0]).toBe('동남권');
    } finally {
      store.dispose();
    }
  });

  it('counts a cluster on the day it is founded and on the day it is dissolved, its members with it', () => {
    const store = openTestStore();
    try {
      write(store, tester, '준비', (tx) => {
        const cluster = tx.create(miniCluster, { name: '가', hub: 'changwon', kind: 'general', founded_on: '2010-05-01', dissolved_on: '2011-04-30' });
        tx.create(membership, { cluster, person: tx.create(person, { name: '김' }), kind: 'expert', joined_on: '2010-01-01' });
      });
      const at = (asOf: string) => tableOf(store.read, t3, { ...plainParams, asOf, fromYear: 2010, toYear: 2011 });
      const counts = ['2010-04-30', '2010-05-01', '2011-04-30', '2011-05-01'].map((day) => ['clusters', 'members', 'change'].map((column) => valueAt(at(day), 'all', column)));
      expect(counts).toEqual([[0, 0, 0], [1, 1, 1], [1, 1, 1], [0, 0, -1]]);
      expect(at('2011-05-01').footnotes.map((note) => note.text).join()).toContain('그사이 해산한 미니클러스터 1개(회원 1)');
    } finally {
      store.dispose();
    }
  });

  it('compares with the same day a year before, 29 February with the 28th', () => {
    expect([yearBefore('2012-02-29'), yearBefore('2012-12-31'), yearBefore('2012-03-01')]).toEqual(['2011-02-28', '2011-12-31', '2011-03-01']);
  });
});
