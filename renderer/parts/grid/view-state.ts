/** What a list shows, as one value: taken from the grid, put into it, compared, remembered on this device. */
import type { GridApi } from 'ag-grid-community';
import type { Filter, ListRow, Sort } from '../../../db/kernel/list-types.ts';
import type { ViewContent } from '../../../db/views/view-types.ts';
import type { Preferences } from '../preferences.tsx';
import { preferenceKey } from './columns.tsx';
import type { GridColumn } from './types.ts';

type Filters = Record<string, Filter>;

const filtersKey = (name: string): string => `${preferenceKey(name)}.filters`;

const isFilters = (value: unknown): value is Filters =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every((one) => typeof one === 'object' && one !== null && 'op' in one);

/** Filters of the last time; those on columns the list no longer has are forgotten. */
export const keptFilters = (preferences: Preferences, name: string, columns: readonly GridColumn[]): Filters => {
  const kept = preferences.get(filtersKey(name));
  return isFilters(kept) ? Object.fromEntries(Object.entries(kept).filter(([column]) => columns.some((one) => one.column === column))) : {};
};

export const keepFilters = (preferences: Preferences, name: string, filters: Filters): void =>
  preferences.set(filtersKey(name), Object.keys(filters).length > 0 ? filters : null);

const quickKey = (name: string): string => `${preferenceKey(name)}.quick`;

/** Words a view brought for the first time it is drawn; what is typed is not remembered. */
export const keptQuick = (preferences: Preferences, name: string): string => {
  const kept = preferences.get(quickKey(name));
  return typeof kept === 'string' ? kept : '';
};

export const forgetQuick = (preferences: Preferences, name: string): void => {
  if (preferences.get(quickKey(name)) !== null && preferences.get(quickKey(name)) !== undefined) preferences.set(quickKey(name), null);
};

/** Before a list is drawn: what it will find remembered. */
export const keepView = (preferences: Preferences, name: string, content: ViewContent, scale: number): void => {
  keepFilters(preferences, name, content.filters);
  if (content.quick) preferences.set(quickKey(name), content.quick);
  if (!content.columns) return;
  preferences.set(preferenceKey(name), content.columns.map(({ column, width, hidden }) => {
    const sorted = content.sort.findIndex((one) => one.column === column);
    return { colId: column, ...(width === null ? {} : { width: Math.round(width * scale) }), hide: hidden, sort: sorted < 0 ? null : content.sort[sorted]?.descending ? 'desc' : 'asc', sortIndex: sorted < 0 ? null : sorted };
  }));
};

/** Columns whose filters the grid itself holds; the others are conditions without a header. */
const inGrid = (api: GridApi<ListRow>, column: string): boolean => Boolean(api.getColumnDef(column)?.filter);

export const filtersInGrid = (api: GridApi<ListRow>): Filters => api.getFilterModel() as Filters;

/** Puts filters into the grid. @returns those it has no header for */
export const putFilters = (api: GridApi<ListRow>, filters: Filters): Filters => {
  const entries = Object.entries(filters);
  api.setFilterModel(Object.fromEntries(entries.filter(([column]) => inGrid(api, column))));
  return Object.fromEntries(entries.filter(([column]) => !inGrid(api, column)));
};

const sortIn = (api: GridApi<ListRow>): Sort[] => api.getColumnState().filter((one) => one.sort).toSorted((a, b) => (a.sortIndex ?? 0) - (b.sortIndex ?? 0))
  .map((one) => ({ column: one.colId, descending: one.sort === 'desc' }));

/** What the grid shows now. `scale` is the letter size. */
export const viewIn = (api: GridApi<ListRow>, outside: Filters, quick: string, scale: number): ViewContent => ({
  filters: { ...filtersInGrid(api), ...outside },
  sort: sortIn(api),
  columns: api.getColumnState().filter((one) => !one.colId.startsWith('ag-Grid')).map((one) => ({ column: one.colId, width: one.width ? Math.round(one.width / scale) : null, hidden: one.hide ?? false })),
  quick: quick.trim() === '' ? null : quick.trim(),
});

/** Brings columns and sort to those of a view; columns it does not know come last, as the list has them. */
export const putColumns = (api: GridApi<ListRow>, content: ViewContent, columns: readonly GridColumn[], scale: number): void => {
  const sorted = (column: string) => {
    const index = content.sort.findIndex((one) => one.column === column);
    return { sort: index < 0 ? null : content.sort[index]?.descending ? 'desc' as const : 'asc' as const, sortIndex: index < 0 ? null : index };
  };
  const named = content.columns?.filter((one) => columns.some((column) => column.column === one.column)) ?? null;
  const rest = columns.filter((column) => !named?.some((one) => one.column === column.column));
  api.applyColumnState({
    applyOrder: named !== null,
    state: [
      ...(named ?? []).map((one) => ({ colId: one.column, hide: one.hidden, ...(one.width === null ? {} : { width: one.width * scale }), ...sorted(one.column) })),
      ...rest.map((column) => ({ colId: column.column, ...(named ? { hide: column.hidden ?? false } : {}), ...sorted(column.column) })),
    ],
  });
};

const inOrder = (filters: Filters): string => JSON.stringify(Object.entries(filters).toSorted(([a], [b]) => (a < b ? -1 : 1)));

/** Whether both show the same records in the same columns. Widths do not count; columns only where both name them. */
export const sameView = (a: ViewContent, b: ViewContent): boolean => {
  const shown = (content: ViewContent) => JSON.stringify(content.columns?.filter((one) => !one.hidden).map((one) => one.column));
  return inOrder(a.filters) === inOrder(b.filters) && JSON.stringify(a.sort) === JSON.stringify(b.sort) && (a.quick ?? '') === (b.quick ?? '')
    && (a.columns === null || b.columns === null || shown(a) === shown(b));
};
