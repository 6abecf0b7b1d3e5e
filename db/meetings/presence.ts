/**
 * Who counts as there, of the members of one cluster: the one rule of quorum and attendance rates. A person who is a member
 * by a tick of their own; an organisation that is a member as such by anybody present for it who is no member in person.
 * Whoever is present has given no proxy, whatever another device wrote.
 */
import type { MemberOn } from '../clusters/members-on.ts';

export type PresenceRow = { person: string; organisation: string | null; is_present: number; is_member: number; is_proxy: number; proxy_to: string | null };

export type Presence = 'present' | 'proxy' | 'absent';

/** What each membership of a cluster came to, by its id. */
export const presenceOf = (members: readonly MemberOn[], rows: readonly PresenceRow[]): Map<string, Presence> => {
  const byPerson = new Map(rows.map((row) => [row.person, row]));
  const own = new Set(members.flatMap(({ person }) => person ?? []));
  const bodies = new Set(rows.flatMap((row) => (row.is_present === 1 && row.is_member === 1 && row.organisation !== null && !own.has(row.person) ? [row.organisation] : [])));
  return new Map(members.map((member): [string, Presence] => {
    if (member.person === null) return [member.id, member.organisation !== null && bodies.has(member.organisation) ? 'present' : 'absent'];
    const row = byPerson.get(member.person);
    return [member.id, row?.is_present === 1 ? 'present' : row !== undefined && isProxy(row) ? 'proxy' : 'absent'];
  }));
};

/** A member who did not come and gave the vote away. */
export const isProxy = (row: Pick<PresenceRow, 'is_present' | 'is_proxy'>): boolean => row.is_proxy === 1 && row.is_present !== 1;

/** A proxy is worth something while whoever holds it is there; one given in writing to nobody always is. */
export const isValidProxy = (row: PresenceRow, rows: readonly PresenceRow[]): boolean =>
  isProxy(row) && (row.proxy_to === null || rows.some((other) => other.person === row.proxy_to && other.is_present === 1));
