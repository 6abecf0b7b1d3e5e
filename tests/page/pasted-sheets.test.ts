/** Items and answer sheets as they come from Excel. */
import { expect, it } from 'vitest';
import { pastedItems, sheetFile } from '../../renderer/screens/surveys/pasted-sheets.ts';

const survey = { name: '수혜기업 만족도', year: 2026 };
const items = [{ order_no: 1, name: '전반적인 만족도' }, { order_no: 2, name: '처리의 신속성' }];

it('items lose their own numbering and the heading', () => {
  expect(pastedItems('번호\t문항\r\n1\t전반적인 만족도\r\n2\t2) 처리의 신속성\r\n')).toEqual(['전반적인 만족도', '처리의 신속성']);
  expect(pastedItems('1. 전문성\r\nQ2. 신속성\r\n\r\n3D 프린터 지원 만족도')).toEqual(['전문성', '신속성', '3D 프린터 지원 만족도']);
});

it('sheets know their items by number or by their words, and name their survey', () => {
  expect(sheetFile('연번\t기업명\t1. 전반적인 만족도\t문항2\r\n1\t한빛정밀\t5\t4\r\n\r\n2\t\t3\t\r\n', survey, items)).toBe('조사명\t연도\t연번\t기업명\t문항1\t문항2\r\n수혜기업 만족도\t2026\t1\t한빛정밀\t5\t4\r\n수혜기업 만족도\t2026\t2\t\t3\t');
});

it('without a heading nobody can tell the columns', () => {
  expect(sheetFile('1\t한빛정밀\t5\t4\r\n2\t\t3\t\r\n', survey, items)).toBeNull();
  expect(sheetFile('기업명\t문항1', survey, items)).toBeNull();
});
