import type { Cell } from '../kernel/field.ts';
import type { WonUnit } from '../korean/parse-won.ts';

/** What reading one cell gave: a value (null = nothing there) and perhaps a remark, or a sentence saying why it cannot be read. */
export type Reading = Readonly<{ value: Cell; remark?: string } | { problem: string }>;

/** One thing a column of a file can be imported as. */
export type TargetColumn = Readonly<{
  /** `record.field`, e.g. `organisation.name`; unique within the target. */
  key: string;
  ko: string;
  /** Names real files give this column, best first. */
  headers: readonly string[];
  required?: boolean;
  /** The values of such columns are added up into this key when the file has no column for it (남자 + 여자 + 외국인). */
  addsTo?: string;
  read: (text: string, unit: WonUnit | null) => Reading;
}>;

/** A kind of record that can be imported. */
export type ImportTarget = Readonly<{
  kind: string;
  ko: string;
  columns: readonly TargetColumn[];
}>;
