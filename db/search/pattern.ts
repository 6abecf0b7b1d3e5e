/** A query as typed, as what a document must hold: words that must all be there, each in one of its spellings. */
import { dropLegalForm } from '../korean/names.ts';
import { FINALS, FIRST_SYLLABLE, initialOf, INITIALS, isOpenSyllable, SYLLABLES_PER_INITIAL, wordsOf } from './fold.ts';
import { synonyms } from './synonyms.ts';
import { ACROSS, OPENS } from './tokens.ts';

/** One spelling of one word. */
export type Pattern = {
  readonly letters: string;
  /** Some letters are initial consonants: looked for in names alone. */
  readonly isInitials: boolean;
  /** The last syllable may still get a final consonant. */
  readonly isOpen: boolean;
};

/** Spellings of a word, any of which will do. */
export type Term = readonly Pattern[];

const CONSONANT = /[ㄱ-ㅎ]/;

/** Two consonants that an input method has joined because they can end a syllable together. */
const JOINED: Readonly<Record<string, string>> = { ㄳ: 'ㄱㅅ', ㄵ: 'ㄴㅈ', ㄶ: 'ㄴㅎ', ㄺ: 'ㄹㄱ', ㄻ: 'ㄹㅁ', ㄼ: 'ㄹㅂ', ㄽ: 'ㄹㅅ', ㄾ: 'ㄹㅌ', ㄿ: 'ㄹㅍ', ㅀ: 'ㄹㅎ', ㅄ: 'ㅂㅅ' };

/** A word as it is compared; single consonants stay what they are, which NFKC would not leave them. */
const foldWord = (word: string): string => {
  if (!CONSONANT.test(word)) return wordsOf(word).join('');
  return Array.from(word.normalize('NFC'), (letter) => (CONSONANT.test(letter) ? (JOINED[letter] ?? letter) : wordsOf(letter).join(''))).join('');
};

const isLatin = (letter: string): boolean => /[a-z0-9]/.test(letter);

const groups = synonyms.map((group) => group.map((word) => wordsOf(word).join('')));

/** The word with each synonym in the place of the longest one it begins or ends with. */
const respelt = (word: string): string[] => {
  let best: { at: number; member: string; group: readonly string[] } | null = null;
  for (const group of groups) {
    for (const member of group) {
      const at = word.startsWith(member) ? 0 : word.endsWith(member) ? word.length - member.length : -1;
      if (at < 0 || (best && best.member.length >= member.length)) continue;
      // mct is no MC.
      const [before, after] = [word.charAt(at - 1), word.charAt(at + member.length)];
      if (isLatin(member.charAt(0)) && (isLatin(before) || isLatin(after))) continue;
      best = { at, member, group };
    }
  }
  if (!best) return [];
  const { at, member, group } = best;
  return group.filter((other) => other !== member).map((other) => word.slice(0, at) + other + word.slice(at + member.length));
};

const patternOf = (letters: string, isLast: boolean): Pattern =>
  ({ letters, isInitials: CONSONANT.test(letters), isOpen: isLast && isOpenSyllable(letters.charAt(letters.length - 1)) });

/** @returns the words of a query; none when it holds no letter and no digit */
export const termsOf = (text: string): Term[] => {
  const typed = text.normalize('NFC').trim().split(/\s+/);
  const bare = typed.map((word) => (/^(?:주식회사|유한회사)$/.test(word) ? '' : CONSONANT.test(word) ? word : dropLegalForm(word)));
  const words = (bare.some((word) => foldWord(word) !== '') ? bare : typed).map(foldWord).filter((word) => word !== '');
  return words.map((word, at): Term => {
    const isLast = at === words.length - 1;
    const first = patternOf(word, isLast);
    return first.isInitials ? [first] : [first, ...respelt(word).map((other) => patternOf(other, isLast))];
  });
};

/** A syllable without final, and what it may become. */
const completions = (letter: string): string[] => Array.from({ length: FINALS }, (_, at) => String.fromCharCode(letter.charCodeAt(0) + at));

const any = (tokens: readonly string[]): string => (tokens.length === 1 ? `"${tokens[0] ?? ''}"` : `(${tokens.map((token) => `"${token}"`).join(' OR ')})`);

/** How the last syllable is taken: as typed, as what it may still become, or both. */
type Last = 'typed' | 'completed' | 'either';

const lettersAt = ({ letters, isOpen }: Pattern, at: number, last: Last): string[] => {
  const letter = letters.charAt(at);
  if (!isOpen || last === 'typed' || at < letters.length - 1) return [letter];
  return last === 'completed' ? completions(letter).slice(1) : completions(letter);
};

