/**
 * What a document is to the index: a set of tokens. The alphabets never meet: a letter alone opens a word, two letters stand
 * side by side in a word or name, three with a mark before them say which mark it is; initial consonants (U+3131…) are in no folded text.
 */
import { evenText, initialCode, keyOf, nameWordsOf, numberKeyOf, wordsOf } from './fold.ts';

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
/** Before two letters that stand side by side in a name or a number: what pickers ask for, whatever the text holds. */
export const NAMED = '\ue002';

const ACROSS_CODE = ACROSS.charCodeAt(0);
const OPENS_CODE = OPENS.charCodeAt(0);
const NAMED_CODE = NAMED.charCodeAt(0);

/** The tokens as UTF-8, written letter by letter: three times as fast as joining strings (measured on 20,000 sessions, 64 against 20 µs each). */
let bytes = new Uint8Array(1 << 16);
let length = 0;

const put = (code: number): void => {
  if (code < 0x80) bytes[length++] = code;
  else if (code < 0x800) {
    bytes[length++] = 0xc0 | (code >> 6);
    bytes[length++] = 0x80 | (code & 0x3f);
  } else {
    bytes[length++] = 0xe0 | (code >> 12);
    bytes[length++] = 0x80 | ((code >> 6) & 0x3f);
    bytes[length++] = 0x80 | (code & 0x3f);
  }
};

const space = (): void => { bytes[length++] = 0x20; };

const putOne = (code: number): void => { space(); put(code); };
const putTwo = (one: number, other: number): void => { space(); put(one); put(other); };
const putThree = (one: number, two: number, three: number): void => { space(); put(one); put(two); put(three); };

/** Most bytes a letter can become: it opens a word, ends a pair, a three and a four, crosses a border, and as a consonant opens, ends two pairs and a triple, and pairs are named; three bytes and a space each. */
const perLetter = 72;

const makeRoom = (letters: number): void => {
  if (bytes.length - length >= letters * perLetter + 64) return;
  const larger = new Uint8Array((bytes.length + letters * perLetter) * 2);
  larger.set(bytes);
  bytes = larger;
};

/** The last three and four of a run of digits and Latin letters; 0 stands for none. */
const runTokens = (first: number, second: number, third: number, fourth: number): void => {
  if (second === 0 || second >= 0x80) return;
  putThree(second, third, fourth);
  if (first === 0 || first >= 0x80) return;
  space();
  put(first);
  put(second);
  put(third);
  put(fourth);
};

/** Pairs of a name or a number, and threes and fours of digits and Latin letters, whose pairs are in every other number. */
const keyTokens = (key: string): void => {
  for (let at = 1; at < key.length; at += 1) {
    const [last, code] = [key.charCodeAt(at - 1), key.charCodeAt(at)];
    putTwo(last, code);
    putThree(NAMED_CODE, last, code);
    if (code < 0x80 && last < 0x80 && at > 1) runTokens(at > 2 ? key.charCodeAt(at - 3) : 0, key.charCodeAt(at - 2), last, code);
  }
};

/** Initial consonants by twos and threes, and each after the letter before it: 김ㅎ, a name half typed. */
const initialTokens = (key: string): void => {
  for (let at = 1, before = 0, last = initialCode(key.charCodeAt(0)); at < key.length; at += 1) {
    const initial = initialCode(key.charCodeAt(at));
    putTwo(last, initial);
    if (initial !== key.charCodeAt(at)) putTwo(key.charCodeAt(at - 1), initial);
    if (at > 1 && !(before < 0x80 && last < 0x80 && initial < 0x80)) putThree(before, last, initial);
    before = last;
    last = initial;
  }
};

const nameTokens = (name: string): void => {
  const key = keyOf(name);
  if (key !== '') {
    makeRoom(key.length);
    keyTokens(key);
    putOne(key.charCodeAt(0));
    putTwo(OPENS_CODE, initialCode(key.charCodeAt(0)));
    initialTokens(key);
  }
  for (const word of nameWordsOf(name)) {
    makeRoom(1);
    putOne(word.charCodeAt(0));
    putTwo(OPENS_CODE, initialCode(word.charCodeAt(0)));
  }
};

const textTokens = (text: string): void => {
  const even = evenText(text);
  makeRoom(even.length);
  let last = 0;
  let previous = 0;
  let beforeThat = 0;
  let first = 0;
  for (let at = 0; at < even.length; at += 1) {
    let code = even.charCodeAt(at);
    if (code < 0x80) {
      if (code >= 0x41 && code <= 0x5a) code += 0x20;
      else if (code < 0x30 || (code > 0x39 && code < 0x61) || code > 0x7a) {
        if (previous !== 0) last = previous;
        previous = 0;
        continue;
      }
    }
    if (previous !== 0) putTwo(previous, code);
    else {
      if (last !== 0) putThree(ACROSS_CODE, last, code);
      putOne(code);
    }
    const latest = previous !== 0 ? previous : last;
    if (code < 0x80 && latest !== 0 && latest < 0x80) runTokens(first, beforeThat, latest, code);
    first = beforeThat;
    beforeThat = latest;
    previous = code;
  }
};

const numberTokens = (number: string): void => {
  const words = wordsOf(number);
  makeRoom(number.length * 2);
  const key = words.join('');
  keyTokens(key);
  for (const word of words) putOne(word.charCodeAt(0));
};

/** The tokens of a document as UTF-8, for the index to read at once. A token may come twice: the index keeps it once. */
export const tokensOf = ({ own, links, numbers, texts }: Parts): Uint8Array => {
  length = 0;
  for (const name of own) nameTokens(name);
  for (const name of links) nameTokens(name);
  for (const number of numbers) numberTokens(number);
  for (const text of texts) textTokens(text);
  return bytes.slice(0, length);
};
