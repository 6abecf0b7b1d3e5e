/** Puts a table on the clipboard so that Excel and 한셀 keep its columns and its numbers. */
import type { ReportCell, ReportColumn, SheetTable } from '../../../db/reports/api.ts';
import { writeTsv } from '../../parts/grid/tsv.ts';
import { headGroups } from './table-shape.ts';

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
/** A spreadsheet would run pasted text that begins like a formula. */
const guarded = (text: string): string => (/^[=+\-@]/.test(text) ? `'${text}` : text);
/** The number itself: `1234`, `-5`, `76.4`; empty where there is none. */
const plain = (value: number | null): string => (value === null ? '' : String(value));
/** Words that stand in the place of a number: 비교 불가, 5건 미만. */
const wordsOf = (cell: ReportCell | undefined): string => (cell && cell.value === null && cell.text !== '-' ? guarded(cell.text) : '');

/** Percent and hours have one decimal. */
const hasDecimal = (column: ReportColumn): boolean => /\((%|시간)\)$/.test(column.label);
// The minus of Korean statistics and '-' for zero are left to the number format, so that the cell stays a number.
const format = (column: ReportColumn, cell: ReportCell | undefined): string => {
  const digits = cell?.digits ?? (hasDecimal(column) ? 1 : 0);
  return digits > 0 ? `0\\.${'0'.repeat(digits)}` : '\\#\\,\\#\\#0\\;△\\#\\,\\#\\#0\\;\\-';
};

/** Title, unit, one heading line, rows, footnotes. */
export const tsvOf = (table: SheetTable): string => writeTsv([
  [table.title], [`${table.asOf} (${table.unit})`],
  [...table.heads, ...table.columns.map(({ group, label }) => [group, label].filter(Boolean).join(' '))],
  ...table.rows.map((row, index) => [...row.labels.map(guarded), ...(table.cells[index] ?? []).map((cell) => plain(cell.value) || wordsOf(cell))]),
  ...table.footnotes.map((note) => [note.text]),
]);

export const htmlOf = (table: SheetTable): string => {
  const width = table.heads.length + table.columns.length;
  const line = (text: string, style = ''): string => `<tr><td colspan="${width}"${style ? ` style="${style}"` : ''}>${escaped(text)}</td></tr>`;
  const th = (text: string, more = ''): string => `<th${more} style="text-align:center;border:.5pt solid #888">${escaped(text)}</th>`;
  const groups = headGroups(table.columns).map((group) => th(group.text, group.isAlone ? ' rowspan="2"' : ` colspan="${group.span}"`)).join('');
  const rows = table.rows.map((row, index) => {
    const bold = row.kind === 'detail' ? '' : ';font-weight:bold';
    const names = row.labels.map((label) => `<td style="mso-number-format:'\\@';border:.5pt solid #888${bold}">${escaped(label)}</td>`);
    const numbers = table.columns.map((column, at) => {
      const cell = table.cells[index]?.[at];
      const value = plain(cell?.value ?? null);
      return `<td${value === '' ? '' : ` x:num="${value}"`} style="mso-number-format:'${format(column, cell)}';text-align:right;border:.5pt solid #888${bold}">${value || escaped(wordsOf(cell))}</td>`;
    });
    return `<tr>${names.join('')}${numbers.join('')}</tr>`;
  });
  return `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><meta charset="utf-8"><body><table>${[
    line(table.title, 'font-weight:bold;font-size:14pt'), line(`${table.asOf} (${table.unit})`, 'text-align:right'),
    `<tr>${table.heads.map((head) => th(head, ' rowspan="2"')).join('')}${groups}</tr>`,
    `<tr>${table.columns.filter((column) => column.group !== '').map((column) => th(column.label)).join('')}</tr>`,
    ...rows, ...table.footnotes.map((note) => line(note.text)),
  ].join('')}</table></body></html>`;
};

/** True when the clipboard took it. Goes through a copy event, which needs no permission. */
export const copyTable = (table: SheetTable): boolean => {
  let isTaken = false;
  const onCopy = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', tsvOf(table));
    event.clipboardData?.setData('text/html', htmlOf(table));
    event.preventDefault();
    event.stopImmediatePropagation();
    isTaken = event.clipboardData !== null;
  };
  document.addEventListener('copy', onCopy, { capture: true, once: true });
  document.execCommand('copy');
  document.removeEventListener('copy', onCopy, { capture: true });
  return isTaken;
};
