/**
 * 중복 확인: every pair of records that may be one body. Pairs are only compared within blocks (same number, telephone, address, key or
 * sound of the name, same initials in the same district), so that 100,000 firms are looked through in about a second.
 */
import { query, type QueryContext } from '../kernel/query.ts';
import type { Reader } from '../kernel/reader.ts';
import { businessNumberFault } from '../korean/identifiers.ts';
import { spellingKeyOf } from '../korean/name-sound.ts';
import { describe } from './describe.ts';
import { compareRead, readBody, type Likeness, type Reason, type Verdict } from './score.ts';

export type CandidateBody = { id: string; name: string; address: string | null; business_no: string | null };
export type CandidatePair = { one: CandidateBody; other: CandidateBody; verdict: Verdict; score: number; reasons: readonly Reason[]; /** Already counted as one, by their number. */ isCounted: boolean };
export type CandidatePage = { total: number; pairs: CandidatePair[] };

type Row = {
  id: string; name: string; base_key: string; name_cho: string; business_no: string | null; corporate_no: string | null; phone: string | null;
  address_key: string | null; district: string | null; representative: string | null; canonical: string;
};

/** A pair worth looking at, before its texts are read. */
type Scored = { one: string; other: string; likeness: Likeness; isCounted: boolean };

/** A key more records share than this says nothing by itself. */
const largestBlock = 30;
/** Pairs below this stay out of the queue. */
const threshold = 20;
const rowsOf = (read: Reader): Row[] => read.all<Row>(
  `SELECT t.id, coalesce(t.name, '') AS name, coalesce(t.base_key, '') AS base_key, coalesce(t.name_cho, '') AS name_cho, t.business_no, t.corporate_no, t.phone, t.address_key, t.district,
     t.representative, coalesce(s.canonical, t.id) AS canonical
   FROM organisation t LEFT JOIN organisation_same s ON s.id = t.id WHERE t._del = 0 AND t.merged_into IS NULL`);

/** Calls `pair` for every two rows that share a key; a block too large is split by district, or passed over. */
const inBlocks = (rows: readonly Row[], keyOf: (row: Row) => string | null, isSplit: boolean, pair: (one: Row, other: Row) => void): void => {
  const blocks = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    if (key === null || key === '') continue;
    const block = blocks.get(key);
    if (block) block.push(row);
    else blocks.set(key, [row]);
  }
  for (const block of blocks.values()) {
    if (block.length < 2) continue;
    if (block.length > largestBlock) {
      if (isSplit) inBlocks(block, (row) => row.district, false, pair);
      continue;
    }
    for (let at = 0; at < block.length; at += 1) {
      const one = block[at];
      for (let next = at + 1; one && next < block.length; next += 1) {
        const other = block[next];
        if (other) pair(one, other);
      }
    }
  }
};

const initials = (row: Row): string | null => (row.name_cho.length >= 4 && row.district !== null ? `${row.name_cho} ${row.district}` : null);

const spelling = (row: Row): string => spellingKeyOf(row.base_key);

/** All pairs of the queue, best first. Exported for the measurement. */
export const scoredPairs = (read: Reader): Scored[] => {
  const rows = rowsOf(read);
  const distinct = new Set(read.all<{ one: string; other: string }>('SELECT one, other FROM distinct_pair WHERE _del = 0').map(({ one, other }) => (one < other ? `${one} ${other}` : `${other} ${one}`)));
  const named = new Map<string, number>();
  for (const row of rows) named.set(row.base_key, (named.get(row.base_key) ?? 0) + 1);
  const found = new Map<string, readonly [Row, Row]>();
  const take = (one: Row, other: Row): void => {
    const [first, second] = one.id < other.id ? [one, other] : [other, one];
    const key = `${first.id} ${second.id}`;
    if (!distinct.has(key)) found.set(key, [first, second]);
  };
  // One slip is a question only with a telephone, an address or a head in common; the first two have blocks of their own.
  const related = (one: Row, other: Row): boolean => one.representative !== null && one.representative === other.representative;
  inBlocks(rows, (row) => (row.business_no !== null && businessNumberFault(row.business_no) === null ? row.business_no : null), false, take);
  inBlocks(rows, (row) => row.corporate_no, false, take);
  inBlocks(rows, (row) => row.base_key, true, take);
  inBlocks(rows, spelling, true, take);
  inBlocks(rows, (row) => row.phone, true, take);
  inBlocks(rows, (row) => (row.address_key !== null && /\d/.test(row.address_key) ? row.address_key : null), false, take);
  inBlocks(rows, initials, false, (one, other) => { if (related(one, other)) take(one, other); });
  const bodies = new Map([...describe(read, [...new Set([...found.values()].flat().map((row) => row.id))])].map(([id, body]) => [id, readBody(body)]));
  const scored: Scored[] = [];
  for (const [one, other] of found.values()) {
    const [a, b] = [bodies.get(one.id), bodies.get(other.id)];
    if (!a || !b) continue;
    const likeness = compareRead(a, b, { namesakes: one.base_key === other.base_key ? (named.get(one.base_key) ?? 0) : 0 });
    if (likeness.verdict !== 'different' && likeness.score >= threshold) scored.push({ one: one.id, other: other.id, likeness, isCounted: one.canonical === other.canonical });
  }
  return scored.sort((a, b) => b.likeness.score - a.likeness.score || (a.one + a.other < b.one + b.other ? -1 : 1));
};

const kept = new WeakMap<Reader, { key: string; pairs: Scored[] }>();
const dependsOn = ['organisation.*', 'distinct_pair.*', 'site.*', 'organisation_past.*',
  ...['name', 'business_no', 'corporate_no', 'phone', 'address', 'district', 'representative', 'merged_into'].map((name) => `organisation.${name}`)];

const pairsOf = (read: Reader, { versions }: QueryContext): Scored[] => {
  const key = dependsOn.map((column) => versions[column] ?? 0).join(' ');
  const known = kept.get(read);
  if (known?.key === key) return known.pairs;
  const pairs = scoredPairs(read);
  kept.set(read, { key, pairs });
  return pairs;
};

const shown = 'id, coalesce(name, \'\') AS name, address, business_no';

/** One page of the queue; made anew when a firm has changed since. */
export const candidatePairs = query('identity.candidates', (read, { start, end }: { start: number; end: number }, context): CandidatePage => {
  const pairs = pairsOf(read, context);
  const page = pairs.slice(start, end);
  const ids = JSON.stringify([...new Set(page.flatMap(({ one, other }) => [one, other]))]);
  const bodies = new Map(read.all<CandidateBody>(`SELECT ${shown} FROM organisation WHERE id IN (SELECT value FROM json_each(?))`, [ids]).map((body) => [body.id, body]));
  return {
    total: pairs.length,
    pairs: page.flatMap(({ one, other, likeness, isCounted }) => {
      const [a, b] = [bodies.get(one), bodies.get(other)];
      return a && b ? [{ one: a, other: b, verdict: likeness.verdict, score: likeness.score, reasons: likeness.reasons, isCounted }] : [];
    }),
  };
}, { lane: 'long' });
