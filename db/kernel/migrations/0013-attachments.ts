import type { Migration } from './migration.ts';
import { syncedTable } from './table.ts';

/** Attachments; the bytes lie beside the database. */
export const attachments: Migration = {
  version: 13,
  name: 'attachments',
  sql: [
    syncedTable('attachment', `
    owner_table TEXT, owner TEXT, kind TEXT, name TEXT, mime TEXT, size INTEGER, sha256 TEXT, person TEXT, note TEXT`, ['owner', 'sha256']),
  ].join('\n'),
};
