/** One change of one row by one user action: the unit of the log, of undo, of history and of exchange. */
import { hash } from 'node:crypto';
import type { Cell } from './field.ts';

/** A workflow register: came from `f`, went to `t`, as the `n`-th transition. */
export type Transition = { f: string | null; t: string; n: number };

export type PatchValue = Cell | Transition;

/** Only the fields that changed. `_del` is the tombstone (1) or its withdrawal (0). */
export type Patch = Readonly<Record<string, PatchValue>>;

export type Operation = Readonly<{
  office: number;
  /** Random 48-bit number of one installation. */
  writer: number;
  /** 1, 2, 3 … without holes within (office, writer). */
  seq: number;
  hlc: number;
  tbl: string;
  row_id: string;
  /** Heads of the row its author saw: `writer:seq` joined by commas, sorted; empty for a new row. */
  parents: string;
  user_id: number;
  /** Schema version of the program that wrote it. */
  sv: number;
  /** Exact JSON text of a Patch as written; never re-serialised. */
  patch: string;
  /** sha256 of `patch`, apart, so that a patch can be erased by law and the chain still verifies. */
  ph: string;
  /** Hash over the previous chain value and every field above: 128 bits. */
  chain: string;
}>;

export const opKey = (op: { writer: number; seq: number }): string => `${op.writer}:${op.seq}`;

export const isTransition = (value: PatchValue): value is Transition => typeof value === 'object' && value !== null;

/** The patch of an operation. */
export const readPatch = (op: Pick<Operation, 'patch'>): Patch => JSON.parse(op.patch) as Patch;

export const hashOfPatch = (patch: string): string => hash('sha256', patch, 'hex');

/** The next link of a stream's chain. */
export const chainOf = (previous: string, op: Omit<Operation, 'chain' | 'patch'>): string =>
  hash('sha256', [previous, op.office, op.writer, op.seq, op.hlc, op.tbl, op.row_id, op.parents, op.user_id, op.sv, op.ph].join('|'), 'hex').slice(0, 32);
