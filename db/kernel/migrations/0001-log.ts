import type { Migration } from './migration.ts';

/**
 * The operation log, what this device knows of itself, and what stays on this device only.
 * The log keeps its rowid: without one a row of more than 1,002 bytes (a session with its texts) takes a page of its own, and of the log of the
 * nation's ten years 203 of 364 MB stood empty (measured).
 */
export const log: Migration = {
  version: 1,
  name: 'log',
  sql: `
CREATE TABLE sync_self (k TEXT PRIMARY KEY, v ANY) STRICT;
CREATE TABLE sync_log (
  office INTEGER NOT NULL, writer INTEGER NOT NULL, seq INTEGER NOT NULL, hlc INTEGER NOT NULL,
  tbl TEXT NOT NULL, row_id TEXT NOT NULL, parents TEXT NOT NULL, user_id INTEGER NOT NULL, sv INTEGER NOT NULL,
  patch TEXT NOT NULL, ph TEXT NOT NULL, chain TEXT NOT NULL,
  PRIMARY KEY (office, writer, seq)
) STRICT;
CREATE INDEX sync_log_row ON sync_log (row_id, tbl, hlc, writer);
CREATE TRIGGER sync_log_insert_guard BEFORE INSERT ON sync_log WHEN sync_open() = 0
BEGIN SELECT RAISE(ABORT, 'only write() and merge() append to the log'); END;
CREATE TRIGGER sync_log_update_guard BEFORE UPDATE ON sync_log
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER sync_log_delete_guard BEFORE DELETE ON sync_log
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TABLE sync_stream (
  office INTEGER NOT NULL, writer INTEGER NOT NULL, seq INTEGER NOT NULL, chain TEXT NOT NULL, acked INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (office, writer)
) STRICT, WITHOUT ROWID;
CREATE TABLE sync_conflict (
  tbl TEXT NOT NULL, row_id TEXT NOT NULL, field TEXT NOT NULL, writer INTEGER NOT NULL, seq INTEGER NOT NULL, value ANY,
  PRIMARY KEY (tbl, row_id, field, writer, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE action (
  id INTEGER PRIMARY KEY, at TEXT NOT NULL, user_id INTEGER NOT NULL, kind TEXT NOT NULL, label TEXT NOT NULL,
  first_seq INTEGER NOT NULL, last_seq INTEGER NOT NULL, undoes INTEGER, undone_by INTEGER
) STRICT;
CREATE TABLE before_image (seq INTEGER PRIMARY KEY, patch TEXT NOT NULL) STRICT;
CREATE TABLE draft (user_id INTEGER NOT NULL, k TEXT NOT NULL, label TEXT NOT NULL, body TEXT NOT NULL, at TEXT NOT NULL, PRIMARY KEY (user_id, k)) STRICT, WITHOUT ROWID;
CREATE TABLE preference (user_id INTEGER NOT NULL, k TEXT NOT NULL, v TEXT NOT NULL, PRIMARY KEY (user_id, k)) STRICT, WITHOUT ROWID;
CREATE TABLE selection (id TEXT PRIMARY KEY, tbl TEXT NOT NULL, label TEXT NOT NULL, ids TEXT NOT NULL, at TEXT NOT NULL) STRICT, WITHOUT ROWID;
`,
};
