/**
 * The roster of a meeting: members of all its clusters on its day, each once, with who came. Organisations that are
 * members as such stand apart, so that a person can be named for them; guests come after.
 */
import { membersOn } from '../clusters/members-on.ts';
import { Refusal } from '../errors.ts';
import type { Reader } from '../kernel/reader.ts';
import { isProxy, isValidProxy, type PresenceRow } from './presence.ts';
import { quorumsOf, type ClusterQuorum, type QuorumRule } from './quorum.ts';

type Known = PresenceRow & { id: string; kind: string } & { person_name: string | null; name_cho: string | null; position: string | null; mobile: string | null; organisation_name: string | null; organisation_cho: string | null; proxy_name: string | null };

export type RosterMember = {
  person: string; name: string; name_cho: string; position: string | null; mobile: string | null;
  organisation: string | null; organisation_name: string | null; organisation_cho: string | null;
  kind: string; clusters: string[]; is_present: boolean;
  /** Did not come and gave a proxy, to the person named or in writing to nobody. */
  is_proxy: boolean; proxy_to: string | null; proxy_name: string | null;
  /** Proxies this person holds. */
  holds: number;
};

export type RosterOrganisation = { organisation: string; name: string; name_cho: string; kind: string; clusters: string[]; people: RosterGuest[] };

export type RosterGuest = {
  id: string; person: string; name: string; name_cho: string; position: string | null; mobile: string | null;
  organisation: string | null; organisation_name: string | null; kind: string; is_present: boolean; is_member: boolean; holds: number;
};

export type AttendanceCounts = {
  /** Named people who came. */
  listed: number;
  /** Members who came (a person, or an organisation by at least one person named for it), each once whatever number of clusters. */
  membersPresent: number;
  /** Members of all clusters on the day, each once: distinct persons, and organisations that are members as such. */
  membersTotal: number;
  /** Came without being a member. */
  walkIns: number;
  /** Proxies given whose holder is there, or that were given in writing to nobody. */
  proxies: number;
  /** Proxies whose holder is not there: they count for nothing. */
  idleProxies: number;
  /** 명부 없는 인원, apart from `listed`. */
  headcount: number;
};

export type Roster = {
  meeting: string; date: string; clusters: { id: string; name: string; is_host: boolean }[];
  members: RosterMember[]; organisations: RosterOrganisation[]; guests: RosterGuest[]; counts: AttendanceCounts;
  /** One for each cluster, the host first. */
  quorums: ClusterQuorum[];
};

export type MeetingDay = { date: string; headcount: number; clusters: (QuorumRule & { is_host: number })[] };

/** Day and clusters of a meeting, the host first. @throws Refusal `not-found` */
export const meetingDay = (read: Reader, meeting: string): MeetingDay => {
  const found = read.get<{ start_on: string; headcount_only: number | null }>('SELECT start_on, headcount_only FROM meeting WHERE id = ?', [meeting]);
  if (!found) throw new Refusal('not-found', '회의를 찾을 수 없습니다. 삭제되었거나 아직 도착하지 않았습니다.');
  const clusters = read.all<MeetingDay['clusters'][number]>(
    `SELECT k.cluster AS id, coalesce(c.name, '(상위 기록 미도착)') AS name, coalesce(k.is_host, 0) AS is_host, c.quorum_percent, c.counts_proxies FROM meeting_cluster k LEFT JOIN mini_cluster c ON c.id = k.cluster
     WHERE k.meeting = ? AND k._del = 0 ORDER BY k.is_host DESC, c.name`, [meeting]);
  return { date: found.start_on, headcount: found.headcount_only ?? 0, clusters };
};

const guestOf = (row: Known, holds: number): RosterGuest => ({
  id: row.id, person: row.person, name: row.person_name ?? '(상위 기록 미도착)', name_cho: row.name_cho ?? '', position: row.position, mobile: row.mobile,
  organisation: row.organisation, organisation_name: row.organisation_name, kind: row.kind,
  is_present: row.is_present === 1, is_member: row.is_member === 1, holds,
});

