/** Ctrl+C and Ctrl+V over the list. Both work on blocks of text as Excel, 한셀 and mail programs exchange them. */
import type { GridApi } from 'ag-grid-community';
import { useEffect, useRef, type RefObject } from 'react';
import type { Cell } from '../../../db/kernel/field.ts';
import type { ListRow } from '../../../db/kernel/list-types.ts';
import { readCell, textOfCell } from './cell-text.ts';
import type { Edits } from './use-edits.ts';
import { focusableColumns } from './grid-keys.ts';
import { parseTsv, writeHtmlTable, writeTsv } from './tsv.ts';
import type { CellChange, GridColumn } from './types.ts';

export type PastedBlock = {
  changes: CellChange[];
  /** Rows of the block that have no row of the list to go to. */
  overflow: string[][];
  rows: number;
  /** Cells that landed on a column that cannot be edited. */
  skipped: number;
  /** Cells whose text could not be read; they are marked. */
  unread: number;
  /** Columns from the one the block begins at. */
  columns: (GridColumn | undefined)[];
};

/** Rows of a block as new records: by column what was read, and a sentence for each cell that was not. */
export const newRowsOf = (columns: readonly (GridColumn | undefined)[], cells: readonly (readonly string[])[], takes: readonly string[]): { rows: Record<string, Cell>[]; unread: string[] } => {
  const unread: string[] = [];
  const rows = cells.map((line, index) => Object.fromEntries(line.flatMap((text, offset) => {
    const column = columns[offset];
    if (!column || text.trim() === '' || (!column.editable && !takes.includes(column.column))) return [];
    const read = readCell(column, text);
    if (!read.ok) unread.push(`${index + 1}번째 줄: ${read.reason}`);
    return read.ok ? [[column.column, read.value]] : [];
  })));
  return { rows, unread };
};

export type ClipboardOptions = {
  frame: RefObject<HTMLElement | null>;
  api: () => GridApi<ListRow> | null;
  edits: Edits;
  /** The rows from `start` to `end`, also those that were never on the screen. */
  rowsAt: (start: number, end: number) => Promise<readonly ListRow[]>;
  onBlock: (block: PastedBlock) => void;
  onCopied: (rows: number) => void;
  /** The rows to paste into could not be asked for. */
  onFailure: (error: unknown) => void;
  mayPaste: boolean;
};

const copied = (api: GridApi<ListRow>, edits: Edits): string[][] => {
  const columns = focusableColumns(api).flatMap((column) => edits.host.columnOf(column.getColId()) ?? []);
  const nodes = api.getSelectedNodes().toSorted((a, b) => (a.rowIndex ?? 0) - (b.rowIndex ?? 0));
  const rows = nodes.flatMap((node) => (node.data ? [node.data] : []));
  if (rows.length > 0) return [columns.map((column) => column.label), ...rows.map((row) => columns.map((column) => textOfCell(column, row)))];
  const focused = api.getFocusedCell();
  const row = focused ? api.getDisplayedRowAtIndex(focused.rowIndex)?.data : undefined;
  const column = focused ? edits.host.columnOf(focused.column.getColId()) : undefined;
  return row && column ? [[textOfCell(column, row)]] : [];
};

const blockOf = (api: GridApi<ListRow>, edits: Edits, cells: string[][], rows: readonly ListRow[], firstColumn: string): PastedBlock => {
  const columns = focusableColumns(api).map((column) => edits.host.columnOf(column.getColId()));
  const from = columns.findIndex((column) => column?.column === firstColumn);
  const block: PastedBlock = { changes: [], overflow: cells.slice(rows.length), rows: cells.length, skipped: 0, unread: 0, columns: columns.slice(Math.max(0, from)) };
  rows.forEach((row, index) => {
    cells[index]?.forEach((text, offset) => {
      const column = columns[from + offset];
      const editable = column && (typeof column.editable === 'function' ? column.editable(row) : column.editable === true);
      if (!column || !editable) {
        block.skipped += 1;
        return;
      }
      const read = readCell(column, text, row);
      edits.fail(row.id, column.column, read.ok ? null : { text, reason: read.reason });
      if (!read.ok) block.unread += 1;
      else if (read.value !== (row[column.column] ?? null)) block.changes.push({ id: row.id, column: column.column, value: read.value, was: row[column.column] ?? null });
    });
  });
  return block;
};

export const useClipboard = (options: ClipboardOptions): void => {
  const latest = useRef(options);
  latest.current = options;
  useEffect(() => {
    /** True when the focus is in the rows and no text is being edited. */
    const isOurs = (): boolean => {
      const { frame, edits } = latest.current;
      const at = document.activeElement;
      return at !== null && frame.current?.contains(at) === true && at.closest('.ag-cell, .ag-row') !== null && edits.host.active?.mode !== 'edit';
    };
    const copy = (event: ClipboardEvent) => {
      const { api, edits, onCopied } = latest.current;
      const grid = api();
      if (!grid || !isOurs() || !event.clipboardData) return;
      const rows = copied(grid, edits);
      if (rows.length === 0) return;
      event.preventDefault();
      event.clipboardData.setData('text/plain', writeTsv(rows));
      event.clipboardData.setData('text/html', writeHtmlTable(rows));
      onCopied(Math.max(1, rows.length - 1));
    };
    const paste = (event: ClipboardEvent) => {
      const { api, edits, mayPaste, rowsAt, onBlock, onFailure } = latest.current;
      const grid = api();
      const focused = grid?.getFocusedCell();
      if (!grid || !focused || !mayPaste || !isOurs()) return;
      const cells = parseTsv(event.clipboardData?.getData('text/plain') ?? '');
      if (cells.length === 0) return;
      event.preventDefault();
      rowsAt(focused.rowIndex, focused.rowIndex + cells.length).then((rows) => onBlock(blockOf(grid, edits, cells, rows, focused.column.getColId())), onFailure);
    };
    document.addEventListener('copy', copy);
    document.addEventListener('paste', paste);
    return () => {
      document.removeEventListener('copy', copy);
      document.removeEventListener('paste', paste);
    };
  }, []);
};
