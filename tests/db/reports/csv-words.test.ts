import { expect, it } from 'vitest';
import { csvRows } from '../../../db/reports/report-csv.ts';

const cell = (value: number | null, text: string) => ({ value, text, drill: null });

it('a file keeps the words that stand in the place of a number', () => {
  const rows = csvRows({
    title: '만족도', unit: '단위: 건', asOf: '2026. 12. 31. 기준', heads: ['구분'], columns: ['a', 'b', 'c', 'd', 'e'].map((key) => ({ key, group: '', label: key })),
    rows: [{ key: 'r', labels: ['행'], level: 1, kind: 'detail' }], cells: [[cell(-5, '△5'), cell(null, '-'), cell(null, '5건 미만'), cell(null, '=비교 불가'), cell(null, '')]], footnotes: [],
  });
  expect(rows.at(-1)).toEqual(['행', '-5', '', '5건 미만', "'=비교 불가", '']);
});
