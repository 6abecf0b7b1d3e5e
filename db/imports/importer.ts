import type { Reader } from '../kernel/reader.ts';
import type { Tx } from '../kernel/write.ts';
import type { ReadRow } from './read-row.ts';
import type { ImportTarget } from './target.ts';

/** What becomes of a row: a new record, one already there that learns something, one that has it all, nothing, or a question. */
export const VERDICTS = ['create', 'match', 'unchanged', 'refuse', 'ask'] as const;
export type VerdictKind = (typeof VERDICTS)[number];

/** What a person decided about a row the program would not decide alone. */
export type Decision = Readonly<{ as: 'new' } | { as: 'same'; id: string } | { as: 'skip' }>;

/** `fill` writes only what is still empty and reports the rest; `overwrite` lets the file win. */
export type Policy = 'fill' | 'overwrite';

export type ImportOptions = Readonly<{
  policy: Policy;
  /** 구분 of new organisations. */
  kind: string;
  /** KSIC revision of the codes when the file has no column for it. The open registry files of 2020–2024 are revision 10. */
  ksicRevision: number;
}>;

export type SourceRow = Readonly<{ row: number; read: ReadRow }>;

export type Candidate = Readonly<{ id: string; name: string; note: string | null }>;

export type JudgedRow = Readonly<{
  /** Row number as a spreadsheet shows it. */
  row: number;
  kind: VerdictKind;
  /** What the row is about, for the list of the preview. */
  name: string;
  reasons: readonly string[];
  /** Records it may be, for `ask`. */
  candidates: readonly Candidate[];
  /** Writes the row; `made` finds what earlier rows of the file made. Null when there is nothing to write. */
  write: ((tx: Tx, made: Map<string, string>) => void) | null;
}>;

/** Awaited between rows: reports progress and gives the thread away when the slice is over. */
export type Pace = (done: number, total: number) => Promise<void>;

/** Judges the rows of one file in their order; later rows know what earlier ones make. */
export type Judge = (source: SourceRow, decision?: Decision) => JudgedRow;

/** One kind of record that can be imported: what its columns are, and how a row is recognised and written. */
export type Importer = Readonly<{
  target: ImportTarget;
  /** Table of the records it makes, for opening them as a list. */
  table: string;
  /** Looks up what is stored of the records these rows may be about. */
  prepare: (read: Reader, rows: readonly SourceRow[], options: ImportOptions, pace: Pace) => Promise<Judge>;
}>;

/** A judged row that is not written. */
export function leftOut(row: number, kind: 'refuse' | 'ask', name: string, reasons: readonly string[], candidates: readonly Candidate[] = []): JudgedRow {
  return { row, kind, name, reasons, candidates, write: null };
}
