import type { Migration } from './migration.ts';
import { syncedTable } from './table.ts';

/** Coordination sessions. */
export const sessions: Migration = {
  version: 5,
  name: 'sessions',
  sql: [
    syncedTable('session', `
    session_no TEXT, visit_on TEXT, start_at TEXT, end_at TEXT, preparation_minutes INTEGER, mode TEXT, place TEXT,
    coordinator TEXT, organisation TEXT, site TEXT, cluster TEXT, fields TEXT, summary TEXT, advice TEXT,
    result TEXT, referred_to TEXT, next_visit_on TEXT, confirm_name TEXT, confirm_on TEXT,
    status TEXT, status_n INTEGER, memo TEXT, minutes INTEGER`, ['organisation, visit_on', 'coordinator, visit_on', 'visit_on', 'session_no']),
    syncedTable('session_attendee', `
    session TEXT, person TEXT, side TEXT`, ['session', 'person']),
    syncedTable('session_task', `
    session TEXT, task TEXT`, ['session', 'task']),
  ].join('\n'),
};
