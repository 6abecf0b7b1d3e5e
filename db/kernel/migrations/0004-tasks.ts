import type { Migration } from './migration.ts';
import { syncedTable } from './table.ts';

/** Difficulty tasks, participants and status history. */
export const tasks: Migration = {
  version: 4,
  name: 'tasks',
  sql: [
    syncedTable('task', `
    title TEXT, task_no TEXT, status TEXT, status_n INTEGER, need_text TEXT, field TEXT, other_fields TEXT,
    stage TEXT, support_type TEXT, route TEXT, program_year INTEGER, found_by TEXT, source_session TEXT,
    source_meeting TEXT, lead_org TEXT, site TEXT, cluster TEXT, coordinator TEXT, found_on TEXT, received_on TEXT,
    decided_on TEXT, agreed_on TEXT, start_on TEXT, end_on TEXT, completed_on TEXT, fund_national INTEGER,
    fund_local INTEGER, fund_private_cash INTEGER, fund_private_in_kind INTEGER, employees_at_decision INTEGER,
    first_national_rnd TEXT, final_grade TEXT, memo TEXT, title_key TEXT, title_cho TEXT, total_cost INTEGER`, ['lead_org', 'cluster', 'coordinator', 'status', 'found_on', 'decided_on', 'source_session', 'source_meeting']),
    syncedTable('participant', `
    task TEXT, organisation TEXT, role TEXT, share_percent INTEGER, person TEXT`, ['task', 'organisation']),
    syncedTable('task_step', `
    task TEXT, from_status TEXT, to_status TEXT, on_date TEXT, by_account INTEGER, reason TEXT`, ['task']),
  ].join('\n'),
};