const RUN = /^[0-9a-z]+$/;

const initialsExpression = (pattern: Pattern): string[] => {
  const { letters } = pattern;
  const initials = Array.from(letters, initialOf).join('');
  if (initials.length === 1) return [any([`${OPENS}${initials}`])];
  const parts = initials.length === 2 ? [any([initials])] : Array.from({ length: initials.length - 2 }, (_, at) => any([initials.slice(at, at + 3)]));
  for (let at = 1; at < letters.length; at += 1) {
    const pair = letters.slice(at - 1, at + 1);
    if (!CONSONANT.test(pair.charAt(0)) && CONSONANT.test(pair.charAt(1))) parts.push(any([pair]));
    if (!CONSONANT.test(pair)) parts.push(any(lettersAt(pattern, at, 'either').map((letter) => pair.charAt(0) + letter)));
  }
  return parts;
};

/** What a spelling of three letters and more is looked up by: fours and threes of digits and Latin letters, otherwise pairs. */
export const piecesOf = (letters: string): string[] => {
  const isRun = (from: number, length: number): boolean => from >= 0 && from + length <= letters.length && RUN.test(letters.slice(from, from + length));
  const pieces: string[] = [];
  for (let at = 1; at < letters.length; at += 1) {
    if (isRun(at - 3, 4)) pieces.push(letters.slice(at - 3, at + 1));
    // A longer piece that comes next holds this pair.
    else if (isRun(at - 2, 4) || isRun(at - 1, 4)) continue;
    else if (isRun(at - 2, 3)) pieces.push(letters.slice(at - 2, at + 1));
    else if (!isRun(at - 1, 3)) pieces.push(letters.slice(at - 1, at + 1));
  }
  return pieces;
};

const expressionOfPattern = (pattern: Pattern, last: Last): string => {
  const { letters, isInitials } = pattern;
  if (isInitials) return initialsExpression(pattern).join(' AND ');
  if (letters.length === 1) return any(lettersAt(pattern, 0, last));
  if (letters.length === 2) return any(lettersAt(pattern, 1, last).map((letter) => letters.charAt(0) + letter));
  const pieces = piecesOf(letters);
  return pieces.map((piece, at) => {
    if (piece.length > 2) return any([piece]);
    const pairs = at === pieces.length - 1 ? lettersAt(pattern, letters.length - 1, last).map((letter) => piece.charAt(0) + letter) : [piece];
    return any([...pairs, ...pairs.map((pair) => ACROSS + pair)]);
  }).join(' AND ');
};

/** The question put to the index. With `completed` only spellings whose last syllable is on its way count for the last word. */
export const expressionOf = (terms: readonly Term[], last: Last): string =>
  terms.map((term, at) => {
    const spellings = last === 'completed' && at === terms.length - 1 ? term.filter((pattern) => pattern.isOpen && !pattern.isInitials) : term;
    return `(${spellings.map((pattern) => `(${expressionOfPattern(pattern, last)})`).join(' OR ')})`;
  }).join(' AND ');

/** True when the index alone decides: words of one or two letters. */
export const isDecidedByIndex = (terms: readonly Term[]): boolean =>
  terms.every((term) => term.every((pattern) => pattern.letters.length <= (pattern.isInitials ? 1 : 2)));

/** True when the last syllable may still change. */
export const isUnfinished = (terms: readonly Term[]): boolean => terms.some((term) => term.some((pattern) => pattern.isOpen && !pattern.isInitials));

const JAMO = 0x1100;

/** What a letter of a query may stand for, as part of a regular expression. */
const classOf = (letter: string, isOpen: boolean): string => {
  const at = INITIALS.indexOf(letter);
  if (at >= 0) {
    const first = FIRST_SYLLABLE + at * SYLLABLES_PER_INITIAL;
    return `[${letter}${String.fromCharCode(JAMO + at)}${String.fromCharCode(first)}-${String.fromCharCode(first + SYLLABLES_PER_INITIAL - 1)}]`;
  }
  return isOpen ? `[${letter}-${String.fromCharCode(letter.charCodeAt(0) + FINALS - 1)}]` : letter;
};

/** The letters of a pattern as the source of a regular expression over folded text. */
export const sourceOf = ({ letters, isOpen }: Pattern): string =>
  Array.from(letters, (letter, at) => classOf(letter, isOpen && at === letters.length - 1)).join('');
