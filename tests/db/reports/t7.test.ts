/** T7 equals a recount: clusters × kinds, joint meetings once in each line, the rate of members as of each meeting's day. */
import { describe, expect, it } from 'vitest';
import { t7 } from '../../../db/reports/t7.ts';
import { ratesOf } from '../../../db/meetings/rates.ts';
import { forSeeds } from '../../property/seeds.ts';
import { openTestStore } from '../../support/store.ts';
import { putWorld, randomParams } from './random-world.ts';
import { heldMeetingsOf, linesOver } from './recount-meetings.ts';
import { asked, periodOf, rounded, sortedIds, sum, text, worldRows, type Row, type WorldRows } from './recount-world.ts';

/** Members of a cluster on a day, one for each person or body, and those who came to a meeting: from the printed rule. */
const membersAt = (rows: WorldRows, cluster: string, meeting: Row): { members: number; there: number } => {
  const day = text(meeting['start_on']);
  const own = rows.members.filter((one) => one['cluster'] === cluster && text(one['joined_on']) <= day && (one['left_on'] === null || text(one['left_on']) >= day));
  const persons = new Set(own.flatMap((one) => (one['person'] === null ? [] : [text(one['person'])])));
  const bodies = new Set(own.flatMap((one) => (one['person'] === null ? [text(one['organisation'])] : [])));
  const present = rows.came.filter((one) => one['meeting'] === meeting['id'] && one['is_present'] === 1);
  const there = [...persons].filter((who) => present.some((one) => one['person'] === who)).length
    + [...bodies].filter((body) => present.some((one) => one['organisation'] === body && one['is_member'] === 1 && !persons.has(text(one['person'])))).length;
  return { members: persons.size + bodies.size, there };
};

describe('T7', () => {
  it('equals a recount on random records, cell by cell', () => {
    forSeeds('report T7 equals a recount', 5, (seed) => {
      const store = openTestStore();
      try {
        const world = putWorld(store, seed);
        const rows = worldRows(store);
        const listed = (meeting: Row): number => rows.came.filter((one) => one['meeting'] === meeting['id'] && one['is_present'] === 1).length;
        for (let turn = 0; turn < 6; turn += 1) {
          const params = randomParams(seed * 41 + turn, world);
          if (['office', 'supportType', 'coordinator', 'province'].some((kind) => kind in params.scope)) continue;
          const { table, value, ids } = asked(store, t7, params);
          const held = heldMeetingsOf(rows, params);
          const owners = new Map(linesOver(table));
          for (const { key, labels } of table.rows) {
            const kind = key.includes('|') ? key.slice(key.indexOf('|') + 1) : null;
            const own = owners.get(kind === null ? key : key.slice(0, key.indexOf('|'))) ?? 'all';
            const here = held.filter(({ row, hosts }) => hosts.some((cluster) => own === 'all' || own.includes(cluster)) && (kind === null || row['kind'] === kind));
            const meetings = here.map(({ row }) => row);
            const where = `${key} ${labels.join(' ')} ${JSON.stringify(params)}`;
            expect(value(key, 'held-meetings'), where).toBe(here.length);
            expect(ids(key, 'held-meetings'), where).toEqual(sortedIds(meetings));
            expect(value(key, 'attendances'), where).toBe(meetings.reduce((all, one) => all + listed(one), 0));
            expect(ids(key, 'attendances'), where).toEqual(sortedIds(meetings.filter((one) => listed(one) > 0)));
            expect(value(key, 'headcounts'), where).toBe(sum(meetings, 'headcount_only'));
            const found = rows.tasks.filter((one) => meetings.some((row) => row['id'] === one['source_meeting']));
            expect(value(key, 'tasks-of-meetings'), where).toBe(found.length);
            expect(ids(key, 'tasks-of-meetings'), where).toEqual(sortedIds(found));
            const pairs = here.flatMap(({ row, hosts }) => (listed(row) === 0 ? [] : hosts.filter((cluster) => own === 'all' || own.includes(cluster)).map((cluster) => membersAt(rows, cluster, row))));
            const [members, there] = [pairs.reduce((all, one) => all + one.members, 0), pairs.reduce((all, one) => all + one.there, 0)];
            expect(value(key, 'rate'), where).toBe(members === 0 ? 0 : rounded((there * 100) / members, 1));
          }
        }
      } finally {
        store.dispose();
      }
    });
  }, 120_000);

  it('says of a cluster what its own page says', () => {
    forSeeds('report T7 agrees with the rates of a cluster', 2, (seed) => {
      const store = openTestStore();
      try {
        const world = putWorld(store, seed);
        const params = { ...randomParams(seed, world), scope: {}, asOf: '2013-12-31' };
        const { table, value } = asked(store, t7, params);
        const [from, until] = periodOf(params);
        for (const { key } of table.rows.filter((row) => row.key.startsWith('mc:') && !row.key.includes('|'))) {
          const rates = ratesOf(store.read, { cluster: key.slice(3), from, until });
          expect(value(key, 'held-meetings')).toBe(rates.listed + rates.unlisted);
          expect(value(key, 'attendances')).toBe(rates.attendances);
          expect(value(key, 'headcounts')).toBe(rates.headcount);
          const [slots, there] = [rates.members.reduce((all, one) => all + one.meetings, 0), rates.members.reduce((all, one) => all + one.attended, 0)];
          expect(value(key, 'rate')).toBe(slots === 0 ? 0 : rounded((there * 100) / slots, 1));
        }
      } finally {
        store.dispose();
      }
    });
  }, 60_000);
});
