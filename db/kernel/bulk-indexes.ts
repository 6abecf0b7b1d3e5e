/** Secondary indexes of the record tables and of the log, taken away for a bulk write and brought back: rebuilding costs less than upkeep. */
import type { Store } from './store.ts';

/** @returns what brings every one of them back as it was */
export const dropIndexes = (store: Store): (() => void) => {
  const tables = new Set([...store.records.keys(), 'sync_log']);
  // An index without SQL belongs to a key of its table and cannot be dropped.
  const indexes = store.read.all<{ name: string; tbl_name: string; sql: string }>("SELECT name, tbl_name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL ORDER BY name")
    .filter((index) => tables.has(index.tbl_name));
  store.db.transaction(() => { for (const { name } of indexes) store.db.exec(`DROP INDEX ${name}`); }).immediate();
  return () => { for (const { sql } of indexes) store.db.exec(sql); };
};
