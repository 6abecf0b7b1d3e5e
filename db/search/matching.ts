/** Every record of a kind that holds the words of a query, with the meaning the box has: for lists and selections. */
import type { Reader } from '../kernel/reader.ts';
import { indexRow, kindOf } from './kinds.ts';
import type { KindName } from './kind-names.ts';
import { questionOf } from './search.ts';
import { documentOf, rowsOfKind } from './source.ts';
import { foldParts } from './tokens.ts';

/** Row numbers (`n`) of a kind's records that match, ascending; every live record when the text holds nothing to look for is null. */
export const idsMatching = (read: Reader, name: KindName, text: string): Int32Array | null => {
  const question = questionOf(text);
  if (!question) return null;
  const kind = kindOf(name);
  const [first, end] = rowsOfKind(kind);
  const zero = indexRow(kind, 0);
  const rows = read.column<number>('SELECT rowid FROM search_text WHERE search_text MATCH ? AND rowid BETWEEN CAST(? AS INTEGER) AND CAST(? AS INTEGER) ORDER BY rowid', [question.either, first, end]);
  const numbers = Int32Array.from(rows, (row) => row - zero);
  if (question.isDecided) return numbers;
  return numbers.filter((n) => {
    const document = documentOf(read, kind, n);
    return document !== null && question.matcher.matches(foldParts(document.parts));
  });
};
