/** 차례: by which column the table of a card stands. */
import { Select } from '@mantine/core';
import type { ReportTable } from '../../../db/reports/api.ts';

/** Column a table is ordered by; null = as it came, `''` = by name. */
export type OrderBy = string | null;

/** Rows that add nothing up; where rows hang under others, order would tear them apart. */
export const canBeOrdered = (table: ReportTable): boolean => {
  const details = table.rows.filter((row) => row.kind === 'detail');
  return details.length > 6 && new Set(details.map((row) => row.level)).size === 1 && !/^\d{4}/.test(details[0]?.key ?? '');
};

const words = new Intl.Collator('ko', { numeric: true });

/** The detail rows by one column, most first; the others keep their places after them or before. */
export const ordered = (table: ReportTable, by: OrderBy): ReportTable => {
  if (by === null) return table;
  const column = table.columns.findIndex((one) => one.key === by);
  const lines = table.rows.map((row, at) => ({ row, cells: table.cells[at] ?? [] }));
  const details = lines.filter(({ row }) => row.kind === 'detail').toSorted((one, other) =>
    (column === -1 ? 0 : (other.cells[column]?.value ?? 0) - (one.cells[column]?.value ?? 0)) || words.compare(one.row.labels.join(' '), other.row.labels.join(' ')));
  let next = 0;
  const placed = lines.map((line) => { if (line.row.kind !== 'detail') return line; next += 1; return details[next - 1] ?? line; });
  return { ...table, rows: placed.map(({ row }) => row), cells: placed.map(({ cells }) => cells) };
};

export const TableOrder = ({ table, by, onChange }: { table: ReportTable; by: OrderBy; onChange: (by: OrderBy) => void }) => (
  <Select
    className="cd-dash-order" aria-label={`${table.title}: 차례`} allowDeselect={false} value={by ?? '*'} comboboxProps={{ width: 220, position: 'bottom-start' }}
    data={[{ value: '*', label: '차례: 처음 그대로' }, { value: '', label: '차례: 이름순' }, ...table.columns.map((column) => ({ value: column.key, label: `차례: ${column.label} 많은 순` }))]}
    onChange={(value) => onChange(value === '*' ? null : value)}
  />
);
