/** A stored set of records with a name: the records behind a number, the rows an import made. Lists open it by its id. */
import { hash } from 'node:crypto';
import { query } from '../kernel/query.ts';
import type { Reader } from '../kernel/reader.ts';
import { run } from '../kernel/row.ts';
import type { Store } from '../kernel/store.ts';

export type Selection = { id: string; table: string; label: string; count: number };

/** Records by id, as those who count name them. */
export type NamedRecords = { table: string; label: string; ids: readonly string[] };

/** The same as row numbers of this device, in a text that a thread hands over in one piece: half a million ids would hold the application thread up. */
export type RecordRows = { table: string; label: string; rows: string; count: number };

const keptSelections = 300;

/** Row numbers of records; runs in a reader thread. `table` must be a record table. */
export const asRows = (read: Reader, { table, label, ids }: NamedRecords): RecordRows => ({
  table, label, count: ids.length, rows: read.value<string>(`SELECT json_group_array(t.n) FROM json_each(?) j JOIN ${table} t ON t.id = j.value`, [JSON.stringify(ids)]) ?? '[]',
});

export const rowsQuery = query('selection.rows', asRows);

/** Stores the set; the same set under the same name keeps its id. */
export const openSelection = (store: Store, { table, label, rows, count }: RecordRows): Selection => {
  const id = hash('sha256', `${table}|${label}|${rows}`, 'hex').slice(0, 24);
  run(store, 'INSERT INTO selection (id, tbl, label, rows, count, at) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET at = excluded.at', [id, table, label, rows, count, new Date(store.now()).toISOString()]);
  run(store, 'DELETE FROM selection WHERE id NOT IN (SELECT id FROM selection ORDER BY at DESC LIMIT ?)', [keptSelections]);
  return { id, table, label, count };
};

export const selectionOf = (store: Store, id: string): Selection | null =>
  store.read.get<Selection>('SELECT id, tbl AS "table", label, count FROM selection WHERE id = ?', [id]) ?? null;
