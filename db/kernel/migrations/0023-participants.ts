import type { Migration } from './migration.ts';

/** Local tables of who works with whom (db/facts/participant-fact.ts): row numbers, so that a million tasks are walked through in their indexes alone. */
export const participants: Migration = {
  version: 23,
  name: 'participants',
  sql: `
CREATE TABLE participant_fact (n INTEGER PRIMARY KEY, task INTEGER NOT NULL, body INTEGER, lead INTEGER, day TEXT) STRICT;
CREATE INDEX participant_fact_task ON participant_fact (task);
CREATE TABLE joint_body (task INTEGER NOT NULL, body INTEGER NOT NULL, day TEXT, PRIMARY KEY (task, body)) STRICT, WITHOUT ROWID;
CREATE INDEX joint_body_body ON joint_body (body, day);
`,
};
