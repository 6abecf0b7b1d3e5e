import type { Migration } from './migration.ts';
import { syncedTable } from './table.ts';

/** Satisfaction surveys with their answers, and figures of the nation; the panel of firms by year gets an index that answers by itself. */
export const surveys: Migration = {
  version: 20,
  name: 'surveys',
  sql: [
    syncedTable('survey', `
    name TEXT, year INTEGER, lowest INTEGER, highest INTEGER, asked_on TEXT, note TEXT, name_key TEXT, name_cho TEXT`, ['year', 'name_key']),
    syncedTable('survey_item', `
    survey TEXT, order_no INTEGER, name TEXT, note TEXT`, ['survey']),
    syncedTable('survey_response', `
    survey TEXT, sheet_no TEXT, organisation TEXT, respondent TEXT, support_type TEXT, task TEXT, session TEXT, meeting TEXT, answered_on TEXT, note TEXT`,
    ['survey', 'organisation', 'task', 'session', 'meeting']),
    syncedTable('survey_score', `
    survey TEXT, response TEXT, item TEXT, score TEXT, lowest INTEGER, highest INTEGER, points INTEGER`,
    ['response', 'survey, response, item, lowest, highest, points, _del']),
    syncedTable('national_indicator', `
    measure TEXT, complex_group TEXT, industry_group TEXT, year INTEGER, quarter INTEGER, value TEXT, unit TEXT, source TEXT`, ['complex_group, year']),
    'CREATE INDEX firm_year_panel ON firm_year (year, organisation, employees, sales, exports_usd, rnd_cost, _del);',
  ].join('\n'),
};
