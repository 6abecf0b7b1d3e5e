/** The one box: records of every kind that hold the words of a query, the best first, each request with bounded work. */
import { query } from '../kernel/query.ts';
import type { Reader } from '../kernel/reader.ts';
import { keyOf } from './fold.ts';
import { indexRow, kindOf, KIND_SPAN, type Kind } from './kinds.ts';
import { kindNames } from './choices.ts';
import { excerptOf, marksOf } from './marks.ts';
import { matcherOf, type Matcher } from './match.ts';
import { expressionOf, isDecidedByIndex, isUnfinished, termsOf, type Term } from './pattern.ts';
import { isBuilt } from './rebuild.ts';
import { candidatesOf, documentsIn, rowsOfKind, type Candidate } from './source.ts';
import type { Filters, Group, Hit, Next, SearchAnswer, SearchInput } from './search-types.ts';
import { foldParts, type Folded } from './tokens.ts';

/** Candidates looked at together: the best of them are shown first. Records without a name of their own have no order but time. */
const windowOf = (kind: Kind, limit: number): number => (kind.own.length > 0 ? 30 : Math.max(limit, 10));
/** A kind stops here and says where it goes on. */
const mostWindows = 8;
const mostMs = 15;
/** Results counted at once; beyond, `search.total` counts. */
const countedAtOnce = 1000;

/** The question in each of its phases. */
export type Question = { terms: readonly Term[]; matcher: Matcher; whole: string; isDecided: boolean; typed: string; completed: string | null; either: string };

/** @returns null when the text holds nothing to look for */
export const questionOf = (text: string): Question | null => {
  const terms = termsOf(text);
  if (terms.length === 0) return null;
  const whole = keyOf(text);
  const isOpen = isUnfinished(terms);
  const typed = expressionOf(terms, 'typed');
  return { terms, whole, typed, matcher: matcherOf(terms, whole), isDecided: isDecidedByIndex(terms), completed: isOpen ? expressionOf(terms, 'completed') : null, either: isOpen ? expressionOf(terms, 'either') : typed };
};

/** What is asked in a phase. What the first has proposed, and verified as generously, is left out of the second on the text: NOT in the index would walk over all kinds. */
const expressionIn = ({ typed, completed }: Question, phase: Next['phase']): string => (phase === 'typed' ? typed : (completed ?? typed));

const suits = (candidate: Candidate, { from, until, office }: Filters): boolean => {
  if ((from !== undefined || until !== undefined) && candidate.date === null) return false;
  if (from !== undefined && (candidate.date ?? '') < from) return false;
  if (until !== undefined && (candidate.date ?? '') > until) return false;
  return office === undefined || candidate.office === office;
};

/** True when a kind can meet the filters at all. */
export const canMeet = (kind: Kind, { kinds, from, until, office }: Filters): boolean =>
  (kinds === undefined || kinds.length === 0 || kinds.includes(kind.name)) && (kind.date !== undefined || (from === undefined && until === undefined)) && (kind.office !== undefined || office === undefined);

/** True when some of what the words find is left out. */
export const isNarrowed = ({ from, until, office }: Filters): boolean => from !== undefined || until !== undefined || office !== undefined;

type Found = { candidate: Candidate; folded: Folded; tier: number };

const verified = (read: Reader, kind: Kind, numbers: readonly number[], { matcher }: Question, filters: Filters, phase: Next['phase'] | 'any' = 'any'): Found[] =>
  candidatesOf(read, kind, numbers, filters.office !== undefined).flatMap((candidate) => {
    if (!suits(candidate, filters)) return [];
    const folded = foldParts(candidate.parts);
    return matcher.matches(folded) && !(phase === 'open' && matcher.isProposedAsTyped(folded)) ? [{ candidate, folded, tier: matcher.tier(folded) }] : [];
  });

/** Of the given records those that match and meet the filters. */
export const verifiedNumbers = (read: Reader, kind: Kind, numbers: readonly number[], question: Question, filters: Filters): number[] =>
  verified(read, kind, numbers, question, filters).map((one) => one.candidate.n);

const atATime = 500;

/** Of the given records those that match, in the order given. */
export const matchingAmong = (read: Reader, kind: Kind, numbers: Int32Array | readonly number[], { matcher }: Question): number[] => {
  const found: number[] = [];
  for (let start = 0; start < numbers.length; start += atATime) {
    const piece = Array.from(numbers.slice(start, start + atATime));
    const matching = new Set(documentsIn(read, kind, piece).filter(({ parts }) => matcher.matchesParts(parts)).map(({ n }) => n));
    for (const n of piece) if (matching.has(n)) found.push(n);
  }
  return found;
};

const last = '\uffff';

/** Records whose name is the query or begins with it, by the index on names. */
const byBeginning = (read: Reader, kind: Kind, question: Question, input: SearchInput): Found[] => {
  if (kind.key === undefined || question.whole === '' || question.terms.some((term) => term.some((pattern) => pattern.isInitials))) return [];
  const numbers = read.column<number>(`SELECT t.n FROM ${kind.table} t WHERE t.${kind.key} >= ? AND t.${kind.key} < ? ORDER BY t.${kind.key} LIMIT ?`, [question.whole, question.whole + last, input.limit * 2]);
  return verified(read, kind, numbers, question, input).slice(0, input.limit);
};

