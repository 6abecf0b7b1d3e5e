import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatWon, parseWon, type WonUnit } from '../../../db/korean/parse-won.ts';
import { formatWonLong, readWon, wonReading, writeWon } from '../../../db/korean/read-won.ts';

test.each([
  ['1억 2,000만원', '원', 120_000_000], ['120백만원', '원', 120_000_000], ['1.2억', '천원', 120_000_000],
  ['120', '백만원', 120_000_000], ['120,000', '천원', 120_000_000], ['120000000', '원', 120_000_000],
  ['133.333334', '백만원', 133_333_334], ['500원', '백만원', 500], ['1만 2천', '원', 12_000], ['0', '백만원', 0],
] as const)('%s typed where %s is chosen → %i', (text, unit, won) => expect(readWon(text, unit)).toEqual({ won }));

test.each([
  ['1억 2000', '원', '만원인지 원인지'], ['3억5천', '원', '만원인지 원인지'], ['2조 3천', '원', '만원인지 원인지'], ['1.2', '원', '단위가 있어야'],
  ['0.5원', '원', '원보다 작은'], ['1.0000001', '백만원', '원보다 작은'], ['1,23', '원', '쉼표 자리'], ['10 20', '원', '숫자 사이'],
  ['미정', '원', '숫자가 없습니다'], ['-500', '원', '0원 이상'], ['만원', '백만원', '숫자가 없습니다'], ['1만 2억', '원', '읽을 수 없습니다'], ['99999999999999999999', '원', '너무 크'],
] as const)('%s is refused with a sentence', (text, unit, part) => {
  const read = readWon(text, unit);
  expect('problem' in read ? read.problem : read).toContain(part);
  expect(wonReading(text, unit)).toContain(part);
});

test('the reading shows the won and how it is said', () => {
  expect(wonReading('120', '백만원')).toBe('= 120,000,000원 (1억 2,000만원)');
  expect(wonReading('9999')).toBe('= 9,999원');
  expect(wonReading(' ')).toBe('');
});

test('the long form', () => {
  expect([0, 500, 10_000, 120_000_000, 133_333_334, 2_300_000_000_000, -5_000_000].map(formatWonLong))
    .toEqual(['0원', '500원', '1만원', '1억 2,000만원', '1억 3,333만 3,334원', '2조 3,000억원', '△500만원']);
});

test('what is written is read as the same won, in every unit and in the long form', () => {
  const amounts = fc.oneof(fc.nat(2_000_000_000), fc.nat(20_000).map((count) => count * 1_000_000), fc.maxSafeNat(), fc.constantFrom(0, 1, 999, 9_999, 10_000, 99_999_999, 100_000_000, Number.MAX_SAFE_INTEGER));
  fc.assert(fc.property(amounts, fc.constantFrom<WonUnit>('원', '천원', '만원', '백만원', '억원'), (won, unit) => {
    // Six decimals are read: of 억원 the last two digits of a won would be lost.
    const exact = unit === '억원' ? won - (won % 100) : won;
    expect(readWon(writeWon(exact, unit), unit)).toEqual({ won: exact });
    expect(readWon(formatWonLong(won), unit)).toEqual({ won });
    expect(parseWon(formatWon(won))).toBe(won);
  }));
});

test('tables round half away from zero, to the won exactly', () => {
  fc.assert(fc.property(fc.maxSafeInteger(), (won) => {
    const size = BigInt(Math.abs(won));
    const rounded = size / 1_000_000n + (size % 1_000_000n >= 500_000n ? 1n : 0n);
    expect(formatWon(won, '백만원').replace(/[△,]/g, '')).toBe(String(rounded));
  }));
});
