/** The attendance book as one list to move through: members, organisations with the people named for them, others. */
import type { Roster, RosterGuest, RosterMember, RosterOrganisation } from '../../../db/meetings/api.ts';
import { choseong } from '../../../db/korean/names.ts';

export type RosterRow =
  | { type: 'member'; key: string; one: RosterMember }
  | { type: 'organisation'; key: string; one: RosterOrganisation }
  /** Named for an organisation that is a member as such. */
  | { type: 'delegate'; key: string; one: RosterGuest }
  | { type: 'guest'; key: string; one: RosterGuest };

export type Shown = 'all' | 'present' | 'absent';

const textOf = (row: RosterRow): string =>
  row.type === 'organisation' ? `${row.one.name} ${row.one.people.map((one) => one.name).join(' ')}` : `${row.one.name} ${row.one.organisation_name ?? ''} ${row.one.position ?? ''}`;

export const isPresent = (row: RosterRow): boolean => (row.type === 'organisation' ? row.one.people.some((one) => one.is_present) : row.one.is_present);

const firstSyllable = 0xac00;
/** Syllables that share initial and vowel: none and 27 final consonants. */
const finals = 28;

const isConsonant = (letter: string): boolean => /[ㄱ-ㅎ]/.test(letter);

/** A letter of the query meets a letter of the name: the same, its initial consonant, or (the last, half-made one) the same beginning. */
const meets = (name: string, wanted: string, isLast: boolean): boolean => {
  if (name === wanted) return true;
  if (isConsonant(wanted)) return choseong(name) === wanted;
  if (!isLast || !/[가-힣]/.test(wanted) || !/[가-힣]/.test(name)) return false;
  // 바 on the way to 박, and 한 on the way to 하나: the same initial and vowel, the final consonant still open.
  const [asked, found] = [wanted.charCodeAt(0) - firstSyllable, name.charCodeAt(0) - firstSyllable];
  return Math.floor(asked / finals) === Math.floor(found / finals) && (asked % finals === 0 || found % finals === 0);
};

const lettersOf = (text: string): string[] => Array.from(text.toLowerCase().replace(/\s/g, ''));

/**
 * True when the letters follow each other somewhere in the text. With `isOpen` the last syllable is still in the making
 * and finds what it may become.
 */
export const findsName = (text: string, typed: string, isOpen = true): boolean => {
  const wanted = lettersOf(typed);
  const letters = lettersOf(text);
  return letters.some((_, start) => wanted.every((letter, index) => {
    const found = letters[start + index];
    return found !== undefined && meets(found, letter, isOpen && index === wanted.length - 1);
  }));
};

/** Rows that match, in the order in which they stand. */
export const rosterRows = (roster: Roster, typed: string, shown: Shown): RosterRow[] => {
  const rows: RosterRow[] = [
    ...roster.members.map((one): RosterRow => ({ type: 'member', key: one.person, one })),
    ...roster.organisations.flatMap((one): RosterRow[] => [{ type: 'organisation', key: one.organisation, one }, ...one.people.map((person): RosterRow => ({ type: 'delegate', key: person.id, one: person }))]),
    ...roster.guests.map((one): RosterRow => ({ type: 'guest', key: one.id, one })),
  ];
  const some = rows.filter((row) => shown === 'all' || (shown === 'present') === isPresent(row));
  if (typed.trim() === '') return some;
  const exact = some.filter((row) => findsName(textOf(row), typed, false));
  return exact.length > 0 ? exact : some.filter((row) => findsName(textOf(row), typed));
};

/** Words above the first row of each part. */
export const partOf = (row: RosterRow): string => (row.type === 'member' ? '회원' : row.type === 'guest' ? '비회원 참석자' : '단체 회원');
