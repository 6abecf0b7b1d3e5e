/** The grid in our tokens, and the parts of it that are used. */
import {
  CellApiModule, CellStyleModule, ColumnApiModule, CustomEditorModule, CustomFilterModule, EventApiModule, InfiniteRowModelModule, LocaleModule,
  ModuleRegistry, RenderApiModule, RowApiModule, RowSelectionModule, RowStyleModule, ScrollApiModule, TooltipModule, themeQuartz,
} from 'ag-grid-community';

ModuleRegistry.registerModules([
  CellApiModule, CellStyleModule, ColumnApiModule, CustomEditorModule, CustomFilterModule, EventApiModule, InfiniteRowModelModule, LocaleModule,
  RenderApiModule, RowApiModule, RowSelectionModule, RowStyleModule, ScrollApiModule, TooltipModule,
]);

export const gridTheme = themeQuartz.withParams({
  fontFamily: 'var(--cd-font)',
  fontSize: 'var(--cd-body)',
  iconSize: 'calc(16px * var(--cd-scale))',
  headerFontSize: 'var(--cd-body)',
  headerFontWeight: 600,
  spacing: 'calc(5px * var(--cd-scale))',
  cellHorizontalPadding: 'calc(8px * var(--cd-scale))',
  backgroundColor: 'var(--cd-surface)',
  foregroundColor: 'var(--cd-text)',
  cellTextColor: 'var(--cd-text)',
  headerBackgroundColor: 'var(--cd-sunken)',
  headerTextColor: 'var(--cd-text)',
  borderColor: 'var(--cd-line)',
  rowBorder: { color: 'var(--cd-line-soft)' },
  columnBorder: { color: 'var(--cd-line-soft)' },
  rowHoverColor: 'var(--cd-hover)',
  selectedRowBackgroundColor: 'var(--cd-selected)',
  accentColor: 'var(--cd-primary)',
  oddRowBackgroundColor: 'transparent',
  wrapperBorder: false,
  wrapperBorderRadius: '0',
  borderRadius: '4px',
  checkboxUncheckedBorderColor: 'var(--cd-line-input)',
  browserColorScheme: 'inherit',
});
