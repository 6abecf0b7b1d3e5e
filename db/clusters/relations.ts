/** What hangs on a mini-cluster: members over time, officers, meetings, tasks, and its place among the others. */
import type { Reader } from '../kernel/reader.ts';
import { complexOf, regionOf } from '../reference/complexes.ts';
import { countMembers, membersOn, type MemberCounts, type MemberOn } from './members-on.ts';

const most = 300;

export type OfficerLine = { id: string; person: string; person_name: string | null; organisation_name: string | null; position: string | null; role: string; from_on: string; to_on: string | null; is_serving: number };
export type MeetingLine = { id: string; title: string; kind: string; round: number | null; start_on: string; place: string | null; is_host: number; present: number; headcount_only: number | null };

export type ClusterRelations = {
  hub: string;
  region: string | null;
  counts: MemberCounts;
  /** Members on 31 December of the year before the day asked about. */
  yearBefore: MemberCounts;
  officers: OfficerLine[];
  meetings: MeetingLine[];
  tasks: { id: string; title: string; task_no: string | null; status: string; found_on: string; lead_org: string; lead_name: string | null }[];
  below: { id: string; name: string; founded_on: string; dissolved_on: string | null; how: 'part' | 'merged'; depth: number; members: number }[];
  /** Mini-clusters above this one, the topmost first. */
  above: { id: string; name: string }[];
};

/** Deeper is no tree of mini-clusters: a ring that arrived from two devices ends here. */
const deepest = 12;

const above = (read: Reader, id: string): ClusterRelations['above'] =>
  read.all(
    `WITH RECURSIVE up(id, depth) AS (SELECT parent, 1 FROM mini_cluster WHERE id = :id UNION SELECT c.parent, depth + 1 FROM up JOIN mini_cluster c ON c.id = up.id WHERE depth < ${deepest})
     SELECT c.id, c.name FROM up JOIN mini_cluster c ON c.id = up.id AND c._del = 0 WHERE c.id <> :id GROUP BY c.id ORDER BY max(up.depth) DESC`, { id });

/** All that stands below, each under its own parent, and what was merged into this one. */
const below = (read: Reader, id: string, date: string): ClusterRelations['below'] => {
  const rows = read.all<Omit<ClusterRelations['below'][number], 'members'>>(
    `WITH RECURSIVE down(id, depth, path) AS (SELECT id, 1, name || id FROM mini_cluster WHERE parent = :id AND _del = 0
       UNION SELECT c.id, depth + 1, path || '/' || c.name || c.id FROM down JOIN mini_cluster c ON c.parent = down.id AND c._del = 0 WHERE depth < ${deepest} AND c.id <> :id)
     SELECT c.id, c.name, c.founded_on, c.dissolved_on, 'part' AS how, down.depth, down.path FROM down JOIN mini_cluster c ON c.id = down.id
     UNION ALL SELECT id, name, founded_on, dissolved_on, 'merged', 1, '~' || name FROM mini_cluster WHERE merged_into = :id AND coalesce(parent, '') <> :id AND _del = 0 ORDER BY path LIMIT :most`, { id, most });
  return rows.map(({ id: one, name, founded_on, dissolved_on, how, depth }) => ({ id: one, name, founded_on, dissolved_on, how, depth, members: membersOn(read, [one], date).length }));
};

/** Everything beside the members, with counts as of `date`; at most 300 of each, newest first. */
export const clusterRelations = (read: Reader, id: string, date: string): ClusterRelations => {
  const hub = read.value<string>('SELECT hub FROM mini_cluster WHERE id = ?', [id]) ?? '';
  return {
    hub: complexOf(hub)?.ko ?? hub,
    region: regionOf(hub, date)?.ko ?? null,
    counts: countMembers(membersOn(read, [id], date)),
    yearBefore: countMembers(membersOn(read, [id], `${Number(date.slice(0, 4)) - 1}-12-31`)),
    officers: read.all(
      `SELECT f.id, f.person, p.name AS person_name, o.name AS organisation_name, p.position, f.role, f.from_on, f.to_on,
         f.from_on <= :date AND (f.to_on IS NULL OR f.to_on >= :date) AS is_serving
       FROM officer f LEFT JOIN person p ON p.id = f.person LEFT JOIN organisation o ON o.id = p.organisation
       WHERE f.cluster = :id AND f._del = 0 ORDER BY is_serving DESC, instr('chair,vice-chair,secretary,auditor,steering', f.role), f.from_on DESC LIMIT :most`, { id, date, most }),
    meetings: read.all(
      `SELECT g.id, g.title, g.kind, g.round, g.start_on, g.place, k.is_host, g.headcount_only,
         (SELECT count(*) FROM attendance a WHERE a.meeting = g.id AND a._del = 0 AND a.is_present = 1) AS present
       FROM meeting_cluster k JOIN meeting g ON g.id = k.meeting WHERE k.cluster = ? AND k._del = 0 AND g._del = 0 ORDER BY g.start_on DESC LIMIT ?`, [id, most]),
    tasks: read.all(
      `SELECT t.id, t.title, t.task_no, t.status, t.found_on, t.lead_org, o.name AS lead_name FROM task t LEFT JOIN organisation o ON o.id = t.lead_org
       WHERE t.cluster = ? AND t._del = 0 ORDER BY t.found_on DESC LIMIT ?`, [id, most]),
    above: above(read, id),
    below: below(read, id, date),
  };
};

export type MemberLine = MemberOn & { is_member: boolean };

/** Members on the day; with `all` also those who left before or join later, marked. */
export const clusterMembers = (read: Reader, id: string, date: string, all: boolean): MemberLine[] => {
  const now = membersOn(read, [id], date);
  if (!all) return now.map((one) => ({ ...one, is_member: true }));
  const ids = new Set(now.map((one) => one.id));
  const others = read.all<MemberOn>(
    `SELECT m.id, m.cluster, c.name AS cluster_name, m.person, p.name AS person_name, p.name_cho, p.position, coalesce(p.mobile, p.phone) AS mobile,
       coalesce(m.organisation, p.organisation) AS organisation, o.name AS organisation_name, o.name_cho AS organisation_cho, m.kind, m.joined_on, m.left_on
     FROM membership m LEFT JOIN mini_cluster c ON c.id = m.cluster LEFT JOIN person p ON p.id = m.person LEFT JOIN organisation o ON o.id = coalesce(m.organisation, p.organisation)
     WHERE m.cluster = ? AND m._del = 0 ORDER BY m.left_on DESC, m.joined_on`, [id]).filter((one) => !ids.has(one.id));
  return [...now.map((one) => ({ ...one, is_member: true })), ...others.map((one) => ({ ...one, is_member: false }))];
};
