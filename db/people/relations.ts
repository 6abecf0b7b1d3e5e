/** What hangs on a person: memberships and offices, meetings attended, sessions, tasks as coordinator, open actions. */
import { asRows } from '../device/selection.ts';
import { actionsOf, type ActionLine } from '../actions/read.ts';
import { query } from '../kernel/query.ts';
import type { Reader } from '../kernel/reader.ts';

export type PersonRelations = {
  memberships: { id: string; cluster: string; cluster_name: string | null; kind: string; joined_on: string; left_on: string | null; organisation_name: string | null }[];
  officers: { id: string; cluster: string; cluster_name: string | null; role: string; from_on: string; to_on: string | null }[];
  meetings: { id: string; title: string; kind: string; start_on: string; is_present: number | null }[];
  /** As coordinator, or as one who took part. */
  sessions: { id: string; visit_on: string; organisation_name: string | null; summary: string | null; status: string; as: 'coordinator' | 'attendee' }[];
  /** As coordinator, or as contact of a participant. */
  tasks: { id: string; title: string; status: string; found_on: string; organisation_name: string | null; as: 'coordinator' | 'contact' }[];
  actions: ActionLine[];
  /** How many there are of those that are listed in part; the first of them are above. */
  counts: Record<RelatedKind, number>;
};

/** What a person has so much of that it opens as a list. */
export const relatedKinds = ['session', 'task', 'meeting'] as const;
export type RelatedKind = (typeof relatedKinds)[number];

/** Ids of all of a kind: sessions and tasks as coordinator, then as one who took part; each from the index over the person. */
export const relatedSql: Readonly<Record<RelatedKind, string>> = {
  session: `SELECT s.id FROM session s WHERE s.coordinator = :id AND s._del = 0
    UNION ALL SELECT s.id FROM session_attendee a JOIN session s ON s.id = a.session WHERE a.person = :id AND a._del = 0 AND s._del = 0 AND s.coordinator <> :id`,
  task: `SELECT t.id FROM task t WHERE t.coordinator = :id AND t._del = 0
    UNION ALL SELECT DISTINCT t.id FROM participant p JOIN task t ON t.id = p.task WHERE p.person = :id AND p._del = 0 AND t._del = 0 AND t.coordinator IS NOT :id`,
  meeting: 'SELECT g.id FROM attendance a JOIN meeting g ON g.id = a.meeting WHERE a.person = :id AND a._del = 0 AND g._del = 0',
};

const most = 200;
const mostRelated = 50;

const countOf = (read: Reader, kind: RelatedKind, id: string): number => read.value<number>(`SELECT count(*) FROM (${relatedSql[kind]})`, { id }) ?? 0;

/** At most 50 sessions, tasks and meetings, 200 of the others, newest first. */
export const personRelations = query('person.relations', (read, { id }: { id: string }): PersonRelations => ({
  memberships: read.all(
    `SELECT m.id, m.cluster, c.name AS cluster_name, m.kind, m.joined_on, m.left_on, o.name AS organisation_name FROM membership m
     LEFT JOIN mini_cluster c ON c.id = m.cluster LEFT JOIN organisation o ON o.id = m.organisation
     WHERE m.person = ? AND m._del = 0 ORDER BY m.left_on IS NOT NULL, m.joined_on DESC LIMIT ?`, [id, most]),
  officers: read.all(
    `SELECT f.id, f.cluster, c.name AS cluster_name, f.role, f.from_on, f.to_on FROM officer f LEFT JOIN mini_cluster c ON c.id = f.cluster
     WHERE f.person = ? AND f._del = 0 ORDER BY f.from_on DESC LIMIT ?`, [id, most]),
  meetings: read.all(
    `SELECT g.id, g.title, g.kind, g.start_on, a.is_present FROM attendance a JOIN meeting g ON g.id = a.meeting
     WHERE a.person = ? AND a._del = 0 AND g._del = 0 ORDER BY g.start_on DESC LIMIT ?`, [id, mostRelated]),
  sessions: read.all(
    `SELECT s.id, s.visit_on, o.name AS organisation_name, s.summary, s.status, 'coordinator' AS "as" FROM session s LEFT JOIN organisation o ON o.id = s.organisation
     WHERE s.coordinator = :id AND s._del = 0
     UNION ALL SELECT s.id, s.visit_on, o.name, s.summary, s.status, 'attendee' FROM session_attendee a JOIN session s ON s.id = a.session LEFT JOIN organisation o ON o.id = s.organisation
     WHERE a.person = :id AND a._del = 0 AND s._del = 0 AND s.coordinator <> :id ORDER BY 2 DESC LIMIT :most`, { id, most: mostRelated }),
  tasks: read.all(
    `SELECT t.id, t.title, t.status, t.found_on, o.name AS organisation_name, 'coordinator' AS "as" FROM task t LEFT JOIN organisation o ON o.id = t.lead_org
     WHERE t.coordinator = :id AND t._del = 0
     UNION ALL SELECT DISTINCT t.id, t.title, t.status, t.found_on, o.name, 'contact' FROM participant p JOIN task t ON t.id = p.task LEFT JOIN organisation o ON o.id = t.lead_org
     WHERE p.person = :id AND p._del = 0 AND t._del = 0 AND t.coordinator IS NOT :id ORDER BY 4 DESC LIMIT :most`, { id, most: mostRelated }),
  actions: actionsOf(read, { owner: id }),
  counts: { session: countOf(read, 'session', id), task: countOf(read, 'task', id), meeting: countOf(read, 'meeting', id) },
}));

/** All of a kind, to be opened as a list. */
export const allRelated = query('person.all-related', (read, { id, kind, label }: { id: string; kind: RelatedKind; label: string }) =>
  asRows(read, { table: kind, label, ids: [...new Set(read.column<string>(relatedSql[kind], { id }))] }));
