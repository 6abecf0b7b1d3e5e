import { Refusal } from '../errors.ts';

const SAVE_AS_CSV = '엑셀에서 열어 [다른 이름으로 저장] > "CSV UTF-8(쉼표로 분리)"로 저장한 파일을 가져오세요.';

interface Signature {
  readonly starts: string;
  readonly says: string;
}

/** What files say in their first bytes (read as Latin-1), and what the person can do about it. The first that fits is taken. */
const SIGNATURES: readonly Signature[] = [
  { starts: '%PDF', says: `PDF 문서입니다. 표가 들어 있는 원본 파일을 구해 ${SAVE_AS_CSV}` },
  { starts: '\u008BDRMONE', says: '문서보안(DRM)이 걸린 파일입니다. 보안을 해제한 파일을 가져오세요.' },
  { starts: '\u009B DRMONE', says: '문서보안(DRM)이 걸린 파일입니다. 보안을 해제한 파일을 가져오세요.' },
  { starts: 'SCDSA', says: '문서보안(DRM)이 걸린 파일입니다. 보안을 해제한 파일을 가져오세요.' },
  { starts: '<## NASCA DRM', says: '문서보안(DRM)이 걸린 파일입니다. 보안을 해제한 파일을 가져오세요.' },
  { starts: 'HWP Document File', says: `한글 문서(.hwp)입니다. 표를 엑셀에 붙여 넣은 뒤 ${SAVE_AS_CSV}` },
  { starts: '\u001F\u008B', says: '압축 파일(.gz)입니다. 압축을 풀고 그 안의 CSV 파일을 가져오세요.' },
  { starts: '7z\u00BC\u00AF', says: '압축 파일(.7z)입니다. 압축을 풀고 그 안의 CSV 파일을 가져오세요.' },
  { starts: 'EGGA', says: '압축 파일(.egg)입니다. 압축을 풀고 그 안의 CSV 파일을 가져오세요.' },
  { starts: 'ALZ', says: '압축 파일(.alz)입니다. 압축을 풀고 그 안의 CSV 파일을 가져오세요.' },
  { starts: '\u0089PNG', says: '그림 파일입니다. 표로 된 CSV 파일을 가져오세요.' },
  { starts: '\u00FF\u00D8\u00FF', says: '그림 파일입니다. 표로 된 CSV 파일을 가져오세요.' },
  { starts: 'SQLite format 3', says: '데이터베이스 파일입니다. 표로 된 CSV 파일을 가져오세요.' },
];

const HEAD = 4096;
/** Old office documents name their streams in UTF-16 at the end of the directory, which may lie anywhere. */
const OLE_SEARCH = 2_000_000;

function latin1(bytes: Uint8Array, length: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(length, bytes.byteLength)).toString('latin1');
}

function zipSays(bytes: Uint8Array): string {
  const names = latin1(bytes, OLE_SEARCH) + latin1(bytes.subarray(Math.max(0, bytes.length - 65_536)), 65_536);
  if (names.includes('xl/')) return `엑셀 통합 문서(.xlsx)입니다. ${SAVE_AS_CSV}`;
  if (names.includes('hwp+zip') || names.includes('Contents/section0.xml')) return `한글 문서(.hwpx)입니다. 표를 엑셀에 붙여 넣은 뒤 ${SAVE_AS_CSV}`;
  if (names.includes('word/document')) return `워드 문서(.docx)입니다. 표를 엑셀에 붙여 넣은 뒤 ${SAVE_AS_CSV}`;
  if (names.includes('opendocument.spreadsheet')) return `ODS 표 문서입니다. ${SAVE_AS_CSV}`;
  return '압축 파일(.zip)입니다. 압축을 풀고 그 안의 CSV 파일을 가져오세요.';
}

function oleSays(bytes: Uint8Array): string {
  const names = latin1(bytes, OLE_SEARCH);
  const wide = (name: string): string => name.split('').join('\u0000');
  if (names.includes('HWP Document File') || names.includes(wide('FileHeader'))) return `한글 문서(.hwp)입니다. 표를 엑셀에 붙여 넣은 뒤 ${SAVE_AS_CSV}`;
  if (names.includes(wide('EncryptedPackage'))) return `암호가 걸린 엑셀 문서입니다. 암호를 푼 뒤 ${SAVE_AS_CSV}`;
  if (names.includes(wide('Workbook')) || names.includes(wide('Book'))) return `옛 엑셀 문서(.xls)입니다. ${SAVE_AS_CSV}`;
  return `오피스 문서입니다. 표를 엑셀에 붙여 넣은 뒤 ${SAVE_AS_CSV}`;
}

/** Control characters that no text table holds. */
function isBinary(head: string): boolean {
  let odd = 0;
  for (const letter of head) {
    const code = letter.charCodeAt(0);
    if (code < 32 && code !== 9 && code !== 10 && code !== 13) odd += 1;
  }
  return odd > head.length / 100;
}

/**
 * Refuses a file that is not a text table, with a sentence that names what it is and the way out (`invalid`).
 * UTF-16 text is full of zero bytes, so the caller says when it has recognised that (`isWide`).
 */
export function refuseOtherShapes(bytes: Uint8Array, isWide: boolean): void {
  if (bytes.length === 0) throw new Refusal('invalid', '빈 파일입니다. 내용이 있는 CSV 파일을 골라 주세요.');
  const head = latin1(bytes, HEAD);
  if (head.startsWith('PK\u0003\u0004') || head.startsWith('PK\u0005\u0006')) throw new Refusal('invalid', zipSays(bytes));
  if (head.startsWith('\u00D0\u00CF\u0011\u00E0')) throw new Refusal('invalid', oleSays(bytes));
  const known = SIGNATURES.find((signature) => head.startsWith(signature.starts));
  if (known) throw new Refusal('invalid', known.says);
  if (!isWide && isBinary(head)) {
    throw new Refusal('invalid', '글자로 된 표가 아닙니다. 문서보안(DRM)이 걸린 파일로 보입니다. 보안을 해제한 CSV 파일을 가져오세요.');
  }
}

/** Refuses text that is a page, an XML workbook or JSON under another name (`invalid`). */
export function refuseOtherText(text: string): void {
  const start = text.slice(0, HEAD).trimStart().toLowerCase();
  if (start === '') throw new Refusal('invalid', '빈 파일입니다. 내용이 있는 CSV 파일을 골라 주세요.');
  if (/^(?:<!doctype html|<html|<table|<head|<body|<meta|<style)/.test(start)) {
    throw new Refusal('invalid', `이름만 엑셀(.xls)이고 내용은 웹 문서(HTML)인 파일입니다. ${SAVE_AS_CSV}`);
  }
  if (start.startsWith('<?xml')) {
    const isPage = /<html|<table/.test(start);
    throw new Refusal('invalid', `${isPage ? '웹 문서(HTML)' : 'XML 문서'}입니다. ${SAVE_AS_CSV}`);
  }
  if (/^(?:\[\s*)?\{\s*"[^"\n]*"\s*:/.test(start)) throw new Refusal('invalid', 'JSON 파일입니다. 같은 자료를 CSV로 내려받아 가져오세요.');
}
