/**
 * A list of records over rows that the application serves in blocks: sort, filter, choose columns, edit cells, copy and
 * paste blocks, all from the keyboard. Hangul typed onto a focused editable cell arrives whole (cell-input.ts).
 */
import { Button, TextInput } from '@mantine/core';
import type { GridApi } from 'ag-grid-community';
import { CircleAlert, Search } from 'lucide-react';
import { useCallback, useEffect, useImperativeHandle, useMemo, useRef, useState, type KeyboardEvent, type MouseEvent, type ReactNode, type Ref } from 'react';
import type { Filter, ListRow } from '../../../db/kernel/list-types.ts';
import { useChanged } from '../../live.ts';
import { useStatusText } from '../frame/status.tsx';
import { useLetterSize } from '../letter-size.ts';
import { FailureNotice } from '../notice/Notices.tsx';
import { usePreferences, type Preferences } from '../preferences.tsx';
import { ColumnChooser } from './ColumnChooser.tsx';
import { buildColumns, keepColumns, keptColumns, openColumn, preferenceKey } from './columns.tsx';
import { ExportDialog } from './ExportDialog.tsx';
import { FilterChips } from './FilterChips.tsx';
import { GridFilters } from './GridFilters.tsx';
import { GridFrame } from './GridFrame.tsx';
import { fixedOptions } from './grid-options.ts';
import { fillDown } from './fill-down.ts';
import { handleGridKey, selectRange } from './grid-keys.ts';
import { JumpBox } from './JumpBox.tsx';
import { SpanBar } from './SpanBar.tsx';
import { createRowSource, type Question } from './rows.ts';
import type { CellChange, GridColumn, LoadRows, NewRows, RecordGridHandle } from './types.ts';
import { useCellFocus } from './use-cell-focus.ts';
import { usePaste } from './use-paste.tsx';
import { mostShown, useSpan } from './use-span.ts';
import { useEdits, type OnEdit } from './use-edits.ts';
import { useView, type ViewedList } from './use-view.ts';
import { keptQuick } from './view-state.ts';

export type RecordGridProps = {
  /** Under which columns and sort are remembered: `grid.<name>`. */
  name: string;
  /** What the list holds, for screen readers and the count: 애로과제. */
  label: string;
  columns: readonly GridColumn[];
  load: LoadRows;
  /** Tables whose changes make the list ask again. */
  tables: readonly string[];
  onEdit?: OnEdit;
  /** A pasted block. Throw (a failed call) to refuse; details named `<id>.<column>` mark their cells. */
  onPaste?: (changes: CellChange[], overflow: string[][]) => Promise<unknown>;
  /** What pasted rows past the end of the list become; without it they are left out and said so. */
  newRows?: NewRows;
  /** Enter on a cell that cannot be edited, and double click. */
  onOpen?: (row: ListRow) => void;
  /** Space. Falls back to `onOpen`. */
  onPreview?: (row: ListRow) => void;
  /** The focus moved to another row. */
  onFocusRow?: (row: ListRow | null) => void;
  onSelect?: (ids: string[]) => void;
  /** Id of the record that is open beside the list. */
  openId?: string | null;
  /** Filters that come with the address, in place of those remembered on this device; they are not remembered. Give the list another `key` with others. */
  given?: Readonly<Record<string, Filter>> | undefined;
  /** Conditions a view or an address can put the list under without a column to show them. */
  conditions?: readonly GridColumn[];
  /** The menu of views, beside the quick filter. */
  views?: (list: ViewedList) => ReactNode;
  /** A stored selection (the records behind a number) and what it is called. */
  selection?: { id: string; label: string } | null;
  onClearSelection?: () => void;
  /** Shown when there is no record at all. */
  empty?: ReactNode;
  /** Buttons at the right end of the bar. */
  actions?: ReactNode;
  /** Buttons that appear while rows are selected. */
  bulk?: (ids: readonly string[]) => ReactNode;
  /** Other preferences than those of the page. */
  preferences?: Preferences;
  ref?: Ref<RecordGridHandle>;
};

const quickDelay = 150;

