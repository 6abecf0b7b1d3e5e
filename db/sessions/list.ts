/** The list of sessions, and finding one by its firm. */
import { searchIn } from '../search/list-search.ts';
import { findQuery } from '../kernel/find.ts';
import { nearIn } from '../search/near.ts';
import { listQuery, type ListSpec } from '../kernel/list.ts';
import type { ListColumn } from '../kernel/list-filter.ts';
import { session } from './fields.ts';

const own = Object.fromEntries([...Object.keys(session.fields), 'minutes'].map((name): [string, ListColumn] => [name, { sql: `t.${name}`, dependsOn: [`session.${name}`] }]));

const named = (alias: string, link: string, table: string, column = 'name'): ListColumn => ({ sql: `${alias}.${column}`, joins: [alias], dependsOn: [`session.${link}`, `${table}.${column}`] });

/** Which meeting of this coordinator with this firm it was (차수): counted, never stored, so that a session logged late falls into its place. */
export const roundSql = (alias: string): string => `(SELECT count(*) FROM session r WHERE r.organisation = ${alias}.organisation AND r.coordinator IS ${alias}.coordinator AND r._del = 0
  AND (r.visit_on, coalesce(r.start_at, ''), r.n) <= (${alias}.visit_on, coalesce(${alias}.start_at, ''), ${alias}.n))`;

export const sessionListSpec: ListSpec = {
  name: 'sessions',
  table: 'session',
  joins: {
    o: 'LEFT JOIN organisation o ON o.id = t.organisation',
    p: 'LEFT JOIN person p ON p.id = t.coordinator',
    c: 'LEFT JOIN mini_cluster c ON c.id = t.cluster',
  },
  columns: {
    ...own,
    organisation_name: named('o', 'organisation', 'organisation'),
    organisation_key: named('o', 'organisation', 'organisation', 'name_key'),
    organisation_cho: named('o', 'organisation', 'organisation', 'name_cho'),
    coordinator_name: named('p', 'coordinator', 'person'),
    cluster_name: named('c', 'cluster', 'mini_cluster'),
    tasks: { sql: '(SELECT count(*) FROM session_task l WHERE l.session = t.id AND l._del = 0)', dependsOn: ['session_task.*', 'session_task.session'] },
    open_actions: { sql: "(SELECT count(*) FROM action_item a WHERE a.session = t.id AND a._del = 0 AND a.status NOT IN ('done', 'cancelled'))", dependsOn: ['action_item.*', 'action_item.session', 'action_item.status'] },
    corrections: { sql: '(SELECT count(*) FROM session_correction h WHERE h.session = t.id AND h._del = 0)', dependsOn: ['session_correction.*', 'session_correction.session'] },
    round: { sql: roundSql('t'), dependsOn: ['session.organisation', 'session.coordinator', 'session.visit_on', 'session.start_at'] },
  },
  quick: ['session_no', 'summary', 'advice', 'place', 'organisation_name', 'organisation_key', 'organisation_cho', 'coordinator_name'],
  sort: [{ column: 'visit_on', descending: true }, { column: 'start_at', descending: true }],
  search: searchIn('session'),
  warm: ['visit_on', 'organisation_name', 'coordinator_name', 'status', 'result', 'minutes', 'cluster_name', 'session_no'],
};

export const sessionList = listQuery(sessionListSpec);

/** Sessions by any syllables or initial consonants of the firm, or by number; the note names coordinator and need. */
export const findSession = findQuery({
  name: 'session',
  near: nearIn('session'),
  table: `(SELECT s.*, o.name AS firm, p.name AS who, s.visit_on || ' ' || coalesce(o.name_key, '') || ' ' || replace(lower(coalesce(s.session_no, '')), '-', '') AS name_key,
    coalesce(o.name_cho, '') AS name_cho FROM session s LEFT JOIN organisation o ON o.id = s.organisation LEFT JOIN person p ON p.id = s.coordinator)`,
  label: "t.visit_on || ' ' || coalesce(t.firm, '')", note: "coalesce(t.who, '') || ' ' || substr(coalesce(t.summary, ''), 1, 60)",
});
