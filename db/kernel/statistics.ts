/**
 * What SQLite knows of the rows when it chooses between indexes. Kept up table by table, one a turn of the thread: a table is looked
 * at again when it has grown or shrunk four times over since (SQLite's own rule is ten times, for all tables in one piece).
 */
import { run } from './row.ts';
import type { Store } from './store.ts';

/** Rows of an index that are looked at: enough to tell one from another, and done in milliseconds (SQLite's advice for large files: 100 to 1000). */
const lookedAt = 100;
/** Below this many rows any plan is quick. */
const smallTable = 1000;
const growth = 4;

/** A partial index counts its own rows alone; the largest number is that of the table. */
const rowsThen = (store: Store, table: string): number => store.read.value<number>('SELECT max(CAST(stat AS INTEGER)) FROM sqlite_stat1 WHERE tbl = ?', [table]) ?? 0;

const isOutgrown = (store: Store, table: string): boolean => {
  const now = store.read.value<number>(`SELECT max(rowid) FROM ${table}`) ?? 0;
  const then = rowsThen(store, table);
  return now > smallTable && (now > then * growth || now * growth < then);
};

/** Tables with an index of their own, `WITHOUT ROWID` ones and those of FTS5 left out. The log is asked by one index at a time: there is nothing to choose. */
const indexedTables = (store: Store): string[] =>
  store.read.column<string>("SELECT DISTINCT i.tbl_name FROM sqlite_schema i JOIN pragma_table_list l ON l.name = i.tbl_name AND l.schema = 'main' AND l.wr = 0 AND l.type = 'table' WHERE i.type = 'index' AND i.tbl_name <> 'sync_log' ORDER BY 1");

/** Pause between two tables, so that what a user does meanwhile never waits for more than one. */
const pauseMs = 200;

/** Looks at the tables that have outgrown what is known of them. @returns their names */
export const keepStatistics = async (store: Store, isStopped: () => boolean, pause = pauseMs): Promise<string[]> => {
  const looked: string[] = [];
  store.db.pragma(`analysis_limit = ${lookedAt}`);
  if (store.read.value("SELECT 1 FROM sqlite_schema WHERE name = 'sqlite_stat1'") === undefined) run(store, 'ANALYZE sqlite_schema', []);
  for (const table of indexedTables(store)) {
    if (isStopped()) break;
    if (store.door.isOpen || !isOutgrown(store, table)) continue;
    store.db.exec(`ANALYZE ${table}`);
    looked.push(table);
    await new Promise((resolve) => { setTimeout(resolve, pause).unref(); });
  }
  return looked;
};
