/**
 * Rows that pickers look at: those whose name begins with what is typed, by the index on names, and those that have it somewhere,
 * newest first, by the index of the search. What they mean by a match they say themselves (`db/kernel/find.ts`); this only keeps them from looking at every row.
 */
import type { Reader } from '../kernel/reader.ts';
import type { KindName } from './choices.ts';
import { inPlane } from './fold.ts';
import { indexRow, kindOf, type Kind } from './kinds.ts';
import { isBuilt } from './rebuild.ts';
import { rowsOfKind } from './source.ts';
import { NAMED, OPENS } from './tokens.ts';

export type Near = { rows: number[]; below: number | null };

const beginning = 200;
const windowSize = 400;
const mostWindows = 8;

/** Columns of initial consonants with an index of their own. */
const initialsColumn: Partial<Record<KindName, string>> = { organisation: 'name_cho', person: 'name_cho' };

/** The shortest names first, as pickers show them, without touching the rows. */
const byBeginning = (read: Reader, kind: Kind, column: string, wanted: string): number[] =>
  read.column<number>(`SELECT t.n FROM ${kind.table} t WHERE t.${column} >= ? AND t.${column} < ? ORDER BY length(t.${column}), t.${column} LIMIT ?`, [wanted, `${wanted}\uffff`, beginning]);

const tokenList = (letters: string, length: number): string[] => Array.from({ length: letters.length - length + 1 }, (_, at) => `"${letters.slice(at, at + length)}"`);

/** One letter is looked for where a word begins, as in the box: a look inside every name of a million takes seconds. */
const expressionFor = (wanted: string, isInitials: boolean): string | null => {
  if (wanted.length === 1) return isInitials ? `"${OPENS}${wanted}"` : `"${wanted}"`;
  if (!isInitials) return Array.from({ length: wanted.length - 1 }, (_, at) => `"${NAMED}${wanted.slice(at, at + 2)}"`).join(' AND ');
  // Ⅱ and é are written one way in the column of consonants and another in the index.
  return /^[ㄱ-ㅎ0-9a-z]+$/.test(wanted) ? tokenList(wanted, Math.min(3, wanted.length)).join(' AND ') : null;
};

const windowSql = 'SELECT rowid FROM search_text WHERE search_text MATCH ? AND rowid BETWEEN CAST(? AS INTEGER) AND CAST(? AS INTEGER) ORDER BY rowid DESC LIMIT ?';

/** As many proposals as a few windows hold, in one list. @returns null when every row must be looked at */
export const nearList = (read: Reader, name: KindName, wanted: string, isInitials: boolean): number[] | null => {
  const rows: number[] = [];
  for (let below: number | null = null, windows = 0; windows < mostWindows; windows += 1) {
    const near: Near | null = nearIn(name)(read, wanted, isInitials, below);
    if (!near) return null;
    rows.push(...near.rows);
    if (near.below === null) return rows;
    below = near.below;
  }
  return rows;
};

/**
 * Proposes rows for what is typed, folded; the next ones below `below`.
 * @returns null when every row must be looked at
 */
export const nearIn = (name: KindName) => (read: Reader, wanted: string, isInitials: boolean, below: number | null): Near | null => {
  const kind = kindOf(name);
  if (!isBuilt(read)) return null;
  const [first, end] = rowsOfKind(kind);
  if (wanted === '') return { rows: read.column<number>(`SELECT t.n FROM ${kind.table} t WHERE t._del = 0 ORDER BY t.n DESC LIMIT ?`, [beginning]), below: null };
  const column = isInitials ? initialsColumn[name] : kind.key;
  const rows = below === null && column !== undefined ? byBeginning(read, kind, column, wanted) : [];
  const expression = expressionFor(inPlane(wanted), isInitials);
  if (expression === null) return null;
  const found = read.column<number>(windowSql, [expression, first, below ?? end, windowSize]);
  const waiting = below === null ? read.column<number>('SELECT row FROM search_waiting WHERE row BETWEEN ? AND ? LIMIT 300', [first, end]) : [];
  const lowest = found.at(-1);
  return { rows: [...rows, ...[...found, ...waiting].map((row) => row - indexRow(kind, 0))], below: lowest !== undefined && found.length === windowSize ? lowest - 1 : null };
};
