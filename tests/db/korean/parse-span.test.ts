import { describe, expect, it } from 'vitest';
import { formatLength, lengthOf, parseContact, parseLength, parseSpan } from '../../../db/korean/parse-span.ts';

describe('parseLength', () => {
  it.each([['1.5h', 90], ['1시간 30분', 90], ['1시간반', 90], ['1시간 반', 90], ['90분', 90], ['90m', 90], ['1h30', 90], ['2', 120], ['1.5', 90], ['90', 90], ['40', 40], ['2시간', 120], ['１.５ｈ', 90]])('%s is %d minutes', (text, minutes) => {
    expect(parseLength(text)).toBe(minutes);
  });
  it.each(['', '가', '0', '0분', '25h', 'h', '15:30'])('%s is none', (text) => { expect(parseLength(text)).toBeNull(); });
});

describe('parseSpan', () => {
  it.each([
    ['14:00-15:30', null, '14:00', '15:30'], ['1400~1530', '09:00', '14:00', '15:30'], ['오후 2시~오후 3시 반', null, '14:00', '15:30'], ['14시 – 15시 30분', null, '14:00', '15:30'],
    ['1.5h', '14:00', '14:00', '15:30'], ['90', '14:00', '14:00', '15:30'], ['120', '14:00', '14:00', '16:00'], ['2', '09:30', '09:30', '11:30'],
    ['15:30', '14:00', '14:00', '15:30'], ['1530', '14:00', '14:00', '15:30'], ['15시 반', '14:00', '14:00', '15:30'], ['930', '08:00', '08:00', '09:30'],
    ['2시~3시반', null, '14:00', '15:30'], ['오후 2시~3시', null, '14:00', '15:00'], ['11시~1시', null, '11:00', '13:00'], ['9시~11시', null, '09:00', '11:00'], ['02:00-03:00', null, '02:00', '03:00'], ['새벽 2시~새벽 3시', null, '02:00', '03:00'], ['1:30-3', null, '13:30', '15:00'],
  ])('%s from %s is %s to %s', (text, start, from, to) => { expect(parseSpan(text, start)).toEqual({ start: from, end: to }); });
  it.each([['1.5h', null], ['15:00-14:00', null], ['13:00', '14:00'], ['3h', '22:00'], ['', '14:00'], ['가나', '14:00'], ['1-2-3', '14:00']])('%s from %s is none', (text, start) => { expect(parseSpan(text, start)).toBeNull(); });
});

it('reads contact time with and without a clock', () => {
  expect(parseContact('14:00-15:30', null)).toEqual({ start: '14:00', end: '15:30' });
  expect(parseContact('90분', '14:00')).toEqual({ start: '14:00', end: '15:30' });
  expect(parseContact('1시간 30분', null)).toEqual({ minutes: 90 });
  expect([parseContact('가나', null), parseContact('13:00', '14:00'), parseContact('', null)]).toEqual([null, null, null]);
});

it('writes and measures lengths', () => {
  expect([90, 60, 45, 0].map(formatLength)).toEqual(['1시간 30분', '1시간', '45분', '0분']);
  expect([lengthOf('14:00', '15:30'), lengthOf('14:00', '14:00'), lengthOf(null, '15:00')]).toEqual([90, null, null]);
});
