import { Refusal } from '../errors.ts';
import type { Reader } from '../kernel/reader.ts';
import type { Encoding } from './decode.ts';
import { leftOut, type Decision, type ImportOptions, type Importer, type JudgedRow, type Pace, type SourceRow, type VerdictKind } from './importer.ts';
import { headerKey } from './header-key.ts';
import { knownHeaders, mapColumns, missingColumns, type MappedColumn, type RememberedMapping } from './mapping.ts';
import { rowsOf, type OpenedFile, type ReadFile } from './opened-files.ts';
import { readRow } from './read-row.ts';
import { readTable, type Table } from './read-table.ts';

/** Everything a person can set about how a file is read. */
export type ImportRequest = Readonly<{
  encoding: Encoding | 'auto';
  /** 1-based; undefined = found by the program. */
  headerRow?: number | undefined;
  /** Target key (null = not imported) by 0-based column. */
  chosen: Readonly<Record<number, string | null>>;
  options: ImportOptions;
  /** By row number. */
  decisions: Readonly<Record<number, Decision>>;
}>;

export type Columns = Readonly<{ source: ReadFile; table: Table; mapping: readonly MappedColumn[]; missing: readonly string[] }>;

export type Analysis = Columns & Readonly<{ judged: readonly JudgedRow[]; counts: Readonly<Record<VerdictKind, number>> }>;

/** Finds header and columns. @throws Refusal `invalid` when the file is no list */
export async function readColumns(file: OpenedFile, importer: Importer, request: ImportRequest, remembered: RememberedMapping, pace: Pace): Promise<Columns> {
  const source = await rowsOf(file, request.encoding, (share) => pace(share, 1));
  const isKnown = knownHeaders(importer.target);
  const isNamed = (header: string): boolean => isKnown(header) || (remembered[headerKey(header)] ?? null) !== null;
  const table = await readTable(source.table, isNamed, request.headerRow, pace);
  const mapping = mapColumns(table.header.names, table.data.map((one) => one.cells), importer.target, remembered, request.chosen);
  return { source, table, mapping, missing: missingColumns(mapping, importer.target) };
}

/** Judges every row against what is stored. With a required column missing every row would be refused: then none is judged. */
export async function judgeRows(read: Reader, columns: Columns, importer: Importer, request: ImportRequest, pace: Pace): Promise<Analysis> {
  const judged: JudgedRow[] = [];
  const { data } = columns.table;
  const good: SourceRow[] = [];
  const bad = new Map<number, readonly string[]>();
  if (columns.missing.length === 0) {
    for (const [at, { row, cells }] of data.entries()) {
      const cellsRead = readRow(cells, columns.mapping, importer.target);
      const problems = columns.source.table.badQuotes.has(row) ? ['큰따옴표가 잘못 쓰였습니다.', ...cellsRead.problems] : cellsRead.problems;
      if (problems.length > 0) bad.set(row, problems);
      else good.push({ row, read: cellsRead });
      await pace(at, data.length * 2);
    }
    const judge = await importer.prepare(read, good, request.options, () => pace(data.length, data.length * 2));
    const sources = new Map(good.map((source) => [source.row, source]));
    for (const [at, { row, cells }] of data.entries()) {
      const source = sources.get(row);
      if (source) judged.push(withRemarks(judge(source, request.decisions[row]), source.read.remarks));
      else judged.push(leftOut(row, 'refuse', nameIn(cells, columns.mapping), bad.get(row) ?? []));
      await pace(data.length + at, data.length * 2);
    }
  }
  const counts: Record<VerdictKind, number> = { create: 0, match: 0, unchanged: 0, refuse: 0, ask: 0 };
  for (const row of judged) counts[row.kind] += 1;
  return { ...columns, judged, counts };
}

function withRemarks(row: JudgedRow, remarks: readonly string[]): JudgedRow {
  return remarks.length === 0 ? row : { ...row, reasons: [...row.reasons, ...remarks] };
}

function nameIn(cells: readonly string[], mapping: readonly MappedColumn[]): string {
  const column = mapping.find((one) => one.target === 'name');
  return (column ? (cells[column.index] ?? '') : '').trim().slice(0, 100);
}

/** Refuses (`invalid`) to import a file whose required columns are not mapped. */
export function refuseIfIncomplete(columns: Columns): void {
  if (columns.missing.length === 0) return;
  throw new Refusal('invalid', `어느 열이 ${columns.missing.join(', ')}인지 정해 주세요.`, columns.missing.map((label) => ({ field: 'mapping', value: null, message: `${label} 열이 없습니다.` })));
}
