/** What every migration's test does: bring an empty file to the step before, then run the step. */
import Sqlite, { type Database } from 'better-sqlite3';
import { migrate, versionOf } from '../../db/kernel/migrate.ts';
import type { AnyRecord } from '../../db/kernel/field.ts';

/** A database in memory at the given version, with the door open. */
export const databaseAt = (version: number): Database => {
  const db = new Sqlite(':memory:');
  db.function('sync_open', () => 1);
  migrate(db, () => undefined, version);
  return db;
};

/** Tables of a database, in order of name. */
const tablesOf = (db: Database): string[] => db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name").pluck().all() as string[];

const columnsOf = (db: Database, table: string): string[] => db.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table) as string[];

/** Runs the migrations above the database's version up to `version` and tells the tables that are new. */
export const newTables = (db: Database, version: number): string[] => {
  const before = new Set(tablesOf(db));
  migrate(db, () => undefined, version);
  if (versionOf(db) !== version) throw new Error(`the file is at ${versionOf(db)}, not ${version}`);
  return tablesOf(db).filter((name) => !before.has(name));
};

export type WhatAStepDoes = {
  /** Synced tables it makes: each has its three guards. */
  synced: string[];
  /** Tables it makes that stay on the device. */
  local: string[];
  /** Columns it adds to older tables. */
  added: Record<string, number>;
};

/** Runs one step on a file of the version before it. */
export const whatStepDoes = (version: number): WhatAStepDoes => {
  const db = databaseAt(version - 1);
  const columnsBefore = new Map(tablesOf(db).map((table) => [table, columnsOf(db, table).length]));
  const made = newTables(db, version);
  const guards = (table: string): unknown => db.prepare("SELECT count(*) FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ?").pluck().get(table);
  const grown = [...columnsBefore].map(([table, count]): [string, number] => [table, columnsOf(db, table).length - count]).filter(([, count]) => count > 0);
  return { synced: made.filter((table) => guards(table) === 3), local: made.filter((table) => guards(table) === 0), added: Object.fromEntries(grown) };
};

/** Columns of a table that its record declaration lacks, or the other way round. */
export const mismatches = (db: Database, type: AnyRecord): string[] => {
  const columns = new Set(columnsOf(db, type.table));
  const expected = new Set([
    'n', 'id', '_del', '_h', '_w', '_heads', '_cf', '_x', ...Object.keys(type.derived),
    ...Object.entries(type.fields).flatMap(([name, field]) => (field.merge === 'workflow' ? [name, `${name}_n`] : [name])),
  ]);
  return [...columns].filter((name) => !expected.has(name)).concat([...expected].filter((name) => !columns.has(name))).map((name) => `${type.table}.${name}`);
};