export const RecordGrid = (props: RecordGridProps) => {
  const { name, label, columns, tables, selection = null } = props;
  const page = usePreferences();
  const preferences = props.preferences ?? page;
  const scale = useLetterSize();
  const frame = useRef<HTMLDivElement>(null);
  const grid = useRef<GridApi<ListRow> | null>(null);
  const latest = useRef(props);
  latest.current = props;
  const anchor = useRef<number | null>(null);
  const focusedRow = useRef<string | null>(null);
  const waitingRefresh = useRef(false);

  const [quick, setQuick] = useState(() => (props.given || selection ? '' : keptQuick(preferences, name)));
  const quickRef = useRef<string | null>(quick === '' ? null : quick);
  const [total, setTotal] = useState<number | null>(null);
  const [asked, setAsked] = useState<Question | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const [selected, setSelected] = useState<string[]>([]);
  const [focusedFailure, setFocusedFailure] = useState<string | null>(null);
  const [, redrawChooser] = useState(0);

  /** Rows are asked for again when nothing is being typed: an answer must not pull the cell away. */
  const refresh = () => {
    if (edits.host.active?.mode === 'edit' || edits.pending() > 0) { waitingRefresh.current = true; return; }
    waitingRefresh.current = false;
    grid.current?.refreshInfiniteCache();
  };
  const edits = useEdits(columns, () => grid.current, props.onEdit, () => { if (waitingRefresh.current) setTimeout(refresh, 0); });

  const span = useSpan(useCallback(() => grid.current, []));
  const latestSpan = useRef(span);
  latestSpan.current = span;

  const outside = useRef<() => Record<string, Filter>>(() => ({}));
  const source = useMemo(() => createRowSource({
    load: () => latest.current.load,
    quick: () => quickRef.current,
    selection: () => latest.current.selection?.id ?? null,
    conditions: () => outside.current(),
    from: () => latestSpan.current.from(),
    onNewQuestion: () => latestSpan.current.show(0),
    onTotal: (next, question) => { setTotal(next); setAsked(question); setFailure(null); },
    // The cell that waits for typing shows its row as it is now, also after an undo or somebody else's edit.
    onRows: () => setTimeout(() => { if (edits.host.active?.mode === 'ready') edits.host.active.toReady(); }, 0),
    onFailure: setFailure,
  }), [edits.host]);
  useEffect(() => () => source.destroy?.(), [source]);

  const canOpen = props.onOpen !== undefined;
  const definitions = useMemo(() => [
    ...(canOpen ? [openColumn((row) => latest.current.onOpen?.(row), scale)] : []), ...buildColumns(columns, keptColumns(preferences, name), edits.host, scale),
  ], [canOpen, columns, edits.host, name, preferences, scale]);

  const selectionColumnDef = useMemo(() => ({ width: 40 * scale, pinned: 'left', resizable: false, suppressNavigable: true, suppressMovable: true }) as const, [scale]);

  useChanged(tables, refresh);

  const isFirstQuestion = useRef(true);
  useEffect(() => {
    if (isFirstQuestion.current) { isFirstQuestion.current = false; return undefined; }
    const timer = setTimeout(() => {
      quickRef.current = quick.trim() === '' ? null : quick.trim();
      grid.current?.onFilterChanged();
    }, quickDelay);
    return () => clearTimeout(timer);
  }, [quick, selection?.id]);

  useImperativeHandle(props.ref, () => ({
    refresh,
    focus: () => { const column = grid.current?.getAllDisplayedColumns().find((one) => !one.getColId().startsWith('ag-Grid')); if (column) grid.current?.setFocusedCell(grid.current.getFocusedCell()?.rowIndex ?? 0, grid.current.getFocusedCell()?.column ?? column); },
    selectedIds: () => grid.current?.getSelectedRows().map((row) => row.id) ?? [],
    clearSelection: () => grid.current?.deselectAll(),
    request: source.question,
  }));

  const paste = usePaste({
    frame, api: () => grid.current, edits, onPaste: props.onPaste, newRows: props.newRows, load: span.shifted((request, signal) => latest.current.load(request, signal)), question: source.question, total: source.total,
    onFailure: setFailure, onDone: refresh,
  });

  const cells = useCellFocus({
    frame, edits, mayEdit: () => latest.current.onEdit !== undefined,
    onFocus: (row, column) => {
      if ((row?.id ?? null) !== focusedRow.current) {
        focusedRow.current = row?.id ?? null;
        latest.current.onFocusRow?.(row);
      }
      setFocusedFailure(row && column ? edits.host.failureOf(row.id, column)?.reason ?? null : null);
    },
  });

  /** Columns grow with the letters, also while the list is open. */
  const lastScale = useRef(scale);
  useEffect(() => {
    const ratio = scale / lastScale.current;
    lastScale.current = scale;
    if (ratio !== 1) grid.current?.setColumnWidths((grid.current.getColumns() ?? []).map((column) => ({ key: column, newWidth: Math.round(column.getActualWidth() * ratio) })));
  }, [scale]);

  const isInRows = (target: EventTarget): target is Element => target instanceof Element && target.closest('.ag-row') !== null;
  const onKeyDownCapture = (event: KeyboardEvent<HTMLDivElement>) => {
    const api = grid.current;
    if (!api || !isInRows(event.target)) return;
    // A key faster than the grid's focus event still finds the input: this very press then lands in it.
    cells.enterArrived(api);
    const ours = handleGridKey(event, api, edits.host, {
      onOpen: latest.current.onOpen,
      onPreview: latest.current.onPreview ?? latest.current.onOpen,
      onClear: (row, column) => { const declared = edits.host.columnOf(column); if (declared) { edits.host.commit(row, declared, ''); setTimeout(() => edits.host.active?.toReady(), 0); } },
      enter: (row, column) => cells.enter(api, row, column),
      onFillDown: () => void paste.fill(fillDown(api, edits.host)),
      anchor,
    });
    if (!ours) return;
    // The input method's own keys must still reach the input, only the grid may not hear them.
    if (!event.nativeEvent.isComposing && event.nativeEvent.keyCode !== 229) event.preventDefault();
    event.stopPropagation();
  };
  const onClickCapture = (event: MouseEvent<HTMLDivElement>) => {
    const index = isInRows(event.target) ? Number(event.target.closest('.ag-row')?.getAttribute('row-index')) : Number.NaN;
    if (Number.isNaN(index) || !grid.current) return;
    if (event.shiftKey) {
      selectRange(grid.current, anchor.current ?? index, index);
      event.stopPropagation();
    } else {
      anchor.current = index;
      if (event.ctrlKey || event.metaKey) { const node = grid.current.getDisplayedRowAtIndex(index); node?.setSelected(!node.isSelected()); }
    }
  };

  const keep = () => { if (grid.current) keepColumns(preferences, name, grid.current); redrawChooser((times) => times + 1); };
  const view = useView({
    name, columns, conditions: props.conditions ?? [], preferences, scale, api: () => grid.current, given: props.given, isSelection: selection !== null, quick, setQuick, keepColumns: keep,
  });
  outside.current = view.outside;
  const viewed = props.views ? view.viewed() : null;
  const filter = asked?.filter ?? {};
  const isNarrowed = Object.keys(filter).length > 0 || quick.trim() !== '' || selection !== null;
  const count = total === null ? '세는 중' : `${total.toLocaleString('ko-KR')}건`;
  useStatusText(selected.length > 0 ? `${label} ${count} · ${selected.length.toLocaleString('ko-KR')}건 선택` : `${label} ${count}`);
  const clearAll = () => { view.clearAll(); props.onClearSelection?.(); };

  return (
    <div className="cd-grid">
      <div className="cd-grid-bar">
        <TextInput
          className="cd-grid-quick" aria-label={`${label} 안에서 찾기`} placeholder="목록 안에서 찾기" leftSection={<Search size={14} aria-hidden />}
          value={quick} onChange={(event) => setQuick(event.currentTarget.value)}
          onKeyDown={(event) => { if (event.key === 'Escape' && quick !== '') { event.stopPropagation(); setQuick(''); } }}
        />
        {viewed ? props.views?.(viewed) : null}
        <span className="cd-soft cd-number cd-grid-count">{count}</span>
        <div className="cd-grid-bar-end">
          {selected.length > 0 ? props.bulk?.(selected) : null}
          {props.actions}
          <JumpBox
            sortedBy={columns.find((column) => column.column === source.question().sort[0]?.column)?.label ?? null} onFailure={setFailure}
            onJump={async (text) => { span.goTo((await props.load({ ...source.question(), start: 0, end: 0, seek: text }, AbortSignal.timeout(60_000))).at ?? 0); }}
          />
          <ExportDialog label={label} columns={() => (grid.current?.getAllDisplayedColumns() ?? []).flatMap((column) => columns.find((one) => one.column === column.getColId()) ?? [])} question={source.question} load={props.load} total={total} />
          <ColumnChooser
            columns={columns}
            isShown={(column) => grid.current?.getColumn(column)?.isVisible() ?? true}
            onShow={(column, shown) => { grid.current?.setColumnsVisible([column], shown); keep(); }}
            onReset={() => {
              preferences.set(preferenceKey(name), null);
              grid.current?.applyColumnState({ applyOrder: true, state: columns.map((column) => ({ colId: column.column, hide: column.hidden ?? false, sort: null, ...(column.width ? { width: column.width * scale } : {}) })) });
              redrawChooser((times) => times + 1);
            }}
          />
        </div>
      </div>
      <FilterChips columns={[...columns, ...props.conditions ?? []]} filter={filter} selectionLabel={selection?.label ?? null} onClear={view.clear} {...(props.onClearSelection ? { onClearSelection: props.onClearSelection } : {})} onClearAll={clearAll} />
      {total !== null && total > mostShown ? <SpanBar span={span} total={total} /> : null}
      {failure ? <FailureNotice error={failure} onRetry={() => { setFailure(null); refresh(); }} /> : null}
      <div className="cd-grid-body" ref={frame} onKeyDownCapture={onKeyDownCapture} onClickCapture={onClickCapture}>
        {/* The grid gives rows a class only when it draws them; the open row changes more often than that. */}
        {props.openId ? <style>{`.cd-grid .ag-row[row-id="${CSS.escape(props.openId)}"] { background: var(--cd-selected); box-shadow: inset 3px 0 var(--cd-primary); }`}</style> : null}
        <GridFrame
          fixed={fixedOptions(edits.host)}
          changing={{ columnDefs: definitions, datasource: source, rowHeight: 30 * scale, headerHeight: 34 * scale, selectionColumnDef }}
          events={{
            onGridReady: ({ api }) => { grid.current = api; view.start(api); },
            onGridPreDestroyed: () => { grid.current = null; },
            onCellFocused: cells.onCellFocused, onModelUpdated: ({ api }) => cells.regain(api), onViewportChanged: ({ api }) => cells.regain(api),
            onRowDoubleClicked: ({ data, event }) => { if (data && !(event?.target instanceof Element && event.target.closest('.cd-cell-box'))) props.onOpen?.(data); },
            onSelectionChanged: ({ api }) => { const ids = api.getSelectedRows().map((row) => row.id); setSelected(ids); props.onSelect?.(ids); },
            onFilterChanged: view.keep, onSortChanged: keep, onColumnMoved: ({ finished }) => { if (finished) keep(); }, onColumnVisible: keep,
            onColumnResized: ({ finished, source: by }) => { if (finished && by !== 'flex') keep(); },
          }}
        />
        <GridFilters host={edits.host} />
        {total === 0 ? (
          <div className="cd-grid-over">
            {isNarrowed ? <div className="cd-empty"><p className="cd-empty-title">조건에 맞는 {label}이(가) 없습니다.</p><Button variant="default" onClick={clearAll}>조건 모두 지우기</Button></div> : props.empty ?? <p className="cd-soft">아직 아무것도 없습니다.</p>}
          </div>
        ) : null}
      </div>
      {focusedFailure ? <div className="cd-grid-reason" role="alert"><CircleAlert size={14} aria-hidden />{focusedFailure}</div> : null}
      {edits.failures.size > 0 && !focusedFailure ? (
        <div className="cd-grid-reason" role="status"><CircleAlert size={14} aria-hidden />저장하지 못한 칸이 {edits.failures.size.toLocaleString('ko-KR')}개 있습니다. 빨간 칸에 이유가 적혀 있습니다.
          <Button size="compact-xs" variant="default" onClick={edits.clearFailures}>고친 값 버리기</Button>
        </div>
      ) : null}
      {paste.note}
    </div>
  );
};
