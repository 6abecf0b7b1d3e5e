/** The quick filter of long lists: the box's own search over one kind, also over documents the index has not caught up with. */
import type { Reader } from '../kernel/reader.ts';
import { indexRow, kindOf } from './kinds.ts';
import type { KindName } from './choices.ts';
import { idsMatching } from './matching.ts';
import { questionOf } from './search.ts';
import { documentOf, rowsOfKind } from './source.ts';
import { foldParts } from './tokens.ts';

/** For `ListSpec.search`: row numbers that match; null when the text holds nothing to look for. */
export const searchIn = (name: KindName) => (read: Reader, text: string): Int32Array | null => {
  const indexed = idsMatching(read, name, text);
  const question = questionOf(text);
  if (!indexed || !question) return null;
  const kind = kindOf(name);
  const zero = indexRow(kind, 0);
  const waiting = read.column<number>('SELECT row FROM search_waiting WHERE row BETWEEN ? AND ?', rowsOfKind(kind)).map((row) => row - zero);
  if (waiting.length === 0) return indexed;
  const behind = new Set(waiting);
  const fresh = waiting.filter((n) => {
    const document = documentOf(read, kind, n);
    return document !== null && question.matcher.matches(foldParts(document.parts));
  });
  return Int32Array.from([...indexed].filter((n) => !behind.has(n)).concat(fresh));
};
