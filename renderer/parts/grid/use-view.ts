/** Filters, sort and columns of a list as one view: remembered on this device, shown, and handed to the menu of views. */
import type { GridApi } from 'ag-grid-community';
import { useRef, useState } from 'react';
import type { Filter, ListRow } from '../../../db/kernel/list-types.ts';
import type { ViewContent } from '../../../db/views/view-types.ts';
import type { Preferences } from '../preferences.tsx';
import type { GridColumn } from './types.ts';
import { filtersInGrid, forgetQuick, keepFilters, keptFilters, putColumns, putFilters, viewIn } from './view-state.ts';

/** A list as the menu of views sees it. */
export type ViewedList = {
  current: ViewContent;
  show: (content: ViewContent) => void;
};

export type ViewOptions = {
  name: string;
  columns: readonly GridColumn[];
  /** Conditions the list can be under without a column to show them. */
  conditions: readonly GridColumn[];
  preferences: Preferences;
  scale: number;
  api: () => GridApi<ListRow> | null;
  /** Filters that come with the address; then nothing is remembered. */
  given: Readonly<Record<string, Filter>> | undefined;
  /** The list shows a stored set of records, which no remembered filter may narrow. */
  isSelection: boolean;
  setQuick: (text: string) => void;
  quick: string;
  keepColumns: () => void;
};

export const useView = (options: ViewOptions) => {
  const latest = useRef(options);
  latest.current = options;
  const outside = useRef<Record<string, Filter>>({});
  const [, redraw] = useState(0);
  const isPassing = options.given !== undefined || options.isSelection;

  const put = (api: GridApi<ListRow>, filters: Record<string, Filter>) => {
    const before = JSON.stringify(outside.current);
    outside.current = putFilters(api, filters);
    if (JSON.stringify(outside.current) !== before) api.onFilterChanged();
  };
  const all = (): Record<string, Filter> => {
    const api = latest.current.api();
    return { ...(api ? filtersInGrid(api) : {}), ...outside.current };
  };

  return {
    /** Conditions that no header holds. */
    outside: () => outside.current,
    /** Brings in what the address says, or what was remembered. */
    start: (api: GridApi<ListRow>) => {
      const { name, columns, conditions, preferences, given } = latest.current;
      const filters = given ?? (isPassing ? {} : keptFilters(preferences, name, [...columns, ...conditions]));
      if (!isPassing) forgetQuick(preferences, name);
      if (Object.keys(filters).length > 0) put(api, filters);
    },
    keep: () => {
      if (!isPassing) keepFilters(latest.current.preferences, latest.current.name, all());
      redraw((times) => times + 1);
    },
    clear: (column: string) => {
      const api = latest.current.api();
      if (!api) return;
      const { [column]: gone, ...rest } = all();
      if (gone) put(api, rest);
    },
    clearAll: () => {
      const api = latest.current.api();
      latest.current.setQuick('');
      if (api) put(api, {});
    },
    /** Null before the grid is there. */
    viewed: (): ViewedList | null => {
      const { api, quick, scale } = latest.current;
      const grid = api();
      if (!grid) return null;
      return {
        current: viewIn(grid, outside.current, quick, scale),
        show: (content) => {
          const { columns, keepColumns, setQuick } = latest.current;
          putColumns(grid, content, columns, scale);
          setQuick(content.quick ?? '');
          put(grid, content.filters);
          keepColumns();
        },
      };
    },
  };
};
