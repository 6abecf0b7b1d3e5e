/** What every migration's test does: bring an empty file to the step before, then run the step. */
import Sqlite, { type Database } from 'better-sqlite3';
import { migrate, versionOf } from '../../db/kernel/migrate.ts';
import { records } from '../../db/records.ts';

/** A database in memory at the given version, with the door open. */
export const databaseAt = (version: number): Database => {
  const db = new Sqlite(':memory:');
  db.function('sync_open', () => 1);
  migrate(db, () => undefined, version);
  return db;
};

/** Runs the migrations above the database's version up to `version` and tells the tables that are new. */
export const newTables = (db: Database, version: number): string[] => {
  const tables = (): string[] => db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name").pluck().all() as string[];
  const before = new Set(tables());
  migrate(db, () => undefined, version);
  if (versionOf(db) !== version) throw new Error(`the file is at ${versionOf(db)}, not ${version}`);
  return tables().filter((name) => !before.has(name));
};

/** Columns of a table that its record declaration lacks, or the other way round. */
export const mismatches = (db: Database, table: string): string[] => {
  const type = records.find((one) => one.table === table);
  if (!type) return [`${table} is not declared`];
  const columns = new Set(db.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table) as string[]);
  const expected = new Set([
    'n', 'id', '_del', '_h', '_w', '_heads', '_cf', '_x', ...Object.keys(type.derived),
    ...Object.entries(type.fields).flatMap(([name, field]) => (field.merge === 'workflow' ? [name, `${name}_n`] : [name])),
  ]);
  return [...columns].filter((name) => !expected.has(name)).concat([...expected].filter((name) => !columns.has(name)));
};
