import type { Migration } from './migration.ts';
import { syncedTable } from './table.ts';

/** Mini-clusters, members and officers. */
export const clusters: Migration = {
  version: 3,
  name: 'clusters',
  sql: [
    syncedTable('mini_cluster', `
    name TEXT, code TEXT, hub TEXT, kind TEXT, industry TEXT, founded_on TEXT, dissolved_on TEXT, merged_into TEXT,
    parent TEXT, manager TEXT, dues_rule TEXT, quorum_percent INTEGER, memo TEXT, name_key TEXT, name_cho TEXT`, ['hub', 'name']),
    syncedTable('membership', `
    cluster TEXT, person TEXT, organisation TEXT, kind TEXT, joined_on TEXT, left_on TEXT, memo TEXT`, ['cluster, joined_on', 'person', 'organisation']),
    syncedTable('officer', `
    cluster TEXT, person TEXT, role TEXT, from_on TEXT, to_on TEXT`, ['cluster', 'person']),
  ].join('\n'),
};
