/** Text as the search sees it: letters and digits alone, one width, lower case, in words. The same for documents and queries. */
import { foldName } from '../korean/names.ts';

/** ㈜ and the bracketed marks of a legal form part words and are no word. */
const LEGAL_MARKS = /㈜|㈔|㈐|[(（](?:주|유|사|재|합|자)[)）]/g;
const LEGAL_WORDS = new Set(['주식회사', '유한회사', '합자회사', '합명회사', '유한책임회사']);
const PLAIN = /^[\t-~가-힣]*$/;

/** A letter beyond the first plane takes the place of one in the private area: every position is one UTF-16 unit. */
const inPlane = (letter: string): string => (letter.length > 1 ? String.fromCharCode(0xe100 + ((letter.codePointAt(0) ?? 0) % 0x1700)) : letter);

/** The words of a text. */
export const wordsOf = (text: string): string[] => {
  if (PLAIN.test(text)) return text.replace(LEGAL_MARKS, ' ').toLowerCase().split(/[^0-9a-z가-힣]+/).filter((word) => word !== '');
  // ㆍ is set to · first: NFKC would turn it into an old vowel.
  const even = text.normalize('NFC').replace(LEGAL_MARKS, ' ').replace(/[ㆍᆞ]/g, '·').normalize('NFKC').toLowerCase();
  return even.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '').map((word) => word.replace(/[\u{10000}-\u{10ffff}]/gu, inPlane));
};

/** The words of a name, without those that only say its legal form. */
export const nameWordsOf = (name: string): string[] => {
  const words = wordsOf(name);
  const bare = words.filter((word) => !LEGAL_WORDS.has(word));
  return bare.length > 0 ? bare : words;
};

const keys = new Map<string, string>();
const keptKeys = 20_000;

/** A name free of spaces and of its legal form; firms' names come again and again, so they are kept. */
export const keyOf = (name: string): string => {
  const kept = keys.get(name);
  if (kept !== undefined) return kept;
  const key = foldName(name).replace(/[\u{10000}-\u{10ffff}]/gu, inPlane);
  if (keys.size >= keptKeys) keys.clear();
  keys.set(name, key);
  return key;
};

/** A number free of dashes and spaces. */
export const numberKeyOf = (number: string): string => wordsOf(number).join('');

export const INITIALS = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ';
export const FIRST_SYLLABLE = 0xac00;
const LAST_SYLLABLE = 0xd7a3;
export const SYLLABLES_PER_INITIAL = 588;
export const FINALS = 28;

export const isSyllable = (code: number): boolean => code >= FIRST_SYLLABLE && code <= LAST_SYLLABLE;

/** The initial consonant of a letter; one that has none stands for itself. Conjoining consonants (what NFKC makes of ㄱ) count as ㄱ. */
export const initialOf = (letter: string): string => {
  const code = letter.charCodeAt(0);
  if (isSyllable(code)) return INITIALS[Math.floor((code - FIRST_SYLLABLE) / SYLLABLES_PER_INITIAL)] ?? letter;
  return code >= 0x1100 && code <= 0x1112 ? (INITIALS[code - 0x1100] ?? letter) : letter;
};

/** True for a syllable without a final consonant, which the next key may still give one: 비 on the way to 빛. */
export const isOpenSyllable = (letter: string): boolean => {
  const code = letter.charCodeAt(0);
  return isSyllable(code) && (code - FIRST_SYLLABLE) % FINALS === 0;
};
