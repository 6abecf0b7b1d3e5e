/** Draws the filters of a grid into their boxes, inside the page's own React tree. */
import { useSyncExternalStore } from 'react';
import { createPortal } from 'react-dom';
import type { CellHost } from './cell-input.ts';
import { ColumnFilter } from './ColumnFilter.tsx';

export const GridFilters = ({ host }: { host: CellHost }) => useSyncExternalStore(host.filters.subscribe, host.filters.list).map((shell) => {
  const column = host.columnOf(shell.column);
  return column ? createPortal(<ColumnFilter column={column} model={shell.model} shown={shell.shown} onModelChange={(model) => shell.apply(model)} />, shell.box, shell.column) : null;
});
