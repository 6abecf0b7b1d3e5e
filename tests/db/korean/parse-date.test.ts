import { describe, expect, test } from 'vitest';
import { addDays, formatDateKo, parseDate } from '../../../db/korean/parse-date.ts';

describe('parseDate', () => {
  test.each([
    '2011.4.21',
    '2011-04-21',
    '2011/4/21',
    "'11.04.21",
    '’11.4.21.',
    '11.04.21',
    '20110421',
    '2011년 4월 21일',
    '2011. 4. 21.(목)',
    '2011. 4. 21. (목요일)',
    '2011-04-21 09:30:00',
    '2011-04-21T00:00:00.000Z',
    '40654',
    '２０１１．４．２１',
  ])('%s', (text) => expect(parseDate(text)).toBe('2011-04-21'));
  test.each(['', '작년 2월', '2011.2.30', '2011-13-01', '4.21', '123', '99999', '2011.4', '2011'])('%s is no date', (text) => expect(parseDate(text)).toBeNull());
  test('short years: old firms and new tasks', () => {
    expect(parseDate('85.03.02')).toBe('1985-03-02');
    expect(parseDate('26.11.22')).toBe('2026-11-22');
  });
  test.each([
    ['1122', '2026-11-22'],
    ['11.22', '2026-11-22'],
    ['11월 22일', '2026-11-22'],
    ['오늘', '2026-12-30'],
    ['어제', '2026-12-29'],
    ['+3', '2027-01-02'],
  ])('near 2026-12-30: %s', (text, iso) => expect(parseDate(text, '2026-12-30')).toBe(iso));
});

test('formatDateKo and addDays', () => {
  expect(formatDateKo('2011-04-21')).toBe('2011. 4. 21.(목)');
  expect(formatDateKo('미정')).toBe('미정');
  expect(addDays('2024-02-28', 2)).toBe('2024-03-01');
});
