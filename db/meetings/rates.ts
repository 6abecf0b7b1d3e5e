/**
 * How often the members of a mini-cluster come: of the meetings that were held while each was a member, as of each meeting's
 * first day. 연인원 (attendances) and 실인원 (distinct people) stand apart. A meeting without a list of names says nothing about
 * anybody and is counted apart; a planned or cancelled one is not counted at all.
 */
import { membersOn } from '../clusters/members-on.ts';
import { query } from '../kernel/query.ts';
import type { Reader } from '../kernel/reader.ts';
import { presenceOf, type PresenceRow } from './presence.ts';
import { heldSql } from './standing.ts';

export type MemberRate = {
  /** The person, or the organisation that is a member as such. */
  member: string;
  isOrganisation: boolean;
  name: string;
  organisation_name: string | null;
  /** Held meetings with a list of names in which the member was one. */
  meetings: number;
  attended: number;
  /** Meetings the member did not come to but gave a proxy for: no attendance, and no absence without a word either. */
  proxies: number;
  /** 연속 불참: meetings missed without a proxy since the last time, up to the latest one. */
  absences: number;
  last_on: string | null;
};

export type ClusterRates = {
  cluster: string; from: string; until: string;
  /** Held meetings with a list of names. */
  listed: number;
  /** Held meetings without names: a head count alone, or nothing. */
  unlisted: number;
  /** 참석 연인원: named people at each of these meetings, guests too. */
  attendances: number;
  /** 참석 실인원: different people among them. */
  distinct: number;
  /** 명부 없는 인원, apart from the named. */
  headcount: number;
  members: MemberRate[];
};

type HeldMeeting = { id: string; start_on: string; headcount_only: number | null };

/** Held meetings of a cluster in a period, the earliest first. */
const heldIn = (read: Reader, cluster: string, from: string, until: string, most: number): HeldMeeting[] =>
  read.all<HeldMeeting>(
    `SELECT g.id, g.start_on, g.headcount_only FROM meeting_cluster k JOIN meeting g ON g.id = k.meeting
     WHERE k.cluster = ? AND k._del = 0 AND ${heldSql('g')} AND g.start_on BETWEEN ? AND ? ORDER BY g.start_on DESC, g.start_at DESC, g.n DESC LIMIT ?`, [cluster, from, until, most]).reverse();

type Line = PresenceRow & { meeting: string };

const rowsOf = (read: Reader, meetings: readonly HeldMeeting[]): Map<string, Line[]> => {
  const rows = read.all<Line>(
    'SELECT a.meeting, a.person, a.organisation, a.is_present, a.is_member, a.is_proxy, a.proxy_to FROM json_each(?) j JOIN attendance a ON a.meeting = j.value AND a._del = 0',
    [JSON.stringify(meetings.map(({ id }) => id))]);
  return Map.groupBy(rows, (row) => row.meeting);
};

/** Attendance of a cluster's members from `from` to `until` (`YYYY-MM-DD`, both included), members by name. `most`: how many of the latest meetings are looked at. */
export const ratesOf = (read: Reader, { cluster, from, until, most = 5000 }: { cluster: string; from: string; until: string; most?: number }): ClusterRates => {
  const meetings = heldIn(read, cluster, from, until, most);
  const rows = rowsOf(read, meetings);
  const members = new Map<string, MemberRate>();
  const people = new Set<string>();
  const rates: ClusterRates = { cluster, from, until, listed: 0, unlisted: 0, attendances: 0, distinct: 0, headcount: 0, members: [] };
  for (const meeting of meetings) {
    const came = rows.get(meeting.id) ?? [];
    const present = came.filter((row) => row.is_present === 1);
    rates.headcount += meeting.headcount_only ?? 0;
    rates.attendances += present.length;
    for (const row of present) people.add(row.person);
    if (present.length === 0) { rates.unlisted += 1; continue; }
    rates.listed += 1;
    const on = membersOn(read, [cluster], meeting.start_on);
    const presence = presenceOf(on, came);
    for (const one of on) {
      const key = one.person ?? one.organisation;
      if (key === null) continue;
      const rate = members.get(key) ?? {
        member: key, isOrganisation: one.person === null, name: (one.person === null ? one.organisation_name : one.person_name) ?? '(상위 기록 미도착)', organisation_name: one.organisation_name,
        meetings: 0, attended: 0, proxies: 0, absences: 0, last_on: null,
      };
      const how = presence.get(one.id);
      rate.meetings += 1;
      if (how === 'present') { rate.attended += 1; rate.absences = 0; rate.last_on = meeting.start_on; }
      else if (how === 'proxy') { rate.proxies += 1; rate.absences = 0; }
      else rate.absences += 1;
      members.set(key, rate);
    }
  }
  rates.distinct = people.size;
  rates.members = [...members.values()].sort((one, other) => one.name.localeCompare(other.name, 'ko') || (one.member < other.member ? -1 : 1));
  return rates;
};

/** Latest meetings that are looked at for absences in a row. */
const lookedBack = 24;

/** 연속 불참 before a meeting, by person or organisation: the most in any of the clusters that hold it. Those who missed none are left out. */
export const absencesBefore = (read: Reader, meeting: string): Record<string, number> => {
  const day = read.value<string>("SELECT date(start_on, '-1 day') FROM meeting WHERE id = ?", [meeting]);
  const found: Record<string, number> = {};
  if (day === undefined) return found;
  for (const cluster of read.column<string>('SELECT cluster FROM meeting_cluster WHERE meeting = ? AND _del = 0', [meeting])) {
    for (const one of ratesOf(read, { cluster, from: '0000-01-01', until: day, most: lookedBack }).members) {
      if (one.absences > (found[one.member] ?? 0)) found[one.member] = one.absences;
    }
  }
  return found;
};

export const ratesQuery = query('meeting.rates', (read, input: { cluster: string; from: string; until: string }): ClusterRates => ratesOf(read, input));

export const absencesQuery = query('meeting.absences', (read, input: { id: string }): Record<string, number> => absencesBefore(read, input.id));
