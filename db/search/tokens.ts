/**
 * What a document is to the index: a set of tokens. The alphabets never meet: a letter alone opens a word, two letters stand
 * side by side in a word or name, three with a mark before them say which mark it is; initial consonants (U+3131…) are in no folded text.
 */
import { initialOf, keyOf, nameWordsOf, numberKeyOf, wordsOf } from './fold.ts';

/** The searchable parts of a record, as written. */
export type Parts = {
  /** What the record itself is called, all its names. */
  readonly own: readonly string[];
  /** Names of what it belongs to: its firm, its coordinator. */
  readonly links: readonly string[];
  readonly numbers: readonly string[];
  readonly texts: readonly string[];
};

/** The same, folded. */
export type Folded = {
  readonly own: readonly string[];
  readonly links: readonly string[];
  readonly numbers: readonly string[];
  /** Words of every name. */
  readonly nameWords: readonly string[];
  readonly numberWords: readonly string[];
  /** Words of each text. */
  readonly texts: readonly (readonly string[])[];
};

export const foldParts = ({ own, links, numbers, texts }: Parts): Folded => ({
  own: own.map(keyOf), links: links.map(keyOf), numbers: numbers.map(numberKeyOf),
  nameWords: [...own, ...links].flatMap(nameWordsOf), numberWords: numbers.flatMap(wordsOf), texts: texts.map(wordsOf),
});

/** Before two letters that meet across the border of two words. */
export const ACROSS = '\ue000';
/** Before an initial consonant that opens a word of a name. */
export const OPENS = '\ue001';

const pairsOf = (word: string): string => {
  let pairs = '';
  for (let at = 1; at < word.length; at += 1) pairs += ` ${word.charAt(at - 1)}${word.charAt(at)}`;
  return pairs;
};

const initialsOf = (key: string): string => {
  let initials = '';
  for (const letter of key) initials += initialOf(letter);
  return initials;
};

const nameTokens = (key: string): string => {
  const initials = initialsOf(key);
  let tokens = `${pairsOf(key)}${pairsOf(initials)} ${key.charAt(0)} ${OPENS}${initials.charAt(0)}`;
  for (let at = 2; at < initials.length; at += 1) tokens += ` ${initials.slice(at - 2, at + 1)}`;
  return tokens;
};

/** The tokens of a document, ready for the index. A token may come twice: the index keeps it once. */
export const tokensOf = (folded: Folded): string => {
  let tokens = '';
  for (const key of folded.own) if (key !== '') tokens += nameTokens(key);
  for (const key of folded.links) if (key !== '') tokens += nameTokens(key);
  for (const word of folded.nameWords) tokens += ` ${word.charAt(0)} ${OPENS}${initialOf(word.charAt(0))}`;
  for (const key of folded.numbers) tokens += pairsOf(key);
  for (const word of folded.numberWords) tokens += ` ${word.charAt(0)}`;
  for (const words of folded.texts) {
    let last = '';
    for (const word of words) {
      if (last !== '') tokens += ` ${ACROSS}${last}${word.charAt(0)}`;
      tokens += ` ${word.charAt(0)}${pairsOf(word)}`;
      last = word.charAt(word.length - 1);
    }
  }
  return tokens;
};
