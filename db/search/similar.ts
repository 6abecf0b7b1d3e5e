/**
 * 비슷한 사례: solved tasks nearest to one, by the pairs of letters in title and need, weighted by how rare they are. Candidates come from
 * the rarest pairs and from the words of the title; the nearest are told on the text itself.
 */
import { query } from '../kernel/query.ts';
import type { Reader } from '../kernel/reader.ts';
import { taskStates } from '../reference/choices/task.ts';
import { wordsOf } from './fold.ts';
import { indexRow, kindOf } from './kinds.ts';
import { rowsOfKind } from './source.ts';

/** States in which a difficulty has been dealt with. */
const solved = ['completed', 'follow-up', 'closed', 'direct-done'] as const;

/** A pair in more tasks than this says little, and is not counted further. */
const countedUpTo = 2000;
const mostPairs = 60;
const rarest = 10;
const newestPerQuestion = 300;
/** Texts compared: 120 rows with their firm are about 5 ms. */
const compared = 120;
const shown = 5;
/** Of what the task says, at least this share must be in the other one. */
const least = 0.2;
/** Words in a title say more than words in the text. */
const titleWeight = 2;

export type Similar = {
  id: string; title: string; status: string; share: number;
  firm: string | null; coordinator: string | null; doneOn: string | null;
  /** The session in which it was solved. */
  session: { id: string; visit_on: string; coordinator: string | null } | null;
  /** Other bodies that took part. */
  bodies: string[];
};

export type SimilarInput = { id: string | null; title: string; need: string };

const pairsOf = (text: string): string[] => wordsOf(text).flatMap((word) => Array.from({ length: word.length - 1 }, (_, at) => word.slice(at, at + 2)));

const task = kindOf('task');
const [first, end] = rowsOfKind(task);
const within = 'search_text MATCH ? AND rowid BETWEEN CAST(? AS INTEGER) AND CAST(? AS INTEGER)';

const counts = new WeakMap<Reader, { tasks: number; known: Map<string, number> }>();

/** In how many tasks a pair is, as far as counted. Kept while the number of tasks stays about the same. */
const frequencyIn = (read: Reader, tasks: number): ((pair: string) => number) => {
  const kept = counts.get(read);
  const known = kept && tasks >= 1000 && Math.abs(kept.tasks - tasks) < tasks / 50 ? kept.known : new Map<string, number>();
  if (known !== kept?.known || known.size > 50_000) counts.set(read, { tasks, known: known.size > 50_000 ? new Map<string, number>() : known });
  return (pair) => {
    const before = known.get(pair);
    if (before !== undefined) return before;
    const counted = read.value<number>(`SELECT count(*) FROM (SELECT 1 FROM search_text WHERE ${within} LIMIT ?)`, [`"${pair}"`, first, end, countedUpTo]) ?? 0;
    known.set(pair, counted);
    return counted;
  };
};

const rowsFor = (read: Reader, expression: string, limit: number): number[] =>
  read.column<number>(`SELECT rowid FROM search_text WHERE ${within} ORDER BY rowid DESC LIMIT ?`, [expression, first, end, limit]).map((row) => row - indexRow(task, 0));

const wordExpression = (word: string): string => Array.from({ length: word.length - 1 }, (_, at) => `"${word.slice(at, at + 2)}"`).join(' AND ');

/** Tasks worth a look, those met most often and by the rarest first. */
const candidates = (read: Reader, title: string, weights: ReadonlyMap<string, { weight: number; count: number }>): number[] => {
  const scores = new Map<number, number>();
  const add = (rows: readonly number[], weight: number): void => { for (const n of rows) scores.set(n, (scores.get(n) ?? 0) + weight); };
  const rare = [...weights].filter(([, { count }]) => count > 0).toSorted((a, b) => a[1].count - b[1].count).slice(0, rarest);
  for (const [pair, { weight, count }] of rare) add(rowsFor(read, `"${pair}"`, Math.min(count, countedUpTo)), weight);
  // Where all pairs are common, two words of the title together are not.
  const words = wordsOf(title).filter((word) => word.length > 1).slice(0, 6);
  words.forEach((word, at) => {
    const next = words[at + 1];
    if (next !== undefined) add(rowsFor(read, `${wordExpression(word)} AND ${wordExpression(next)}`, newestPerQuestion), 6);
    const afterNext = words[at + 2];
    if (afterNext !== undefined) add(rowsFor(read, `${wordExpression(word)} AND ${wordExpression(afterNext)}`, newestPerQuestion), 6);
  });
  return [...scores].toSorted((a, b) => b[1] - a[1] || b[0] - a[0]).slice(0, compared * 2).map(([n]) => n);
};

