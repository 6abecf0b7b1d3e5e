/** Every record of a kind that holds the words of a query, with the meaning the box has: for lists and selections. */
import type { RecordRows } from '../device/selection.ts';
import { query } from '../kernel/query.ts';
import type { Reader } from '../kernel/reader.ts';
import type { KindName } from './choices.ts';
import { indexRow, kindOf } from './kinds.ts';
import { isNarrowed, matchingAmong, questionOf, verifiedNumbers } from './search.ts';
import type { Filters } from './search-types.ts';
import { rowsOfKind } from './source.ts';

const everySql = 'SELECT rowid FROM search_text WHERE search_text MATCH ? AND rowid BETWEEN CAST(? AS INTEGER) AND CAST(? AS INTEGER) ORDER BY rowid';

/** Row numbers (`n`) of a kind's records that match, ascending; null when the text holds nothing to look for. */
export const idsMatching = (read: Reader, name: KindName, text: string): Int32Array | null => {
  const question = questionOf(text);
  if (!question) return null;
  const kind = kindOf(name);
  const zero = indexRow(kind, 0);
  const numbers = Int32Array.from(read.column<number>(everySql, [question.either, ...rowsOfKind(kind)]), (row) => row - zero);
  return question.isDecided ? numbers : Int32Array.from(matchingAmong(read, kind, numbers, question));
};

export type RowsInput = Filters & { text: string; kind: KindName; label: string };

/** The results of a kind as a selection a list can open. */
export const matchingRows = query('search.rows', (read, input: RowsInput): RecordRows => {
  const kind = kindOf(input.kind);
  const found = idsMatching(read, input.kind, input.text) ?? new Int32Array();
  const question = questionOf(input.text);
  const numbers = question && isNarrowed(input) ? verifiedNumbers(read, kind, [...found], question, input) : found;
  return { table: kind.table, label: input.label, count: numbers.length, rows: JSON.stringify([...numbers]) };
}, { lane: 'long' });
