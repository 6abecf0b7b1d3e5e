/** Column declarations as the grid wants them, in the order, width and sort that this person left them. */
import type { CellClassParams, ColDef, ColumnState, GridApi, ICellRendererParams } from 'ag-grid-community';
import { PanelRightOpen } from 'lucide-react';
import { createElement } from 'react';
import type { ListRow } from '../../../db/kernel/list-types.ts';
import type { Preferences } from '../preferences.tsx';
import { CellInput, type CellHost } from './cell-input.ts';
import { isNumeric, textOfCell } from './cell-text.ts';
import { FilterShell } from './filter-shell.ts';
import type { GridColumn } from './types.ts';

type Kept = Pick<ColumnState, 'colId' | 'width' | 'hide' | 'sort' | 'sortIndex'>;

const isKept = (value: unknown): value is Kept[] => Array.isArray(value) && value.every((one) => typeof one === 'object' && one !== null && 'colId' in one);

export const preferenceKey = (name: string): string => `grid.${name}`;

export const keptColumns = (preferences: Preferences, name: string): Kept[] => {
  const kept = preferences.get(preferenceKey(name));
  return isKept(kept) ? kept : [];
};

export const keepColumns = (preferences: Preferences, name: string, api: GridApi<ListRow>): void => {
  const state = api.getColumnState().filter((one) => !one.colId.startsWith('ag-Grid'));
  preferences.set(preferenceKey(name), state.map(({ colId, width, hide, sort, sortIndex }) => ({ colId, width, hide: hide ?? false, sort: sort ?? null, sortIndex: sortIndex ?? null })));
};

const defaultWidth: Partial<Record<GridColumn['kind'], number>> = { date: 110, time: 80, int: 110, won: 130, decimal: 100, flag: 80, choice: 110, choices: 160, long: 260, link: 180 };

const isEditable = (column: GridColumn, row: ListRow | undefined): boolean =>
  row !== undefined && (typeof column.editable === 'function' ? column.editable(row) : column.editable === true);

type CellParams = ICellRendererParams<ListRow, unknown, CellHost>;

const drawn = ({ data, colDef, context }: CellParams): HTMLElement | string => {
  const column = context.columnOf(colDef?.colId ?? '');
  if (!data || !column?.render) return '';
  const { render } = column;
  return context.drawn.cell(JSON.stringify([column.column, data[column.column], textOfCell(column, data)]), () => render(data));
};

const openButton = ({ data, context }: CellParams, open: (row: ListRow) => void): HTMLElement | string => {
  if (!data) return '';
  const button = document.createElement('button');
  Object.assign(button, { type: 'button', className: 'cd-grid-open', tabIndex: -1, title: '열기 (Space)', ariaLabel: '열기' });
  button.append(context.drawn.cell('open', () => createElement(PanelRightOpen, { size: 15, 'aria-hidden': true })));
  button.addEventListener('click', () => open(data));
  return button;
};

/**
 * The mouse's way to open a record, also where every cell can be typed into. Named as the grid names its own columns, so that
 * neither the focus nor what is remembered of columns takes it for one of the list's.
 */
export const openColumn = (open: (row: ListRow) => void, scale: number): ColDef<ListRow> => ({
  colId: 'ag-Grid-Open', headerName: '', width: 34 * scale, pinned: 'left', lockPosition: 'left', sortable: false, resizable: false, suppressMovable: true, suppressNavigable: true,
  suppressHeaderMenuButton: true, cellClass: 'cd-cell-open', cellRenderer: (params: CellParams) => openButton(params, open),
});

/** `scale` is the letter size (1 to 1.5), by which first widths grow. */
export const buildColumns = (columns: readonly GridColumn[], kept: readonly Kept[], host: CellHost, scale: number): ColDef<ListRow>[] => {
  const place = new Map(kept.map((one, index) => [one.colId, { ...one, index }]));
  const ordered = columns.map((column, index) => ({ column, order: place.get(column.column)?.index ?? kept.length + index })).toSorted((a, b) => a.order - b.order);
  return ordered.map(({ column }): ColDef<ListRow> => {
    const was = place.get(column.column);
    return {
      colId: column.column,
      field: column.column,
      headerName: column.unit ? `${column.label} (${column.unit})` : column.label,
      initialWidth: was?.width ?? (column.width ?? defaultWidth[column.kind] ?? 150) * scale,
      minWidth: 56,
      initialHide: was?.hide ?? column.hidden ?? false,
      initialSort: was?.sort ?? null,
      ...(typeof was?.sortIndex === 'number' ? { initialSortIndex: was.sortIndex } : {}),
      initialPinned: column.pinned ? 'left' : false,
      sortable: column.sortable !== false,
      filter: column.filterable === false ? false : FilterShell,
      resizable: true,
      editable: (params) => isEditable(column, params.data),
      cellEditor: CellInput,
      valueGetter: ({ data }) => data?.[column.column] ?? null,
      valueFormatter: ({ data }) => (data ? host.failureOf(data.id, column.column)?.text ?? textOfCell(column, data) : ''),
      ...(column.render ? { cellRenderer: drawn } : {}),
      cellClass: [isNumeric(column) ? 'cd-cell-number' : '', column.editable === true ? 'cd-cell-editable' : ''].filter((name) => name !== ''),
      // Each rule is asked for every cell that is drawn: only where the answer is not known beforehand.
      ...(column.editable === undefined || column.editable === false ? {} : {
        cellClassRules: {
          'cd-cell-refused': ({ data }) => data !== undefined && host.failureOf(data.id, column.column) !== null,
          ...(column.editable === true ? {} : { 'cd-cell-editable': ({ data }: CellClassParams<ListRow>) => isEditable(column, data) }),
        } satisfies ColDef<ListRow>['cellClassRules'],
        tooltipValueGetter: ({ data }) => (data ? host.failureOf(data.id, column.column)?.reason ?? null : null),
      }),
      headerClass: isNumeric(column) ? 'ag-right-aligned-header' : '',
      // Every key inside the rows is handled in grid-keys.ts before the grid hears it.
      suppressKeyboardEvent: ({ editing }) => editing,
    };
  });
};
