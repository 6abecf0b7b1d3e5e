/** What a list says about its columns, and what it is told back. */
import type { ReactNode } from 'react';
import type { AnyRecord, Cell, Field, FieldKind } from '../../../db/kernel/field.ts';
import type { PackedBlock } from '../../../db/kernel/block.ts';
import type { ListRequest, ListRow } from '../../../db/kernel/list-types.ts';
import type { Choice } from '../../../db/kernel/choice.ts';

export type GridColumn = {
  /** Name in the rows and in list requests. */
  column: string;
  label: string;
  kind: FieldKind;
  choices?: readonly Choice[] | undefined;
  /** Choices that depend on the row; `choices` then holds all there can be. */
  choicesIn?: (row: ListRow) => readonly Choice[];
  /** Words offered while a text is typed; any other text stands too. */
  suggestions?: readonly string[];
  unit?: string | undefined;
  /** Says what is wrong with a typed value, before it is sent. */
  field?: Field | undefined;
  /** Width in px at 100 % letter size, before anybody changed it. */
  width?: number;
  hidden?: boolean;
  pinned?: boolean;
  /** Typing on the cell changes it. A function decides row by row. */
  editable?: boolean | ((row: ListRow) => boolean);
  sortable?: boolean;
  filterable?: boolean;
  /** Name of a linked record, for a condition on it. */
  nameOf?: (id: string) => Promise<string | null>;
  /** Text that is shown and copied, instead of the value written by its kind. */
  text?: (row: ListRow) => string;
  /** Drawn instead of the text while the cell is not being edited. What it looks like follows from the value and the text alone; it does nothing when clicked. */
  render?: (row: ListRow) => ReactNode;
};

/** A column of a declared field: label, kind, choices and checks come from the declaration. */
export const columnOf = (type: AnyRecord, name: string, more: Partial<GridColumn> = {}): GridColumn => {
  const field = type.fields[name];
  if (!field) throw new Error(`${type.table} has no field ${name}`);
  return { column: name, label: field.ko, kind: field.kind, choices: field.choices, unit: field.unit, field, ...more };
};

/** `was` is the value its author saw. */
export type CellChange = { id: string; column: string; value: Cell; was: Cell };

/** How rows pasted below the end of the list become records. */
export type NewRows = {
  /** Columns without which there is no record. */
  required: readonly string[];
  /** Columns that are taken although their cells cannot be edited: names of linked records. */
  takes?: readonly string[];
  /** Makes all of them as one undo step. Throw (a failed call) to refuse. */
  add: (rows: Readonly<Record<string, Cell>>[]) => Promise<unknown>;
};

/** Loads rows; the signal ends when a newer question has replaced this one. */
export type LoadRows = (request: ListRequest, signal: AbortSignal) => Promise<PackedBlock>;

/** Why a cell does not hold what was typed: the text is kept and shown with the reason. */
export type CellFailure = { text: string; reason: string };

export type RecordGridHandle = {
  /** Asks for the shown rows again, keeping place and selection. */
  refresh: () => void;
  focus: () => void;
  selectedIds: () => string[];
  clearSelection: () => void;
  /** The question the list is showing, for "export what I see". */
  request: () => Omit<ListRequest, 'start' | 'end'>;
};
