import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { meetingsSql } from '../../../db/calendar/meeting-entries.ts';
import { actionsSql, reviewsSql, taskEndsSql } from '../../../db/calendar/due-entries.ts';
import { readEntries } from '../../../db/calendar/entries.ts';
import { rangeOf } from '../../../db/calendar/range.ts';
import { sessionsSql, visitsSql } from '../../../db/calendar/session-entries.ts';
import { calendarScopes } from '../../../db/calendar/choices.ts';
import { daysAfter } from '../../../db/today/days.ts';
import { makeSeries } from '../../../db/series/make.ts';
import { holdDay } from '../../../db/series/hold.ts';
import { write } from '../../../db/kernel/write.ts';
import { forSeeds } from '../../property/seeds.ts';
import { openTestStore, tester, type TestStore } from '../../support/store.ts';
import { naiveKeys, putDiary, randomOf, type Diary } from './diary.ts';

const today = '2026-02-10';
let store: TestStore;
let diary: Diary;
beforeAll(() => { store = openTestStore(); diary = putDiary(store, 11); });
afterAll(() => store.dispose());

test('a range has exactly what a naive recount finds, for me, my office and a mini-cluster', () => {
  forSeeds('calendar range equals recount', 3, (seed) => {
    const own = openTestStore();
    try {
      const { people, clusters } = putDiary(own, seed);
      const random = randomOf(seed + 1);
      for (const { code: whose } of calendarScopes) {
        for (let round = 0; round < 6; round += 1) {
          const from = daysAfter('2026-01-01', Math.floor(random() * 110) - 5);
          const to = daysAfter(from, Math.floor(random() * 42));
          const asked = { from, to, whose, cluster: clusters[round % 3] ?? '' };
          const asking = { person: people[round % 4] ?? '', office: round % 2 === 0 ? '구미' : '창원', today };
          const entries = readEntries(own.read, asked, asking).filter((one) => one.kind !== 'follow-up');
          expect(entries.map((one) => one.key).sort()).toEqual(naiveKeys(own, { ...asked, ...asking }));
        }
      }
    } finally {
      own.dispose();
    }
  });
}, 60_000);

test('every part comes by an index, none by a walk over its table', () => {
  const range = rangeOf({ from: '2026-01-01', to: '2026-02-11', whose: 'office', cluster: null }, { person: null, office: '구미', today });
  const plan = (sql: string): string => store.read.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, range.parameters).map((row) => row.detail).join('\n');
  expect(plan(sessionsSql(range))).toMatch(/SEARCH s USING INDEX session_visit_on/);
  expect(plan(visitsSql(range))).toMatch(/SEARCH s USING INDEX session_next_visit_on/);
  expect(plan(meetingsSql(range))).toMatch(/SEARCH m USING INDEX meeting_start_on[\s\S]*SEARCH m USING INDEX meeting_end_on/);
  expect(plan(actionsSql(range))).toMatch(/SEARCH x USING INDEX action_item_due_on/);
  expect(plan(taskEndsSql(range))).toMatch(/SEARCH t USING INDEX task_end_on/);
  expect(plan(reviewsSql(range))).toMatch(/SEARCH t USING INDEX task_review_on/);
  for (const sql of [sessionsSql, visitsSql, meetingsSql, actionsSql, taskEndsSql, reviewsSql]) expect(plan(sql(range))).not.toMatch(/SCAN [smxt]\b/);
});

test('meetings say whether they are to come, held or cancelled; what is over is not movable', () => {
  const entries = readEntries(store.read, { from: '2026-01-01', to: '2026-05-30', whose: 'office', cluster: null }, { person: null, office: null, today }, ['meeting']);
  expect(new Set(entries.map((one) => one.stateWord))).toEqual(new Set(['예정', '개최', '취소']));
  expect(entries.every((one) => one.isMovable === (one.state === 'planned') && one.isCancelled === (one.state === 'cancelled'))).toBe(true);
});

describe('days of a series', () => {
  test('those to come are shown until a meeting is made of them', () => {
    const id = write(store, tester, '정기 회의', (tx) => makeSeries(tx, { title: '정기 운영위', kind: 'steering-committee', frequency: 'weekly', start_on: '2026-02-02', start_at: '14:00', end_at: '16:00' }, [diary.clusters[0] ?? '']));
    const days = (): string[] => readEntries(store.read, { from: '2026-02-01', to: '2026-02-28', whose: 'cluster', cluster: diary.clusters[0] ?? '' }, { person: null, office: null, today }, ['series']).map((one) => one.on);
    // 2 and 9 February are past.
    expect(days()).toEqual(['2026-02-16', '2026-02-23']);
    write(store, tester, '회의 만들기', (tx) => holdDay(tx, id, '2026-02-16'));
    expect(days()).toEqual(['2026-02-23']);
  });
});

test('a range that ends before it begins, is too long, or names no mini-cluster is refused with its field', () => {
  const asking = { person: null, office: null, today };
  expect(() => readEntries(store.read, { from: '2026-02-02', to: '2026-02-01', whose: 'office', cluster: null }, asking)).toThrow(expect.objectContaining({ code: 'invalid', details: [expect.objectContaining({ field: 'to' })] }));
  expect(() => readEntries(store.read, { from: '2026-01-01', to: '2027-12-31', whose: 'office', cluster: null }, asking)).toThrow(expect.objectContaining({ code: 'invalid', details: [expect.objectContaining({ field: 'to' })] }));
  expect(() => readEntries(store.read, { from: '2026-01-01', to: '2026-01-02', whose: 'cluster', cluster: null }, asking)).toThrow(expect.objectContaining({ code: 'invalid', details: [expect.objectContaining({ field: 'cluster' })] }));
});
