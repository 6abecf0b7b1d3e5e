/** A list as a CSV file: every row of the question in its order, the shown columns, the texts as they are shown. */
import { unpacked } from '../../../db/kernel/block.ts';
import type { ListRequest, ListRow } from '../../../db/kernel/list-types.ts';
import { maskPersonal } from '../../../db/korean/mask.ts';
import { isNumeric, textOfCell } from './cell-text.ts';
import type { GridColumn, LoadRows } from './types.ts';

/** As many rows as one question may ask for (db/kernel/list.ts). */
const rowsAtATime = 500;

export type ExportOptions = {
  columns: readonly GridColumn[];
  question: Omit<ListRequest, 'start' | 'end'>;
  load: LoadRows;
  isMasked: boolean;
  onProgress: (done: number, total: number | null) => void;
  signal: AbortSignal;
};

export type ExportedFile = { file: Blob; rows: number };

/** Text that a spreadsheet would run as a formula gets an apostrophe in front (documents-ux.md §1); numbers stay as they are. */
const guarded = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

const quoted = (text: string): string => (/[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

const cellOf = (column: GridColumn, row: ListRow, isMasked: boolean): string => {
  const value = row[column.column];
  if (isNumeric(column) && column.text === undefined) return value === null || value === undefined ? '' : String(value);
  const text = textOfCell(column, row);
  return guarded(isMasked && column.field?.personal ? maskPersonal(text) : text);
};

const lineOf = (cells: readonly string[]): string => `${cells.map(quoted).join(',')}\r\n`;

/** Columns that hold personal data. */
export const personalColumns = (columns: readonly GridColumn[]): GridColumn[] => columns.filter((column) => column.field?.personal === true);

/**
 * Reads the list in blocks and writes each as it comes, so that a million rows hold nothing up and can be stopped in between.
 * @throws DOMException `AbortError` after a stop; what the application refused
 */
export const exportRows = async ({ columns, question, load, isMasked, onProgress, signal }: ExportOptions): Promise<ExportedFile> => {
  // Excel takes a UTF-8 file for one only when it begins with this mark.
  const parts: string[] = ['\ufeff', lineOf(columns.map((column) => guarded(column.unit && isNumeric(column) ? `${column.label}(${column.unit})` : column.label)))];
  const seen = new Set<string>();
  let total: number | null = null;
  for (let start = 0; total === null || start < total; start += rowsAtATime) {
    const block = unpacked(await load({ ...question, start, end: start + rowsAtATime }, signal));
    signal.throwIfAborted();
    total = block.total ?? total;
    // A row that moved down meanwhile comes twice in the blocks, never in the file.
    const fresh = block.rows.filter((row) => !seen.has(row.id));
    for (const row of fresh) seen.add(row.id);
    parts.push(fresh.map((row) => lineOf(columns.map((column) => cellOf(column, row, isMasked)))).join(''));
    onProgress(seen.size, total);
    if (block.rows.length < rowsAtATime && block.total !== null) break;
  }
  return { file: new Blob(parts, { type: 'text/csv;charset=utf-8' }), rows: seen.size };
};
