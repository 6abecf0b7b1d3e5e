/** What a file needs after a step of the schema: columns that are computed, and what newer programs had written before this one could read it. */
import { rebuildFollowers } from './follow.ts';
import { refoldRow } from './merge.ts';
import { schemaVersion } from './migrate.ts';
import { migrations } from './migrations/index.ts';
import type { Migration } from './migrations/migration.ts';
import { deriveInto, run } from './row.ts';
import type { AnyRecord, Cell } from './field.ts';
import type { Store } from './store.ts';

const deriveTable = (store: Store, table: string): void => {
  const type = store.records.get(table);
  if (!type) return;
  for (const row of store.read.all<Record<string, Cell> & { id: string }>(`SELECT * FROM ${table}`)) {
    const derived = deriveInto(type, row, {});
    const names = Object.keys(derived);
    if (names.length > 0) run(store, `UPDATE ${table} SET ${names.map((name) => `${name} = ?`).join(', ')} WHERE id = ?`, [...Object.values(derived), row.id]);
  }
};

const rowsAtATime = 20_000;

/** Rows that only the log knows: one walk over it, whatever the number of tables. */
const rowsOnlyInLog = (store: Store): Map<string, { type: AnyRecord; id: string }> => {
  const lacking = new Map<string, { type: AnyRecord; id: string }>();
  for (let last = 0; ; ) {
    const ops = store.read.all<{ n: number; tbl: string; row_id: string }>('SELECT rowid AS n, tbl, row_id FROM sync_log WHERE rowid > ? ORDER BY rowid LIMIT ?', [last, rowsAtATime]);
    for (const { tbl, row_id: id } of ops) {
      const type = store.records.get(tbl);
      if (type && !lacking.has(`${tbl} ${id}`) && store.read.value(`SELECT 1 FROM ${tbl} WHERE id = ?`, [id]) === undefined) lacking.set(`${tbl} ${id}`, { type, id });
    }
    const end = ops.at(-1)?.n;
    if (end === undefined) return lacking;
    last = end;
  }
};

/** Rows of which the log holds fields, or everything, that this program has just learnt to read (exchange.md 3.8). */
const refoldUnread = (store: Store): void => {
  const unread = [...store.records.values()].flatMap((type) => store.read.column<string>(`SELECT id FROM ${type.table} WHERE _x IS NOT NULL`).map((id) => ({ type, id })));
  for (const { type, id } of [...unread, ...rowsOnlyInLog(store).values()]) refoldRow(store, type, id);
};

/** A step of indexes alone changes no row and no table: nothing has to be made anew after it, which takes minutes over millions of rows. */
export const isOfIndexes = ({ sql }: Pick<Migration, 'sql'>): boolean => sql.split(';').map((one) => one.trim()).every((one) => one === '' || /^(CREATE|DROP) INDEX\b/.test(one));

/**
 * Finishes an upgrade, once per version of the schema. The version is noted in the same transaction, so a crash in
 * between leaves a file that is finished at the next start.
 */
export const finishUpgrade = (store: Store): void => {
  const finished = store.read.value<number>("SELECT v FROM sync_self WHERE k = 'upgraded'") ?? 0;
  if (finished >= schemaVersion) return;
  const steps = migrations.filter((step) => step.version > finished && !isOfIndexes(step));
  store.db.transaction(() => {
    store.door.isOpen = true;
    try {
      if (steps.length > 0) {
        for (const table of new Set(steps.flatMap((step) => step.derives ?? []))) deriveTable(store, table);
        refoldUnread(store);
        rebuildFollowers(store, true);
      }
      run(store, "INSERT INTO sync_self (k, v) VALUES ('upgraded', ?) ON CONFLICT (k) DO UPDATE SET v = excluded.v", [schemaVersion]);
    } finally {
      store.door.isOpen = false;
    }
  }).immediate();
};
