/** What a table of lines is given. */
import type { ReactNode } from 'react';
import type { Choice } from '../../../db/kernel/choice.ts';
import type { AnyRecord, Cell } from '../../../db/kernel/field.ts';
import type { LinkSource } from '../form/LinkPicker.tsx';
import type { RowValues } from './use-row-draft.ts';

export type Line = { id: string } & Readonly<Record<string, Cell>>;

/** `width` of the column, the rest share what is left. Where there is little room three columns make a line, `span` of them for one field. */
export type LineColumn = { field: string; width?: string; span?: number; choices?: readonly Choice[] };

/** Where link fields find their records, and which column of a line holds the name. */
export type LineLinks = Readonly<Record<string, { source: LinkSource; name: string }>>;

export type LineTableProps = {
  type: AnyRecord;
  columns: readonly LineColumn[];
  lines: readonly Line[];
  links?: LineLinks;
  /** What a new line begins with; the fields `kept` go on from the line before it. */
  start?: RowValues;
  kept?: readonly string[];
  /** Name of the first box of the new row, for addresses that lead to it. */
  at: string;
  /** What is to be said of a stored line. */
  noteOf?: (id: string) => string | null;
  onAdd: (values: RowValues) => Promise<unknown>;
  onChange: (id: string, patch: RowValues, was: RowValues) => Promise<unknown>;
  onRemove: (id: string) => Promise<unknown>;
  /** Rows of sums. */
  foot?: ReactNode;
};
