import type { Migration } from './migration.ts';
import { syncedTable } from './table.ts';

/** Rules an office has set over the shipped ones, each from a day to a day. */
export const programRules: Migration = {
  version: 8,
  name: 'program-rules',
  sql: [
    syncedTable('support_rule', `
    code TEXT, name TEXT, valid_from TEXT, valid_until TEXT, is_money INTEGER, cap INTEGER, cap_rule TEXT, cap_per TEXT,
    max_months INTEGER, share_rule TEXT, share_sme TEXT, share_mid TEXT, share_large TEXT, cash_sme TEXT, cash_mid TEXT,
    cash_large TEXT, joint_min INTEGER, joint_of TEXT, is_off INTEGER, source TEXT, note TEXT`, ['code']),
    syncedTable('period_rule', `
    name TEXT, valid_from TEXT, valid_until TEXT, states_off TEXT, routes_off TEXT, required_off TEXT,
    small_task_below INTEGER, min_task INTEGER, joint_min INTEGER, task_number_pattern TEXT, member_level TEXT, cap_level TEXT, share_level TEXT, joint_level TEXT,
    route_level TEXT, follow_up_years INTEGER, item_change_percent INTEGER, source TEXT, note TEXT`, ['valid_from']),
    // Every number a task ever had, also where it has been taken away since: a number is never given twice.
    `CREATE INDEX sync_log_task_no ON sync_log (json_extract(patch, '$.task_no')) WHERE tbl = 'task' AND json_extract(patch, '$.task_no') IS NOT NULL;`,
    'CREATE INDEX task_task_no ON task (task_no);',
  ].join('\n'),
};
