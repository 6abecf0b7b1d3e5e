import { describe, expect, test } from 'vitest';
import {
  businessNumberFault,
  businessNumberKind,
  corporateNumberFault,
  factoryNumberFault,
  formatBusinessNumber,
  formatCorporateNumber,
  formatFactoryNumber,
  maskFactoryNumber,
  parseBusinessNumber,
  parseFactoryNumber,
} from '../../../db/korean/identifiers.ts';
import { randomFrom } from '../../property/arbitrary-edits.ts';
import { forSeeds } from '../../property/seeds.ts';

describe('사업자등록번호', () => {
  test.each(['124-81-00998', '220-81-62517', '120-81-47521', '101-86-13345', '123-45-67891', '935-81-74060', '354-81-24820'])('%s is right', (number) =>
    expect(businessNumberFault(number)).toBeNull(),
  );
  test.each([
    ['123-45-67890', 'sum'],
    ['000-00-00000', 'zero'],
    ['123-45-6789', 'length'],
    ['12345678901', 'length'],
    ['', 'length'],
  ])('%s: %s', (number, fault) => expect(businessNumberFault(number)).toBe(fault));
  test('is stored as digits and shown with dashes', () => {
    expect(parseBusinessNumber(' 124 - 81 - 00998 ')).toBe('1248100998');
    expect(parseBusinessNumber('１２４－８１－００９９８')).toBe('1248100998');
    expect(formatBusinessNumber('1248100998')).toBe('124-81-00998');
    expect(formatBusinessNumber('12')).toBe('12');
  });
});

test.each([
  ['935-01-74060', '개인사업자'], ['124-80-00998', '협회·조합 등 단체'], ['124-81-00998', '영리법인'], ['220-82-00000', '비영리법인'], ['220-83-00000', '국가·지자체·학교'],
  ['220-84-00000', '외국법인'], ['220-85-00000', '법인의 지점'], ['220-88-00000', '영리법인'], ['220-89-00000', '종교단체'], ['101-99-13345', '개인 면세사업자'], ['101-00-13345', null], ['101', null],
])('the middle digits of %s say %s', (number, kind) => expect(businessNumberKind(number)).toBe(kind));

/** The published rule in long hand: the ninth digit times 5 counts with both its digits. */
const oracle = (digits: readonly number[]): boolean => {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0, i = 0, check = 0] = digits;
  const nine = String(i * 5).padStart(2, '0');
  const sum = a + b * 3 + c * 7 + d + e * 3 + f * 7 + g + h * 3 + Number(nine[0]) + Number(nine[1]);
  // The rule has floor(d9 × 5 / 10) on top of d9 × 5: tens counted once more as ones.
  return (sum + Number(nine[0]) * 10 + check) % 10 === 0;
};

test('the sum of business numbers equals the rule in long hand, and exactly one last digit fits', () => {
  forSeeds('business-number-sum', 300, (seed) => {
    const below = randomFrom(seed);
    const nine = Array.from({ length: 9 }, () => below(10));
    nine[0] = 1 + below(9);
    const fits = Array.from({ length: 10 }, (_, last) => last).filter((last) => businessNumberFault([...nine, last].join('')) === null);
    expect(fits).toEqual(Array.from({ length: 10 }, (_, last) => last).filter((last) => oracle([...nine, last])));
    expect(fits).toHaveLength(1);
  });
});

test('법인등록번호', () => {
  expect(corporateNumberFault('130111-0006246')).toBeNull();
  expect(corporateNumberFault('110111-0062432')).toBeNull();
  expect(corporateNumberFault('110111-0062433')).toBe('sum');
  expect(corporateNumberFault('110111')).toBe('length');
  expect(corporateNumberFault('000000-0000000')).toBe('zero');
  expect(formatCorporateNumber('1301110006246')).toBe('130111-0006246');
});

test('공장관리번호 damaged by a spreadsheet', () => {
  expect(factoryNumberFault('130111000624600')).toBeNull();
  expect(factoryNumberFault('415902000000000')).toBe('zeros');
  expect(factoryNumberFault('4.15902E+14')).toBe('exponent');
  expect(factoryNumberFault('4159')).toBe('length');
  for (const text of ['4.15903E+14', 'E+14', '4.2e14', ' 4,15903 E + 14 ']) expect(factoryNumberFault(text)).toBe('exponent');
  expect([factoryNumberFault('415902123000000'), factoryNumberFault('415902123400000')]).toEqual(['zeros', null]);
  expect([formatFactoryNumber('130111000624600'), formatFactoryNumber('12'), maskFactoryNumber('130111000624600'), parseFactoryNumber('13011 10006 24600')]).toEqual(['13011 10006 24600', '12', '13011 ***** *****', '130111000624600']);
});
