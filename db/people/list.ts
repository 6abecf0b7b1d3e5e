/** The list of people. */
import { searchIn } from '../search/list-search.ts';
import type { ListColumn } from '../kernel/list-filter.ts';
import { todaySql } from '../clusters/members-on.ts';
import { listQuery, type ListSpec } from '../kernel/list.ts';

const own = (name: string): ListColumn => ({ sql: `t.${name}`, dependsOn: [`person.${name}`] });

const ownFields = ['name', 'organisation', 'department', 'position', 'mobile', 'phone', 'email', 'roles', 'consent_on', 'consent_scope', 'retention_until', 'memo', 'name_key', 'name_cho'] as const;

/** `consentOf` as SQL. The day is part of it, so a list kept over midnight is a day behind until something is written. */
const consent = `CASE WHEN t.consent_on IS NULL THEN 'none' WHEN t.retention_until < ${todaySql} THEN 'expired'
  WHEN t.consent_scope IS NULL OR t.retention_until IS NULL THEN 'partial' ELSE 'given' END`;

export const personListSpec: ListSpec = {
  name: 'people',
  table: 'person',
  joins: { o: 'LEFT JOIN organisation o ON o.id = t.organisation' },
  columns: {
    ...Object.fromEntries(ownFields.map((name) => [name, own(name)])),
    consent: { sql: consent, dependsOn: ['person.consent_on', 'person.consent_scope', 'person.retention_until'] },
    organisation_name: { sql: 'o.name', joins: ['o'], dependsOn: ['person.organisation', 'organisation.name'] },
    organisation_kind: { sql: 'o.kind', joins: ['o'], dependsOn: ['person.organisation', 'organisation.kind'] },
    meetings: { sql: '(SELECT count(*) FROM attendance a WHERE a.person = t.id AND a._del = 0 AND a.is_present = 1)', dependsOn: ['attendance.*', 'attendance.person', 'attendance.is_present'] },
    sessions: { sql: '(SELECT count(*) FROM session_attendee a WHERE a.person = t.id AND a._del = 0)', dependsOn: ['session_attendee.*', 'session_attendee.person'] },
    clusters: { sql: '(SELECT count(DISTINCT m.cluster) FROM membership m WHERE m.person = t.id AND m._del = 0 AND m.left_on IS NULL)', dependsOn: ['membership.*', 'membership.person', 'membership.left_on'] },
  },
  quick: ['name', 'name_cho', 'organisation_name', 'department', 'position', 'mobile', 'email'],
  sort: [{ column: 'name', descending: false }],
  search: searchIn('person'),
  warm: ['organisation_name', 'position', 'department', 'roles'],
};

export const personList = listQuery(personListSpec);
