/** How the cells of the dues sheet are read, written and pasted. */
import type { DuesLine } from '../../../db/clusters/api.ts';
import { dues } from '../../../db/clusters/fields.ts';
import type { Cell } from '../../../db/kernel/field.ts';
import { parseDate } from '../../../db/korean/parse-date.ts';
import type { WonUnit } from '../../../db/korean/parse-won.ts';
import { readWon, writeWon } from '../../../db/korean/read-won.ts';

export const duesColumns = ['owed', 'paid', 'paid_on'] as const;
export type DuesColumn = (typeof duesColumns)[number];
export type DuesCells = { owed?: number | null; paid?: number | null; paid_on?: string | null };

export const isWonColumn = (column: DuesColumn): boolean => dues.fields[column].kind === 'won';

/** The value of a typed text; null when it cannot be read. Bare digits count in `unit`. */
export const readDues = (column: DuesColumn, text: string, unit: WonUnit, today: string): Cell => {
  if (!isWonColumn(column)) return parseDate(text, today);
  const found = readWon(text, unit);
  return 'won' in found ? found.won : null;
};

export const writeDues = (column: DuesColumn, value: Cell, unit: WonUnit): string => (isWonColumn(column) && typeof value === 'number' ? writeWon(value, unit) || '0' : String(value ?? ''));

/** One value as a patch of a line. */
export const cellPatch = (column: DuesColumn, value: Cell): DuesCells =>
  (column === 'paid_on' ? { paid_on: typeof value === 'string' ? value : null } : { [column]: typeof value === 'number' ? value : null });

export type PastedDues = { changes: { line: DuesLine; patch: DuesCells }[]; unread: { member: string; column: DuesColumn; text: string }[] };

/** A block copied from a sheet, from the cell it lands in, down and to the right. */
export const pastedDues = (block: readonly (readonly string[])[], lines: readonly DuesLine[], at: { member: string; column: DuesColumn }, unit: WonUnit, today: string): PastedDues => {
  const top = lines.findIndex((line) => line.member === at.member);
  const left = duesColumns.indexOf(at.column);
  const result: PastedDues = { changes: [], unread: [] };
  for (const [down, row] of block.entries()) {
    const line = lines[top + down];
    if (!line) break;
    let patch: DuesCells = {};
    for (const [right, text] of row.entries()) {
      const column = duesColumns[left + right];
      if (column === undefined) break;
      const isEmpty = /^\s*[-–—]?\s*$/.test(text);
      const value = isEmpty ? null : readDues(column, text.trim(), unit, today);
      if (value === null && !isEmpty) result.unread.push({ member: line.member, column, text: text.trim() });
      else patch = { ...patch, ...cellPatch(column, value) };
    }
    if (Object.keys(patch).length > 0) result.changes.push({ line, patch });
  }
  return result;
};
