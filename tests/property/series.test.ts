/** Moving and dividing a series at random: no meeting is ever lost, and no day is offered twice. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Refusal } from '../../db/errors.ts';
import { write, type Tx } from '../../db/kernel/write.ts';
import { meeting } from '../../db/meetings/fields.ts';
import { allSeries, daysAround, exceptionsOf, offeredDays, seriesOf, type Series } from '../../db/series/book.ts';
import { changeAll } from '../../db/series/change.ts';
import { addDays, isRuleDay } from '../../db/series/days.ts';
import { asRuled, cancelDay, moveDay } from '../../db/series/except.ts';
import { holdDay } from '../../db/series/hold.ts';
import { makeSeries, removeSeries } from '../../db/series/make.ts';
import { changeMeeting, seriesOfMeeting } from '../../db/series/meeting-change.ts';
import { splitSeries } from '../../db/series/split.ts';
import { aCluster } from '../db/clusters/people.ts';
import { openTestStore, tester, type TestStore } from '../support/store.ts';
import { randomFrom } from './arbitrary-edits.ts';
import { forSeeds } from './seeds.ts';

let store: TestStore;
beforeAll(() => { store = openTestStore(); });
afterAll(() => store.dispose());

const [from, until] = ['2026-01-01', '2028-12-31'];
const frequencies = ['weekly', 'monthly-day', 'monthly-weekday', 'monthly-last', 'yearly'];

/** What was made, as somebody would write it down who knows nothing of series. */
type Written = { id: string; on: string; held: boolean };

const randomStep = (tx: Tx, random: (below: number) => number, written: Map<string, Written>): void => {
  const all = allSeries(tx.read);
  const series = all[random(Math.max(1, all.length))];
  if (!series) return;
  const day = addDays(from, random(900));
  const free = offeredDays(tx.read, series, from, until);
  const one = free[random(Math.max(1, free.length))];
  const made = [...written.values()][random(Math.max(1, written.size))];
  switch (random(9)) {
    case 0: case 1: if (one) { const id = holdDay(tx, series.id, one.day); written.set(id, { id, on: one.on, held: false }); } break;
    case 2: if (one) moveDay(tx, series.id, one.day, addDays(one.on, random(20) - 10), '사정'); break;
    case 3: if (one) cancelDay(tx, series.id, one.day, null); break;
    case 4: { const exception = exceptionsOf(tx.read, series.id)[0]; if (exception) asRuled(tx, series.id, exception.day); break; }
    case 5: splitSeries(tx, series.id, day, random(2) ? { place: `방 ${random(9)}` } : { start_on: day, ...(random(2) ? { frequency: frequencies[random(5)] ?? 'weekly', every: 1 + random(3) } : {}) }); break;
    case 6: changeAll(tx, series.id, random(2) ? { start_at: '10:00', end_at: '11:00' } : { start_on: day, from_on: null }); break;
    case 7: if (made) { tx.change(meeting, made.id, { status: 'held' }); made.held = true; } break;
    default: if (made && !made.held) changeMeeting(tx, made.id, { start_on: day, end_on: null }, undefined, random(2) ? 'this' : 'following');
      else if (random(4) === 0) removeSeries(tx, series.id);
  }
};

const check = (written: Map<string, Written>): void => {
  const all = allSeries(store.read);
  const rows = store.read.all<{ id: string; start_on: string; series: string; series_on: string }>('SELECT id, start_on, series, series_on FROM meeting WHERE _del = 0');
  // Every meeting that was made remains, and one that was held on the day it was held.
  expect(new Set(rows.map(({ id }) => id))).toEqual(new Set(written.keys()));
  for (const { id, start_on } of rows) if (written.get(id)?.held === true) expect(start_on).toBe(written.get(id)?.on);
  // It belongs to one series that is there, or stands alone; in that one it is shown once, and in no other.
  const shown = all.flatMap((series) => daysAround(store.read, series, from, { before: 999, after: 2500 }).flatMap(({ meeting: id }) => (id === null ? [] : [`${series.id} ${id}`])));
  const belongs = rows.flatMap(({ id }) => { const part = seriesOfMeeting(store.read, id); return part ? [`${part.series.id} ${id}`] : []; });
  expect(shown.sort()).toEqual(belongs.sort());
  // No day is offered that a meeting stands for, and none twice, neither by its rule nor where it takes place.
  const offered = all.flatMap((series: Series) => offeredDays(store.read, series, from, until).map((one) => ({ ...one, series: series.id })));
  const live = new Set(all.map(({ id }) => id));
  const stands = new Set(rows.flatMap(({ series, series_on }) => (live.has(series) ? [`${series} ${series_on}`] : [])));
  for (const { series, day } of offered) {
    expect(stands.has(`${series} ${day}`)).toBe(false);
    expect(isRuleDay(seriesOf(store.read, series), day)).toBe(true);
  }
  expect(new Set(offered.map(({ day }) => day)).size).toBe(offered.length);
  expect(new Set(offered.map(({ on }) => on)).size).toBe(offered.length);
};

test('moving, dividing and changing a series at random loses no meeting and offers no day twice', () => {
  forSeeds('series', 15, (seed) => {
    const random = randomFrom(seed);
    let written = new Map<string, Written>();
    write(store, tester, '준비', (tx) => {
      for (const { id } of allSeries(tx.read)) removeSeries(tx, id);
      for (const id of tx.read.column<string>('SELECT id FROM meeting WHERE _del = 0')) tx.remove(meeting, id);
      const start_on = addDays('2026-01-01', random(60));
      makeSeries(tx, { title: '월례회', kind: 'working-group', frequency: frequencies[random(5)] ?? 'weekly', every: 1 + random(2), start_on, until_on: random(3) ? null : '2028-06-30' }, [aCluster(tx, `MC ${seed}`)]);
    });
    for (let turn = 0; turn < 40; turn += 1) {
      const next = structuredClone(written);
      try {
        write(store, tester, '무작위', (tx) => randomStep(tx, random, next));
        for (const one of next.values()) if (!one.held) one.on = store.read.value<string>('SELECT start_on FROM meeting WHERE id = ?', [one.id]) ?? '';
        written = next;
      } catch (error) {
        // A refusal leaves everything as it was; anything else is a bug.
        if (!(error instanceof Refusal)) throw error;
      }
      check(written);
    }
  });
}, 120_000);
