/** Text as the search sees it: letters and digits alone, one width, lower case, in words. The same for documents and queries. */
import { foldName } from '../korean/names.ts';

/** ㈜ and the bracketed marks of a legal form part words and are no word. */
const LEGAL_MARKS = /㈜|㈔|㈐|[(（](?:주|유|사|재|합|자)[)）]/g;
const LEGAL_WORDS = new Set(['주식회사', '유한회사', '합자회사', '합명회사', '유한책임회사']);
const PLAIN = /^[\t-~가-힣]*$/;

/** Text in which a letter beyond the first plane takes the place of one in the private area: every position is one UTF-16 unit. */
export const inPlane = (text: string): string => text.replace(/[\u{10000}-\u{10ffff}]/gu, (letter) => String.fromCharCode(0xe100 + ((letter.codePointAt(0) ?? 0) % 0x1700)));

/** Text of which every letter that is not ASCII is folded, and every mark that is not ASCII is a space: what `wordsOf` parts. Plain Korean stays as it is. */
export const evenText = (text: string): string => {
  if (PLAIN.test(text)) return text.includes('(') ? text.replace(LEGAL_MARKS, ' ') : text;
  // ㆍ is set to · first: NFKC would turn it into an old vowel.
  const even = text.normalize('NFC').replace(LEGAL_MARKS, ' ').replace(/[ㆍᆞ]/g, '·').normalize('NFKC').toLowerCase();
  return inPlane(even.replace(/[^\p{L}\p{N}]+/gu, ' '));
};

/** The words of a text. */
export const wordsOf = (text: string): string[] => evenText(text).toLowerCase().split(/[\0-/:-`{-\x7f]+/).filter((word) => word !== '');

const names = new Map<string, { key: string; words: readonly string[] }>();
const keptNames = 20_000;

/** Names of firms and people come again and again: what they fold to is kept. */
const foldedName = (name: string): { key: string; words: readonly string[] } => {
  const kept = names.get(name);
  if (kept !== undefined) return kept;
  const words = wordsOf(name);
  const bare = words.filter((word) => !LEGAL_WORDS.has(word));
  const made = { key: inPlane(foldName(name)), words: bare.length > 0 ? bare : words };
  if (names.size >= keptNames) names.clear();
  names.set(name, made);
  return made;
};

/** The words of a name, without those that only say its legal form. */
export const nameWordsOf = (name: string): readonly string[] => foldedName(name).words;

/** A name free of spaces and of its legal form. */
export const keyOf = (name: string): string => foldedName(name).key;

/** A number free of dashes and spaces. */
export const numberKeyOf = (number: string): string => wordsOf(number).join('');

export const INITIALS = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ';
export const FIRST_SYLLABLE = 0xac00;
const LAST_SYLLABLE = 0xd7a3;
export const SYLLABLES_PER_INITIAL = 588;
export const FINALS = 28;

export const isSyllable = (code: number): boolean => code >= FIRST_SYLLABLE && code <= LAST_SYLLABLE;

const INITIAL_CODES = Array.from(INITIALS, (initial) => initial.charCodeAt(0));

/** The code of the initial consonant of a letter; one that has none stands for itself. Conjoining consonants (what NFKC makes of ㄱ) count as ㄱ. */
export const initialCode = (code: number): number => {
  if (isSyllable(code)) return INITIAL_CODES[Math.floor((code - FIRST_SYLLABLE) / SYLLABLES_PER_INITIAL)] ?? code;
  return code >= 0x1100 && code <= 0x1112 ? (INITIAL_CODES[code - 0x1100] ?? code) : code;
};

export const initialOf = (letter: string): string => String.fromCharCode(initialCode(letter.charCodeAt(0)));

/** True for a syllable without a final consonant, which the next key may still give one: 비 on the way to 빛. */
export const isOpenSyllable = (letter: string): boolean => {
  const code = letter.charCodeAt(0);
  return isSyllable(code) && (code - FIRST_SYLLABLE) % FINALS === 0;
};
