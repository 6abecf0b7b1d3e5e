import type { Migration } from './migration.ts';
import { syncedTable } from './table.ts';

/** Reports as they were handed in. */
export const frozenReports: Migration = {
  version: 21,
  name: 'frozen-reports',
  sql: syncedTable('frozen_report', `
    report TEXT, title TEXT, submitted_on TEXT, submitted_to TEXT, submitted_by TEXT, document_no TEXT, note TEXT, params TEXT, definitions TEXT, numbers TEXT,
    clock INTEGER, records INTEGER, ids_sha256 TEXT, withdrawn_on TEXT, withdrawn_reason TEXT`, ['report, submitted_on']),
};
