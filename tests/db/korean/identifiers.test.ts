import { describe, expect, test } from 'vitest';
import {
  businessNumberFault,
  corporateNumberFault,
  factoryNumberFault,
  formatBusinessNumber,
  formatCorporateNumber,
  parseBusinessNumber,
} from '../../../db/korean/identifiers.ts';

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
});
