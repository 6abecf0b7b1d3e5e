/** A database made by an earlier state of the program brought to the schema of this one, object by object: until the first release a step of the schema may still be edited. */
import { rmSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import { schemaVersion } from '../../../db/kernel/migrate.ts';
import { openStore } from '../../../db/kernel/store.ts';
import { followers } from '../../../db/followers.ts';
import { records } from '../../../db/records.ts';
import { temporaryFolder } from '../../support/store.ts';

type Made = { type: string; name: string; tbl_name: string; sql: string };

const objectsSql = "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY CASE type WHEN 'table' THEN 0 WHEN 'index' THEN 1 ELSE 2 END, name";

const freshObjects = (): Made[] => {
  const dataDir = temporaryFolder();
  const store = openStore({ dataDir, records, followers });
  try {
    return store.read.all<Made>(objectsSql);
  } finally {
    store.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
};

const columnsOf = (db: Database, table: string): string[] => (db.pragma(`table_info(${table})`) as { name: string }[]).map(({ name }) => name);

/** What a table of the index of texts consists of is made and dropped with it. */
const isShadow = (virtual: ReadonlySet<string>, name: string): boolean => [...virtual].some((one) => name.startsWith(`${one}_`));

/** Renaming a table puts its name into quotation marks. */
const plain = (sql: string): string => sql.replace(/"(\w+)"/g, '$1').replace(/\s+/g, ' ');

/**
 * Makes, drops and makes anew what differs; a column a record has gained is added. Rows of records and of the log are never touched.
 * @returns the local tables that now stand empty
 */
export const alignSchema = (db: Database): string[] => {
  const wanted = freshObjects();
  const virtual = new Set(wanted.filter(({ sql }) => sql.startsWith('CREATE VIRTUAL')).map(({ name }) => name));
  const lasting = new Set([...records.map(({ table }) => table), 'sync_log', 'sync_self', 'sync_stream', 'sync_conflict', 'action', 'before_image', 'draft', 'preference', 'selection']);
  const present = new Map((db.prepare(objectsSql).all() as Made[]).map((one) => [`${one.type} ${one.name}`, one]));
  const emptied: string[] = [];
  const make = (one: Made): void => {
    db.exec(one.sql);
    if (one.type === 'table' && !lasting.has(one.name)) emptied.push(one.name);
  };
  const names = new Set(wanted.map((one) => `${one.type} ${one.name}`));
  for (const [name, one] of present) if (one.type !== 'table' && !names.has(name)) db.exec(`DROP ${one.type} ${one.name}`);
  for (const one of wanted) {
    if (isShadow(virtual, one.name)) continue;
    const there = present.get(`${one.type} ${one.name}`);
    if (there && plain(there.sql) === plain(one.sql)) continue;
    if (there && one.type === 'table' && lasting.has(one.name)) {
      const known = new Set(columnsOf(db, one.name));
      for (const [, column = '', type = ''] of one.sql.matchAll(/\b(\w+) (TEXT|INTEGER)\b/g)) if (!known.has(column)) db.exec(`ALTER TABLE ${one.name} ADD COLUMN ${column} ${type}`);
      continue;
    }
    // An index or trigger of a table dropped just now is gone already.
    if (there) db.exec(`DROP ${one.type} IF EXISTS ${one.name}`);
    make(one);
  }
  // What hung on a table that was made anew.
  const now = new Set((db.prepare(objectsSql).all() as Made[]).map((one) => `${one.type} ${one.name}`));
  for (const one of wanted) if (!isShadow(virtual, one.name) && !now.has(`${one.type} ${one.name}`)) db.exec(one.sql);
  db.pragma(`user_version = ${schemaVersion}`);
  db.prepare("UPDATE sync_self SET v = ? WHERE k = 'upgraded'").run(schemaVersion);
  return emptied;
};
