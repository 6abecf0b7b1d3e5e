/** What the page gets of frozen reports. No Node import: the page uses these types. */
import type { CellKey, RecordTable, ReportParams, ReportTable } from '../reports/table-types.ts';

export type FrozenDefinition = { code: string; version: number; ko: string; formula: string };

export type FrozenLine = {
  id: string; report: string; title: string; asOf: string; submitted_on: string; submitted_to: string; submitted_by: string; document_no: string | null; withdrawn_on: string | null; records: number;
};

export type Frozen = FrozenLine & {
  /** The line that says that it was handed in. */
  stamp: string;
  note: string | null; withdrawn_reason: string | null; ids_sha256: string; params: ReportParams; table: ReportTable; definitions: FrozenDefinition[];
  /** Whether the list of records has arrived on this device. */
  hasIds: boolean;
};

/** A cell whose number or whose records are no longer those that were handed in. */
export type CellDifference = { key: CellKey; row: string; column: string; before: string; now: string; added: number; removed: number; edited: number };

export type Comparison = {
  cells: CellDifference[];
  /** Different records over all cells. */
  total: { cells: number; added: number; removed: number; edited: number };
  /** Indicators whose meaning is another one now; `now` is null when it is not counted any more. */
  definitions: { ko: string; before: number; now: number | null; formulaBefore: string; formulaNow: string | null }[];
  /** The report is not made any more, so that only its own numbers can be shown. */
  isGone: boolean;
};

/** One change of a record since, in words. */
export type RecordChange = { field: string; label: string; before: string | null; after: string | null; by: string; at: string };

export type ChangedRecord = {
  id: string; table: RecordTable; label: string; isDeleted: boolean;
  how: 'added' | 'removed' | 'edited';
  /** What was changed of the record itself; empty when it came or went through another one. */
  changes: RecordChange[];
  /** True when it was first written down after the report was handed in. */
  isNew: boolean;
  /** What its page is: the record itself, or what it belongs to. */
  page: { table: RecordTable; id: string };
};

export type Why = { records: ChangedRecord[]; /** How many more there are than are listed. */ more: number };
