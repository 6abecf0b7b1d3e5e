import { expect, test } from 'vitest';
import { parseTsv, writeHtmlTable, writeTsv } from '../../renderer/parts/grid/tsv.ts';

test('a block from Excel: quoted line breaks, doubled quotes, one final line break', () => {
  expect(parseTsv('한빛정밀\t"첫 줄\n둘째 줄"\r\n"그가 ""예""라고"\t3\r\n')).toEqual([['한빛정밀', '첫 줄\n둘째 줄'], ['그가 "예"라고', '3']]);
});

test('empty cells and empty lines inside a block stay', () => {
  expect(parseTsv('a\t\t\r\n\t\t\r\nb\t1\t2\r\n')).toEqual([['a', '', ''], ['', '', ''], ['b', '1', '2']]);
  expect(parseTsv('a\n\nb')).toEqual([['a'], [''], ['b']]);
});

test('a cell that only begins with a quote is plain text', () => {
  expect(parseTsv('"한빛" 정밀\t1')).toEqual([['"한빛" 정밀', '1']]);
  expect(parseTsv('"끝나지 않은')).toEqual([['"끝나지 않은']]);
});

test('nothing is nothing', () => {
  expect(parseTsv('')).toEqual([]);
});

test('what is written is read back the same', () => {
  const rows = [['한빛정밀', 'a\tb', '"x"'], ['', '둘\n줄', '0012'], ['끝', '', '']];
  expect(parseTsv(writeTsv(rows))).toEqual(rows);
});

test('the HTML table escapes, and keeps leading zeros as text in Excel', () => {
  const html = writeHtmlTable([['<b>', '001', '1,250']]);
  expect(html).toContain('&lt;b&gt;');
  expect(html).toMatch(/mso-number-format:'\\@'">001</);
  expect(html).toContain('<td>1,250</td>');
});
