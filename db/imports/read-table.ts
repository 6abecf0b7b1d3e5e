import { headerAt, findHeader, kindOfRow, type Header, type IsKnownHeader } from './header-row.ts';
import { Refusal } from '../errors.ts';
import type { Pace } from './importer.ts';
import type { ParsedTable } from './parse.ts';

export type DataRow = Readonly<{ row: number; cells: readonly string[] }>;

export type Table = Readonly<{
  header: Header;
  /** Rows that hold data, with the numbers a spreadsheet shows. */
  data: readonly DataRow[];
  /** Rows passed over on purpose, and why. */
  skipped: readonly Readonly<{ row: number; why: string; text: string }>[];
}>;

const freely: Pace = () => Promise.resolve();

const WHY = { header: '머리글이 되풀이됨', subtotal: '합계 줄', note: '설명 줄', title: '제목 줄' } as const;

/**
 * Finds the header and tells data from titles, repeated headers, subtotals and notes. `headerRow` (1-based) is the person's choice.
 * Refuses (`invalid`) what is not a list: one column without a known name, no header, no data, a second table with other columns.
 */
export async function readTable(parsed: ParsedTable, isKnown: IsKnownHeader, headerRow?: number, pace: Pace = freely): Promise<Table> {
  const { rows } = parsed;
  const header = headerRow === undefined ? findHeader(rows, isKnown) : headerAt(rows, headerRow, isKnown);
  if (!header) {
    const isOneColumn = rows.every((row) => row.length <= 1);
    throw new Refusal('invalid', isOneColumn
      ? '열이 하나뿐이고 아는 머리글이 없습니다. 쉼표나 탭으로 칸이 나뉜 CSV인지 확인해 주세요.'
      : '머리글 행을 찾을 수 없습니다. 회사명, 주소처럼 열 이름이 적힌 행이 있어야 합니다.');
  }
  const data: DataRow[] = [];
  const skipped: { row: number; why: string; text: string }[] = [];
  const skip = (row: number, why: string, cells: readonly string[]): void => {
    skipped.push({ row, why, text: cells.filter((cell) => cell.trim() !== '').join(' ').slice(0, 80) });
  };
  for (let at = header.row - 1 + header.span; at < rows.length; at += 1) {
    await pace(at, rows.length);
    const cells = rows[at] ?? [];
    const kind = kindOfRow(cells, header, isKnown);
    if (kind === 'blank') continue;
    if (kind === 'other-header') {
      throw new Refusal('invalid', `${at + 1}행에 머리글이 다른 표가 또 있습니다. 표를 따로따로 저장해 하나씩 가져오세요.`);
    }
    if (kind !== 'data') skip(at + 1, WHY[kind], cells);
    else if (isTitle(rows, at, header, isKnown)) skip(at + 1, WHY.title, cells);
    else data.push({ row: at + 1, cells });
  }
  if (data.length === 0) throw new Refusal('invalid', '머리글만 있고 자료 행이 없습니다. 자료가 든 파일인지 확인해 주세요.');
  return { header, data, skipped };
}

/** A single cell right above a repeated header is the title of the table that follows. */
function isTitle(rows: ParsedTable['rows'], at: number, header: Header, isKnown: IsKnownHeader): boolean {
  if (header.names.length < 2 || (rows[at] ?? []).filter((cell) => cell.trim() !== '').length !== 1) return false;
  for (let next = at + 1; next < rows.length; next += 1) {
    const kind = kindOfRow(rows[next] ?? [], header, isKnown);
    if (kind !== 'blank') return kind === 'header';
  }
  return false;
}
