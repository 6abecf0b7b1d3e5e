import { expect, it } from 'vitest';
import { htmlOf, tsvOf } from '../../renderer/screens/reports/copy-table.ts';

const cell = (value: number | null, text: string) => ({ value, text, drill: null });
const table = {
  title: '성과 비교', unit: '단위: 배', asOf: '2026. 12. 31. 기준', heads: ['구분'], columns: ['a', 'b', 'c'].map((key) => ({ key, group: '', label: key })),
  rows: [{ key: 'r', labels: ['행'], level: 1, kind: 'detail' as const }], cells: [[cell(4.5, '4.5'), cell(null, '-'), cell(null, '비교 불가')]], footnotes: [],
};

it('a copied table keeps the words that stand in the place of a number', () => {
  expect(tsvOf(table).split('\r\n').at(-1)).toBe('행\t4.5\t\t비교 불가');
  expect(htmlOf(table)).toContain('>비교 불가</td>');
  expect(htmlOf(table)).toContain('x:num="4.5"');
  expect(htmlOf(table)).not.toContain('x:num="비교');
});
