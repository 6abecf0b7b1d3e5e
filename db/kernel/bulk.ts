/**
 * A long history at once: rows, operations, before images, chains and actions as `write` leaves them (append.ts), for a file nobody else
 * has open. Secondary indexes are away meanwhile and rows are not read back: whoever fills remembers what it made.
 */
import type { Statement } from 'better-sqlite3';
import type { Actor } from './actor.ts';
import type { AnyRecord, Cell } from './field.ts';
import { rebuildFollowers } from './follow.ts';
import { schemaVersion } from './migrate.ts';
import { chainOf, hashOfPatch, opKey, type PatchValue } from './operation.ts';
import { dropIndexes } from './bulk-indexes.ts';
import type { Store } from './store.ts';
import { EPOCH_MS } from './clock.ts';

/** What the filler remembers of a row: its state and its only head. */
export type BulkRow = {
  readonly type: AnyRecord;
  readonly id: string;
  readonly n: number;
  /** Every declared field and `_del`, as stored. */
  readonly values: Record<string, Cell>;
  readonly derived: Record<string, Cell>;
  readonly depths: Record<string, number>;
  head: string;
  /** The action that touched it last: one operation per row and action, as at the door. */
  action: number;
};

export type Bulk = {
  /** Operations written so far. */
  readonly written: number;
  /**
   * One action of one author.
   * @param at wall clock in milliseconds, not before that of the action before
   */
  action(actor: Actor, label: string, at: number, act: () => void): void;
  /** @param cells as they are stored: tidied, checked, without nulls */
  create(type: AnyRecord, id: string, cells: Readonly<Record<string, Cell>>): BulkRow;
  change(row: BulkRow, cells: Readonly<Record<string, Cell>>): void;
  remove(row: BulkRow): void;
  restore(row: BulkRow): void;
};

/** Operations per transaction: what the cache of the connection holds dirty. */
const perTransaction = 200_000;

const appendSql = 'INSERT INTO sync_log (office, writer, seq, hlc, tbl, row_id, parents, user_id, sv, patch, ph, chain) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)';
const streamSql = 'INSERT INTO sync_stream (office, writer, seq, chain) VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET seq = excluded.seq, chain = excluded.chain';
const actionSql = 'INSERT INTO action (id, at, user_id, kind, label, first_seq, last_seq) VALUES (?, ?, ?, ?, ?, ?, ?)';

/** What is the same for every row of a table. */
type Table = { type: AnyRecord; next: number; empty: Readonly<Record<string, Cell>>; derived: readonly (readonly [string, (values: never) => Cell])[]; statements: Map<string, Statement<Cell[]>> };

const openTables = (store: Store): ((type: AnyRecord) => Table) => {
  const tables = new Map<string, Table>();
  return (type) => {
    const known = tables.get(type.table);
    if (known) return known;
    const made: Table = {
      type, next: (store.read.value<number | null>(`SELECT max(n) FROM ${type.table}`) ?? 0) + 1, derived: Object.entries(type.derived), statements: new Map(),
      empty: Object.fromEntries([...Object.keys(type.fields), '_del'].map((name) => [name, name === '_del' ? 0 : null])),
    };
    tables.set(type.table, made);
    return made;
  };
};

/** The derived columns that differ from those known. */
const derive = (table: Table, values: Record<string, Cell>, known: Record<string, Cell>, into: Record<string, Cell>): void => {
  for (const [name, compute] of table.derived) {
    // `values` has exactly the declared fields, which is what the declaration's own functions take.
    const value = compute(values as never);
    if (known[name] === value) continue;
    known[name] = value;
    into[name] = value;
  }
};

