/** Keeps the real input of an editable cell where the focus is, also when the row comes later than the focus. */
import type { CellFocusedEvent, GridApi } from 'ag-grid-community';
import { useEffect, useRef, type RefObject } from 'react';
import type { ListRow } from '../../../db/kernel/list-types.ts';
import type { Edits } from './use-edits.ts';

export type CellFocusOptions = {
  frame: RefObject<HTMLElement | null>;
  edits: Edits;
  mayEdit: () => boolean;
  /** The focus is on another cell than before. */
  onFocus: (row: ListRow | null, column: string | null) => void;
};

export const useCellFocus = ({ frame, edits, mayEdit, onFocus }: CellFocusOptions) => {
  /** Puts the real input into a focused cell that can be edited; anything else ends the editing. */
  const enter = (api: GridApi<ListRow>, rowIndex: number, name: string) => {
    const row = api.getDisplayedRowAtIndex(rowIndex)?.data;
    const declared = edits.host.columnOf(name);
    const editable = row && declared && mayEdit() && (typeof declared.editable === 'function' ? declared.editable(row) : declared.editable);
    const editing = api.getEditingCells()[0];
    if (!editable) { if (editing) api.stopEditing(); return; }
    if (editing?.rowIndex === rowIndex && editing.colId === name) return;
    api.startEditingCell({ rowIndex, colKey: name });
  };
  /** A cell that was reached before its row had arrived. */
  const enterArrived = (api: GridApi<ListRow>) => {
    const at = api.getFocusedCell();
    if (at && document.activeElement?.closest('.ag-cell') && frame.current?.contains(document.activeElement) && !edits.host.active) enter(api, at.rowIndex, at.column.getColId());
  };

  /** A jump leaves for rows that are not drawn yet, and the cell that had the focus is gone with its row: the focus waits for the new one. */
  const isInside = useRef(false);
  useEffect(() => {
    const note = (event: Event) => { isInside.current = event.target instanceof Node && frame.current?.contains(event.target) === true; };
    document.addEventListener('focusin', note);
    document.addEventListener('pointerdown', note);
    return () => { document.removeEventListener('focusin', note); document.removeEventListener('pointerdown', note); };
  }, [frame]);
  const regain = (api: GridApi<ListRow>) => {
    const at = api.getFocusedCell();
    if (at && isInside.current && document.activeElement === document.body) api.setFocusedCell(at.rowIndex, at.column);
    enterArrived(api);
  };

  const onCellFocused = ({ rowIndex, column, api }: CellFocusedEvent<ListRow>) => {
    // The grid tells of a focus a task later. When a key has moved on meanwhile, the old news would end the new cell's editing.
    const now = api.getFocusedCell();
    const name = column === null || typeof column === 'string' ? column : column.getColId();
    if (now && (now.rowIndex !== rowIndex || now.column.getColId() !== name)) return;
    onFocus((rowIndex === null ? undefined : api.getDisplayedRowAtIndex(rowIndex))?.data ?? null, name);
    if (rowIndex !== null && name !== null) enter(api, rowIndex, name);
  };

  return { enter, enterArrived, regain, onCellFocused };
};
