/** Pairs written as a form with a final consonant before it, a slash, and the form without. */
export type ParticlePair = '을/를' | '이/가' | '은/는' | '과/와' | '으로/로' | '이나/나' | '이라/라' | '아/야';

const FIRST_SYLLABLE = 0xac00;
const LAST_SYLLABLE = 0xd7a3;
const FINALS = 28;
const RIEUL = 8;
/** How digits are read aloud: 영 일 이 삼 사 오 육 칠 팔 구, as the index of the final consonant (0 = none, 8 = ㄹ). */
const DIGIT_FINALS = [21, RIEUL, 0, 16, 0, 0, 1, RIEUL, RIEUL, 0];
const LETTER_FINALS: Readonly<Record<string, number>> = { l: RIEUL, m: 16, n: 4, r: RIEUL };

/** Index of the final consonant the word ends with when read aloud; closing marks are passed over. 0 = none. */
function finalConsonant(word: string): number {
  const last = Array.from(word.normalize('NFC')).findLast((letter) => /[\p{L}\p{N}]/u.test(letter));
  if (last === undefined) return 0;
  const code = last.codePointAt(0) ?? 0;
  if (code >= FIRST_SYLLABLE && code <= LAST_SYLLABLE) return (code - FIRST_SYLLABLE) % FINALS;
  if (/^\d$/.test(last)) return DIGIT_FINALS[Number(last)] ?? 0;
  return LETTER_FINALS[last.toLowerCase()] ?? 0;
}

/** The particle that fits the word: `particle('과제', '을/를')` → `를`; after ㄹ the pair 으로/로 gives 로. */
export function particle(word: string, pair: ParticlePair): string {
  const [after = '', open = ''] = pair.split('/');
  const final = finalConsonant(word);
  if (pair === '으로/로' && final === RIEUL) return open;
  return final === 0 ? open : after;
}

/** The word with its particle: `withParticle('기업', '을/를')` → `기업을`. */
export function withParticle(word: string, pair: ParticlePair): string {
  return word + particle(word, pair);
}
