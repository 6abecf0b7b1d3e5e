/** What a list asks for and gets; shared with the page, so no Node import. */
import type { Cell } from './field.ts';

export type Filter =
  | { op: 'contains'; value: string }
  | { op: 'equals'; value: Cell }
  | { op: 'in'; values: Cell[] }
  /** Both ends included; null is open. */
  | { op: 'range'; from: Cell; to: Cell }
  | { op: 'empty' }
  | { op: 'filled' };

export type Sort = { column: string; descending: boolean };

export type ListRequest = {
  /** First row wanted, counted from 0. */
  start: number;
  /** Row after the last one wanted; at most 500 rows at a time. */
  end: number;
  sort: Sort[];
  filter: Record<string, Filter>;
  /** Words that must all be found in the list's quick-search columns. */
  quick: string | null;
  /** Only the records of this stored selection (the records behind a number, the rows of an import). */
  selection: string | null;
  /** Where in the order something begins: the start of a name, an initial consonant, a day, a number. Answered by `at`. */
  seek?: string | undefined;
};

export type ListRow = { id: string } & Record<string, Cell>;

/** `total` is null while the list is still being counted: ask again with `start` 0 and `end` 0. `at` is the place that was sought. */
export type ListBlock = { rows: ListRow[]; total: number | null; at?: number };
