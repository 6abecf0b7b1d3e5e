/**
 * The table on the screen: a real table whose numbers are buttons. One of its cells is in the tab order; arrows,
 * Home and End go from cell to cell, Enter or a click opens the records behind the number.
 */
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { CellKey, SheetTable } from '../../../db/reports/api.ts';
import { clamp, stepOf, type At } from '../../parts/keys/cell-walk.ts';
import { headGroups, shownLabels } from './table-shape.ts';

export type ReportGridProps = {
  table: SheetTable;
  onOpen: (cell: CellKey) => void;
  /** Cell that was opened last: the focus returns to it. */
  startAt?: CellKey | undefined;
};

/** From more columns on they stand closer. */
const manyColumns = 11;

const placeOf = (table: SheetTable, cell: CellKey | undefined): At => {
  const row = table.cells.findIndex((cells) => cells.some((one) => one.drill !== null && one.drill === cell));
  return { row: Math.max(0, row), column: Math.max(0, table.cells[row]?.findIndex((one) => one.drill === cell) ?? 0) };
};

const Heading = ({ table }: { table: SheetTable }) => (
  <thead>
    <tr>
      {table.heads.map((head) => <th key={head} scope="col" rowSpan={2} className="cd-report-name">{head}</th>)}
      {headGroups(table.columns).map((group) => (
        group.isAlone ? <th key={group.key} scope="col" rowSpan={2}>{group.text}</th> : <th key={group.key} scope="colgroup" colSpan={group.span}>{group.text}</th>
      ))}
    </tr>
    <tr>{table.columns.filter((column) => column.group !== '').map((column) => <th key={column.key} scope="col">{column.label}</th>)}</tr>
  </thead>
);

export const ReportGrid = ({ table, onOpen, startAt }: ReportGridProps) => {
  const body = useRef<HTMLTableSectionElement>(null);
  const [at, setAt] = useState<At>(() => placeOf(table, startAt));
  const [rows, columns] = [table.rows.length, table.columns.length];
  const current = { row: clamp(at.row, rows - 1), column: clamp(at.column, columns - 1) };

  const focus = (place: At): void => {
    const next = { row: clamp(place.row, rows - 1), column: clamp(place.column, columns - 1) };
    setAt(next);
    const cell = body.current?.querySelector<HTMLElement>(`[data-at="${next.row}:${next.column}"]`);
    cell?.focus({ preventScroll: true });
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };
  const returned = useRef(startAt);
  useEffect(() => { if (returned.current !== undefined) focus(placeOf(table, returned.current)); returned.current = undefined; });

  const onKeyDown = (event: KeyboardEvent): void => {
    const next = stepOf(event, current, rows, columns);
    if (!next) return;
    event.preventDefault();
    focus(next);
  };

  return (
    <table className="cd-report-table" data-heads={table.heads.length} {...(columns > manyColumns ? { 'data-many': true } : {})}>
      <caption className="cd-only-spoken">{`${table.title}, ${table.asOf}, ${table.unit}. 화살표로 칸을 옮기고 Enter로 기록을 엽니다.`}</caption>
      <Heading table={table} />
      <tbody ref={body} onKeyDown={onKeyDown}>
        {table.rows.map((row, rowIndex) => (
          <tr key={row.key} data-kind={row.kind} data-level={row.level}>
            {shownLabels(table, rowIndex).map((label, index) => (
              <th key={table.heads[index]} scope="row" className="cd-report-name" {...(label === '' && row.labels[index] !== '' ? { 'data-again': true } : {})}>
                {label === '' ? <span className="cd-only-spoken">{row.labels[index]}</span> : label}
              </th>
            ))}
            {table.columns.map((column, columnIndex) => {
              const cell = table.cells[rowIndex]?.[columnIndex];
              const isAt = current.row === rowIndex && current.column === columnIndex;
              const shared = { 'data-at': `${rowIndex}:${columnIndex}`, tabIndex: isAt ? 0 : -1, onFocus: () => setAt({ row: rowIndex, column: columnIndex }) };
              const drill = cell?.drill ?? null;
              const name = [...new Set([...row.labels, column.group, column.label])].filter(Boolean).join(', ');
              return (
                <td key={column.key}>
                  {drill === null
                    ? <span {...shared}>{cell?.text}</span>
                    : <button type="button" {...shared} title={`${name}: 기록 보기`} onClick={() => onOpen(drill)}>{cell?.text}</button>}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
};
