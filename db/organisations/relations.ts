/** What hangs on an organisation: sites, people, sessions, tasks, meetings, memberships, open actions. */
import { actionsOf, type ActionLine } from '../actions/read.ts';
import { isSameBody } from '../identity/same-sql.ts';
import { query } from '../kernel/query.ts';
import { maskFactoryNumber } from '../korean/identifiers.ts';
import { complexName } from './complex-name.ts';

export type OrganisationRelations = {
  sites: { id: string; name: string; address: string | null; complex: string | null; employees: number | null; products: string | null; /** Masked: it may hold a personal number. */ factory_no: string | null }[];
  people: { id: string; name: string; department: string | null; position: string | null; mobile: string | null }[];
  sessions: { id: string; visit_on: string; minutes: number | null; mode: string; coordinator: string | null; summary: string | null; status: string }[];
  tasks: { id: string; title: string; status: string; found_on: string; end_on: string | null; role: string }[];
  /** Meetings somebody of the organisation attended, with how many of them. */
  meetings: { id: string; title: string; kind: string; start_on: string; people: number }[];
  memberships: { id: string; cluster: string; cluster_name: string | null; kind: string; joined_on: string; left_on: string | null; person_name: string | null }[];
  actions: ActionLine[];
};

const most = 200;

/** At most 200 of each, newest first. */
export const organisationRelations = query('organisation.relations', (read, { id }: { id: string }): OrganisationRelations => ({
  sites: read.all<OrganisationRelations['sites'][number]>(
    `SELECT id, name, address, ${complexName('complex')} AS complex, employees, products, factory_no FROM site WHERE ${isSameBody('organisation', '?')} AND _del = 0 ORDER BY n LIMIT ?`, [id, most])
    .map((one) => ({ ...one, factory_no: one.factory_no === null ? null : maskFactoryNumber(one.factory_no) })),
  people: read.all(`SELECT id, name, department, position, mobile FROM person WHERE ${isSameBody('organisation', '?')} AND _del = 0 ORDER BY name LIMIT ?`, [id, most]),
  sessions: read.all(
    `SELECT s.id, s.visit_on, s.minutes, s.mode, p.name AS coordinator, s.summary, s.status FROM session s LEFT JOIN person p ON p.id = s.coordinator
     WHERE ${isSameBody('s.organisation', '?')} AND s._del = 0 ORDER BY s.visit_on DESC, s.start_at DESC LIMIT ?`, [id, most]),
  tasks: read.all(
    `SELECT t.id, t.title, t.status, t.found_on, t.end_on, 'lead' AS role FROM task t WHERE ${isSameBody('t.lead_org', ':id')} AND t._del = 0
     UNION ALL SELECT t.id, t.title, t.status, t.found_on, t.end_on, min(p.role) FROM participant p JOIN task t ON t.id = p.task
     WHERE ${isSameBody('p.organisation', ':id')} AND p._del = 0 AND t._del = 0 AND NOT ${isSameBody('t.lead_org', ':id')} GROUP BY t.id ORDER BY found_on DESC LIMIT :most`, { id, most }),
  meetings: read.all(
    `SELECT g.id, g.title, g.kind, g.start_on, count(*) AS people FROM attendance a JOIN meeting g ON g.id = a.meeting
     WHERE ${isSameBody('a.organisation', '?')} AND a._del = 0 AND a.is_present = 1 AND g._del = 0 GROUP BY g.id ORDER BY g.start_on DESC LIMIT ?`, [id, most]),
  memberships: read.all(
    `SELECT m.id, m.cluster, c.name AS cluster_name, m.kind, m.joined_on, m.left_on, p.name AS person_name FROM membership m
     LEFT JOIN mini_cluster c ON c.id = m.cluster LEFT JOIN person p ON p.id = m.person WHERE ${isSameBody('m.organisation', '?')} AND m._del = 0 ORDER BY m.left_on IS NOT NULL, m.joined_on DESC LIMIT ?`, [id, most]),
  actions: actionsOf(read, { organisation: id }),
}));