type Row = { n: number; id: string; title: string; need_text: string | null; status: string; firm: string | null; coordinator: string | null; done_on: string | null; solved_session: string | null };

const rowSql = `SELECT t.n, t.id, t.title, t.need_text, t.status, o.name AS firm, c.name AS coordinator, coalesce(t.completed_on, s.visit_on) AS done_on, t.solved_session
  FROM json_each(?) j JOIN task t ON t.n = j.value LEFT JOIN organisation o ON o.id = t.lead_org LEFT JOIN person c ON c.id = t.coordinator LEFT JOIN session s ON s.id = t.solved_session
  WHERE t._del = 0 AND t.status IN (${solved.map((state) => `'${state}'`).join(', ')}) AND t.id IS NOT ? ORDER BY j.key LIMIT ?`;

const whoSolved = (read: Reader, row: Row): Pick<Similar, 'session' | 'bodies'> => ({
  session: row.solved_session === null ? null : (read.get<{ id: string; visit_on: string; coordinator: string | null }>(
    'SELECT s.id, s.visit_on, c.name AS coordinator FROM session s LEFT JOIN person c ON c.id = s.coordinator WHERE s.id = ? AND s._del = 0', [row.solved_session]) ?? null),
  bodies: read.column<string>('SELECT DISTINCT o.name FROM participant p JOIN organisation o ON o.id = p.organisation JOIN task t ON t.id = p.task WHERE p.task = ? AND p._del = 0 AND p.organisation IS NOT t.lead_org AND o.name IS NOT NULL ORDER BY 1 LIMIT 3', [row.id]),
});

/** The solved tasks nearest to what is written, nearest first. */
export const similarTo = (read: Reader, { id, title, need }: SimilarInput): Similar[] => {
  const tasks = read.value<number | null>('SELECT max(n) FROM task') ?? 0;
  const frequency = frequencyIn(read, tasks);
  const inTitle = new Set(pairsOf(title));
  const weights = new Map([...new Set([...inTitle, ...pairsOf(need)])].slice(0, mostPairs).map((pair) => {
    const count = frequency(pair);
    return [pair, { count, weight: Math.log(1 + tasks / (count + 1)) * (inTitle.has(pair) ? titleWeight : 1) }] as const;
  }));
  const whole = [...weights.values()].reduce((sum, { weight }) => sum + weight, 0);
  if (whole === 0) return [];
  const rows = read.all<Row>(rowSql, [JSON.stringify(candidates(read, title, weights)), id, compared]);
  const shares = rows.map((row) => {
    const theirs = new Set([...pairsOf(row.title), ...pairsOf(row.need_text ?? '')]);
    let shared = 0;
    for (const [pair, { weight }] of weights) if (theirs.has(pair)) shared += weight;
    return { row, share: shared / whole };
  });
  return shares.filter(({ share }) => share >= least).toSorted((a, b) => b.share - a.share || b.row.n - a.row.n).slice(0, shown)
    .map(({ row, share }) => ({ id: row.id, title: row.title, status: taskStates.find((state) => state.code === row.status)?.ko ?? row.status, share, firm: row.firm, coordinator: row.coordinator, doneOn: row.done_on, ...whoSolved(read, row) }));
};

export const similarQuery = query('search.similar', (read, input: SimilarInput): Similar[] => similarTo(read, input), { lane: 'long' });
