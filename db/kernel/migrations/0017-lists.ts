import type { Migration } from './migration.ts';

/** What long lists need: people by name from an index, and the rows of a selection as row numbers of this device. */
export const lists: Migration = {
  version: 17,
  name: 'lists',
  sql: `
CREATE INDEX person_name ON person (name);
DROP TABLE selection;
CREATE TABLE selection (id TEXT PRIMARY KEY, tbl TEXT NOT NULL, label TEXT NOT NULL, rows TEXT NOT NULL, count INTEGER NOT NULL, at TEXT NOT NULL) STRICT, WITHOUT ROWID;
`,
};
