/** The keyboard of a list, the same over ordinary cells and over the input of an editable one. */
import type { Column, GridApi } from 'ag-grid-community';
import type { KeyboardEvent } from 'react';
import type { ListRow } from '../../../db/kernel/list-types.ts';
import { isComposing } from '../keys/shortcut.ts';
import type { CellHost } from './cell-input.ts';

export type GridKeyActions = {
  onOpen?: ((row: ListRow) => void) | undefined;
  onPreview?: ((row: ListRow) => void) | undefined;
  /** Empties an editable cell. */
  onClear: (row: ListRow, column: string) => void;
  /** Takes the value of the row above, or of the first selected row, for the rows below. */
  onFillDown: () => void;
  /** Readies a cell for typing at once: the grid's own event comes a task later, and a fast key would fall in between. */
  enter: (row: number, column: string) => void;
  /** Row at which a Shift selection began. */
  anchor: { current: number | null };
};

/** Columns the focus can stand on, from left to right. */
export const focusableColumns = (api: GridApi<ListRow>): Column[] => api.getAllDisplayedColumns().filter((column) => !column.getColId().startsWith('ag-Grid'));

const rowAt = (api: GridApi<ListRow>, index: number): ListRow | null => api.getDisplayedRowAtIndex(index)?.data ?? null;

/** Selects the loaded rows between two indexes, and only those. */
export const selectRange = (api: GridApi<ListRow>, from: number, to: number): void => {
  const nodes = [];
  for (let index = Math.min(from, to); index <= Math.max(from, to); index += 1) {
    const node = api.getDisplayedRowAtIndex(index);
    if (node?.data) nodes.push(node);
  }
  api.deselectAll();
  api.setNodesSelected({ nodes, newValue: true });
};

/** Rows a page of the list holds, less one so that the eye keeps its place. */
const pageOf = (api: GridApi<ListRow>): number => {
  const range = api.getVerticalPixelRange();
  const first = api.getDisplayedRowAtIndex(api.getFirstDisplayedRowIndex());
  return Math.max(1, Math.floor((range.bottom - range.top) / (first?.rowHeight ?? 30)) - 1);
};

const focusCell = (api: GridApi<ListRow>, row: number, column: Column, enter: GridKeyActions['enter']): void => {
  api.ensureIndexVisible(row);
  api.ensureColumnVisible(column);
  api.setFocusedCell(row, column);
  enter(row, column.getColId());
};

/** Handles a key press inside the rows. True when it was ours: the grid must not see it. */
export const handleGridKey = (event: KeyboardEvent, api: GridApi<ListRow>, host: CellHost, actions: GridKeyActions): boolean => {
  if (isComposing(event.nativeEvent)) return true;
  const focused = api.getFocusedCell();
  if (!focused || focused.rowPinned) return false;
  const columns = focusableColumns(api);
  const at = columns.findIndex((column) => column.getColId() === focused.column.getColId());
  const { ctrlKey, metaKey, shiftKey, altKey, code } = event.nativeEvent;
  const control = ctrlKey || metaKey;
  const row = focused.rowIndex;
  const last = api.getDisplayedRowCount() - 1;
  const input = host.active;
  const editing = input?.mode === 'edit';
  const data = rowAt(api, row);
  // The cell is getting its input but does not have it yet: what the key asks for is done when it has.
  const isArriving = !input && api.getEditingCells().length > 0;
  const startEdit = (): void => {
    if (input) input.toEdit(input.text());
    else if (isArriving) host.onArrived = (arrived) => arrived.toEdit(arrived.text());
  };

  const go = (toRow: number, toColumn: number): boolean => {
    const column = columns[Math.min(columns.length - 1, Math.max(0, toColumn))];
    const target = Math.min(last, Math.max(0, toRow));
    if (editing) input.settle();
    if (!column) return true;
    if (shiftKey && target !== row) {
      actions.anchor.current ??= row;
      selectRange(api, actions.anchor.current, target);
    } else actions.anchor.current = null;
    focusCell(api, target, column, actions.enter);
    return true;
  };

  if (input?.list?.isOpen && (code === 'ArrowDown' || code === 'ArrowUp') && !control) {
    input.list.move(code === 'ArrowDown' ? 1 : -1);
    return true;
  }
  if (code === 'Escape') {
    if (editing) input.cancel();
    else if (api.getSelectedNodes().length > 0) api.deselectAll();
    else return false;
    return true;
  }
  if (code === 'Enter' || code === 'NumpadEnter') {
    if (control) return false;
    if (editing) {
      input.settle();
      const column = columns[at];
      const target = row + (shiftKey ? -1 : 1);
      if (column && target >= 0 && target <= last) focusCell(api, target, column, actions.enter);
    } else if (input || isArriving) startEdit();
    else if (data) actions.onOpen?.(data);
    return true;
  }
  if (code === 'Tab') {
    if (editing) input.settle();
    const next = at + (shiftKey ? -1 : 1);
    const column = columns[next];
    if (column) { focusCell(api, row, column, actions.enter); return true; }
    return leaveGrid(event, shiftKey);
  }
  if (editing) {
    // Left, Right, Home, End and everything typed belong to the text; up and down take it and move, as in a sheet.
    if ((code === 'ArrowUp' || code === 'ArrowDown') && !altKey && !shiftKey && !control) return go(row + (code === 'ArrowDown' ? 1 : -1), at);
    event.stopPropagation();
    return false;
  }
  switch (code) {
    case 'ArrowDown':
      if (altKey) { startEdit(); return true; }
      return go(control ? last : row + 1, at);
    case 'ArrowUp': return altKey ? false : go(control ? 0 : row - 1, at);
    case 'ArrowRight': return altKey ? false : go(row, control ? columns.length - 1 : at + 1);
    case 'ArrowLeft': return altKey ? false : go(row, control ? 0 : at - 1);
    case 'Home': return go(control ? 0 : row, 0);
    case 'End': return go(control ? last : row, columns.length - 1);
    case 'PageDown': return go(row + pageOf(api), at);
    case 'PageUp': return go(row - pageOf(api), at);
    case 'F2': startEdit(); return true;
    case 'Delete':
    case 'Backspace':
      if ((input || isArriving) && data) actions.onClear(data, focused.column.getColId());
      return true;
    case 'Space':
      if (shiftKey) api.getDisplayedRowAtIndex(row)?.setSelected(!api.getDisplayedRowAtIndex(row)?.isSelected());
      else if (data) actions.onPreview?.(data);
      return true;
    case 'KeyA':
      if (!control) return false;
      selectRange(api, 0, last);
      return true;
    case 'KeyD':
      if (!control || shiftKey || altKey) return false;
      actions.onFillDown();
      return true;
    default:
      // Letters go to the input of an editable cell; shortcuts go on to the window.
      return false;
  }
};

/** At the first or last cell Tab leaves the list instead of walking through every row. */
const leaveGrid = (event: KeyboardEvent, back: boolean): boolean => {
  const grid = event.currentTarget;
  const all = [...document.querySelectorAll<HTMLElement>('a[href], button:not([disabled]), input:not([disabled]), textarea:not([disabled]), [tabindex="0"]')]
    .filter((one) => one.offsetParent !== null && one.tabIndex >= 0 && !grid.contains(one));
  const next = back
    ? all.findLast((one) => (grid.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_PRECEDING) !== 0)
    : all.find((one) => (grid.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0);
  next?.focus();
  return next !== undefined;
};
