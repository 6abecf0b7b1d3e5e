import type { Migration } from './migration.ts';
import { addColumns, syncedTable } from './table.ts';

/** What a task needs from plan to closing: fields for every state, mid-checks, outputs, results by year, follow-on R&D. */
export const taskLife: Migration = {
  version: 7,
  name: 'task-life',
  sql: [
    addColumns('task', `
    office TEXT, received_by TEXT, plan_goal TEXT, planned_cost INTEGER, planned_on TEXT, plan_doc TEXT, final_report_on TEXT,
    committee TEXT, decided_by TEXT, granted INTEGER, conditions TEXT, agreement_no TEXT, notice_no TEXT, rnd_no TEXT,
    size_class_at_decision TEXT, has_no_outputs INTEGER, returned INTEGER, settled_on TEXT, settled_amount INTEGER,
    unused_returned INTEGER, royalty INTEGER, solved_session TEXT, referred_to TEXT, referred_on TEXT, referral_outcome TEXT,
    withdrawn_on TEXT, review_on TEXT, held_from TEXT`, ['committee', 'office', 'end_on']),
    addColumns('task_step', 'depth INTEGER'),
    syncedTable('mid_check', `
    task TEXT, on_date TEXT, checker TEXT, result TEXT, opinion TEXT`, ['task']),
    syncedTable('output', `
    task TEXT, kind TEXT, title TEXT, number TEXT, on_date TEXT, amount INTEGER, memo TEXT`, ['task']),
    syncedTable('performance', `
    task TEXT, year INTEGER, is_commercialised INTEGER, sales INTEGER, exports_usd INTEGER, new_jobs INTEGER,
    cost_saving INTEGER, memo TEXT`, ['task']),
    syncedTable('follow_on', `
    task TEXT, program TEXT, body TEXT, year INTEGER, amount INTEGER, memo TEXT`, ['task']),
  ].join('\n'),
};
