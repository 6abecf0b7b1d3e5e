import type { Migration } from './migration.ts';
import { syncedTable } from './table.ts';

/** Meetings, attendance, agenda, action items, and the record of imports. */
export const meetings: Migration = {
  version: 6,
  name: 'meetings',
  sql: [
    syncedTable('meeting', `
    title TEXT, kind TEXT, round INTEGER, start_on TEXT, start_at TEXT, end_on TEXT, end_at TEXT, place TEXT,
    chair TEXT, recorder TEXT, headcount_only INTEGER, minutes TEXT, cost_national INTEGER, cost_dues INTEGER,
    cost_other INTEGER, memo TEXT, name_key TEXT, name_cho TEXT`, ['start_on']),
    syncedTable('meeting_cluster', `
    meeting TEXT, cluster TEXT, is_host INTEGER`, ['meeting', 'cluster']),
    syncedTable('attendance', `
    meeting TEXT, person TEXT, organisation TEXT, kind TEXT, is_present INTEGER, is_member INTEGER,
    is_proxy INTEGER`, ['meeting', 'person', 'organisation']),
    syncedTable('agenda_item', `
    meeting TEXT, position INTEGER, title TEXT, kind TEXT, presenter TEXT, discussion TEXT, decision TEXT,
    votes_for INTEGER, votes_against INTEGER, votes_abstained INTEGER, task TEXT`, ['meeting, position', 'task']),
    syncedTable('action_item', `
    what TEXT, owner TEXT, due_on TEXT, status TEXT, done_on TEXT, session TEXT, meeting TEXT, agenda_item TEXT,
    task TEXT, organisation TEXT, note TEXT`, ['owner, due_on', 'session', 'meeting', 'task', 'organisation']),
    syncedTable('import_batch', `
    file_name TEXT, file_sha256 TEXT, target TEXT, encoding TEXT, mapping TEXT, rows_total INTEGER,
    rows_created INTEGER, rows_matched INTEGER, rows_refused INTEGER`),
  ].join('\n'),
};
