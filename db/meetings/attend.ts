/** Ticking the roster: one row per person and meeting, in which what the person was on that day is frozen. */
import { memberKindOf } from '../clusters/membership.ts';
import { membersOn, type MemberOn } from '../clusters/members-on.ts';
import { Refusal } from '../errors.ts';
import { relationId } from '../kernel/id.ts';
import type { Reader } from '../kernel/reader.ts';
import type { Tx } from '../kernel/write.ts';
import { attendeeKinds } from '../reference/choices/meeting.ts';
import { attendance } from './fields.ts';
import { isProxy } from './presence.ts';
import { meetingDay } from './roster.ts';

type Frozen = { kind: string; organisation: string | null; is_member: number };

/** A member kind as a kind of attendee: 전문가 has none of its own there and is 기타. */
const attendeeKind = (kind: string): string => attendeeKinds.find(({ code }) => code === kind)?.code ?? 'other';

/** What somebody who is no member is: by role first, then by the organisation. */
const guestKind = (read: Reader, person: string, organisation: string | null): string => {
  const roles = (read.value<string>('SELECT roles FROM person WHERE id = ?', [person]) ?? '').split(',');
  if (roles.includes('coordinator') || roles.includes('lead-coordinator')) return 'coordinator';
  if (roles.includes('agency') || roles.includes('cluster-manager')) return 'agency';
  const body = read.value<string>('SELECT kind FROM organisation WHERE id = ?', [organisation]);
  return body === undefined ? 'other' : attendeeKind(memberKindOf(body));
};

/** Members of the meeting's clusters on its day, looked up once for a whole command. */
export const membersOfMeeting = (read: Reader, meeting: string): MemberOn[] => {
  const day = meetingDay(read, meeting);
  return membersOn(read, day.clusters.map(({ id }) => id), day.date);
};

/**
 * What a person is at the meeting, given its members. `as` names the organisation the person comes for, else it is the
 * person's own; whoever comes for an organisation that is a member as such counts as a member.
 */
const freeze = (read: Reader, members: readonly MemberOn[], person: string, as: string | null): Frozen => {
  const member = members.find((one) => one.person === person);
  if (member) return { kind: attendeeKind(member.kind), organisation: as ?? member.organisation, is_member: 1 };
  const organisation = as ?? read.value<string>('SELECT organisation FROM person WHERE id = ?', [person]) ?? null;
  const body = members.find((one) => one.person === null && one.organisation === organisation);
  return body ? { kind: attendeeKind(body.kind), organisation, is_member: 1 } : { kind: guestKind(read, person, organisation), organisation, is_member: 0 };
};

export type Tick = {
  isPresent: boolean;
  /** The organisation, a member as such, for which the person comes. */
  as?: string | null | undefined;
  /** Kind of attendee chosen by hand. */
  kind?: string | null | undefined;
};

type Row = { id: string; kind: string; organisation: string | null; is_member: number; is_present: number; is_proxy: number };

const rowOf = (read: Reader, meeting: string, person: string): Row | undefined =>
  read.get<Row>('SELECT id, kind, organisation, is_member, is_present, is_proxy FROM attendance WHERE meeting = ? AND person = ? AND _del = 0 ORDER BY n LIMIT 1', [meeting, person]);

const refuseUnknown = (read: Reader, person: string): void => {
  if (read.value<number>('SELECT 1 FROM person WHERE id = ? AND _del = 0', [person]) !== 1) throw new Refusal('not-found', '사람을 찾을 수 없습니다. 삭제되었거나 아직 도착하지 않았습니다.');
};

/**
 * Marks people as present or not. Marking twice changes nothing; what was frozen at the first mark stays.
 * Somebody who is not present and has no row gets none. Whoever comes takes back the proxy that was given.
 */
export const tick = (tx: Tx, meeting: string, persons: readonly string[], how: Tick): void => {
  const members = membersOfMeeting(tx.read, meeting);
  for (const person of persons) {
    const row = rowOf(tx.read, meeting, person);
    if (!row && !how.isPresent) continue;
    refuseUnknown(tx.read, person);
    const frozen = row && how.as === undefined ? row : freeze(tx.read, members, person, how.as ?? null);
    const values = {
      meeting, person, organisation: frozen.organisation, kind: how.kind ?? frozen.kind, is_member: frozen.is_member,
      is_present: how.isPresent ? 1 : 0, is_proxy: 0, proxy_to: null,
    };
    if (row) tx.change(attendance, row.id, values);
    else tx.create(attendance, values, relationId('attendance', meeting, person));
  }
};

/**
 * A member who does not come gives the vote to somebody (`to`), or in writing to nobody; `isGiven` false takes it back.
 * @throws Refusal `invalid` for somebody who is there, is no member, or would hold the own proxy; `not-found`
 */
export const giveProxy = (tx: Tx, meeting: string, person: string, { isGiven, to }: { isGiven: boolean; to: string | null }): void => {
  refuseUnknown(tx.read, person);
  const row = rowOf(tx.read, meeting, person);
  if (!isGiven) {
    if (row) tx.change(attendance, row.id, { is_proxy: 0, proxy_to: null });
    return;
  }
  const name = tx.read.value<string>('SELECT name FROM person WHERE id = ?', [person]) ?? '이 사람';
  const refuse = (field: string, message: string): never => { throw new Refusal('invalid', message, [{ field, value: person, message }]); };
  if (row?.is_present === 1) refuse('is_present', `${name}: 참석한 사람은 위임할 수 없습니다. 참석 표시를 먼저 지워 주세요.`);
  const frozen = row ?? freeze(tx.read, membersOfMeeting(tx.read, meeting), person, null);
  if (frozen.is_member !== 1) refuse('person', `${name}: 이날 회원이 아니어서 위임할 수 없습니다. 회원 명단을 확인해 주세요.`);
  if (to !== null) {
    refuseUnknown(tx.read, to);
    if (to === person) refuse('proxy_to', `${name}: 자기에게 위임할 수 없습니다. 다른 사람을 골라 주세요.`);
    const holder = rowOf(tx.read, meeting, to);
    if (holder && isProxy(holder)) refuse('proxy_to', '위임받을 사람도 위임하고 오지 않았습니다. 참석하는 사람을 골라 주세요.');
  }
  const values = { meeting, person, organisation: frozen.organisation, kind: frozen.kind, is_member: frozen.is_member, is_present: 0, is_proxy: 1, proxy_to: to };
  if (row) tx.change(attendance, row.id, values);
  else tx.create(attendance, values, relationId('attendance', meeting, person));
};

/** Marks every member who is a person, or clears every mark of a member. Guests stay as they are. */
export const tickAll = (tx: Tx, meeting: string, isPresent: boolean): number => {
  const persons = [...new Set(membersOfMeeting(tx.read, meeting).flatMap(({ person }) => person ?? []))];
  tick(tx, meeting, persons, { isPresent });
  return persons.length;
};

/** Freezes anew what everybody on the list was, after the day or the clusters of the meeting changed. */
export const refreeze = (tx: Tx, meeting: string): void => {
  const members = membersOfMeeting(tx.read, meeting);
  for (const row of tx.read.all<Row & { person: string }>('SELECT id, person, kind, organisation, is_member, is_present, is_proxy FROM attendance WHERE meeting = ? AND _del = 0', [meeting])) {
    const frozen = freeze(tx.read, members, row.person, row.organisation);
    if (frozen.is_member === row.is_member) continue;
    tx.change(attendance, row.id, { is_member: frozen.is_member, kind: frozen.kind });
  }
};
