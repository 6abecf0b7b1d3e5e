/** How many keys a person presses for a text on a two-set Korean keyboard (두벌식). */

/** Vowels and finals that take two keys: ㅘ ㅙ ㅚ ㅝ ㅞ ㅟ ㅢ, and ㄳ ㄵ ㄶ ㄺ ㄻ ㄼ ㄽ ㄾ ㄿ ㅀ ㅄ by their place in the syllable. */
const twoKeyVowels = new Set([9, 10, 11, 14, 15, 16, 19]);
const twoKeyFinals = new Set([3, 5, 6, 9, 10, 11, 12, 13, 14, 15, 18]);

const ofSyllable = (code: number): number => {
  const place = code - 0xac00;
  const [vowel, final] = [Math.floor((place % 588) / 28), place % 28];
  return 1 + (twoKeyVowels.has(vowel) ? 2 : 1) + (final === 0 ? 0 : twoKeyFinals.has(final) ? 2 : 1);
};

/** Shift is not counted: it is held, not pressed by itself. */
export const strokesOf = (text: string): number =>
  Array.from(text).reduce((sum, one) => { const code = one.codePointAt(0) ?? 0; return sum + (code >= 0xac00 && code <= 0xd7a3 ? ofSyllable(code) : 1); }, 0);
