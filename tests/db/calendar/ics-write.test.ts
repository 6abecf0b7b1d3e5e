import { expect, test } from 'vitest';
import { readIcs } from '../../../db/calendar/ics-read.ts';
import { uidOf, writeIcs } from '../../../db/calendar/ics-write.ts';
import type { CalendarEntry } from '../../../db/calendar/calendar-types.ts';
import { newId } from '../../../db/kernel/id.ts';
import { daysAfter } from '../../../db/today/days.ts';
import { forSeeds } from '../../property/seeds.ts';
import { randomOf } from './diary.ts';

const now = Date.parse('2026-11-22T00:00:00Z');
const letters = ['가', '힣', 'ㄱ', 'a', 'Z', ' ', ',', ';', '\\', ':', '"', '\n', '😀', '한글이 길게 이어지는 낱말', '(주)', '·'];

const entryOf = (random: () => number): CalendarEntry => {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const text = (most: number): string => Array.from({ length: 1 + Math.floor(random() * most) }, () => pick(letters)).join('').trim() || '제목';
  const on = daysAfter('2026-01-01', Math.floor(random() * 700));
  const until = random() < 0.3 ? daysAfter(on, Math.floor(random() * 5)) : on;
  const start = random() < 0.7 ? `0${Math.floor(random() * 9)}:${random() < 0.5 ? '00' : '30'}` : null;
  const end = start !== null && (until !== on || random() < 0.7) ? `1${Math.floor(random() * 9)}:15` : null;
  const id = newId();
  const kind = pick(['meeting', 'session'] as const);
  return {
    key: `${kind}:${id}`, kind, id, title: text(40).replaceAll('\n', ' ').slice(0, 190), on, until, start, end, place: random() < 0.5 ? text(10).replaceAll('\n', ' ') : null, who: null, state: 'planned', stateWord: '예정',
    isLate: false, isOver: false, isCancelled: random() < 0.2, isMovable: true, open: { table: kind, id },
  };
};

test('what goes out comes in as it was: days, hours, words, cancelled or not', () => {
  forSeeds('ics round trip', 20, (seed) => {
    const random = randomOf(seed);
    const entries = Array.from({ length: 12 }, () => entryOf(random));
    const read = readIcs(writeIcs(entries, { name: '일정', now }), '2026-11-22');
    expect(read.problems).toEqual([]);
    const shape = (one: Pick<CalendarEntry, 'title' | 'on' | 'until' | 'start' | 'end' | 'place' | 'isCancelled'>, uid: string) => ({ uid, title: one.title.trim(), on: one.on, until: one.until, start: one.start, end: one.end, place: one.place?.trim() || null, isCancelled: one.isCancelled });
    expect(read.events.map((one) => shape(one, one.uid)).sort((a, b) => a.uid.localeCompare(b.uid))).toEqual(entries.map((one) => shape(one, uidOf(one))).sort((a, b) => a.uid.localeCompare(b.uid)));
  });
});

test('lines end in CRLF and hold 75 octets at most, whole characters each', () => {
  const random = randomOf(3);
  const bytes = new TextEncoder();
  const text = writeIcs(Array.from({ length: 50 }, () => entryOf(random)), { name: '가'.repeat(60), now });
  expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  const lines = text.split('\r\n');
  expect(Math.max(...lines.map((line) => bytes.encode(line).length))).toBeLessThanOrEqual(75);
  expect(lines.some((line) => bytes.encode(line).length > 70)).toBe(true);
  expect(text).not.toContain('\uFFFD');
});

test('times carry the zone, whose definition stands in the file; the day after ends whole days', () => {
  const base = { ...entryOf(randomOf(1)), title: '운영위', on: '2026-11-25', until: '2026-11-25', place: null, isCancelled: false };
  const timed = writeIcs([{ ...base, start: '14:00', end: '16:00' }], { name: '일정', now });
  expect(timed).toContain('DTSTART;TZID=Asia/Seoul:20261125T140000\r\nDTEND;TZID=Asia/Seoul:20261125T160000\r\n');
  expect(timed).toContain('BEGIN:VTIMEZONE\r\nTZID:Asia/Seoul\r\n');
  expect(timed).toContain('TZOFFSETTO:+0900');
  expect(timed).toContain('DTSTAMP:20261122T000000Z');
  expect(timed).toContain(`UID:${base.id}@clusterdesk`);
  expect(writeIcs([{ ...base, until: '2026-11-26', start: null, end: null }], { name: '일정', now })).toContain('DTSTART;VALUE=DATE:20261125\r\nDTEND;VALUE=DATE:20261127\r\n');
});

test('each entry has one UID, whatever its kind', () => {
  const id = newId();
  const uids = (['session', 'visit', 'meeting', 'action', 'task-end', 'review'] as const).map((kind) => uidOf({ kind, id: kind === 'meeting' ? newId() : kind === 'action' ? newId() : id, key: `${kind}:${id}` }));
  expect(new Set([...uids, uidOf({ kind: 'follow-up', id, key: `follow-up:${id}:2025` }), uidOf({ kind: 'follow-up', id, key: `follow-up:${id}:2026` }), uidOf({ kind: 'series', id, key: `series:${id}:2026-11-25` })]).size).toBe(9);
  expect(uidOf({ kind: 'series', id, key: `series:${id}:2026-11-25` })).toBe(`${id}.2026-11-25.series@clusterdesk`);
});
