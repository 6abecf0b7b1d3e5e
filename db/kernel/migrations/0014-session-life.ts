import type { Migration } from './migration.ts';
import { addColumns, syncedTable } from './table.ts';

/** What a session needs to be paid and audited on: states with their steps, corrections, locks, guards, phrases. */
export const sessionLife: Migration = {
  version: 14,
  name: 'session-life',
  sql: [
    addColumns('session', `
    contact_minutes INTEGER, materials TEXT, distance_km TEXT`),
    syncedTable('session_meeting', `
    session TEXT, meeting TEXT`, ['session', 'meeting']),
    syncedTable('session_step', `
    session TEXT, from_status TEXT, to_status TEXT, on_date TEXT, by_account INTEGER, reason TEXT, depth INTEGER`, ['session']),
    syncedTable('session_correction', `
    session TEXT, on_date TEXT, reason TEXT, changes TEXT, by_account INTEGER`, ['session']),
    syncedTable('period_lock', `
    office TEXT, from_on TEXT, until_on TEXT, unit TEXT, is_open INTEGER, reason TEXT, on_date TEXT, by_account INTEGER`, ['office']),
    syncedTable('entry_guard', `
    office TEXT, guard TEXT, level TEXT, amount INTEGER`, ['office']),
    syncedTable('phrase', `
    title TEXT, body TEXT, use TEXT, is_shared INTEGER, owner INTEGER`, ['use']),
  ].join('\n'),
};
