import { expect, test } from 'vitest';
import { allSupportTypes, supportTypeOf, supportTypesOf } from '../../../db/tasks/choices.ts';
import { supportTypesIn } from '../../../db/reference/support-types.ts';

/** Those of the year; 미정 stands before them always. */
const codes = (task: Parameters<typeof supportTypesOf>[0]): string[] => {
  const [first, ...others] = supportTypesOf(task).map((one) => one.code);
  expect(first).toBe('undecided');
  return others;
};

test('the decision names the year, until then the day it was found; the year begins in April', () => {
  const in2009 = supportTypesIn(2009).map((one) => one.code);
  expect(codes({ found_on: '2009-05-01' })).toEqual(in2009);
  expect(codes({ found_on: '2015-05-01', decided_on: '2010-03-31' })).toEqual(in2009);
  expect(codes({ found_on: '2010-04-01' })).toEqual(supportTypesIn(2010).map((one) => one.code));
});

test('without a day in the known years every support type can be chosen, each once', () => {
  expect(supportTypesOf({ found_on: null })).toBe(allSupportTypes);
  expect(supportTypesOf({ found_on: '1999-01-01' })).toBe(allSupportTypes);
  expect(new Set(allSupportTypes.map((one) => one.code)).size).toBe(allSupportTypes.length);
});

test('a code reads as its name, an unknown text as itself', () => {
  expect(supportTypeOf({ support_type: 'prototype', found_on: '2006-05-01' })).toBe('시제품제작지원');
  expect(supportTypeOf({ support_type: '옛 유형', found_on: '2006-05-01' })).toBe('옛 유형');
  expect(supportTypeOf({ support_type: null })).toBe('');
  expect(supportTypeOf({ support_type: 'undecided', found_on: '2006-05-01' })).toBe('미정');
});

test('no name stands for two codes of one year, so that a typed name means one of them', () => {
  for (let year = 2005; year <= 2030; year += 1) {
    const names = supportTypesIn(year).map((one) => one.ko);
    expect(new Set(names).size).toBe(names.length);
  }
});
