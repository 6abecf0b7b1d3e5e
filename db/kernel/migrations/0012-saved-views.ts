import type { Migration } from './migration.ts';
import { syncedTable } from './table.ts';

/** Saved views of lists, and lines of the quality queue that were put aside. */
export const savedViews: Migration = {
  version: 12,
  name: 'saved-views',
  sql: [
    syncedTable('saved_view', `
    screen TEXT, name TEXT, content TEXT, is_shared INTEGER, owner INTEGER`, ['screen']),
    syncedTable('put_aside', `
    rule TEXT, record TEXT, field TEXT, reason TEXT, until_on TEXT`, ['record']),
  ].join('\n'),
};
