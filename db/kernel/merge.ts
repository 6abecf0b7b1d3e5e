/** Takes operations that came from elsewhere, in any order and any part, and re-folds the rows they touch. */
import type { AnyRecord, Cell } from './field.ts';
import { tellFollowers, type ChangedRow } from './follow.ts';
import { foldRow, type FoldedRow } from './fold.ts';
import type { Operation } from './operation.ts';
import { deriveInto, rowOf, run } from './row.ts';
import type { Change, Store } from './store.ts';

const columns = 'office, writer, seq, hlc, tbl, row_id, parents, user_id, sv, patch, ph, chain';

/** All operations known of one row. */
export const operationsOf = (store: Pick<Store, 'read'>, table: string, id: string): Operation[] =>
  store.read.all<Operation>(`SELECT ${columns} FROM sync_log WHERE row_id = ? AND tbl = ? ORDER BY hlc, writer`, [id, table]);

/** Operations of every stream above the given marks (`office:writer` → seq), in stream order. */
export const operationsSince = (store: Pick<Store, 'read'>, marks: ReadonlyMap<string, number>): Operation[] =>
  store.read.all<Operation>(`SELECT ${columns} FROM sync_log ORDER BY office, writer, seq`)
    .filter((op) => op.seq > (marks.get(`${op.office}:${op.writer}`) ?? 0));

const isFirstWins = (type: AnyRecord) => (field: string): boolean => type.fields[field]?.merge === 'first';

/** The columns a folded row shows in its table; fields this version does not know are named in `_x`. */
export const columnsOf = (type: AnyRecord, row: FoldedRow): Record<string, Cell> => {
  const shown: Record<string, Cell> = {};
  for (const [name, field] of Object.entries(type.fields)) {
    shown[name] = row.values[name] ?? null;
    if (field.merge === 'workflow') shown[`${name}_n`] = row.depths[name] ?? null;
  }
  const unknown = Object.keys(row.values).filter((name) => name !== '_del' && !(name in type.fields)).sort();
  return {
    ...deriveInto(type, undefined, shown),
    _del: row.deleted ? 1 : 0, _h: row.hlc, _w: row.writer, _heads: row.heads, _cf: row.conflicts.length, _x: unknown.length > 0 ? unknown.join(',') : null,
  };
};

/** Folds one row from the log and writes it to its table. */
export const refoldRow = (store: Store, type: AnyRecord, id: string): void => {
  const folded = foldRow(operationsOf(store, type.table, id), isFirstWins(type));
  const shown = columnsOf(type, folded);
  const names = Object.keys(shown);
  run(store, `INSERT INTO ${type.table} (id, ${names.join(', ')}) VALUES (?${', ?'.repeat(names.length)})
    ON CONFLICT (id) DO UPDATE SET ${names.map((name) => `${name} = excluded.${name}`).join(', ')}`, [id, ...Object.values(shown)]);
  run(store, 'DELETE FROM sync_conflict WHERE tbl = ? AND row_id = ?', [type.table, id]);
  for (const lost of folded.conflicts) {
    run(store, 'INSERT INTO sync_conflict (tbl, row_id, field, writer, seq, value) VALUES (?, ?, ?, ?, ?, ?)', [type.table, id, lost.field, lost.writer, lost.seq, lost.value]);
  }
};

/**
 * Adds operations to the log (those already held are passed over) and brings the tables up to date.
 * @param ops each stream's operations must follow on from what is held; the caller has verified the chains
 * @returns the number of operations that were new
 */
export const mergeOperations = (store: Store, ops: readonly Operation[]): number => {
  const touched = new Map<string, { table: string; id: string }>();
  let added = 0;
  const clockBefore = store.clock.last;
  store.db.exec('BEGIN IMMEDIATE');
  store.door.isOpen = true;
  try {
    for (const op of ops) {
      const known = store.read.value<number>('SELECT 1 FROM sync_log WHERE office = ? AND writer = ? AND seq = ?', [op.office, op.writer, op.seq]);
      if (known) continue;
      run(store, `INSERT INTO sync_log (${columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        [op.office, op.writer, op.seq, op.hlc, op.tbl, op.row_id, op.parents, op.user_id, op.sv, op.patch, op.ph, op.chain]);
      run(store, `INSERT INTO sync_stream (office, writer, seq, chain) VALUES (?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET seq = excluded.seq, chain = excluded.chain WHERE excluded.seq > sync_stream.seq`, [op.office, op.writer, op.seq, op.chain]);
      store.clock.see(op.hlc);
      touched.set(`${op.tbl} ${op.row_id}`, { table: op.tbl, id: op.row_id });
      added += 1;
    }
    const rows: ChangedRow[] = [];
    for (const { table, id } of touched.values()) {
      const type = store.records.get(table);
      // A table of a newer version stays in the log and is folded after the update.
      if (!type) continue;
      rows.push({ table, id, fields: null, was: rowOf(store, type, id) ?? null });
      refoldRow(store, type, id);
    }
    tellFollowers(store, rows);
    store.door.isOpen = false;
    store.db.exec('COMMIT');
  } catch (error) {
    store.door.isOpen = false;
    store.db.exec('ROLLBACK');
    store.clock.rewind(clockBefore);
    throw error;
  }
  if (added > 0) announce(store, [...touched.values()]);
  return added;
};

const announce = (store: Store, rows: readonly { table: string; id: string }[]): void => {
  const tables: Change['tables'] = {};
  for (const { table, id } of rows) {
    const type = store.records.get(table);
    if (!type) continue;
    const entry = (tables[table] ??= { ids: [], fields: Object.keys(type.fields), rowsCameOrWent: true });
    if (entry.ids.length < 200) entry.ids.push(id);
  }
  for (const listener of store.listeners) listener({ action: 0, tables });
};

export type Difference = { table: string; id: string; column: string; inTable: Cell; inLog: Cell };

/** Folds one row from the log and compares it with its table. */
export const differencesOfRow = (store: Pick<Store, 'read'>, type: AnyRecord, id: string): Difference[] => {
  const row = store.read.get<Record<string, Cell>>(`SELECT * FROM ${type.table} WHERE id = ?`, [id]);
  const operations = operationsOf(store, type.table, id);
  if (operations.length === 0) return [{ table: type.table, id, column: 'id', inTable: id, inLog: null }];
  return Object.entries(columnsOf(type, foldRow(operations, isFirstWins(type)))).flatMap(([column, inLog]) => {
    const inTable = row?.[column] ?? null;
    return inTable === inLog ? [] : [{ table: type.table, id, column, inTable, inLog }];
  });
};

/**
 * Self-check (자료 점검): folds every row from the log and compares it with its table. An empty list means
 * that nothing went past the door and nothing is lost.
 */
export const compareWithLog = (store: Store): Difference[] => {
  const differences: Difference[] = [];
  for (const type of store.records.values()) {
    const ids = new Set(store.read.column<string>('SELECT DISTINCT row_id FROM sync_log WHERE tbl = ?', [type.table]));
    for (const id of store.read.column<string>(`SELECT id FROM ${type.table}`)) {
      if (!ids.has(id)) differences.push({ table: type.table, id, column: 'id', inTable: id, inLog: null });
    }
    for (const id of ids) differences.push(...differencesOfRow(store, type, id));
  }
  return differences;
};