const startBulk = (store: Store): { bulk: Bulk; commit: () => void } => {
  const { db, office, writer } = store;
  const tableOf = openTables(store);
  const stream = store.read.get<{ seq: number; chain: string }>('SELECT seq, chain FROM sync_stream WHERE office = ? AND writer = ?', [office, writer]);
  const [append, keepBefore, addAction] = [db.prepare<Cell[]>(appendSql), db.prepare<Cell[]>('INSERT INTO before_image (seq, patch) VALUES (?, ?)'), db.prepare<Cell[]>(actionSql)];
  let seq = stream?.seq ?? 0;
  let chain = stream?.chain ?? '';
  let hlc = store.clock.last === 0 ? -(2 ** 52) : store.clock.last;
  let actions = store.read.value<number | null>('SELECT max(id) FROM action') ?? 0;
  let author: Actor | null = null;
  let written = 0;
  let waiting = 0;

  const commit = (): void => {
    if (!db.inTransaction) return;
    if (seq > 0) db.prepare<Cell[]>(streamSql).run(office, writer, seq, chain);
    store.door.isOpen = false;
    db.exec('COMMIT');
    store.clock.see(hlc);
    waiting = 0;
  };

  const log = (type: AnyRecord, id: string, parents: string, patch: Readonly<Record<string, PatchValue>>, before: string): string => {
    if (author === null) throw new Error('an operation outside an action');
    seq += 1;
    hlc += 1;
    written += 1;
    waiting += 1;
    const text = JSON.stringify(patch);
    const op = { office, writer, seq, hlc, tbl: type.table, row_id: id, parents, user_id: author.number, sv: schemaVersion, ph: hashOfPatch(text) };
    chain = chainOf(chain, op);
    append.run(office, writer, seq, hlc, op.tbl, id, parents, op.user_id, schemaVersion, text, op.ph, chain);
    keepBefore.run(seq, before);
    return opKey(op);
  };

  const statement = (table: Table, key: string, sql: () => string): Statement<Cell[]> => {
    const kept = table.statements.get(key) ?? db.prepare<Cell[]>(sql());
    table.statements.set(key, kept);
    return kept;
  };

  const create: Bulk['create'] = (type, id, cells) => {
    const table = tableOf(type);
    const row: BulkRow = { type, id, n: table.next, values: { ...table.empty, ...cells }, derived: {}, depths: {}, head: '', action: actions };
    table.next += 1;
    const [patch, columns]: [Record<string, PatchValue>, Record<string, Cell>] = [{}, {}];
    for (const name in cells) {
      const value = cells[name] ?? null;
      if (value === null) continue;
      columns[name] = value;
      patch[name] = value;
      if (type.fields[name]?.merge !== 'workflow') continue;
      patch[name] = { f: null, t: String(value), n: 1 };
      columns[`${name}_n`] = 1;
      row.depths[name] = 1;
    }
    derive(table, row.values, row.derived, columns);
    row.head = log(type, id, '', patch, '{"_del":1}');
    const names = Object.keys(columns);
    statement(table, `+${names.join()}`, () => `INSERT INTO ${type.table} (n, id, _h, _w, _heads${names.map((name) => `, ${name}`).join('')}) VALUES (?, ?, ?, ?, ?${', ?'.repeat(names.length)})`)
      .run(row.n, id, hlc, writer, row.head, ...Object.values(columns));
    return row;
  };

  const change: Bulk['change'] = (row, cells) => {
    const { type } = row;
    const table = tableOf(type);
    const patch: Record<string, PatchValue> = {};
    const [before, columns]: [Record<string, Cell>, Record<string, Cell>] = [{}, {}];
    for (const name in cells) {
      const [value, was] = [cells[name] ?? null, row.values[name] ?? null];
      const merge = type.fields[name]?.merge;
      if (value === was || (merge === 'first' && was !== null)) continue;
      before[name] = was;
      patch[name] = value;
      columns[name] = value;
      row.values[name] = value;
      if (merge !== 'workflow' || value === null) continue;
      const depth = (row.depths[name] ?? 0) + 1;
      patch[name] = { f: was === null ? null : String(was), t: String(value), n: depth };
      columns[`${name}_n`] = depth;
      row.depths[name] = depth;
    }
    if (Object.keys(patch).length === 0) return;
    if (row.action === actions) throw new Error(`${type.table} ${row.id} twice in one action`);
    row.action = actions;
    derive(table, row.values, row.derived, columns);
    row.head = log(type, row.id, row.head, patch, JSON.stringify(before));
    const names = Object.keys(columns);
    statement(table, names.join(), () => `UPDATE ${type.table} SET _h = ?, _w = ?, _heads = ?${names.map((name) => `, ${name} = ?`).join('')} WHERE n = ?`)
      .run(hlc, writer, row.head, ...Object.values(columns), row.n);
  };

  return {
    commit,
    bulk: {
      get written() { return written; },
      action: (actor, label, at, act) => {
        const first = seq + 1;
        if (!db.inTransaction) db.exec('BEGIN IMMEDIATE');
        store.door.isOpen = true;
        actions += 1;
        author = actor;
        // The first clock of the action is the wall clock, as `tick` gives it.
        hlc = Math.max(hlc, (at - EPOCH_MS) * 1024 - 1);
        act();
        author = null;
        store.door.isOpen = false;
        if (seq < first) actions -= 1;
        else addAction.run(actions, new Date(at).toISOString(), actor.number, 'do', label, first, seq);
        if (waiting >= perTransaction) commit();
      },
      create, change,
      remove: (row) => change(row, { _del: 1 }),
      restore: (row) => change(row, { _del: 0 }),
    },
  };
};

/**
 * Fills a store, then brings back the indexes, makes the followers' tables and measures the tables for the planner. Keepers are not asked and
 * nobody is told. A throw rolls back the running transaction and brings the indexes back; a process that dies leaves a file to throw away.
 */
export const writeInBulk = (store: Store, fill: (bulk: Bulk) => void): void => {
  if (store.door.isOpen) throw new Error('the door is held by another');
  const { bulk, commit } = startBulk(store);
  const putIndexesBack = dropIndexes(store);
  try {
    fill(bulk);
    commit();
  } finally {
    store.door.isOpen = false;
    if (store.db.inTransaction) store.db.exec('ROLLBACK');
    putIndexesBack();
  }
  refollow(store);
};

/** Makes the followers' tables anew and measures the tables for the planner. */
export const refollow = (store: Store): void => {
  store.db.transaction(() => {
    store.door.isOpen = true;
    try {
      rebuildFollowers(store);
    } finally {
      store.door.isOpen = false;
    }
  }).immediate();
  // Without a limit ANALYZE reads every index whole.
  store.db.pragma('analysis_limit = 1000');
  store.db.exec('ANALYZE');
};
