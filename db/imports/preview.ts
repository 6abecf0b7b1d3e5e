import type { Application } from '../application.ts';
import { maskResidentNumbers } from '../korean/resident-number.ts';
import { judgeRows, readColumns, type Analysis, type ImportRequest } from './analyse.ts';
import { paceOf } from './commit.ts';
import type { Encoding } from './decode.ts';
import type { Candidate, Importer, Pace, VerdictKind } from './importer.ts';
import type { MappedColumn, RememberedMapping } from './mapping.ts';
import { rowsOf, type OpenedFile } from './opened-files.ts';

export type PreviewRow = Readonly<{ row: number; kind: VerdictKind; name: string; reasons: readonly string[]; candidates: readonly Candidate[]; cells: readonly string[] }>;

export type Preview = Readonly<{
  encoding: Encoding;
  /** Characters this encoding could not read. */
  unreadable: number;
  delimiter: string;
  /** The first rows as they stand in the file, for pointing at the header. */
  top: readonly (readonly string[])[];
  header: Readonly<{ row: number; span: number; names: readonly string[] }>;
  mapping: readonly MappedColumn[];
  /** Labels of required columns that no column was mapped to; nothing is judged until they are. */
  missing: readonly string[];
  counts: Readonly<Record<VerdictKind, number>>;
  total: number;
  /** Rows passed over (subtotals, repeated headers, notes), at most 100. */
  skipped: readonly Readonly<{ row: number; why: string; text: string }>[];
  skippedCount: number;
  /** One page of the rows asked for, and how many there are. */
  rows: readonly PreviewRow[];
  rowCount: number;
}>;

const TOP_ROWS = 12;
const SHOWN_SKIPPED = 100;
const SHOWN_CELLS = 200;

/** No resident number goes to the screen: the file may hold some, the program never shows or keeps one. */
const topOf = (rows: readonly (readonly string[])[]): string[][] => rows.slice(0, TOP_ROWS).map((row) => row.map(maskResidentNumbers));

/** The first rows of a file as they stand, also when it is not yet a list: for choosing encoding and header. */
export type Peek = Pick<Preview, 'encoding' | 'unreadable' | 'delimiter' | 'top'>;

/** @throws Refusal `invalid` when the encoding is unknown or the text is no table */
export async function peek(file: OpenedFile, encoding: Encoding | 'auto'): Promise<Peek> {
  const pace = freely();
  const { table, encoding: used, unreadable } = await rowsOf(file, encoding, (share) => pace(share, 1));
  return { encoding: used, unreadable, delimiter: table.delimiter, top: topOf(table.rows) };
}

/** Gives the thread away between slices, without a job. */
function freely(): Pace {
  return paceOf({ progress: () => new Promise((resolve) => { setImmediate(resolve); }) }, [0, 1]);
}

/** The last analysis of each file: paging through a preview does not judge it again. */
const kept = new WeakMap<OpenedFile, { key: string; analysis: Promise<Analysis> }>();

type Page = Readonly<{ show: VerdictKind | 'all'; offset: number; limit: number }>;

/** What importing the file this way would do. Writes nothing. @throws Refusal `invalid` when the file is no list */
export async function preview(app: Application, file: OpenedFile, importer: Importer, request: ImportRequest & Page, remembered: RememberedMapping): Promise<Preview> {
  const { show, offset, limit, ...asked } = request;
  const stamp = app.read.value<number>('SELECT max(id) FROM action') ?? 0;
  const key = JSON.stringify([importer.target.kind, asked, remembered, stamp]);
  const known = kept.get(file);
  const analysis = known?.key === key ? known.analysis : analyse(app, file, importer, asked, remembered);
  kept.set(file, { key, analysis });
  analysis.catch(() => kept.delete(file));
  const { source, table, mapping, missing, judged, counts } = await analysis;
  const wanted = show === 'all' ? judged : judged.filter((row) => row.kind === show);
  const cellsOf = new Map(wanted.slice(offset, offset + limit).map(({ row }) => [row, source.table.rows[row - 1] ?? []]));
  return {
    encoding: source.encoding,
    unreadable: source.unreadable,
    delimiter: source.table.delimiter,
    top: topOf(source.table.rows),
    header: { row: table.header.row, span: table.header.span, names: table.header.names.map(maskResidentNumbers) },
    mapping,
    missing,
    counts,
    total: table.data.length,
    skipped: table.skipped.slice(0, SHOWN_SKIPPED).map((one) => ({ ...one, text: maskResidentNumbers(one.text) })),
    skippedCount: table.skipped.length,
    rows: wanted.slice(offset, offset + limit).map(({ row, kind, name, reasons, candidates }) => (
      { row, kind, name: maskResidentNumbers(name), reasons: reasons.map(maskResidentNumbers), candidates, cells: (cellsOf.get(row) ?? []).map((cell) => maskResidentNumbers(cell).slice(0, SHOWN_CELLS)) })),
    rowCount: wanted.length,
  };
}

async function analyse(app: Application, file: OpenedFile, importer: Importer, request: ImportRequest, remembered: RememberedMapping): Promise<Analysis> {
  const pace = freely();
  const columns = await readColumns(file, importer, request, remembered, pace);
  return judgeRows(app.read, columns, importer, request, pace);
}
