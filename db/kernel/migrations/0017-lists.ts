import type { Migration } from './migration.ts';

/** What long lists and a long log need: the newest clock without a walk over the log, and the rows of a selection as row numbers of this device. */
export const lists: Migration = {
  version: 17,
  name: 'lists',
  sql: `
CREATE INDEX sync_log_hlc ON sync_log (hlc);
CREATE INDEX person_name ON person (name);
DROP TABLE selection;
CREATE TABLE selection (id TEXT PRIMARY KEY, tbl TEXT NOT NULL, label TEXT NOT NULL, rows TEXT NOT NULL, count INTEGER NOT NULL, at TEXT NOT NULL) STRICT, WITHOUT ROWID;
`,
};
