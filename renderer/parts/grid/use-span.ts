/**
 * The part of a long list that the grid shows. Above 2^24 px (559,000 rows of 30 px) the browser places rows 2 px off, so the grid gets
 * half a million at a time (stack.md §5); a jump to a place goes to its part.
 */
import type { GridApi } from 'ag-grid-community';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { ListRow } from '../../../db/kernel/list-types.ts';
import type { LoadRows } from './types.ts';

export const mostShown = 500_000;

export type Span = {
  /** Place of the first row shown. */
  from: () => number;
  /** The same for those who draw. */
  start: number;
  show: (from: number) => void;
  /** Puts a row under the eyes and the focus on it. */
  goTo: (place: number) => void;
  /** Loads rows as the grid counts them. */
  shifted: (load: LoadRows) => LoadRows;
};

export const useSpan = (grid: () => GridApi<ListRow> | null): Span => {
  const from = useRef(0);
  const [start, setStart] = useState(0);
  const show = useCallback((next: number) => {
    if (from.current === next) return;
    from.current = next;
    setStart(next);
    grid()?.purgeInfiniteCache();
  }, [grid]);
  return useMemo(() => ({
    from: () => from.current,
    start,
    show,
    goTo: (place) => {
      show(Math.floor(place / mostShown) * mostShown);
      const api = grid();
      const row = place - from.current;
      const column = api?.getFocusedCell()?.column ?? api?.getAllDisplayedColumns().find((one) => !one.getColId().startsWith('ag-Grid'));
      // A part that has just been asked for has no rows yet: the grid must know how many there are before it can go to one.
      if (api && row >= api.getDisplayedRowCount()) api.setRowCount(row + 1);
      api?.ensureIndexVisible(row, 'top');
      if (column) api?.setFocusedCell(row, column);
    },
    shifted: (load) => (request, signal) => load({ ...request, start: request.start + from.current, end: request.end + from.current }, signal),
  }), [grid, show, start]);
};
