import type { Migration } from './migration.ts';
import { addColumns, syncedTable } from './table.ts';

/** Series of meetings, carried agenda, proxies, cost lines and the rules they are checked by; dues and former names of mini-clusters. */
export const meetingLife: Migration = {
  version: 15,
  name: 'meeting-life',
  sql: [
    addColumns('meeting', `
    status TEXT, series TEXT, series_on TEXT, invited INTEGER`, ['series, series_on']),
    addColumns('attendance', `
    proxy_to TEXT`),
    addColumns('agenda_item', `
    planned_minutes INTEGER, status TEXT, carried_from TEXT`, ['carried_from']),
    addColumns('mini_cluster', `
    counts_proxies INTEGER`),
    syncedTable('meeting_series', `
    title TEXT, kind TEXT, frequency TEXT, every INTEGER, start_on TEXT, from_on TEXT, continues TEXT, until_on TEXT, days INTEGER, start_at TEXT, end_at TEXT, place TEXT,
    chair TEXT, agenda TEXT`, ['continues']),
    syncedTable('series_cluster', `
    series TEXT, cluster TEXT, is_host INTEGER`, ['series', 'cluster']),
    syncedTable('series_exception', `
    series TEXT, day TEXT, moved_to TEXT, is_cancelled INTEGER, reason TEXT`, ['series']),
    syncedTable('meeting_cost', `
    meeting TEXT, item TEXT, fund TEXT, amount INTEGER, people INTEGER, payee TEXT, is_approved INTEGER, evidence TEXT`, ['meeting']),
    syncedTable('cost_rule', `
    name TEXT, fund TEXT, checks TEXT, item TEXT, amount INTEGER, level TEXT, valid_from TEXT, valid_until TEXT, is_off INTEGER, source TEXT`, ['fund']),
    syncedTable('dues', `
    cluster TEXT, person TEXT, organisation TEXT, year INTEGER, owed INTEGER, paid INTEGER, paid_on TEXT`, ['cluster, year']),
    syncedTable('cluster_past', `
    cluster TEXT, name TEXT, until_on TEXT, name_key TEXT, name_cho TEXT`, ['cluster', 'name_key']),
  ].join('\n'),
};
