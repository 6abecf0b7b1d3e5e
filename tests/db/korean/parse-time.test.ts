import { expect, test } from 'vitest';
import { minutesBetween, parseTime } from '../../../db/korean/parse-time.ts';

test.each([
  ['930', '09:30'],
  ['0930', '09:30'],
  ['1430', '14:30'],
  ['9:30', '09:30'],
  ['9', '09:00'],
  ['14시 30분', '14:30'],
  ['14시', '14:00'],
  ['2시 반', '02:30'],
  ['오후 2시', '14:00'],
  ['오후 2시 반', '14:30'],
  ['오후 12시 5분', '12:05'],
  ['오전 12:10', '00:10'],
  ['PM 2:05', '14:05'],
  ['2pm', '14:00'],
  ['오후 14시', '14:00'],
  ['정오', '12:00'],
  ['09:30:00', '09:30'],
])('%s → %s', (text, time) => expect(parseTime(text)).toBe(time));

test.each(['', '25', '2460', '9:75', '오전 14시', '곧', '12345'])('%s is no time', (text) => expect(parseTime(text)).toBeNull());

test('minutesBetween', () => {
  expect(minutesBetween('09:30', '11:00')).toBe(90);
  expect(minutesBetween('11:00', '11:00')).toBeNull();
});
