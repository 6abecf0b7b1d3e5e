/** The grid itself, kept outside React: a component per cell made a jump through a long list twice as slow (measured). */
import { createGrid, type GridApi, type GridOptions } from 'ag-grid-community';
import { useEffect, useRef } from 'react';
import type { ListRow } from '../../../db/kernel/list-types.ts';

/** Events the list listens to; the newest listeners are asked. */
export type GridEvents = Pick<
  GridOptions<ListRow>,
  'onGridReady' | 'onGridPreDestroyed' | 'onCellFocused' | 'onModelUpdated' | 'onViewportChanged' | 'onRowDoubleClicked' | 'onSelectionChanged' | 'onFilterChanged' | 'onSortChanged' | 'onColumnMoved' | 'onColumnVisible' | 'onColumnResized'
>;

/** Options that may change while the grid is open. */
export type ChangingOptions = Pick<GridOptions<ListRow>, 'columnDefs' | 'rowHeight' | 'headerHeight' | 'selectionColumnDef' | 'datasource'>;

export type GridFrameProps = {
  /** Read when the grid is made. */
  fixed: GridOptions<ListRow>;
  changing: ChangingOptions;
  events: GridEvents;
};

export const GridFrame = ({ fixed, changing, events }: GridFrameProps) => {
  const box = useRef<HTMLDivElement>(null);
  const grid = useRef<GridApi<ListRow> | null>(null);
  const latest = useRef({ fixed, changing, events });
  latest.current = { fixed, changing, events };
  const applied = useRef(changing);

  useEffect(() => {
    if (!box.current) return undefined;
    const first = latest.current;
    const told = Object.fromEntries((Object.keys(first.events) as (keyof GridEvents)[]).map((name) => [name, (event: never) => (latest.current.events[name] as ((event: never) => void) | undefined)?.(event)]));
    applied.current = first.changing;
    const api = createGrid<ListRow>(box.current, { ...first.fixed, ...first.changing, ...told });
    grid.current = api;
    return () => {
      grid.current = null;
      api.destroy();
    };
  }, []);

  useEffect(() => {
    const before = applied.current;
    applied.current = changing;
    const changed = Object.entries(changing).filter(([name, value]) => value !== before[name as keyof ChangingOptions]);
    if (changed.length > 0) grid.current?.updateGridOptions(Object.fromEntries(changed));
  });

  return <div className="cd-grid-frame" ref={box} />;
};
