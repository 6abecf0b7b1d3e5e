import { describe, expect, test } from 'vitest';
import type { CalendarEntry } from '../../db/calendar/api.ts';
import { addDays, addMonths, daysBetween, rangeOf, stepOf, titleOf, weekdayOf } from '../../renderer/screens/calendar/days.ts';
import { byDay, layOut, minuteOf, movedTo, spanOn, timeOf } from '../../renderer/screens/calendar/hours.ts';
import { forSeeds } from '../property/seeds.ts';
import { randomOf } from '../db/calendar/diary.ts';

const entry = (key: string, values: Partial<CalendarEntry>): CalendarEntry => ({
  key, kind: 'meeting', id: key, title: key, on: '2026-11-22', until: values.on ?? '2026-11-22', start: null, end: null, place: null, who: null, state: 'planned', stateWord: '예정',
  isLate: false, isOver: false, isCancelled: false, isMovable: true, open: { table: 'meeting', id: key }, ...values,
});

describe('days', () => {
  test('a month is whole weeks from Sunday, with every day of the month in it', () => {
    for (let month = 0; month < 48; month += 1) {
      const first = addMonths('2024-01-01', month);
      const { days, from, to } = rangeOf('month', addDays(first, 14));
      expect(weekdayOf(from)).toBe(0);
      expect(weekdayOf(to)).toBe(6);
      expect(days).toHaveLength(daysBetween(from, to) + 1);
      expect(from <= first && addDays(addMonths(first, 1), -1) <= to).toBe(true);
      expect(days.length / 7).toBeGreaterThanOrEqual(4);
      expect(days.length / 7).toBeLessThanOrEqual(6);
    }
  });
  test('the 31st goes to the last day of a shorter month', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2024-03-31', -1)).toBe('2024-02-29');
    expect(stepOf('week', '2026-12-30', 1)).toBe('2027-01-06');
  });
  test('titles', () => {
    expect(titleOf('month', '2026-11-22')).toBe('2026년 11월');
    expect(titleOf('week', '2026-11-22')).toBe('2026년 11월 22일 ~ 28일');
    expect(titleOf('week', '2026-12-30')).toBe('2026년 12월 27일 ~ 2027년 1월 2일');
    expect(titleOf('day', '2026-11-22')).toBe('2026년 11월 22일 (일)');
  });
});

describe('hours', () => {
  test('no two boxes of a day lie over each other, none is lost, and each column of a crowd is used', () => {
    forSeeds('calendar boxes never overlap', 30, (seed) => {
      const random = randomOf(seed);
      const entries = Array.from({ length: 1 + Math.floor(random() * 25) }, (_, index) => {
        const top = Math.floor(random() * 90) * 15;
        return entry(`e${index}`, { start: timeOf(top), end: random() < 0.2 ? null : timeOf(Math.min(1439, top + 15 + Math.floor(random() * 12) * 15)) });
      });
      const placed = layOut(entries, '2026-11-22');
      expect(placed.map((one) => one.entry.key).sort()).toEqual(entries.map((one) => one.key).sort());
      for (const a of placed) {
        expect(a.column).toBeLessThan(a.columns);
        for (const b of placed) {
          if (a === b || a.bottom <= b.top || b.bottom <= a.top) continue;
          expect(a.columns).toBe(b.columns);
          expect(a.column).not.toBe(b.column);
        }
      }
    });
  });
  test('what lasts several days stands on each of them, from midnight to midnight between', () => {
    const long = entry('long', { on: '2026-11-22', until: '2026-11-24', start: '14:00', end: '12:00' });
    expect(['2026-11-21', '2026-11-22', '2026-11-23', '2026-11-24', '2026-11-25'].map((day) => byDay([long], [day]).get(day)?.length)).toEqual([0, 1, 1, 1, 0]);
    expect(spanOn(long, '2026-11-22')).toEqual({ top: 840, bottom: 1440 });
    expect(spanOn(long, '2026-11-23')).toEqual({ top: 0, bottom: 1440 });
    expect(spanOn(long, '2026-11-24')).toEqual({ top: 0, bottom: 720 });
    expect(spanOn({ ...long, end: null }, '2026-11-22')).toBeNull();
  });
  test('moving keeps the length and stays within the day; what is due keeps its day alone', () => {
    const one = entry('a', { start: '10:00', end: '11:30' });
    expect(movedTo(one, '2026-11-23', '15:00')).toEqual({ on: '2026-11-23', start: '15:00', end: '16:30' });
    expect(movedTo(one, '2026-11-23', '23:30')).toEqual({ on: '2026-11-23', start: '22:29', end: '23:59' });
    expect(movedTo(one, '2026-11-23', undefined)).toEqual({ on: '2026-11-23' });
    expect(movedTo(entry('b', {}), '2026-11-23', '09:00')).toEqual({ on: '2026-11-23', start: '09:00' });
    expect(movedTo(entry('c', { kind: 'action' }), '2026-11-23', '09:00')).toEqual({ on: '2026-11-23' });
    expect(minuteOf(timeOf(615))).toBe(615);
  });
});
