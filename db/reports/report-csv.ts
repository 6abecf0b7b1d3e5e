/** A report as CSV: title and unit above, one heading line, plain numbers, footnotes below. */
import { csvBytes, csvText, unwritable } from '../imports/encode-csv.ts';
import type { ReportCell, SheetTable } from './table-types.ts';

export type CsvEncoding = 'utf-8' | 'cp949';

/** Text that a spreadsheet would run as a formula gets an apostrophe in front; numbers are written as they are (documents-ux.md §1). */
export const guarded = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

/** `-5` for △5; where there is no number its words (비교 불가, 5건 미만), and nothing for none. */
const written = ({ value, text }: ReportCell): string => (value === null ? (text === '-' ? '' : guarded(text)) : String(value));

/** Rows of the file, rounded numbers without separators. */
export const csvRows = (table: SheetTable): string[][] => [
  [guarded(table.title)], [table.asOf], [`(${table.unit})`],
  [...table.heads, ...table.columns.map(({ group, label }) => [group, label].filter(Boolean).join(' '))].map(guarded),
  ...table.rows.map((row, index) => [...row.labels.map(guarded), ...(table.cells[index] ?? []).map(written)]),
  ...table.footnotes.map(({ text }) => [guarded(text)]),
];

export const reportCsv = (table: SheetTable, encoding: CsvEncoding): Uint8Array => csvBytes(csvRows(table), { encoding });

/** Characters the file would lose in CP949, each once. */
export const lostInCp949 = (table: SheetTable): string[] => unwritable(csvText(csvRows(table)), 'cp949');
