/** Turns what a transaction changed into operations of this device's stream, and one entry in the list of actions. */
import type { Actor } from './actor.ts';
import type { AnyRecord, Cell } from './field.ts';
import { chainOf, hashOfPatch, type PatchValue } from './operation.ts';
import { schemaVersion } from './migrate.ts';
import { run, setHead } from './row.ts';
import type { Change, Store } from './store.ts';

/** What one row has been through in the running transaction. */
export type Pending = {
  readonly type: AnyRecord;
  readonly id: string;
  readonly hlc: number;
  readonly parents: string;
  readonly isNew: boolean;
  readonly patch: Record<string, PatchValue>;
  /** The patch that brings the row back: the values before, or the tombstone of a new row. */
  readonly before: Record<string, Cell>;
};

/** Whether an action is new, takes another back, or takes such a taking back back. */
export type ActionKind = 'do' | 'undo' | 'redo';

/** What the action is in the list of recent actions. */
export type ActionEntry = { label: string; kind: ActionKind; undoes: number | null };

/** @returns what changed, or null when nothing did */
export const appendOperations = (store: Store, actor: Actor, entry: ActionEntry, rows: readonly Pending[]): Change | null => {
  if (rows.length === 0) return null;
  const stream = store.read.get<{ seq: number; chain: string }>('SELECT seq, chain FROM sync_stream WHERE office = ? AND writer = ?', [store.office, store.writer]);
  let seq = stream?.seq ?? 0;
  let chain = stream?.chain ?? '';
  const first = seq + 1;
  const tables: Change['tables'] = {};
  for (const row of rows) {
    seq += 1;
    const patch = JSON.stringify(row.patch);
    const op = {
      office: store.office, writer: store.writer, seq, hlc: row.hlc, tbl: row.type.table, row_id: row.id,
      parents: row.parents, user_id: actor.number, sv: schemaVersion, ph: hashOfPatch(patch),
    };
    chain = chainOf(chain, op);
    run(store, 'INSERT INTO sync_log (office, writer, seq, hlc, tbl, row_id, parents, user_id, sv, patch, ph, chain) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
      [op.office, op.writer, seq, op.hlc, op.tbl, op.row_id, op.parents, op.user_id, op.sv, patch, op.ph, chain]);
    run(store, 'INSERT INTO before_image (seq, patch) VALUES (?, ?)', [seq, JSON.stringify(row.before)]);
    setHead(store, row.type, row.id, seq);
    settleConflicts(store, row);
    note(tables, row);
  }
  run(store, 'INSERT INTO sync_stream (office, writer, seq, chain) VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET seq = excluded.seq, chain = excluded.chain', [store.office, store.writer, seq, chain]);
  run(store, 'INSERT INTO action (at, user_id, kind, label, first_seq, last_seq, undoes) VALUES (?, ?, ?, ?, ?, ?, ?)',
    [new Date(store.now()).toISOString(), actor.number, entry.kind, entry.label, first, seq, entry.undoes]);
  const action = store.read.value<number>('SELECT max(id) FROM action') ?? 0;
  if (entry.undoes !== null) run(store, 'UPDATE action SET undone_by = ? WHERE id = ?', [action, entry.undoes]);
  return { action, tables };
};

/** A write made with all heads in sight settles what was listed for its fields. */
const settleConflicts = (store: Store, row: Pending): void => {
  if (!row.parents.includes(',')) {
    const open = store.read.value<number>(`SELECT _cf FROM ${row.type.table} WHERE id = ?`, [row.id]) ?? 0;
    if (open === 0) return;
  }
  for (const field of Object.keys(row.patch)) run(store, 'DELETE FROM sync_conflict WHERE tbl = ? AND row_id = ? AND field = ?', [row.type.table, row.id, field]);
  const left = store.read.value<number>('SELECT count(*) FROM sync_conflict WHERE tbl = ? AND row_id = ?', [row.type.table, row.id]) ?? 0;
  run(store, `UPDATE ${row.type.table} SET _cf = ? WHERE id = ?`, [left, row.id]);
};

const note = (tables: Change['tables'], row: Pending): void => {
  const entry = (tables[row.type.table] ??= { ids: [], fields: [], rowsCameOrWent: false });
  // A window refreshes a whole list when more than this many of its rows changed.
  if (entry.ids.length < 200) entry.ids.push(row.id);
  for (const field of Object.keys(row.patch)) if (!entry.fields.includes(field)) entry.fields.push(field);
  if (row.isNew || '_del' in row.patch) entry.rowsCameOrWent = true;
};
