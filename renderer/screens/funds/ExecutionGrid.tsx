/**
 * 예산·집행 as a table. Arrows go from number to number, Enter or a click opens the records behind it; the budget of an
 * office is typed over in its place.
 */
import { useRef, useState, type KeyboardEvent } from 'react';
import type { ExecutionMeasure, ExecutionRow, ExecutionTable } from '../../../db/funds/api.ts';
import { officeBudget } from '../../../db/funds/fields.ts';
import { formatNumber } from '../../../db/korean/parse-number.ts';
import { formatWon } from '../../../db/korean/parse-won.ts';
import { WonField } from '../../parts/form/WonField.tsx';
import { useWonUnit } from '../../parts/form/won-unit.ts';
import { clamp, stepOf, type At } from '../../parts/keys/cell-walk.ts';
import { isComposing } from '../../parts/keys/shortcut.ts';

export type ExecutionGridProps = {
  table: ExecutionTable;
  /** Row and measure whose records are open. */
  opened: { key: string; measure: ExecutionMeasure } | null;
  onOpen: (row: ExecutionRow, measure: ExecutionMeasure) => void;
  onBudget: (row: ExecutionRow, amount: number | null) => Promise<unknown>;
};

export const measureNames = { budget: '예산', granted: '선정 국비', paid: '교부', spent: '집행' } as const satisfies Record<ExecutionMeasure, string>;

const columns = ['tasks', 'budget', 'granted', 'paid', 'spent', 'left', 'rate'] as const;
type Column = (typeof columns)[number];
const heads: Record<Column, string> = { tasks: '선정 건수', ...measureNames, left: '잔액', rate: '집행률(%)' };

/** Which records a number opens; what is worked out from others opens none. */
const measureOf: Record<Column, ExecutionMeasure | null> = { tasks: 'granted', budget: 'budget', granted: 'granted', paid: 'paid', spent: 'spent', left: null, rate: null };

export const rowName = (row: ExecutionRow): string =>
  row.kind === 'total' ? '계' : [row.office === '' ? '(지사 없음)' : row.office, row.kind === 'subtotal' ? '소계' : row.supportName === '' ? '(지원유형 없음)' : row.supportName].join(' ');

/** A budget is of an office, a support type and a program year: a row without one of them has none to type. */
const isTyped = (row: ExecutionRow): boolean => row.kind === 'detail' && row.office !== '' && row.at.support_type !== '' && row.at.program_year !== 0;

const BudgetBox = ({ row, onBudget, onDone }: { row: ExecutionRow; onBudget: ExecutionGridProps['onBudget']; onDone: () => void }) => (
  <div
    data-editing
    onKeyDown={(event) => { if (event.key === 'Escape') { event.stopPropagation(); onDone(); } else if (event.key === 'Enter' && !isComposing(event.nativeEvent)) { event.preventDefault(); setTimeout(onDone, 0); } }}
    onBlur={(event) => { if (!event.currentTarget.contains(event.relatedTarget)) setTimeout(onDone, 0); }}
  >
    <WonField
      label={<span className="cd-only-spoken">{rowName(row)} {officeBudget.fields.amount.ko}</span>} value={row.budget === 0 ? null : row.budget} inputRef={(box) => { if (box && document.activeElement !== box) { box.focus(); box.select(); } }}
      onChange={(value) => { if (value === null || typeof value === 'number') void onBudget(row, value); }}
    />
  </div>
);

