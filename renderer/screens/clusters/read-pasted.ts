/** A block copied from a spreadsheet as names, organisations, positions and numbers; with or without a header row, in any order of columns. */
import type { PastedRow } from '../../../db/clusters/api.ts';
import { parseTsv } from '../../parts/grid/tsv.ts';

export type PastedColumn = keyof PastedRow;

const headers: Record<PastedColumn, RegExp> = {
  name: /^(성\s*명|이\s*름|회원명|참석자|담당자|대표자)$/, organisation: /^(소\s*속|소속기관|기관명?|회사명?|업체명?|기업명?|상호)$/,
  position: /^(직\s*위|직\s*책|직\s*급)$/, phone: /^(연락처|전화(번호)?|휴대(폰|전화)|핸드폰|h\.?p\.?)$/i,
};
const columns: readonly PastedColumn[] = ['name', 'organisation', 'position', 'phone'];

const isPhone = (text: string): boolean => /^[+\d][\d\s\-.()]{7,}$/.test(text);
const isPerson = (text: string): boolean => /^[가-힣]{2,4}$/.test(text);
const isPosition = (text: string): boolean => /(대표|이사|부장|차장|과장|대리|소장|교수|연구원|팀장|사장|회장|센터장|원장|위원|주임|전무|상무|실장|본부장|매니저)(이사)?$/.test(text);
const isSerial = (text: string): boolean => /^\d{1,4}$/.test(text);

/** Which column holds what, judged by the header row or else by what most cells look like. */
const guess = (rows: readonly (readonly string[])[]): { columns: (PastedColumn | null)[]; hasHeader: boolean } => {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const first = rows[0] ?? [];
  const named = Array.from({ length: width }, (_, at) => columns.find((column) => headers[column].test((first[at] ?? '').trim())) ?? null);
  if (named.filter((one) => one !== null).length >= 2 || (named.includes('name') && width === 1)) return { columns: named, hasHeader: true };
  const share = (at: number, test: (text: string) => boolean): number => {
    const cells = rows.map((row) => (row[at] ?? '').trim()).filter((cell) => cell !== '');
    return cells.length === 0 ? 0 : cells.filter(test).length / cells.length;
  };
  const found: (PastedColumn | null)[] = Array.from({ length: width }, () => null);
  const free = (): number[] => found.flatMap((one, at) => (one === null && share(at, isSerial) < 0.6 ? [at] : []));
  for (const [column, test] of [['phone', isPhone], ['position', isPosition], ['name', isPerson]] as const) {
    const best = free().map((at) => ({ at, share: share(at, test) })).sort((one, other) => other.share - one.share)[0];
    if (best && best.share >= 0.5) found[best.at] = column;
  }
  for (const column of ['name', 'organisation', 'position', 'phone'] as const) {
    const [at] = free();
    if (!found.includes(column) && at !== undefined) found[at] = column;
  }
  return { columns: found, hasHeader: false };
};

/** Rows of the block; empty cells are '', empty lines are left out. */
export const readPasted = (text: string): PastedRow[] => {
  const rows = parseTsv(text).filter((row) => row.some((cell) => cell.trim() !== ''));
  const { columns: found, hasHeader } = guess(rows);
  const cell = (row: readonly string[], column: PastedColumn): string => (row[found.indexOf(column)] ?? '').replace(/\s+/g, ' ').trim().slice(0, 200);
  return rows.slice(hasHeader ? 1 : 0).map((row) => ({ name: cell(row, 'name'), organisation: cell(row, 'organisation'), position: cell(row, 'position'), phone: cell(row, 'phone') }));
};
