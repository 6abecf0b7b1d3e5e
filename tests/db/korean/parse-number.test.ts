import { expect, test } from 'vitest';
import { formatNumber, parseDecimal, parseInteger } from '../../../db/korean/parse-number.ts';

test.each([
  ['1922', 1922],
  ['1,922 ', 1922],
  ['１，９２２', 1922],
  ['12명', 12],
  ['12.0', 12],
  ['△3', -3],
  ['(3)', -3],
  ['-3', -3],
  ['+3', 3],
  ['', null],
  ['-', null],
  ['1,23', null],
  ['12.5', null],
  ['약 30명', null],
  ['1e3', null],
])('%s → %s', (text, value) => expect(parseInteger(text)).toBe(value));

test('decimals and their printing', () => {
  expect(parseDecimal('21,477.05')).toBe(21477.05);
  expect(formatNumber(1234567)).toBe('1,234,567');
  expect(formatNumber(-1.25, 1)).toMatch(/^△1\.[23]$/);
  expect(formatNumber(-0.01, 1)).toBe('0.0');
  expect(formatNumber(null)).toBe('-');
});
