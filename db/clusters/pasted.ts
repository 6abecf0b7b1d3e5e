/** A block of names pasted from a spreadsheet, read as the people and organisations it means. Shared by the roster of a mini-cluster and of a meeting. */
import { standsForItself } from '../identity/same-sql.ts';
import { z } from 'zod';
import { firmNameKey, foldName } from '../korean/names.ts';
import { parsePhone } from '../korean/phone.ts';
import type { Reader } from '../kernel/reader.ts';
import type { Tx } from '../kernel/write.ts';
import { organisation } from '../organisations/fields.ts';
import { person } from '../people/fields.ts';

/** One pasted row; empty cells are ''. */
export const pastedRow = z.object({ name: z.string().max(200), organisation: z.string().max(300), position: z.string().max(200), phone: z.string().max(200) });
export type PastedRow = z.infer<typeof pastedRow>;

export type Candidate = { id: string; name: string; note: string };

/** What a pasted name means: somebody known, somebody new, or a choice that people must make. */
export type Match =
  | { kind: 'none' }
  | { kind: 'known'; id: string; name: string }
  | { kind: 'new'; name: string }
  | { kind: 'several'; candidates: Candidate[] };

const none: Match = { kind: 'none' };

/** The organisation a written name means; site suffixes (창원공장) and legal forms do not tell organisations apart. */
export const matchOrganisation = (read: Reader, written: string): Match => {
  const name = written.trim();
  if (name === '') return none;
  const found = read.all<Candidate>(
    `SELECT t.id, t.name, coalesce(t.district, t.province, '') AS note FROM organisation t WHERE t._del = 0 AND t.name_key IN (?, ?) AND ${standsForItself('t.id')} ORDER BY t.n LIMIT 20`, [foldName(name), firmNameKey(name)]);
  const exact = found.filter((one) => one.name === name.normalize('NFC'));
  const [only, second] = exact.length > 0 ? exact : found;
  if (!only) return { kind: 'new', name };
  return second ? { kind: 'several', candidates: exact.length > 0 ? exact : found } : { kind: 'known', id: only.id, name: only.name };
};

/** The person a written row means, given the organisation found for it: same name, and same organisation or same number. */
export const matchPerson = (read: Reader, row: PastedRow, body: Match): Match => {
  const name = row.name.trim();
  if (name === '') return none;
  const digits = parsePhone(row.phone);
  const named = read.all<Candidate & { organisation: string | null; mobile: string | null; phone: string | null }>(
    `SELECT p.id, p.name, trim(coalesce(o.name, '') || ' ' || coalesce(p.position, '')) AS note, p.organisation, p.mobile, p.phone
     FROM person p LEFT JOIN organisation o ON o.id = p.organisation WHERE p._del = 0 AND p.name_key = ? ORDER BY p.n LIMIT 50`, [foldName(name)]);
  const hasNumber = (one: { mobile: string | null; phone: string | null }): boolean =>
    digits !== null && [one.mobile, one.phone].some((number) => number !== null && (parsePhone(number) ?? number) === digits);
  const sure = named.filter((one) => hasNumber(one) || (body.kind === 'known' && one.organisation === body.id));
  // Without an organisation in the row the name alone decides, as long as only one person carries it.
  const candidates = sure.length > 0 ? sure : body.kind === 'none' ? named : [];
  const byNumber = candidates.filter(hasNumber);
  const left = byNumber.length === 1 ? byNumber : candidates;
  const [only, second] = left;
  if (!only) return { kind: 'new', name };
  if (second) return { kind: 'several', candidates: left.map(({ id, name: known, note }) => ({ id, name: known, note })) };
  return { kind: 'known', id: only.id, name: only.name };
};

const kindWords: readonly [RegExp, string][] = [
  [/대학교?$|대학교|산학협력단|폴리텍|과학기술원$/, 'university'],
  [/연구원$|연구소$|연구센터$|기술원$/, 'institute'],
  [/진흥원|테크노파크|공단$|재단$|센터$|협의회|지원단|추진단/, 'support-body'],
  [/시청$|군청$|구청$|도청$/, 'local-government'],
  [/협회$|조합$/, 'association'],
  [/은행$|보증기금$|금고$/, 'financial'],
];

/** Kind of a new organisation, guessed from its name: 기업 unless the name says otherwise. */
export const guessKind = (name: string): string =>
  /^\s*(?:\(주\)|㈜|주식회사)|(?:\(주\)|㈜|주식회사)\s*$/.test(name) ? 'firm' : kindWords.find(([pattern]) => pattern.test(name.trim()))?.[1] ?? 'firm';

/** Makes what is new of one row, under the ids already made for earlier rows of the same block. */
export const rowMaker = (tx: Tx) => {
  const made = new Map<string, string>();
  const bodyOf = (match: Match): string | null => {
    if (match.kind === 'known') return match.id;
    if (match.kind !== 'new') return null;
    const key = `organisation ${foldName(match.name)}`;
    const id = made.get(key) ?? tx.create(organisation, { name: match.name, kind: guessKind(match.name) });
    made.set(key, id);
    return id;
  };
  return {
    organisation: bodyOf,
    person: (match: Match, row: PastedRow, body: string | null): string | null => {
      if (match.kind === 'known') return match.id;
      if (match.kind !== 'new') return null;
      const digits = parsePhone(row.phone);
      const key = `person ${foldName(match.name)} ${body ?? ''} ${digits ?? ''}`;
      const isMobile = digits !== null && digits.startsWith('01');
      const id = made.get(key) ?? tx.create(person, {
        name: match.name, organisation: body, position: row.position.trim() === '' ? null : row.position.trim().slice(0, 60),
        ...(digits === null ? {} : isMobile ? { mobile: digits } : { phone: digits }),
      });
      made.set(key, id);
      return id;
    },
  };
};
