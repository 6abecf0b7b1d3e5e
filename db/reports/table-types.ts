/** A report table as the page, the print and the CSV get it. No Node import: the page uses these types. */

/** Names one cell: `<row>~<column>`. */
export type CellKey = string;

export type ReportCode = 't1' | 't2' | 't3';

export type ReportParams = {
  /** 기준일 `YYYY-MM-DD`: later events do not count. */
  asOf: string;
  /** First and last calendar year of the columns. */
  fromYear: number;
  toYear: number;
};

/** `label` under `group`; columns of the same group stand side by side. */
export type ReportColumn = { key: string; group: string; label: string };

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
};

export type Footnote = { text: string };

export type ReportTable = {
  code: ReportCode;
  title: string;
  /** `단위: 건, %` */
  unit: string;
  /** `2026. 12. 31. 기준` */
  asOf: string;
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
export type SheetTable = Omit<ReportTable, 'code' | 'isEmpty'>;

/** The records behind a cell. */
export type CellRecords = { table: 'task' | 'organisation' | 'mini_cluster' | 'membership'; label: string; ids: string[] };
