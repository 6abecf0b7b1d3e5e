/** A member list pasted from a spreadsheet: each row judged first, then all that pass joined in one step. */
import { Refusal } from '../errors.ts';
import { foldName } from '../korean/names.ts';
import { parsePhone } from '../korean/phone.ts';
import type { Reader } from '../kernel/reader.ts';
import type { Tx } from '../kernel/write.ts';
import { memberOn } from './members-on.ts';
import { joinCluster, memberKindOf } from './membership.ts';
import { guessKind, matchOrganisation, matchPerson, rowMaker, type Match, type PastedRow } from './pasted.ts';

export type PastedMember = {
  row: PastedRow;
  person: Match;
  organisation: Match;
  kind: string;
  /** `join` will become a member; `member` already is one on that day; `twice` names the same as a row above; `unclear` needs a choice; `empty` names nobody. */
  outcome: 'join' | 'member' | 'twice' | 'unclear' | 'empty';
};

/** Choices people made for unclear rows, by index of the row. */
export type Chosen = Readonly<Record<number, { person?: string | undefined; organisation?: string | undefined }>>;

const choose = (match: Match, id: string | undefined): Match => {
  if (id === undefined || match.kind !== 'several') return match;
  const candidate = match.candidates.find((one) => one.id === id);
  return candidate ? { kind: 'known', id: candidate.id, name: candidate.name } : match;
};

/** The same for two rows that will be the same member. */
const sameness = (person: Match, organisation: Match, row: PastedRow): string => {
  const key = (match: Match): string => (match.kind === 'known' ? match.id : match.kind === 'new' ? foldName(match.name) : '');
  return person.kind === 'known' ? person.id : `${key(person)} ${key(organisation)} ${person.kind === 'new' ? (parsePhone(row.phone) ?? '') : ''}`;
};

/** Judges each row against the database; nothing is written. */
export const judgeMembers = (read: Reader, cluster: string, date: string, rows: readonly PastedRow[], chosen: Chosen = {}): PastedMember[] => {
  const seen = new Set<string>();
  return rows.map((row, index) => {
    const organisation = choose(matchOrganisation(read, row.organisation), chosen[index]?.organisation);
    const person = choose(matchPerson(read, row, organisation), chosen[index]?.person);
    const bodyKind = organisation.kind === 'known' ? read.value<string>('SELECT kind FROM organisation WHERE id = ?', [organisation.id]) ?? null
      : organisation.kind === 'new' ? guessKind(organisation.name) : null;
    const kind = memberKindOf(bodyKind);
    const judged = { row, person, organisation, kind };
    if (person.kind === 'several' || organisation.kind === 'several') return { ...judged, outcome: 'unclear' };
    if (person.kind === 'none' && organisation.kind === 'none') return { ...judged, outcome: 'empty' };
    const known = person.kind === 'known' ? ['person = ?', person.id] as const
      : person.kind === 'none' && organisation.kind === 'known' ? ['person IS NULL AND m.organisation = ?', organisation.id] as const : null;
    const isMember = known !== null && read.value<number>(
      `SELECT 1 FROM membership m WHERE m.cluster = ? AND m.${known[0]} AND ${memberOn('m', '?')} LIMIT 1`, [cluster, known[1], date, date]) === 1;
    if (isMember) return { ...judged, outcome: 'member' };
    const same = sameness(person, organisation, row);
    if (seen.has(same)) return { ...judged, outcome: 'twice' };
    seen.add(same);
    return { ...judged, outcome: 'join' };
  });
};

/**
 * Joins every row that can join, making the people and organisations that are new.
 * @returns ids of the memberships made, how many rows were members already, how many name nobody
 * @throws Refusal `invalid` naming the unclear rows: a list is taken whole or not at all; `conflict` as `joinCluster`
 */
export const pasteMembers = (tx: Tx, cluster: string, date: string, rows: readonly PastedRow[], chosen: Chosen = {}): { made: string[]; already: number; empty: number } => {
  const judged = judgeMembers(tx.read, cluster, date, rows, chosen);
  const unclear = judged.flatMap((one, index) => (one.outcome === 'unclear' ? [{ field: `rows.${index}`, value: one.row.name, message: `${index + 1}행 ${one.row.name || one.row.organisation}: 같은 이름이 여럿입니다. 한 사람(기관)을 골라 주세요.` }] : []));
  if (unclear.length > 0) throw new Refusal('invalid', `이름만으로 정할 수 없는 행이 ${unclear.length}개 있습니다. 골라 준 뒤 다시 넣어 주세요.`, unclear);
  const make = rowMaker(tx);
  const made: string[] = [];
  for (const one of judged) {
    if (one.outcome !== 'join') continue;
    const organisation = make.organisation(one.organisation);
    const person = make.person(one.person, one.row, organisation);
    made.push(joinCluster(tx, { cluster, person, organisation, kind: one.kind, joined_on: date }));
  }
  return { made, already: judged.filter((one) => one.outcome === 'member').length, empty: judged.filter((one) => one.outcome === 'empty').length };
};
