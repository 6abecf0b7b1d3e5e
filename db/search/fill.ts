/** Fills an empty index, kind by kind, as far as a turn lasts. */
import type { Reader } from '../kernel/reader.ts';
import { indexRow, kinds } from './kinds.ts';
import { documentsAfter } from './source.ts';
import { tokensOf } from './tokens.ts';

/** Version of what the tokens of a document are. An index of another version is made anew. */
export const tokensVersion = 4;

export const indexSql = (table: string): string => `CREATE VIRTUAL TABLE ${table} USING fts5 (tokens, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii')`;

/** Bytes the index gathers in memory before it writes a segment: few segments, so that a query looks into few. The default of FTS5 is 1 MB. */
export const gathered = 64 * 1024 * 1024;
export const gatheredUsually = 1024 * 1024;

/** The kind (by its place in `kinds`) and the record after which the next turn begins. */
export type Place = { kind: number; after: number };

const batch = 500;

/** @returns where to go on (null when everything is in) and how many documents this turn put in */
export const fillSome = (read: Reader, insert: (row: number, tokens: Uint8Array) => void, from: Place, mostMs: number): { next: Place | null; done: number } => {
  const started = performance.now();
  let place: Place = from;
  let done = 0;
  while (performance.now() - started < mostMs) {
    const kind = kinds[place.kind];
    if (!kind) return { next: null, done };
    const documents = documentsAfter(read, kind, place.after, batch);
    for (const { n, parts } of documents) insert(indexRow(kind, n), tokensOf(parts));
    done += documents.length;
    const last = documents.at(-1);
    place = last && documents.length === batch ? { kind: place.kind, after: last.n } : { kind: place.kind + 1, after: 0 };
  }
  return { next: place, done };
};

/** About how many documents there are: what progress is measured against. */
export const documentsToFill = (read: Reader): number => kinds.reduce((sum, kind) => sum + (read.value<number | null>(`SELECT max(n) FROM ${kind.table}`) ?? 0), 0);
