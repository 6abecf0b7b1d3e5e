import { expect, test } from 'vitest';
import { formatWon, formatWonWithUnit, parseWon } from '../../../db/korean/parse-won.ts';

test.each([
  ['1억 2,000만원', 120_000_000],
  ['120백만원', 120_000_000],
  ['1.2억', 120_000_000],
  ['1.2억원', 120_000_000],
  ['3억5천만원', 350_000_000],
  ['1천2백만원', 12_000_000],
  ['2조 3,000억', 2_300_000_000_000],
  ['1,234천원', 1_234_000],
  ['1,234.5천원', 1_234_500],
  ['5천만 원', 50_000_000],
  ['￦1,000', 1_000],
  ['₩ 1,000', 1_000],
  ['133,333,334', 133_333_334],
  ['1억 2,000원', 100_002_000],
  ['△500만원', -5_000_000],
  ['-500', -500],
  ['(500)', -500],
  ['0', 0],
])('%s → %s', (text, won) => expect(parseWon(text)).toBe(won));

test.each(['', '원', '미정', '1억 2000', '1,23원', '0.5원', '1만 2억', '10 20', '만원', '99999999999999999999'])('%s is no amount', (text) =>
  expect(parseWon(text)).toBeNull(),
);

test('a header names the unit of plain numbers only', () => {
  expect(parseWon('798.45', '억원')).toBe(79_845_000_000);
  expect(parseWon('1,234', '백만원')).toBe(1_234_000_000);
  expect(parseWon('5천만원', '백만원')).toBe(50_000_000);
  expect(parseWon('500원', '백만원')).toBe(500);
});

test('formatWon', () => {
  expect(formatWon(133_333_334)).toBe('133,333,334');
  expect(formatWon(133_333_334, '백만원')).toBe('133');
  expect(formatWon(150_000_000, '억원')).toBe('1.5');
  expect(formatWon(-1_500, '천원')).toBe('△2');
  expect(formatWon(null)).toBe('-');
  expect(formatWonWithUnit(120_000_000, '억원')).toBe('1.2억원');
});
