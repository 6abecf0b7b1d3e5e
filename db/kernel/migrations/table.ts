/**
 * SQL text of a synced table. Rows can arrive from elsewhere in any order, so there is no UNIQUE but the
 * id and no FOREIGN KEY. The triggers make SQLite itself refuse a statement that goes round the door:
 * `sync_open()` is 1 only while the door holds its transaction.
 */
export const syncedTable = (table: string, columns: string, indexes: readonly string[] = []): string => `
CREATE TABLE ${table} (
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  ${columns.trim().replace(/,$/, '')},
  _del INTEGER NOT NULL DEFAULT 0,
  _h INTEGER NOT NULL DEFAULT 0,
  _w INTEGER NOT NULL DEFAULT 0,
  _heads TEXT NOT NULL DEFAULT '',
  _cf INTEGER NOT NULL DEFAULT 0,
  _x TEXT
) STRICT;
${['INSERT', 'UPDATE', 'DELETE'].map((verb) => `CREATE TRIGGER ${table}_${verb.toLowerCase()}_guard BEFORE ${verb} ON ${table} WHEN sync_open() = 0
BEGIN SELECT RAISE(ABORT, 'every change of ${table} goes through write()'); END;`).join('\n')}
${indexes.map((columnList) => `CREATE INDEX ${table}_${columnList.replace(/\W+/g, '_')} ON ${table} (${columnList});`).join('\n')}
`;

/** SQL text that adds columns (and indexes) to a synced table of an earlier step. Exchange needs this to be the only way a table changes. */
export const addColumns = (table: string, columns: string, indexes: readonly string[] = []): string => [
  ...columns.trim().split(/\s*,\s*/).map((column) => `ALTER TABLE ${table} ADD COLUMN ${column};`),
  ...indexes.map((columnList) => `CREATE INDEX ${table}_${columnList.replace(/\W+/g, '_')} ON ${table} (${columnList});`),
].join('\n');
