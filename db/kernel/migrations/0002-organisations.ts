import type { Migration } from './migration.ts';
import { syncedTable } from './table.ts';

/** Organisations with their sites, people, and the accounts that write. */
export const organisations: Migration = {
  version: 2,
  name: 'organisations',
  sql: [
    syncedTable('account', `
    name TEXT, number INTEGER, role TEXT, office TEXT, person TEXT`),
    syncedTable('organisation', `
    name TEXT, kind TEXT, legal_form TEXT, business_no TEXT, corporate_no TEXT, representative TEXT,
    founded_on TEXT, complex TEXT, tenancy TEXT, province TEXT, district TEXT, address TEXT, phone TEXT,
    homepage TEXT, industry_code TEXT, industry_revision INTEGER, industry_name TEXT, products TEXT,
    materials TEXT, employees INTEGER, employees_on TEXT, registry_size TEXT, sales INTEGER, land_area TEXT,
    building_area TEXT, certifications TEXT, laboratory TEXT, first_national_rnd_year INTEGER, status TEXT,
    memo TEXT, name_key TEXT, name_cho TEXT`, ['name', 'kind, name', 'name_key', 'name_cho', 'business_no', 'complex']),
    syncedTable('site', `
    organisation TEXT, name TEXT, complex TEXT, province TEXT, district TEXT, address TEXT, factory_no TEXT,
    employees INTEGER, products TEXT, memo TEXT`, ['organisation']),
    syncedTable('person', `
    name TEXT, organisation TEXT, department TEXT, position TEXT, mobile TEXT, phone TEXT, email TEXT, roles TEXT,
    consent_on TEXT, consent_scope TEXT, retention_until TEXT, memo TEXT, name_key TEXT, name_cho TEXT`, ['organisation', 'name_key', 'name_cho']),
  ].join('\n'),
};
