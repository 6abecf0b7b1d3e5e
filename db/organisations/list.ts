/** The list of firms and other organisations. */
import { searchIn } from '../search/list-search.ts';
import { isSameBody, standsForItself } from '../identity/same-sql.ts';
import type { ListColumn } from '../kernel/list-filter.ts';
import { memberOn, todaySql } from '../clusters/members-on.ts';
import { listQuery, type ListSpec } from '../kernel/list.ts';
import { complexName } from './complex-name.ts';

const own = (name: string): ListColumn => ({ sql: `t.${name}`, dependsOn: [`organisation.${name}`] });

const ownFields = [
  'name', 'kind', 'legal_form', 'corporate_no', 'representative', 'founded_on', 'tenancy', 'province', 'district', 'address', 'phone', 'homepage',
  'industry_code', 'industry_revision', 'industry_name', 'products', 'materials', 'employees', 'employees_on', 'registry_size', 'sales', 'certifications', 'laboratory',
  'first_national_rnd_year', 'status', 'status_on', 'business_no_reason', 'corporate_no_reason', 'fax', 'memo', 'name_cho', 'name_key', 'business_no',
] as const;

/** `124-81-00998` for ten digits, so that a number is found as it is printed. */
const printedNumber = "(substr(t.business_no, 1, 3) || '-' || substr(t.business_no, 4, 2) || '-' || substr(t.business_no, 6))";

/** Former names and those of other records of the body, as written and folded; one walk over the few there are instead of a look at every row. */
const formerNames: ListColumn = {
  sql: "(SELECT group_concat(p.value, ', ') FROM organisation_past p WHERE p.organisation = t.id AND p.what = 'name' AND p._del = 0)",
  quick: `t.id IN (SELECT n.id FROM (SELECT p.organisation AS id, p.value || ' ' || p.value_key || ' ' || coalesce(p.value_cho, '') AS words FROM organisation_past p WHERE p.what = 'name' AND p._del = 0
    UNION ALL SELECT s.canonical, coalesce(o.name, '') || ' ' || coalesce(o.name_key, '') || ' ' || coalesce(o.name_cho, '') || ' ' || coalesce(o.business_no, '')
      FROM organisation_same s JOIN organisation o ON o.id = s.id WHERE s.id <> s.canonical) n WHERE n.words LIKE ? ESCAPE '\\')`,
  dependsOn: ['organisation_past.*', 'organisation_past.organisation', 'organisation_past.value', 'organisation.name', 'organisation.business_no', 'organisation.merged_into'],
  // Another record of the body may be the one that is listed.
  spreads: ['organisation.name', 'organisation.business_no', 'organisation.merged_into'],
};

export const organisationListSpec: ListSpec = {
  name: 'organisations',
  table: 'organisation',
  // A body that several records describe is listed once.
  where: standsForItself('t.id'),
  dependsOn: ['organisation.business_no', 'organisation.merged_into'],
  columns: {
    ...Object.fromEntries(ownFields.map((name) => [name, own(name)])),
    complex: { sql: complexName('t.complex'), dependsOn: ['organisation.complex'] },
    former_names: formerNames,
    printed_no: { sql: printedNumber, dependsOn: ['organisation.business_no'] },
    tasks: { sql: `(SELECT count(*) FROM task k WHERE ${isSameBody('k.lead_org', 't.id')} AND k._del = 0)`, dependsOn: ['task.*', 'task.lead_org'] },
    sessions: { sql: `(SELECT count(*) FROM session s WHERE ${isSameBody('s.organisation', 't.id')} AND s._del = 0)`, dependsOn: ['session.*', 'session.organisation'] },
    last_visit: { sql: `(SELECT max(s.visit_on) FROM session s WHERE ${isSameBody('s.organisation', 't.id')} AND s._del = 0)`, dependsOn: ['session.*', 'session.organisation', 'session.visit_on'] },
    people: { sql: `(SELECT count(*) FROM person p WHERE ${isSameBody('p.organisation', 't.id')} AND p._del = 0)`, dependsOn: ['person.*', 'person.organisation'] },
    clusters: { sql: `(SELECT count(DISTINCT m.cluster) FROM membership m WHERE ${isSameBody('m.organisation', 't.id')} AND ${memberOn('m', todaySql)})`, dependsOn: ['membership.*', 'membership.organisation', 'membership.joined_on', 'membership.left_on'] },
  },
  quick: ['name', 'name_key', 'name_cho', 'products', 'address', 'complex', 'business_no', 'printed_no', 'representative', 'former_names'],
  sort: [{ column: 'name', descending: false }],
  search: searchIn('organisation'),
  warm: ['kind', 'complex', 'province', 'district', 'employees', 'industry_name', 'business_no', 'status', 'tasks', 'sessions', 'last_visit'],
};

export const organisationList = listQuery(organisationListSpec);
