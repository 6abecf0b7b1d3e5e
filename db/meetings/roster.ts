/**
 * The roster of a meeting: members of all its clusters on its day, each once, with who came. Organisations that are
 * members as such stand apart, so that a person can be named for them; guests come after.
 */
import { membersOn } from '../clusters/members-on.ts';
import { Refusal } from '../errors.ts';
import type { Reader } from '../kernel/reader.ts';

export type Attendance = { id: string; person: string; organisation: string | null; kind: string; is_present: number; is_member: number; is_proxy: number };

type Known = Attendance & { person_name: string | null; name_cho: string | null; position: string | null; mobile: string | null; organisation_name: string | null; organisation_cho: string | null };

export type RosterMember = {
  person: string; name: string; name_cho: string; position: string | null; mobile: string | null;
  organisation: string | null; organisation_name: string | null; organisation_cho: string | null;
  kind: string; clusters: string[]; is_present: boolean; is_proxy: boolean;
};

export type RosterOrganisation = { organisation: string; name: string; name_cho: string; kind: string; clusters: string[]; people: RosterGuest[] };

export type RosterGuest = {
  id: string; person: string; name: string; name_cho: string; position: string | null; mobile: string | null;
  organisation: string | null; organisation_name: string | null; kind: string; is_present: boolean; is_proxy: boolean; is_member: boolean;
};

export type AttendanceCounts = {
  /** Named people present, proxies included. */
  listed: number;
  /** Members present (a person, or an organisation by at least one person named for it), proxies included. */
  membersPresent: number;
  /** Members of all clusters on the day: distinct persons, and organisations that are members as such. */
  membersTotal: number;
  /** Present without being a member. */
  walkIns: number;
  proxies: number;
  /** 명부 없는 인원, apart from `listed`. */
  headcount: number;
  /** Members needed; null when there are none. */
  quorum: number | null;
  /** The host's own percentage, or null for a majority. */
  quorumPercent: number | null;
};

export type Roster = { meeting: string; date: string; clusters: { id: string; name: string; is_host: boolean }[]; members: RosterMember[]; organisations: RosterOrganisation[]; guests: RosterGuest[]; counts: AttendanceCounts };

/** How many of `total` members make a quorum: the given percentage rounded up, else more than half. */
export const quorumOf = (total: number, percent: number | null): number | null =>
  total === 0 ? null : percent === null ? Math.floor(total / 2) + 1 : Math.ceil((total * percent) / 100);

export type MeetingDay = { date: string; headcount: number; clusters: { id: string; name: string; is_host: number; quorum_percent: number | null }[] };

/** Day and clusters of a meeting, the host first. @throws Refusal `not-found` */
export const meetingDay = (read: Reader, meeting: string): MeetingDay => {
  const found = read.get<{ start_on: string; headcount_only: number | null }>('SELECT start_on, headcount_only FROM meeting WHERE id = ?', [meeting]);
  if (!found) throw new Refusal('not-found', '회의를 찾을 수 없습니다. 삭제되었거나 아직 도착하지 않았습니다.');
  const clusters = read.all<MeetingDay['clusters'][number]>(
    `SELECT k.cluster AS id, coalesce(c.name, '(상위 기록 미도착)') AS name, coalesce(k.is_host, 0) AS is_host, c.quorum_percent FROM meeting_cluster k LEFT JOIN mini_cluster c ON c.id = k.cluster
     WHERE k.meeting = ? AND k._del = 0 ORDER BY k.is_host DESC, c.name`, [meeting]);
  return { date: found.start_on, headcount: found.headcount_only ?? 0, clusters };
};

const guestOf = (row: Known): RosterGuest => ({
  id: row.id, person: row.person, name: row.person_name ?? '(상위 기록 미도착)', name_cho: row.name_cho ?? '', position: row.position, mobile: row.mobile,
  organisation: row.organisation, organisation_name: row.organisation_name, kind: row.kind,
  is_present: row.is_present === 1, is_proxy: row.is_proxy === 1, is_member: row.is_member === 1,
});

/** @throws Refusal `not-found` */
export const rosterOf = (read: Reader, meeting: string): Roster => {
  const day = meetingDay(read, meeting);
  const came = read.all<Known>(
    `SELECT a.id, a.person, a.organisation, a.kind, a.is_present, a.is_member, a.is_proxy, p.name AS person_name, p.name_cho, p.position, coalesce(p.mobile, p.phone) AS mobile,
       o.name AS organisation_name, o.name_cho AS organisation_cho
     FROM attendance a LEFT JOIN person p ON p.id = a.person LEFT JOIN organisation o ON o.id = a.organisation WHERE a.meeting = ? AND a._del = 0 ORDER BY p.name, a.n`, [meeting]);
  const byPerson = new Map(came.map((row) => [row.person, row]));
  const persons = new Map<string, RosterMember>();
  const organisations = new Map<string, RosterOrganisation>();
  for (const member of membersOn(read, day.clusters.map(({ id }) => id), day.date)) {
    const cluster = member.cluster_name ?? '';
    if (member.person !== null) {
      const known = persons.get(member.person);
      if (known) known.clusters.push(cluster);
      else {
        const row = byPerson.get(member.person);
        persons.set(member.person, {
          person: member.person, name: member.person_name ?? '(상위 기록 미도착)', name_cho: member.name_cho ?? '', position: member.position, mobile: member.mobile,
          organisation: member.organisation, organisation_name: member.organisation_name, organisation_cho: member.organisation_cho,
          kind: member.kind, clusters: [cluster], is_present: row?.is_present === 1, is_proxy: row?.is_proxy === 1,
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
    if (persons.has(row.person)) continue;
    const body = row.is_member === 1 && row.organisation !== null ? organisations.get(row.organisation) : undefined;
    if (body) body.people.push(guestOf(row));
    else guests.push(guestOf(row));
  }
  const members = [...persons.values()];
  const bodies = [...organisations.values()];
  const present = came.filter((row) => row.is_present === 1);
  const percent = day.clusters.find(({ is_host }) => is_host === 1)?.quorum_percent ?? null;
  const membersTotal = members.length + bodies.length;
  return {
    meeting, date: day.date, clusters: day.clusters.map(({ id, name, is_host }) => ({ id, name, is_host: is_host === 1 })),
    members, organisations: bodies, guests,
    counts: {
      listed: present.length,
      membersPresent: members.filter((one) => one.is_present).length + bodies.filter((one) => one.people.some((row) => row.is_present)).length,
      membersTotal,
      walkIns: guests.filter((one) => one.is_present).length,
      proxies: present.filter((row) => row.is_proxy === 1).length,
      headcount: day.headcount,
      quorum: quorumOf(membersTotal, percent), quorumPercent: percent,
    },
  };
};
