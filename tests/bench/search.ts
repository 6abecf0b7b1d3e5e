/** The one box over everything: 200 mixed queries of one to six characters as they are typed, first results through `handle`. */
import type { Database } from 'better-sqlite3';
import { choseong, foldName } from '../../db/korean/names.ts';
import { createChance, type Chance } from './data/chance.ts';
import { openDesk } from './desk.ts';
import { figure, median, percentile, timeOf, type Figure } from './measure.ts';

const count = 200;
const seed = 20261128;

const textsSql = {
  firm: 'SELECT name AS text FROM organisation WHERE n = ?', person: 'SELECT name AS text FROM person WHERE n = ?', title: 'SELECT title AS text FROM task WHERE n = ?',
  need: 'SELECT need_text AS text FROM task WHERE n = ?', advice: 'SELECT advice AS text FROM session WHERE n = ?', agenda: 'SELECT title AS text FROM agenda_item WHERE n = ?', number: 'SELECT business_no AS text FROM organisation WHERE n = ?',
} as const;
const tableOf = { firm: 'organisation', person: 'person', title: 'task', need: 'task', advice: 'session', agenda: 'agenda_item', number: 'organisation' } as const;
type Source = keyof typeof textsSql;
const sources: readonly Source[] = ['firm', 'firm', 'firm', 'person', 'title', 'title', 'need', 'advice', 'agenda', 'number'];

/** Words of the trade, with their synonyms behind them, and what is not there at all. */
const fixed = ['미클', 'MC', '산학연협의체', '애로', '코디', '쀍쀍', '가나다라마바'] as const;

/** A piece of a text that stands somewhere in the data, as somebody types it: from the beginning of a word or from inside it, initial consonants for a third of the names. */
const pieceOf = (chance: Chance, source: Source, text: string): string => {
  const words = text.split(/[\s.,·]+/).filter((word) => word.length > 0);
  const word = source === 'firm' ? foldName(text) : source === 'number' ? text : chance.pick(words.length > 0 ? words : [text]);
  const length = chance.between(1, 6);
  const start = chance.percent(60) ? 0 : chance.between(0, Math.max(0, word.length - length));
  const piece = word.slice(start, start + length);
  if (source !== 'firm' && source !== 'person') return piece;
  const way = chance.next();
  if (way < 0.2) return choseong(piece);
  // 한ㅂㅈㅁ: syllables, then consonants, as when typing goes on.
  return way < 0.35 && piece.length > 1 ? piece.slice(0, 1) + choseong(piece.slice(1)) : piece;
};

/** The same queries over the same data, every time. */
export const searchQueries = (raw: Database): string[] => {
  const chance = createChance(seed);
  const largest = new Map([...new Set(Object.values(tableOf))].map((table) => [table, raw.prepare<[], { n: number }>(`SELECT max(n) AS n FROM ${table}`).get()?.n ?? 1]));
  const queries: string[] = [...fixed];
  while (queries.length < count) {
    const source = chance.pick(sources);
    const text = raw.prepare<[number], { text: string | null }>(textsSql[source]).get(chance.between(1, largest.get(tableOf[source]) ?? 1))?.text;
    const piece = text ? pieceOf(chance, source, text) : '';
    if (piece !== '') queries.push(piece);
  }
  return queries;
};

export const measureSearch = async (dataDir: string): Promise<Figure[]> => {
  const desk = openDesk(dataDir);
  try {
    const queries = searchQueries(desk.raw);
    const most = desk.raw.prepare<[], { n: number }>('SELECT max(n) AS n FROM task').get()?.n ?? 1;
    const rows = desk.raw.prepare<[string], unknown>('SELECT t.*, o.name AS firm FROM json_each(?) j JOIN task t ON t.n = j.value LEFT JOIN organisation o ON o.id = t.lead_org');
    const page = (round: number): string => JSON.stringify(rows.all(JSON.stringify(Array.from({ length: 100 }, (_, at) => 1 + ((round * 7919 + at * 101) % most)))));
    const times: { text: string; ms: number }[] = [];
    const theirs: number[] = [];
    for (let round = 0; round < 5; round += 1) await desk.get('search.find', { text: queries[round] ?? '' });
    for (const [round, text] of queries.entries()) {
      times.push({ text, ms: await timeOf(() => desk.get('search.find', { text })) });
      theirs.push(await timeOf(() => page(round)));
    }
    const slowest = times.toSorted((a, b) => b.ms - a.ms).slice(0, 8);
    console.log(`slowest of ${count} searches: ${slowest.map(({ text, ms }) => `${text} ${ms.toFixed(0)} ms`).join(', ')}`);
    const ours = times.map(({ ms }) => ms);
    return [
      figure('search as typed, p50', median(ours), median(theirs), `first results of ${count} queries of 1–6 characters (handle, JSON) / raw SELECT of 100 tasks with their firms`),
      figure('search as typed, p95', percentile(ours, 0.95), median(theirs), 'the same / the same, median', { most: 50 }),
    ];
  } finally {
    await desk.close();
  }
};
