/** What every list asks of the grid, whatever it lists; what differs or changes, `RecordGrid` says. */
import { AG_GRID_LOCALE_KR } from '@ag-grid-community/locale';
import type { GridOptions } from 'ag-grid-community';
import type { ListRow } from '../../../db/kernel/list-types.ts';
import type { CellHost } from './cell-input.ts';
import { gridTheme } from './grid-theme.ts';
import { blockSize } from './rows.ts';

const emptyRow = (): HTMLElement => document.createElement('span');

export const fixedOptions = (host: CellHost): GridOptions<ListRow> => ({
  theme: gridTheme, localeText: AG_GRID_LOCALE_KR, loadThemeGoogleFonts: false, context: host, rowModelType: 'infinite', maintainColumnOrder: true,
  cacheBlockSize: blockSize, maxConcurrentDatasourceRequests: 2, infiniteInitialRowCount: 1, maxBlocksInCache: 20, rowBuffer: 2,
  // A row that is still on its way is drawn as one empty cell: it is drawn anew when it comes.
  isFullWidthRow: ({ rowNode }) => rowNode.data === undefined, fullWidthCellRenderer: emptyRow,
  getRowId: ({ data }) => data.id, rowSelection: { mode: 'multiRow', enableClickSelection: false, headerCheckbox: false, checkboxes: true },
  // Beside a wide record a list may be narrower than its pinned columns; they stay in their order, and the rest waits for room.
  processUnpinnedColumns: () => [],
  // An empty list says what to do itself.
  suppressOverlays: ['noRows'], stopEditingWhenCellsLoseFocus: false, suppressClickEdit: true, ensureDomOrder: true, animateRows: false, tooltipShowDelay: 300,
});
