/**
 * Reading as things stood at an earlier moment. A connection of its own hides record tables behind tables of the same names
 * that only it sees: today's rows that no later operation touched, and the others folded from what the log held until then. So
 * any SELECT runs unchanged. A table is made when a statement first names it.
 */
import Sqlite, { type Database } from 'better-sqlite3';
import type { AnyRecord, Cell } from './field.ts';
import { EPOCH_MS } from './clock.ts';
import { foldRow } from './fold.ts';
import type { Local } from './follow.ts';
import { columnsOf } from './merge.ts';
import type { Operation } from './operation.ts';
import { readerOf, type Parameter, type Parameters, type Reader } from './reader.ts';

/** Local tables that are made from record tables: how they are filled, reading and writing under their own names. */
export type Made = Readonly<{ tables: readonly string[]; fill: (local: Local) => void }>;

export type Past = { readonly read: Reader; /** True once operations from before the moment have arrived that were not known. */ isOutdated(): boolean; close(): void };

/** First clock after a calendar day (`YYYY-MM-DD`) of the device. */
export const clockAfter = (day: string): number => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return (new Date(year, month - 1, date + 1).getTime() - EPOCH_MS) * 1024;
};

const rowsAtATime = 2_000;

type Column = { name: string; type: string };

/** Long texts that are searched stay where they are: no figure is made of them, and they are most of the bytes. */
const columnsShown = (db: Database, type: AnyRecord): Column[] =>
  db.prepare<[string], Column>('SELECT name, type FROM main.pragma_table_info(?)').all(type.table).filter(({ name }) => type.fields[name]?.kind !== 'long' || type.fields[name].search !== true);

const words = /[a-z_][a-z0-9_]*/g;

/** The indexes of a table, for its namesake that only this connection sees; those that name a column it does not have are left out. */
const copyIndexes = (db: Database, table: string): void => {
  const columns = (schema: 'main' | 'temp'): string[] => db.prepare<[string], string>(`SELECT name FROM ${schema}.pragma_table_info(?, '${schema}')`).pluck().all(table);
  const shown = new Set(columns('temp'));
  const missing = new Set(columns('main').filter((name) => !shown.has(name)));
  for (const { name, sql } of db.prepare<[string], { name: string; sql: string }>("SELECT name, sql FROM main.sqlite_master WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL").all(table)) {
    if (!(sql.match(words) ?? []).some((word) => missing.has(word))) db.exec(sql.replace(`INDEX ${name}`, `INDEX temp.${name}`));
  }
};

const isFirstWins = (type: AnyRecord) => (field: string): boolean => type.fields[field]?.merge === 'first';

type Kept = Operation & { n: number };

/** Rows of a table at the moment: those nobody touched since as they are, the others from the log. Rows that came later are not there. */
const makeRecords = (db: Database, type: AnyRecord, cut: number): void => {
  const { table } = type;
  const columns = columnsShown(db, type);
  const names = columns.map(({ name }) => name);
  db.exec(`CREATE TEMP TABLE ${table} (${columns.map(({ name, type: kind }) => `${name} ${kind}${name === 'n' ? ' PRIMARY KEY' : name === 'id' ? ' NOT NULL UNIQUE' : ''}`).join(', ')})`);
  db.prepare(`INSERT INTO temp.${table} (${names.join(', ')}) SELECT ${names.join(', ')} FROM main.${table} WHERE _h < ?`).run(cut);
  const touched = db.prepare<[number], number>(`SELECT n FROM main.${table} WHERE _h >= ?`).pluck().all(cut);
  const earlier = db.prepare<[string, string, number], Kept>(`SELECT t.n, l.* FROM json_each(?) j JOIN main.${table} t ON t.n = j.value JOIN main.sync_log l ON l.row_id = t.id AND l.tbl = ? AND l.hlc < ?`);
  const put = db.prepare<Cell[]>(`INSERT INTO temp.${table} (${names.join(', ')}) VALUES (?${', ?'.repeat(names.length - 1)})`);
  const putSome = db.transaction((some: readonly number[]): void => {
    for (const [n, own] of Map.groupBy(earlier.all(JSON.stringify(some), table, cut), (op) => op.n)) {
      const shown: Record<string, Cell> = { ...columnsOf(type, foldRow(own, isFirstWins(type))), n, id: own[0]?.row_id ?? '' };
      put.run(...names.map((name) => shown[name] ?? null));
    }
  });
  for (let start = 0; start < touched.length; start += rowsAtATime) putSome(touched.slice(start, start + rowsAtATime));
  copyIndexes(db, table);
};

const makeLocal = (db: Database, { tables, fill }: Made, local: Local): void => {
  for (const table of tables) {
    const sql = db.prepare<[string], string>("SELECT sql FROM main.sqlite_master WHERE type = 'table' AND name = ?").pluck().get(table);
    if (sql !== undefined) db.exec(sql.replace(`CREATE TABLE ${table}`, `CREATE TEMP TABLE ${table}`));
  }
  fill(local);
  for (const table of tables) copyIndexes(db, table);
};

/**
 * Opens the database as it stood right before a clock value. Close it when done.
 * @param made local tables that follow records; a name stands in one of them
 */
export const openPast = (path: string, cut: number, records: readonly AnyRecord[], made: readonly Made[]): Past => {
  const db = new Sqlite(path, { readonly: true });
  db.pragma('temp_store = MEMORY');
  db.pragma('cache_size = -65536');
  const byTable = new Map<string, () => void>();
  const under = readerOf(db);
  const seen = new Set<string>();
  const ensure = (sql: string): void => {
    if (seen.has(sql)) return;
    seen.add(sql);
    for (const word of new Set(sql.match(words))) {
      const make = byTable.get(word);
      byTable.delete(word);
      make?.();
    }
  };
  const told = (sql: string): string => {
    ensure(sql);
    return sql;
  };
  const read: Reader = {
    all: <Row>(sql: string, parameters?: Parameters) => under.all<Row>(told(sql), parameters),
    get: <Row>(sql: string, parameters?: Parameters) => under.get<Row>(told(sql), parameters),
    tuples: <Tuple extends readonly Parameter[]>(sql: string, parameters?: Parameters) => under.tuples<Tuple>(told(sql), parameters),
    column: <Value extends Parameter>(sql: string, parameters?: Parameters) => under.column<Value>(told(sql), parameters),
    value: <Value extends Parameter>(sql: string, parameters?: Parameters) => under.value<Value>(told(sql), parameters),
  };
  const local: Local = { read, run: (sql, parameters) => { db.prepare<Parameter[]>(told(sql)).run(...parameters); } };
  for (const type of records) byTable.set(type.table, () => makeRecords(db, type, cut));
  for (const one of made) {
    const make = (): void => {
      for (const table of one.tables) byTable.delete(table);
      makeLocal(db, one, local);
    };
    for (const table of one.tables) byTable.set(table, make);
  }

  const newest = db.prepare<[], number | null>('SELECT max(rowid) FROM main.sync_log').pluck();
  let known = newest.get() ?? 0;
  return {
    read,
    isOutdated: () => {
      const last = newest.get() ?? 0;
      const isLate = last > known && db.prepare<[number, number], number>('SELECT 1 FROM main.sync_log WHERE rowid > ? AND hlc < ? LIMIT 1').pluck().get(known, cut) === 1;
      if (!isLate) known = last;
      return isLate;
    },
    close: () => db.close(),
  };
};
