/** How a report is laid out: which indicator, cut how, stands in which cell. Table and drill-down are both made from it. */
import type { Reader } from '../kernel/reader.ts';
import { dayText } from './cell-format.ts';
import { cellOf, indicatorsIn, recordsOfSpec, type CellSpec } from './cell-spec.ts';
import { uncutBy, type Indicator, type SqlParameters } from './indicator.ts';
import { measurer, recordsOf, type Measure, type Measurer } from './measure.ts';
import { scopeLabels, scopeWords } from './scope-labels.ts';
import type { CellKey, CellRecords, Footnote, ReportCell, ReportCode, ReportColumn, ReportParams, ReportRow, ReportTable } from './table-types.ts';

export type { CellSpec } from './cell-spec.ts';

export type Layout = {
  unit: string;
  heads: string[];
  columns: ReportColumn[];
  rows: ReportRow[];
  parameters: SqlParameters;
  /** The measurer the rows were asked from, so that no set is read twice. */
  measure?: Measurer;
  /** Said instead of the as-of day by a table that does not look at it. */
  dayLine?: string;
  cell(row: string, column: string): CellSpec | null;
  footnotes(measure: Measure, cells: readonly (readonly ReportCell[])[]): string[];
  /** Indicators of which at least one must have something for the report not to be empty; none = it is never empty. */
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
  /** Indicators by which it is measured; those that share a set are read together. */
  indicators: readonly Indicator[];
  /** Record tables whose changes change its numbers; those of tasks and members where nothing is said. */
  tables?: readonly string[];
  layout(read: Reader, params: ReportParams): Layout;
};

/** What tables of tasks and members are read from. */
export const usualTables: readonly string[] = ['task', 'task_step', 'organisation', 'mini_cluster', 'membership', 'person'];

export const keyOf = (row: string, column: string): CellKey => `${row}~${column}`;

/** Day, then whatever is not the usual: kind of years, scope, day of the data. */
const titleLine = (read: Reader, { asOf, yearKind, scope, dataAsOf }: ReportParams, dayLine = `${dayText(asOf)} 기준`): string => [
  dayLine, ...(yearKind === 'program' ? ['사업연도(4월 시작)'] : []), ...scopeLabels(read, scope).map(({ kind, label }) => `${scopeWords[kind]}: ${label}`),
  ...(dataAsOf === null ? [] : [`${dayText(dataAsOf)} 당시 자료`]),
].join(' · ');

/** One sentence for all indicators that a scope cannot narrow: their cells are empty, never the whole nation's. */
const uncutNotes = (indicators: readonly Indicator[], params: ReportParams): string[] => {
  const lost = [...new Set(indicators)].map((indicator) => ({ indicator, kinds: uncutBy(indicator, params) })).filter(({ kinds }) => kinds.length > 0);
  if (lost.length === 0) return [];
  const names = [...new Set(lost.map(({ indicator }) => indicator.ko))].join(', ');
  const kinds = [...new Set(lost.flatMap(({ kinds: each }) => each))].map((kind) => scopeWords[kind]).join('·');
  return [`※ ${kinds}별로 나눌 수 없는 지표는 비워 두었습니다: ${names}`];
};

/** The whole table of a report. */
export const tableOf = (read: Reader, report: Report, params: ReportParams): ReportTable => {
  const layout = report.layout(read, params);
  const measure = layout.measure ?? measurer({ read, parameters: layout.parameters, params }, report.indicators);
  const specs = layout.rows.map((row) => layout.columns.map((column) => layout.cell(row.key, column.key)));
  const cells = specs.map((line, row) => line.map((spec, column) => cellOf(measure, spec, keyOf(layout.rows[row]?.key ?? '', layout.columns[column]?.key ?? ''))));
  const orZero: Measure = (indicator, slice) => measure(indicator, slice) ?? 0;
  const used = specs.flatMap((line) => line.flatMap((spec) => (spec ? indicatorsIn(spec) : [])));
  const footnotes: Footnote[] = [...layout.footnotes(orZero, cells), ...uncutNotes(used, params)].map((text) => ({ text }));
  return {
    code: report.code, title: report.title, unit: layout.unit, asOf: titleLine(read, params, layout.dayLine), dataAsOf: params.dataAsOf, heads: layout.heads,
    columns: layout.columns, rows: layout.rows, cells, footnotes, isEmpty: layout.alive.length > 0 && layout.alive.every((indicator) => measure(indicator, {}) === 0),
  };
};

/** The records behind one cell of a report, or null when there is no such cell. */
export const cellRecords = (read: Reader, report: Report, cell: CellKey, params: ReportParams): CellRecords | null => {
  const layout = report.layout(read, params);
  const row = layout.rows.find((one) => cell.startsWith(`${one.key}~`) && layout.columns.some((column) => cell === keyOf(one.key, column.key)));
  const column = layout.columns.find((one) => row && cell === keyOf(row.key, one.key));
  const spec = row && column ? layout.cell(row.key, column.key) : null;
  const found = spec ? recordsOfSpec((indicator, slice) => recordsOf({ read, parameters: layout.parameters, params }, indicator, slice), spec) : null;
  if (!row || !column || !found) return null;
  const scope = scopeLabels(read, params.scope).map(({ label }) => label);
  const label = [report.title, [...scope, ...new Set([...row.labels, column.group, column.label])].filter(Boolean).join(' · ')].join(': ');
  return { ...found, label: params.dataAsOf === null ? label : `${label} (${dayText(params.dataAsOf)} 당시 자료)` };
};
