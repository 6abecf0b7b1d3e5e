import type { Migration } from './migration.ts';

/**
 * The index of the search (tokens made by db/search), and rows that still wait to be indexed. Local and made from the records: not exchanged.
 * `ascii` leaves every letter beyond ASCII as it is, so no table of letters decides what can be found.
 */
export const search: Migration = {
  version: 18,
  name: 'search',
  sql: `
CREATE VIRTUAL TABLE search_text USING fts5 (tokens, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii');
CREATE TABLE search_waiting (row INTEGER PRIMARY KEY) STRICT;
CREATE INDEX task_title_key ON task (title_key);
CREATE INDEX meeting_name_key ON meeting (name_key);
CREATE INDEX mini_cluster_name_key ON mini_cluster (name_key);
CREATE INDEX committee_name_key ON committee (name_key);
CREATE INDEX person_roles ON person (roles) WHERE roles IS NOT NULL;
`,
};
