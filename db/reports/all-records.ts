/** A table with the records behind every one of its numbers, for whoever keeps or compares them. Each set is read once. */
import type { Reader } from '../kernel/reader.ts';
import { recordsOfSpec, type AskRecords } from './cell-spec.ts';
import type { Indicator, Slice } from './indicator.ts';
import { keyOf, tableOf, type Report } from './layout.ts';
import { recordGroups, type Given } from './measure.ts';
import type { CellKey, RecordTable, ReportParams, ReportTable } from './table-types.ts';

export type CellIds = { key: CellKey; table: RecordTable; ids: readonly string[] };

const askOnce = (given: Given): AskRecords => {
  const sets = new Map<Indicator, ReturnType<typeof recordGroups>>();
  return (indicator: Indicator, slice: Slice) => {
    const groups = sets.get(indicator) ?? recordGroups(given, indicator);
    sets.set(indicator, groups);
    const here = groups.filter(({ at }) => Object.entries(slice).every(([name, values]) => values.includes(at[name] ?? '')));
    return [...new Set(here.flatMap(({ ids }) => ids))].sort();
  };
};

/** The whole table, and the records of each cell that opens some. */
export const tableWithRecords = (read: Reader, report: Report, params: ReportParams): { table: ReportTable; cells: CellIds[] } => {
  const table = tableOf(read, report, params);
  const layout = report.layout(read, params);
  const ask = askOnce({ read, parameters: layout.parameters, params });
  const cells = layout.rows.flatMap((row) => layout.columns.flatMap((column): CellIds[] => {
    const spec = layout.cell(row.key, column.key);
    const found = spec ? recordsOfSpec(ask, spec) : null;
    return found && found.ids.length > 0 ? [{ key: keyOf(row.key, column.key), ...found }] : [];
  }));
  return { table, cells };
};