const inOrder = (found: Found[], me: string | null): Found[] =>
  found.toSorted((a, b) => a.tier - b.tier || Number(b.candidate.mine !== null && b.candidate.mine === me) - Number(a.candidate.mine !== null && a.candidate.mine === me) || b.candidate.n - a.candidate.n);

const hitOf = (kind: Kind, { terms }: Question, { candidate }: Found): Hit => {
  const { id, label, note, parts, openTable, openId } = candidate;
  const labelMarks = marksOf(label, terms, true);
  const noteMarks = marksOf(note, terms, true);
  const excerpt = labelMarks.length > 0 && (terms.length === 1 || noteMarks.length > 0) ? null : excerptOf(parts.texts, terms);
  return { kind: kind.name, id, label, labelMarks, note, noteMarks, excerpt, open: { table: openTable, id: openId } };
};

const windowSql = 'SELECT rowid FROM search_text WHERE search_text MATCH ? AND rowid BETWEEN CAST(? AS INTEGER) AND CAST(? AS INTEGER) ORDER BY rowid DESC LIMIT ?';
const countSql = 'SELECT count(*) FROM (SELECT 1 FROM search_text WHERE search_text MATCH ? AND rowid BETWEEN CAST(? AS INTEGER) AND CAST(? AS INTEGER) LIMIT ?)';

const searchKind = (read: Reader, kind: Kind, question: Question, input: SearchInput): Group => {
  const [first, end] = rowsOfKind(kind);
  const found: Found[] = input.next ? [] : byBeginning(read, kind, question, input);
  const top = input.next?.top ?? found.map((one) => one.candidate.n);
  let next: Next | null = input.next ?? { phase: 'typed', below: end, top, shown: [] };
  const windowSize = windowOf(kind, input.limit);
  const started = performance.now();
  for (let windows = 0; next && found.length < input.limit && windows < mostWindows && (windows === 0 || performance.now() - started < mostMs); windows += 1) {
    const at: Next = next;
    const rows = read.column<number>(windowSql, [expressionIn(question, at.phase), first, at.below, windowSize]);
    const passed = new Set([...at.top, ...at.shown]);
    const numbers = rows.map((row) => row - indexRow(kind, 0)).filter((n) => !passed.has(n));
    const matching = inOrder(verified(read, kind, numbers, question, input, at.phase), input.me);
    const taken = matching.slice(0, input.limit - found.length);
    found.push(...taken);
    const lowest = rows.at(-1);
    if (taken.length < matching.length) next = { ...at, shown: [...at.shown, ...taken.map((one) => one.candidate.n)] };
    else if (lowest !== undefined && rows.length === windowSize) next = { ...at, below: lowest - 1, shown: [] };
    else next = at.phase === 'typed' && question.completed !== null ? { phase: 'open', below: end, top, shown: [] } : null;
  }
  const hits = found.map((one) => hitOf(kind, question, one));
  if (input.next || !next) return { kind: kind.name, hits, total: hits.length, isExact: next === null && !input.next, next };
  const counted = read.value<number>(countSql, [question.either, first, end, countedAtOnce + 1]) ?? 0;
  return { kind: kind.name, hits, total: Math.min(counted, countedAtOnce), isExact: question.isDecided && !isNarrowed(input) && counted <= countedAtOnce, next };
};

/** How many records wait to be indexed. */
export const waitingRows = (read: Reader): number => read.value<number>('SELECT count(*) FROM search_waiting') ?? 0;

export const searchQuery = query('search.find', (read, input: SearchInput): SearchAnswer => {
  const question = questionOf(input.text);
  if (!question) return { groups: [], waiting: waitingRows(read), isWhole: isBuilt(read) };
  const groups = kindNames.map((one) => kindOf(one.name)).filter((kind) => canMeet(kind, input)).map((kind) => searchKind(read, kind, question, input));
  return { groups: groups.filter((group) => group.hits.length > 0 || group.next !== null), waiting: waitingRows(read), isWhole: isBuilt(read) };
});

/** Rows verified by one call of `search.total`. */
const countedAtATime = 3000;

export type TotalInput = Filters & { text: string; kind: Kind['name']; next?: { below: number; counted: number } | undefined };
export type TotalAnswer = { total: number; next: { below: number; counted: number } | null };

/** Counts the results of a kind: at once where the index decides, otherwise as it goes. */
export const totalQuery = query('search.total', (read, input: TotalInput): TotalAnswer => {
  const question = questionOf(input.text);
  const kind = kindOf(input.kind);
  if (!question || !canMeet(kind, input)) return { total: 0, next: null };
  const [first, end] = rowsOfKind(kind);
  if (question.isDecided && !isNarrowed(input)) {
    return { total: read.value<number>(countSql, [question.either, first, end, KIND_SPAN]) ?? 0, next: null };
  }
  const rows = read.column<number>(windowSql, [question.either, first, input.next?.below ?? end, countedAtATime]);
  const numbers = rows.map((row) => row - indexRow(kind, 0));
  const counted = (input.next?.counted ?? 0) + (isNarrowed(input) ? verifiedNumbers(read, kind, numbers, question, input) : matchingAmong(read, kind, numbers, question)).length;
  const lowest = rows.at(-1);
  return { total: counted, next: lowest !== undefined && rows.length === countedAtATime ? { below: lowest - 1, counted } : null };
}, { lane: 'long' });
