/** The people of an attendance sheet (참석자 명부) in their order: domain.md §10. */
import { formatPhone } from '../../../db/korean/phone.ts';
import { attendeeKinds } from '../../../db/reference/choices/meeting.ts';
import type { Roster } from '../../../db/meetings/api.ts';

export type SignInRow = { key: string; person: string | null; name: string; organisation: string; position: string; kind: string; mobile: string; isPresent: boolean };

const kindOf = (code: string): string => attendeeKinds.find((one) => one.code === code)?.ko ?? '기타';

type Somebody = { person: string; name: string; organisation_name: string | null; position: string | null; kind: string; mobile: string | null; is_present: boolean };
const rowOf = (one: Somebody): SignInRow => ({
  key: one.person, person: one.person, name: one.name, organisation: one.organisation_name ?? '', position: one.position ?? '', kind: kindOf(one.kind), mobile: one.mobile === null ? '' : formatPhone(one.mobile), isPresent: one.is_present,
});

/** Members of the day, then organisations that are members as such (with an empty name while nobody is named), then guests on the list. */
export const signInRows = (roster: Roster): SignInRow[] => [
  ...roster.members.map(rowOf),
  ...roster.organisations.flatMap((body): SignInRow[] => (body.people.length > 0 ? body.people.map(rowOf)
    : [{ key: body.organisation, person: null, name: '', organisation: body.name, position: '', kind: kindOf(body.kind), mobile: '', isPresent: false }])),
  ...roster.guests.map(rowOf),
];

/** Everybody who came, in the same order. */
export const presentPeople = (roster: Roster): SignInRow[] => signInRows(roster).filter((row) => row.isPresent);
