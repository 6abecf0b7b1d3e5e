/** Reading a card's table by the keys of its rows and columns. */
import type { ReportCell, ReportRow, ReportTable } from '../../../db/reports/api.ts';

const nothing: ReportCell = { value: null, text: '-', drill: null };

export const cellAt = (table: ReportTable, row: string, column: string): ReportCell =>
  table.cells[table.rows.findIndex((one) => one.key === row)]?.[table.columns.findIndex((one) => one.key === column)] ?? nothing;

export const valueAt = (table: ReportTable, row: string, column: string): number => cellAt(table, row, column).value ?? 0;

/** Rows that are drawn: not the total. */
export const partsOf = (table: ReportTable): ReportRow[] => table.rows.filter((row) => row.kind !== 'total');

/** The last name of a row that says something. */
export const nameOf = (row: ReportRow): string => row.labels.findLast((label) => label !== '') ?? '';

/** The number as a sentence says it: none is zero there. */
export const saidAt = (table: ReportTable, row: string, column: string): string => { const { text } = cellAt(table, row, column); return text === '-' || text === '' ? '0' : text; };

export const plain = (value: number): string => value.toLocaleString('en-US');
