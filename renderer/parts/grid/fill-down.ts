/** Ctrl+D, as in a sheet: the value of the first selected row for all selected rows, or of the row above for this one. */
import type { GridApi } from 'ag-grid-community';
import type { ListRow } from '../../../db/kernel/list-types.ts';
import type { CellHost } from './cell-input.ts';
import type { PastedBlock } from './use-clipboard.ts';

/** The block that the column of the focus gets. */
export const fillDown = (api: GridApi<ListRow>, host: CellHost): PastedBlock => {
  const block: PastedBlock = { changes: [], overflow: [], rows: 0, skipped: 0, unread: 0, columns: [] };
  const focused = api.getFocusedCell();
  const column = focused ? host.columnOf(focused.column.getColId()) : undefined;
  if (!focused || !column) return block;
  const selected = api.getSelectedNodes().toSorted((a, b) => (a.rowIndex ?? 0) - (b.rowIndex ?? 0)).flatMap((node) => node.data ?? []);
  const rows = selected.length > 1 ? selected : [focused.rowIndex - 1, focused.rowIndex].flatMap((index) => api.getDisplayedRowAtIndex(index)?.data ?? []);
  const [first, ...below] = rows;
  if (!first || below.length === 0) return block;
  const value = first[column.column] ?? null;
  block.rows = below.length;
  for (const row of below) {
    const was = row[column.column] ?? null;
    const editable = typeof column.editable === 'function' ? column.editable(row) : column.editable === true;
    if (!editable) block.skipped += 1;
    else if (was !== value) block.changes.push({ id: row.id, column: column.column, value, was });
  }
  return block;
};
