import { readFileSync } from 'node:fs';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { decode, detectEncoding } from '../../../db/imports/decode.ts';
import { csvBytes, unwritable } from '../../../db/imports/encode-csv.ts';
import { Refusal } from '../../../db/errors.ts';

const file = (name: string): Uint8Array => readFileSync(new URL(`../../support/data/${name}`, import.meta.url));
const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'utf8');
const RARE = '회사명,주소\r\n㈜똠방ㆍ쀍,￦뷁 샾\r\n';

describe('encoding', () => {
  test('the real files', () => {
    expect(detectEncoding(file('factories_60_cp949.csv'))).toBe('cp949');
    expect(detectEncoding(file('factories_60_utf8bom.csv'))).toBe('utf-8');
    expect(decode(file('factories_60_utf8bom.csv'))).toMatchObject({ bom: true, unreadable: 0 });
    expect(decode(file('factories_60_utf8bom.csv')).text.startsWith('회사명,')).toBe(true);
  });
  test.each(['utf-8', 'cp949', 'utf-16le'] as const)('rare syllables survive %s', (encoding) => {
    const bytes = csvBytes([['회사명', '주소'], ['㈜똠방ㆍ쀍', '￦뷁 샾']], { encoding });
    expect(decode(bytes)).toMatchObject({ text: RARE, encoding, unreadable: 0 });
  });
  test('all 11,172 syllables round-trip through CP949', () => {
    const all = Array.from({ length: 11_172 }, (_, at) => String.fromCharCode(0xac00 + at)).join('');
    expect(decode(iconv.encode(all, 'cp949')).text).toBe(all);
  });
  test('UTF-8 cut in its last character is still UTF-8', () => {
    expect(detectEncoding(bytesOf('회사명,주소\n가나다라').subarray(0, -1))).toBe('utf-8');
  });
  test('UTF-16LE without a mark', () => {
    expect(detectEncoding(iconv.encode(RARE, 'utf-16le'))).toBe('utf-16le');
  });
  test('one line, one word, plain ASCII', () => {
    expect(detectEncoding(iconv.encode('똠', 'cp949'))).toBe('cp949');
    expect(detectEncoding(bytesOf('a,b'))).toBe('utf-8');
  });
  test('what is in none is asked for, and a chosen encoding is obeyed', () => {
    const odd = Buffer.from([0x61, 0x2c, 0xff, 0xff, 0x0a]);
    expect(() => decode(odd)).toThrow(/인코딩을 알 수 없습니다/);
    expect(decode(odd, 'cp949').unreadable).toBeGreaterThan(0);
    expect(decode(file('factories_60_cp949.csv'), 'utf-8').unreadable).toBeGreaterThan(100);
  });
  test('characters CP949 cannot write are listed', () => {
    expect(unwritable('가–é똠?𠮷', 'cp949')).toEqual(expect.arrayContaining(['𠮷']));
    expect(unwritable('가똠㈜ㆍ', 'cp949')).toEqual([]);
  });
});

describe('files of another shape', () => {
  const ole = (name: string): Uint8Array =>
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(512), Buffer.from(name, 'utf16le'), Buffer.alloc(64)]);
  test.each<[string, Uint8Array, RegExp]>([
    ['empty', new Uint8Array(), /^빈 파일/],
    ['blank', bytesOf('\r\n  \r\n'), /^빈 파일/],
    ['xlsx', Buffer.from('PK\u0003\u0004....[Content_Types].xml....xl/workbook.xml', 'latin1'), /^엑셀 통합 문서.*CSV UTF-8/],
    ['hwpx', Buffer.from('PK\u0003\u0004....mimetypeapplication/hwp+zip', 'latin1'), /^한글 문서\(\.hwpx\)/],
    ['zip', Buffer.from('PK\u0003\u0004....list.csv', 'latin1'), /^압축 파일.*압축을 풀고/],
    ['xls', ole('Workbook'), /^옛 엑셀 문서/],
    ['hwp', ole('FileHeader'), /^한글 문서\(\.hwp\)/],
    ['locked xlsx', ole('EncryptedPackage'), /^암호가 걸린 엑셀/],
    ['pdf', bytesOf('%PDF-1.7'), /^PDF 문서/],
    ['html as xls', iconv.encode('<html><head><meta charset="euc-kr"></head><table><tr><td>회사명</td></tr></table>', 'cp949'), /^이름만 엑셀.*HTML/],
    ['xml', bytesOf('<?xml version="1.0"?><Workbook/>'), /^XML 문서/],
    ['json', bytesOf('[{"회사명":"가"}]'), /^JSON/],
    ['drm', Buffer.from('\u009B DRMONE  This Document is encrypted', 'latin1'), /^문서보안/],
    ['noise', Buffer.from(Array.from({ length: 600 }, (_, at) => (at * 7919) % 251)), /DRM/],
    ['png', Buffer.from('89504e470d0a1a0a', 'hex'), /^그림/],
  ])('%s', (_name, bytes, sentence) => {
    expect(() => decode(bytes)).toThrow(Refusal);
    expect(() => decode(bytes)).toThrow(sentence);
  });
});
