/** A report on a past day equals the same report over a store into which the log was replayed up to that day, record by record. */
import { afterEach, expect, test } from 'vitest';
import { write } from '../../../db/kernel/write.ts';
import { clockAfter } from '../../../db/kernel/past.ts';
import { mergeOperations, operationsSince } from '../../../db/kernel/merge.ts';
import type { Reader } from '../../../db/kernel/reader.ts';
import { openPastDay, pastDays } from '../../../db/past.ts';
import { organisation } from '../../../db/organisations/fields.ts';
import { cellRecords, tableOf } from '../../../db/reports/layout.ts';
import { plainParams } from '../../../db/reports/report-input.ts';
import { reports } from '../../../db/reports/reports.ts';
import { t1 } from '../../../db/reports/t1.ts';
import type { ReportParams } from '../../../db/reports/table-types.ts';
import { task } from '../../../db/tasks/fields.ts';
import { randomFrom } from '../../property/arbitrary-edits.ts';
import { runsOf } from '../../property/depth.ts';
import { forSeeds } from '../../property/seeds.ts';
import { openTestStore, tester, type TestStore } from '../../support/store.ts';
import { randomStep, tellAll } from '../facts/random-history.ts';

const stores: TestStore[] = [];
const opened = (store: TestStore): TestStore => { stores.push(store); return store; };
afterEach(() => { for (const store of stores.splice(0)) store.dispose(); });

const noon = (day: number): number => new Date(2024, 0, 1 + day, 12).getTime();
const dayText = (day: number): string => new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10);

/** The independent way: an empty store takes the operations up to the day, one by one. */
const replayed = (from: TestStore, day: string): TestStore => {
  const store = opened(openTestStore());
  for (const op of operationsSince(from, new Map()).filter((one) => one.hlc < clockAfter(day)).toSorted((a, b) => a.hlc - b.hlc || a.writer - b.writer)) mergeOperations(store, [op]);
  return store;
};

/** Line by line: names, numbers, records. Keys of lines may hold row numbers, which are each device's own, and decide between lines (and in a card, names of a pair) of one name. */
const everything = (read: Reader, params: ReportParams): unknown[] => reports.map((report) => {
  const { rows, cells, columns, heads, footnotes, isEmpty, title, unit, asOf } = tableOf(read, report, params);
  const recordsBehind = (drill: string | null): string[] => (drill === null ? [] : (cellRecords(read, report, drill, params)?.ids ?? []).toSorted());
  const isCard = report.code.startsWith('d-');
  const lines = rows.map(({ labels, level, kind }, at) => JSON.stringify([isCard ? labels.toSorted() : labels, level, kind, (cells[at] ?? []).map((cell) => [cell.value, cell.text, recordsBehind(cell.drill)])]));
  return { code: report.code, title, unit, asOf, heads, columns, footnotes, isEmpty, lines: isCard ? lines.toSorted() : lines };
});

test('any report and the records behind its numbers, on any day of random histories', () => {
  let filled = 0;
  forSeeds('as-of equals a replay', 3, (seed) => {
    const random = randomFrom(seed);
    let today = 0;
    const [here, there] = [opened(openTestStore({ now: () => noon(today) })), opened(openTestStore({ now: () => noon(today) }))];
    for (today = 0; today < 60; today += 1) {
      for (let step = 0; step < 3; step += 1) randomStep(random(3) === 0 ? there : here, random);
      if (random(15) === 0) tellAll(there, here);
      if (random(15) === 0) tellAll(here, there);
    }
    tellAll(there, here);
    for (const day of [dayText(-1), dayText(random(30)), dayText(30 + random(30)), dayText(80)]) {
      const params: ReportParams = { ...plainParams, asOf: '2011-12-31', fromYear: 2009, toYear: 2011, yearKind: random(2) === 0 ? 'calendar' : 'program', scope: random(2) === 0 ? {} : { office: '창원' }, dataAsOf: day };
      const past = openPastDay(here.path, day);
      const shown = everything(past.read, params);
      expect([day, shown]).toEqual([day, everything(replayed(here, day).read, params)]);
      filled += shown.filter((table) => !(table as { isEmpty: boolean }).isEmpty).length;
      past.close();
    }
  });
  expect(filled).toBeGreaterThan(7 * runsOf(3));
}, 240_000);

test('a past day stays open until operations from before it arrive', () => {
  let today = 0;
  const [here, there] = [opened(openTestStore({ now: () => noon(today) })), opened(openTestStore({ now: () => noon(today) }))];
  const supported = (store: TestStore, id: string) => write(store, tester, '과제', (tx) => tx.create(task, { title: '과제', status: 'selected', lead_org: id, found_on: '2009-01-02', decided_on: '2009-07-01' }));
  const firm = write(here, tester, '기업', (tx) => tx.create(organisation, { name: '기업', kind: 'firm' }));
  const [first, elsewhere] = [supported(here, firm), supported(there, firm)];
  const params: ReportParams = { ...plainParams, asOf: '2010-12-31', fromYear: 2009, toYear: 2010, dataAsOf: dayText(0) };
  const past = pastDays(here.path);
  const ids = (): string[] => [...cellRecords(past(dayText(0)), t1, 'all~sum', params)?.ids ?? []].sort();
  expect(ids()).toEqual([first]);
  const kept = past(dayText(0));
  today = 5;
  write(here, tester, '삭제', (tx) => tx.remove(task, first));
  supported(here, firm);
  expect([ids(), past(dayText(0))]).toEqual([[first], kept]);
  tellAll(there, here);
  expect(past(dayText(0))).not.toBe(kept);
  expect(ids()).toEqual([first, elsewhere].sort());
});