export const ExecutionGrid = ({ table, opened, onOpen, onBudget }: ExecutionGridProps) => {
  const [unit] = useWonUnit();
  const body = useRef<HTMLTableSectionElement>(null);
  const [at, setAt] = useState<At>({ row: 0, column: 1 });
  const [editing, setEditing] = useState<string | null>(null);
  const withYear = table.year === null;
  const current = { row: clamp(at.row, table.rows.length - 1), column: clamp(at.column, columns.length - 1) };

  const focus = (place: At): void => {
    const next = { row: clamp(place.row, table.rows.length - 1), column: clamp(place.column, columns.length - 1) };
    setAt(next);
    const cell = body.current?.querySelector<HTMLElement>(`[data-at="${next.row}:${next.column}"]`);
    cell?.focus({ preventScroll: true });
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target instanceof HTMLInputElement) return;
    const row = table.rows[current.row];
    if (event.code === 'F2' && row && columns[current.column] === 'budget' && isTyped(row)) { event.preventDefault(); setEditing(row.key); return; }
    const next = stepOf(event, current, table.rows.length, columns.length);
    if (!next) return;
    event.preventDefault();
    focus(next);
  };

  const textOf = (row: ExecutionRow, column: Column): string =>
    column === 'rate' ? (row.rate ?? '-') : row[column] === 0 ? '-' : column === 'tasks' ? formatNumber(row.tasks) : formatWon(row[column], unit);

  const cellOf = (row: ExecutionRow, column: Column, rowIndex: number, columnIndex: number) => {
    const measure = measureOf[column];
    const isAt = current.row === rowIndex && current.column === columnIndex;
    const shared = { 'data-at': `${rowIndex}:${columnIndex}`, tabIndex: isAt ? 0 : -1, onFocus: () => setAt({ row: rowIndex, column: columnIndex }) };
    const isMinus = column === 'left' && row.left < 0;
    if (column === 'budget' && isTyped(row)) {
      return editing === row.key
        ? <BudgetBox row={row} onBudget={onBudget} onDone={() => { setEditing(null); setTimeout(() => focus({ row: rowIndex, column: columnIndex }), 0); }} />
        : <button type="button" {...shared} data-typed title={`${rowName(row)} 예산 고치기`} onClick={() => setEditing(row.key)}>{textOf(row, column)}</button>;
    }
    if (measure === null || row[column] === 0) return <span {...shared} data-minus={isMinus || undefined}>{textOf(row, column)}</span>;
    return <button type="button" {...shared} aria-pressed={opened?.key === row.key && opened.measure === measure} title={`${rowName(row)} ${heads[column]}: 기록 보기`} onClick={() => onOpen(row, measure)}>{textOf(row, column)}</button>;
  };

  return (
    <table className="cd-execution">
      <caption className="cd-only-spoken">예산·집행 현황, 단위 {unit}. 화살표로 칸을 옮기고 Enter로 기록을 엽니다. 예산 칸에서 Enter나 F2를 누르면 고칩니다.</caption>
      <thead><tr><th scope="col">지사</th><th scope="col">지원유형</th>{withYear ? <th scope="col">차년도</th> : null}{columns.map((column) => <th key={column} scope="col">{heads[column]}</th>)}</tr></thead>
      <tbody ref={body} onKeyDown={onKeyDown}>
        {table.rows.map((row, rowIndex) => (
          <tr key={row.key} data-kind={row.kind}>
            {row.kind === 'total' ? <th scope="row" colSpan={withYear ? 3 : 2}>계</th> : (
              <>
                <th scope="row">{table.rows[rowIndex - 1]?.office === row.office && row.kind !== 'subtotal' ? <span className="cd-only-spoken">{row.office}</span> : row.kind === 'subtotal' ? '' : row.office === '' ? '(지사 없음)' : row.office}</th>
                <th scope="row">{row.kind === 'subtotal' ? '소계' : row.supportName === '' ? '(지원유형 없음)' : row.supportName}</th>
                {withYear ? <th scope="row">{row.kind === 'subtotal' ? '' : row.at.program_year === 0 ? '미정' : `${row.at.program_year ?? ''}차`}</th> : null}
              </>
            )}
            {columns.map((column, columnIndex) => <td key={column}>{cellOf(row, column, rowIndex, columnIndex)}</td>)}
          </tr>
        ))}
      </tbody>
    </table>
  );
};
