/** A report table as the page, the print and the CSV get it. No Node import: the page uses these types. */

/** Names one cell: `<row>~<column>`. */
export type CellKey = string;

/** T1…T12 of domain.md §13, T7 by months (`s` of sessions, `m` of meetings), and cards of the dashboard. `reports.ts` says which there are. */
export type ReportCode = `t${number}` | 't7s' | 't7m' | `d-${string}`;

/** What a report can be narrowed to, from the finest rule of each indicator. */
export type ScopeKind = 'office' | 'region' | 'hub' | 'cluster' | 'coordinator' | 'supportType' | 'province';

/** Wanted code of each dimension that is narrowed; `''` = the records that name none. */
export type ReportScope = Readonly<Partial<Record<ScopeKind, string>>>;

/** Calendar years, or program years (차년도): year 2005 is the first, from 1 April 2005 to 31 March 2006. */
export type YearKind = 'calendar' | 'program';

export type ReportParams = {
  /** 기준일 `YYYY-MM-DD`: later events do not count. */
  asOf: string;
  /** First and last year of the columns; a program year is named by the calendar year it starts in. */
  fromYear: number;
  toYear: number;
  yearKind: YearKind;
  scope: ReportScope;
  /** 당시 자료: the records as they stood at the end of this day; null = as they stand now. */
  dataAsOf: string | null;
};

/** `label` under `group`; columns of the same group stand side by side. */
export type ReportColumn = {
  key: string; group: string; label: string;
  /** Its cells are words, which begin at the left and may break. */
  isText?: true;
  /** Width on paper in mm, where the columns differ much. */
  mm?: number;
};

export type ReportRow = {
  key: string;
  /** One text for each of the table's `heads`; empty where a subtotal has no such level. */
  labels: string[];
  /** 0 = grand total, then 1, 2, 3 for ever finer rows. */
  level: number;
  kind: 'detail' | 'subtotal' | 'total';
};

export type ReportCell = {
  /** The number in the table's unit, rounded as printed; null when there is none (a share of nothing). */
  value: number | null;
  /** As printed: `1,234`, `76.4`, `△3`, `-`. */
  text: string;
  /** Opens the records behind the number; null when there are none. */
  drill: CellKey | null;
  /** Decimals of the number where its column's heading does not say them. */
  digits?: number;
};

export type Footnote = { text: string };

export type ReportTable = {
  code: ReportCode;
  title: string;
  /** `단위: 건, %` */
  unit: string;
  /** `2026. 12. 31. 기준`, then scope, kind of years and day of the data where they are not the usual ones. */
  asOf: string;
  /** Day of the data; null = as it stands. */
  dataAsOf: string | null;
  /** Headings of the columns that name the rows. */
  heads: string[];
  columns: ReportColumn[];
  rows: ReportRow[];
  /** One row of cells for each row. */
  cells: ReportCell[][];
  footnotes: Footnote[];
  /** True when nothing recorded yet would make a number. */
  isEmpty: boolean;
};

/** A table as it is copied or written to a file, whoever made it. */
export type SheetTable = Omit<ReportTable, 'code' | 'isEmpty' | 'dataAsOf'>;

/** Record types a number can open: those with a list. */
export type RecordTable = 'task' | 'organisation' | 'mini_cluster' | 'membership' | 'session' | 'meeting' | 'person' | 'office_budget' | 'survey' | 'survey_response' | 'national_indicator';

/** The records behind a cell. */
export type CellRecords = { table: RecordTable; label: string; ids: string[] };

/** An indicator as the screen explains it. */
export type Definition = {
  code: string;
  version: number;
  ko: string;
  unit: string;
  formula: string;
  source: string;
  rule: string;
  /** What it can be narrowed to. */
  scopes: ScopeKind[];
};
