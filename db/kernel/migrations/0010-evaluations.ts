import type { Migration } from './migration.ts';
import { syncedTable } from './table.ts';

/** Evaluation meetings with evaluators, the tasks before them and the scores. */
export const evaluations: Migration = {
  version: 10,
  name: 'evaluations',
  sql: [
    syncedTable('committee', `
    name TEXT, kind TEXT, held_on TEXT, start_at TEXT, place TEXT, office TEXT, status TEXT, memo TEXT,
    name_key TEXT, name_cho TEXT`, ['held_on']),
    syncedTable('evaluator', `
    committee TEXT, person TEXT, organisation TEXT, role TEXT`, ['committee', 'person']),
    syncedTable('committee_task', `
    committee TEXT, task TEXT, order_no INTEGER, decision TEXT, amount INTEGER, conditions TEXT, reason TEXT`, ['committee', 'task']),
    syncedTable('score', `
    committee TEXT, task TEXT, person TEXT, score TEXT, opinion TEXT, is_recused INTEGER, recusal_reason TEXT`, ['committee, task']),
  ].join('\n'),
};