/** @throws Refusal `not-found` */
export const rosterOf = (read: Reader, meeting: string): Roster => {
  const day = meetingDay(read, meeting);
  const came = read.all<Known>(
    `SELECT a.id, a.person, a.organisation, a.kind, a.is_present, a.is_member, a.is_proxy, a.proxy_to, h.name AS proxy_name, p.name AS person_name, p.name_cho, p.position, coalesce(p.mobile, p.phone) AS mobile,
       o.name AS organisation_name, o.name_cho AS organisation_cho
     FROM attendance a LEFT JOIN person p ON p.id = a.person LEFT JOIN organisation o ON o.id = a.organisation LEFT JOIN person h ON h.id = a.proxy_to
     WHERE a.meeting = ? AND a._del = 0 ORDER BY p.name, a.n`, [meeting]);
  const byPerson = new Map(came.map((row) => [row.person, row]));
  const members = membersOn(read, day.clusters.map(({ id }) => id), day.date);
  const held = new Map<string, number>();
  for (const row of came) if (isProxy(row) && row.proxy_to !== null) held.set(row.proxy_to, (held.get(row.proxy_to) ?? 0) + 1);
  const persons = new Map<string, RosterMember>();
  const organisations = new Map<string, RosterOrganisation>();
  for (const member of members) {
    const cluster = member.cluster_name ?? '';
    if (member.person !== null) {
      const known = persons.get(member.person);
      if (known) known.clusters.push(cluster);
      else {
        const row = byPerson.get(member.person);
        persons.set(member.person, {
          person: member.person, name: member.person_name ?? '(상위 기록 미도착)', name_cho: member.name_cho ?? '', position: member.position, mobile: member.mobile,
          organisation: member.organisation, organisation_name: member.organisation_name, organisation_cho: member.organisation_cho,
          kind: member.kind, clusters: [cluster], is_present: row?.is_present === 1, is_proxy: row !== undefined && isProxy(row), proxy_to: row?.proxy_to ?? null, proxy_name: row?.proxy_name ?? null,
          holds: held.get(member.person) ?? 0,
        });
      }
    } else if (member.organisation !== null) {
      const known = organisations.get(member.organisation);
      if (known) known.clusters.push(cluster);
      else organisations.set(member.organisation, { organisation: member.organisation, name: member.organisation_name ?? '(상위 기록 미도착)', name_cho: member.organisation_cho ?? '', kind: member.kind, clusters: [cluster], people: [] });
    }
  }
  const guests: RosterGuest[] = [];
  for (const row of came) {
    if (persons.has(row.person) || isProxy(row)) continue;
    const body = row.is_member === 1 && row.organisation !== null ? organisations.get(row.organisation) : undefined;
    if (body) body.people.push(guestOf(row, held.get(row.person) ?? 0));
    else guests.push(guestOf(row, held.get(row.person) ?? 0));
  }
  const people = [...persons.values()];
  const bodies = [...organisations.values()];
  const valid = came.filter((row) => isValidProxy(row, came)).length;
  return {
    meeting, date: day.date, clusters: day.clusters.map(({ id, name, is_host }) => ({ id, name, is_host: is_host === 1 })),
    members: people, organisations: bodies, guests,
    counts: {
      listed: came.filter((row) => row.is_present === 1).length,
      membersPresent: people.filter((one) => one.is_present).length + bodies.filter((one) => one.people.some((row) => row.is_present)).length,
      membersTotal: people.length + bodies.length,
      walkIns: guests.filter((one) => one.is_present).length,
      proxies: valid,
      idleProxies: came.filter(isProxy).length - valid,
      headcount: day.headcount,
    },
    quorums: quorumsOf(day.clusters, members, came),
  };
};
