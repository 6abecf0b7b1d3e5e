/** Where in a text the words of a query stand, for the page to mark. */
import { INITIALS } from './fold.ts';
import { sourceOf, type Term } from './pattern.ts';

/** From (inclusive) and until (exclusive), in UTF-16 units. */
export type Mark = readonly [number, number];

const PLAIN = /[0-9A-Za-z가-힣]/;

/** Letters and digits of a text with where each comes from, and whether it opens a word. */
const placed = (text: string): { letters: string; at: number[]; opens: boolean[] } => {
  let letters = '';
  const at: number[] = [];
  const opens: boolean[] = [];
  let isBetween = true;
  for (let index = 0; index < text.length; index += 1) {
    const letter = text.charAt(index);
    const folded = PLAIN.test(letter) ? letter.toLowerCase() : letter === '㈜' ? '' : letter.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
    if (folded === '') { isBetween = true; continue; }
    for (const one of folded) {
      letters += one;
      at.push(index);
      opens.push(isBetween);
      isBetween = false;
    }
  }
  return { letters, at, opens };
};

/** Ranges in which the text meets the query, in order and apart. @param isName spaces inside do not part what belongs together */
export const marksOf = (text: string, terms: readonly Term[], isName: boolean): Mark[] => {
  const { letters, at, opens } = placed(text);
  const hit = new Set<number>();
  for (const pattern of terms.flat()) {
    if (pattern.isInitials && !isName) continue;
    const finder = new RegExp(sourceOf(pattern), 'gu');
    const { length } = pattern.letters;
    for (let found = finder.exec(letters); found; found = finder.exec(letters)) {
      finder.lastIndex = found.index + 1;
      if (length === 1 ? !opens[found.index] : length === 2 && !isName && opens[found.index + 1]) continue;
      for (let index = found.index; index < found.index + found[0].length; index += 1) hit.add(at[index] ?? 0);
    }
  }
  const marks: [number, number][] = [];
  for (const index of [...hit].sort((a, b) => a - b)) {
    const last = marks.at(-1);
    if (last && last[1] === index) last[1] = index + 1;
    else marks.push([index, index + 1]);
  }
  return marks;
};

const before = 24;
const shown = 90;

/** The piece of a long text around the first place that meets the query; null when none does. */
export const excerptOf = (texts: readonly string[], terms: readonly Term[]): { text: string; marks: Mark[] } | null => {
  if (terms.every((term) => term.every(({ letters }) => INITIALS.includes(letters.charAt(0))))) return null;
  for (const whole of texts) {
    const [first] = marksOf(whole, terms, false);
    if (!first) continue;
    const start = Math.max(0, first[0] - before);
    const text = `${start > 0 ? '…' : ''}${whole.slice(start, start + shown).replace(/\s/g, ' ')}${start + shown < whole.length ? '…' : ''}`;
    return { text, marks: marksOf(text, terms, false) };
  }
  return null;
};
