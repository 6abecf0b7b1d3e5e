/** Whether a document holds what a query asks for: the last word on what the index proposes. */
import { piecesOf, sourceOf, type Pattern, type Term } from './pattern.ts';
import { keyOf } from './fold.ts';
import { foldParts, type Folded, type Parts } from './tokens.ts';

/** A test of one spelling. */
type Tester = (folded: Folded) => boolean;

const testerOf = (pattern: Pattern): Tester => {
  const source = sourceOf(pattern);
  const inside = new RegExp(source, 'u');
  const opens = new RegExp(`^${source}`, 'u');
  const { letters, isInitials } = pattern;
  const isIn = (part: string): boolean => inside.test(part);
  const isFirst = (part: string): boolean => opens.test(part);
  if (letters.length === 1) {
    if (isInitials) return (folded) => folded.nameWords.some(isFirst) || folded.own.some(isFirst) || folded.links.some(isFirst);
    return (folded) => folded.nameWords.some(isFirst) || folded.own.some(isFirst) || folded.links.some(isFirst) || folded.numberWords.some(isFirst) || folded.texts.some((words) => words.some(isFirst));
  }
  if (isInitials) return (folded) => folded.own.some(isIn) || folded.links.some(isIn);
  const inNames = (folded: Folded): boolean => folded.own.some(isIn) || folded.links.some(isIn) || folded.numbers.some(isIn);
  // Two letters are looked for inside a word, more also across the borders of words: spacing varies (경쟁력강화, 경쟁력 강화).
  if (letters.length === 2) return (folded) => inNames(folded) || folded.texts.some((words) => words.some(isIn));
  return (folded) => inNames(folded) || folded.texts.some((words) => isIn(words.join('')));
};

/** Whether the index has every token of a spelling as typed: what `expressionOf` asks, on the folded text. */
const proposerOf = (pattern: Pattern): Tester => {
  const { letters, isInitials } = pattern;
  const exact: Pattern = { ...pattern, isOpen: false };
  if (isInitials || letters.length < 3) return testerOf(isInitials ? pattern : exact);
  const pieces = piecesOf(letters);
  return (folded) => {
    const places = [...folded.own, ...folded.links, ...folded.numbers, ...folded.texts.map((words) => words.join(''))];
    return pieces.every((piece) => places.some((place) => place.includes(piece)));
  };
};

export type Matcher = {
  matches(folded: Folded): boolean;
  /** The same on the parts as written: most are told without folding a text. */
  matchesParts(parts: Parts): boolean;
  /** Whether the index proposes the document for the query exactly as typed. */
  isProposedAsTyped(folded: Folded): boolean;
  /** How well the names meet the query, 0 best: equal, beginning, a word of it, inside, elsewhere. */
  tier(folded: Folded): number;
};

/** @param whole the query as one name */
export const matcherOf = (terms: readonly Term[], whole: string): Matcher => {
  const testers = terms.map((term) => term.map(testerOf));
  const proposers = terms.map((term) => term.map(proposerOf));
  // Letters side by side in what is written are side by side when it is folded; names lose their legal form, so they are looked at folded.
  const plain = terms.map((term) => term.filter(({ letters, isInitials }) => !isInitials && letters.length > 1).map(({ letters }) => letters));
  const isPlainlyIn = ({ own, links, texts }: Parts, letters: string): boolean => own.some((name) => keyOf(name).includes(letters)) || links.some((name) => keyOf(name).includes(letters)) || texts.some((text) => text.includes(letters));
  const matches = (folded: Folded): boolean => testers.every((spellings) => spellings.some((test) => test(folded)));
  const first = terms[0]?.[0];
  const source = first ? sourceOf(first) : '';
  const [inside, opens] = [new RegExp(source, 'u'), new RegExp(`^${source}`, 'u')];
  return {
    matches,
    matchesParts: (parts) => plain.every((spellings) => spellings.some((letters) => isPlainlyIn(parts, letters))) || matches(foldParts(parts)),
    isProposedAsTyped: (folded) => proposers.every((spellings) => spellings.some((test) => test(folded))),
    tier: (folded) => {
      if (folded.own.includes(whole) || folded.numbers.includes(whole)) return 0;
      if (folded.own.some((key) => key.startsWith(whole)) || folded.numbers.some((key) => key.startsWith(whole))) return 1;
      if (folded.own.some((key) => opens.test(key)) || folded.nameWords.some((word) => opens.test(word))) return 2;
      return folded.own.some((key) => inside.test(key)) ? 3 : 4;
    },
  };
};
