import type { Migration } from './migration.ts';
import { addColumns, syncedTable } from './table.ts';

/** Who a firm is: figures by year, former names and addresses, legal size, what is the same and what is not; affiliations of people. */
export const identity: Migration = {
  version: 11,
  name: 'identity',
  sql: [
    addColumns('organisation', `
    business_no_reason TEXT, corporate_no_reason TEXT, fax TEXT, status_on TEXT, succeeded_by TEXT, merged_into TEXT,
    base_key TEXT, address_key TEXT`, ['base_key', 'address_key', 'phone', 'corporate_no', 'merged_into']),
    syncedTable('firm_year', `
    organisation TEXT, year INTEGER, employees INTEGER, sales INTEGER, exports_usd INTEGER, rnd_cost INTEGER, source TEXT`, ['organisation, year']),
    syncedTable('organisation_past', `
    organisation TEXT, what TEXT, value TEXT, until_on TEXT, value_key TEXT, value_cho TEXT`, ['organisation', 'value_key']),
    syncedTable('size_class', `
    organisation TEXT, size TEXT, valid_from TEXT, valid_until TEXT, certificate TEXT`, ['organisation']),
    'CREATE INDEX site_factory_no ON site (factory_no);',
    syncedTable('distinct_pair', `
    one TEXT, other TEXT, reason TEXT`, ['one', 'other']),
    syncedTable('affiliation', `
    person TEXT, organisation TEXT, department TEXT, position TEXT, from_on TEXT, to_on TEXT`, ['person', 'organisation']),
    // Local: which record stands for a body that several records describe; kept by db/identity, not part of the log.
    'CREATE TABLE organisation_same (id TEXT PRIMARY KEY, canonical TEXT NOT NULL) STRICT, WITHOUT ROWID;',
    'CREATE INDEX organisation_same_canonical ON organisation_same (canonical);',
  ].join('\n'),
  derives: ['organisation'],
};
