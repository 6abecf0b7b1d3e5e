/** How a report is laid out: which indicator, cut how, stands in which cell. Table and drill-down are both made from it. */
import type { Reader } from '../kernel/reader.ts';
import { countText, dayText, millionsOf, percentOf, percentText } from './cell-format.ts';
import { measurer, recordsOf, type Indicator, type Measure, type Slice, type SqlParameters } from './indicator.ts';
import type { CellKey, CellRecords, Footnote, ReportCell, ReportCode, ReportColumn, ReportParams, ReportRow, ReportTable } from './table-types.ts';

export type CellSpec =
  | { show: 'value'; indicator: Indicator; slice: Slice }
  /** Share of a slice in a larger one; opens the records of the part. */
  | { show: 'percent'; indicator: Indicator; slice: Slice; whole: Slice }
  /** Records of `indicator` that are not in `before`, less those of `before` that are not in `indicator`; opens both. */
  | { show: 'change'; indicator: Indicator; before: Indicator; slice: Slice };

export type Layout = {
  unit: string;
  heads: string[];
  columns: ReportColumn[];
  rows: ReportRow[];
  parameters: SqlParameters;
  cell(row: string, column: string): CellSpec | null;
  footnotes(measure: Measure, cells: readonly (readonly ReportCell[])[]): string[];
  /** Indicators of which at least one must have something for the report not to be empty. */
  alive: readonly Indicator[];
};

export type Report = {
  code: ReportCode;
  title: string;
  /** The question it answers, for the list of reports. */
  answers: string;
  /** What must be recorded for the numbers to appear. */
  needs: string;
  /** Which of the parameters it looks at. */
  uses: readonly (keyof ReportParams)[];
  indicators: readonly Indicator[];
  layout(read: Reader, params: ReportParams): Layout;
};

const keyOf = (row: string, column: string): CellKey => `${row}~${column}`;

const cellOf = (measure: Measure, spec: CellSpec | null, key: CellKey): ReportCell => {
  if (!spec) return { value: null, text: '', drill: null };
  const amount = measure(spec.indicator, spec.slice);
  if (spec.show === 'percent') {
    const share = percentOf(amount, measure(spec.indicator, spec.whole));
    return { value: share, text: percentText(share), drill: amount === 0 ? null : key };
  }
  if (spec.show === 'change') {
    const before = measure(spec.before, spec.slice);
    return { value: amount - before, text: countText(amount - before), drill: amount + before === 0 ? null : key };
  }
  const value = spec.indicator.unit === '백만원' ? millionsOf(amount) : amount;
  return { value, text: countText(value), drill: amount === 0 ? null : key };
};

/** The whole table of a report. */
export const tableOf = (read: Reader, report: Report, params: ReportParams): ReportTable => {
  const layout = report.layout(read, params);
  const measure = measurer(read, layout.parameters, report.indicators);
  const cells = layout.rows.map((row) => layout.columns.map((column) => cellOf(measure, layout.cell(row.key, column.key), keyOf(row.key, column.key))));
  const footnotes: Footnote[] = layout.footnotes(measure, cells).map((text) => ({ text }));
  return {
    code: report.code, title: report.title, unit: layout.unit, asOf: `${dayText(params.asOf)} 기준`, heads: layout.heads,
    columns: layout.columns, rows: layout.rows, cells, footnotes, isEmpty: layout.alive.every((indicator) => measure(indicator, {}) === 0),
  };
};

const symmetric = (one: readonly string[], other: readonly string[]): string[] => {
  const [inOne, inOther] = [new Set(one), new Set(other)];
  return [...one.filter((id) => !inOther.has(id)), ...other.filter((id) => !inOne.has(id))];
};

const recordsOfSpec = (read: Reader, spec: CellSpec, given: SqlParameters): string[] => {
  const now = recordsOf(read, spec.indicator, spec.slice, given);
  return spec.show === 'change' ? symmetric(now, recordsOf(read, spec.before, spec.slice, given)) : now;
};

/** The records behind one cell of a report, or null when there is no such cell. */
export const cellRecords = (read: Reader, report: Report, cell: CellKey, params: ReportParams): CellRecords | null => {
  const layout = report.layout(read, params);
  const row = layout.rows.find((one) => cell.startsWith(`${one.key}~`) && layout.columns.some((column) => cell === keyOf(one.key, column.key)));
  const column = layout.columns.find((one) => row && cell === keyOf(row.key, one.key));
  const spec = row && column ? layout.cell(row.key, column.key) : null;
  if (!row || !column || !spec) return null;
  const label = [report.title, [...new Set([...row.labels, column.group, column.label])].filter(Boolean).join(' · ')].join(': ');
  return { table: spec.indicator.table, label, ids: recordsOfSpec(read, spec, layout.parameters) };
};
