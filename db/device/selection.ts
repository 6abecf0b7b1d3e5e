/** A stored set of records with a name: the records behind a number, the rows an import made. Lists open it by its id. */
import { hash } from 'node:crypto';
import { run } from '../kernel/row.ts';
import type { Store } from '../kernel/store.ts';

export type Selection = { id: string; table: string; label: string; count: number };

const keptSelections = 300;

/** Stores the set; the same set under the same name keeps its id. */
export const openSelection = (store: Store, { table, label, ids }: { table: string; label: string; ids: readonly string[] }): Selection => {
  const body = JSON.stringify(ids);
  const id = hash('sha256', `${table}|${label}|${body}`, 'hex').slice(0, 24);
  run(store, 'INSERT INTO selection (id, tbl, label, ids, at) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET at = excluded.at', [id, table, label, body, new Date(store.now()).toISOString()]);
  run(store, 'DELETE FROM selection WHERE id NOT IN (SELECT id FROM selection ORDER BY at DESC LIMIT ?)', [keptSelections]);
  return { id, table, label, count: ids.length };
};

export const selectionOf = (store: Store, id: string): Selection | null =>
  store.read.get<Selection>('SELECT id, tbl AS "table", label, json_array_length(ids) AS count FROM selection WHERE id = ?', [id]) ?? null;
