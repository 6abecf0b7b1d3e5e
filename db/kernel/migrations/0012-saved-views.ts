import type { Migration } from './migration.ts';
import { syncedTable } from './table.ts';

/** Saved views of lists. */
export const savedViews: Migration = {
  version: 12,
  name: 'saved-views',
  sql: [
    syncedTable('saved_view', `
    screen TEXT, name TEXT, content TEXT, is_shared INTEGER, owner INTEGER`, ['screen']),
  ].join('\n'),
};
