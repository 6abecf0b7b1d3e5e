import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decode } from '../../../db/imports/decode.ts';
import { csvBytes, csvText } from '../../../db/imports/encode-csv.ts';
import { parseTable, sniffDelimiter } from '../../../db/imports/parse.ts';
import { runsOf } from '../../property/depth.ts';

const file = (name: string): Uint8Array => readFileSync(new URL(`../../support/data/${name}`, import.meta.url));

test('the same sixty rows in both encodings', async () => {
  const [cp949, utf8] = await Promise.all(['factories_60_cp949.csv', 'factories_60_utf8bom.csv'].map((name) => parseTable(decode(file(name)).text)));
  expect(cp949?.rows).toHaveLength(61);
  expect(cp949).toEqual(utf8);
  expect(new Set(cp949?.rows.map((row) => row.length))).toEqual(new Set([13]));
});

test('quoted commas, quotes and line breaks, mixed breaks, a last line without one', async () => {
  const { rows } = await parseTable('이름,품목\r\n가,"a,""b"""\n나,"첫 줄\r\n둘째"\r다,끝');
  expect(rows).toEqual([['이름', '품목'], ['가', 'a,"b"'], ['나', '첫 줄\n둘째'], ['다', '끝']]);
});

test.each([
  ['전국 공장 목록\n\n회사명;시도;생산품\n가;나;a,b\n다;라;c', ';'],
  ['회사명\t주소\n가,나\t다', '\t'],
  ['회사명|주소\n가|다', '|'],
  ['회사명\n가', ','],
] as const)('%j is cut at %j', (text, delimiter) => expect(sniffDelimiter(text)).toBe(delimiter));

test('a quote that never closes is refused with its row', async () => {
  await expect(parseTable('a,b\n1,2\n3,"4\n5,6\n')).rejects.toThrow(/^3행에서 열린 큰따옴표/);
});

test('a misplaced quote marks its row', async () => {
  const { badQuotes } = await parseTable('a,b\n"1" x",2\n3,4\n', { delimiter: ',' });
  expect([...badQuotes]).toEqual([2]);
});

test('progress between slices, and what stops it', async () => {
  const text = csvText(Array.from({ length: 2000 }, (_, at) => [String(at), '가나다']));
  const shares: number[] = [];
  const betweenSlices = async (share: number): Promise<void> => {
    shares.push(share);
    await new Promise((resolve) => { setImmediate(resolve); });
    if (shares.length === 3) throw new Error('취소');
  };
  await expect(parseTable(text, { chunkSize: 1000, betweenSlices })).rejects.toThrow('취소');
  expect(shares).toHaveLength(3);
  expect(shares[0]).toBeLessThan(0.1);
  const whole = await parseTable(text, { chunkSize: 1000, betweenSlices: () => Promise.resolve() });
  expect(whole.rows).toHaveLength(2000);
});

// Any letter CP949 has: Hangul, ASCII, and the marks Korean lists are full of.
const letter = fc.oneof(
  fc.integer({ min: 0xac00, max: 0xd7a3 }).map((code) => String.fromCharCode(code)),
  fc.constantFrom(',', '"', '\n', ' ', '\t', ';', '|', '㈜', 'ㆍ', '·', '￦', 'ㄱ', "'", '外', '（'),
  fc.integer({ min: 33, max: 126 }).map((code) => String.fromCharCode(code)),
);
const cell = fc.array(letter, { maxLength: 8 }).map((letters) => letters.join(''));
const table = fc.integer({ min: 2, max: 5 }).chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 12 }));

test('any table written as CSV parses back equal', async () => {
  await fc.assert(
    fc.asyncProperty(
      table,
      fc.constantFrom('cp949' as const, 'utf-8' as const, 'utf-16le' as const),
      fc.boolean(),
      fc.constantFrom('\r\n' as const, '\n' as const),
      fc.integer({ min: 5, max: 60 }),
      async (rows, encoding, bom, newline, chunkSize) => {
        const bytes = csvBytes(rows, { encoding, newline, bom: bom && encoding !== 'cp949' });
        const { text } = decode(bytes, encoding);
        expect((await parseTable(text, { delimiter: ',', chunkSize, betweenSlices: () => Promise.resolve() })).rows).toEqual(rows);
      },
    ),
    { numRuns: runsOf(300), verbose: 1 },
  );
});
