import { isPlaceName, PLACE_NAME_PATTERN } from './place-names.ts';

const INITIALS = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ';
const FIRST_SYLLABLE = 0xac00;
const LAST_SYLLABLE = 0xd7a3;
/** Syllables that share one initial: 21 vowels × 28 finals. */
const SYLLABLES_PER_INITIAL = 588;

/**
 * The initial consonants of a text: `한빛정밀 ABC 2` → `ㅎㅂㅈㅁabc2`.
 * Latin letters and digits stay (lower case), single consonants stay, everything else (spaces, marks, vowels) is dropped,
 * so that a query typed as 초성 can be compared with what a name was reduced to.
 */
export function choseong(text: string): string {
  let initials = '';
  for (const letter of text.normalize('NFC').toLowerCase()) {
    const code = letter.codePointAt(0) ?? 0;
    if (code >= FIRST_SYLLABLE && code <= LAST_SYLLABLE) initials += INITIALS[Math.floor((code - FIRST_SYLLABLE) / SYLLABLES_PER_INITIAL)] ?? '';
    else if (code >= 0x3131 && code <= 0x314e) initials += letter;
    else if (/[\p{Script=Latin}\p{Nd}]/u.test(letter)) initials += letter;
  }
  return initials;
}

/** True when the text is a 초성 query: consonants alone (spaces and digits may stand between them). */
export function isChoseongQuery(text: string): boolean {
  return /[ㄱ-ㅎ]/.test(text) && /^[ㄱ-ㅎ\s\dA-Za-z]+$/.test(text);
}

// Longest first: 농업회사법인 must go before 법인-less forms could match inside it.
const LEGAL_WORDS =
  '농업회사법인|어업회사법인|영농조합법인|영어조합법인|사회복지법인|유한책임회사|주식회사|유한회사|합자회사|합명회사|사단법인|재단법인|학교법인|의료법인';
const LEGAL_LETTERS = '주|유|사|재|합|자|농|의|학|복';
const BRACKETED = `[(\\[{<〔【]\\s*(?:${LEGAL_LETTERS}|${LEGAL_WORDS})\\s*[)\\]}>〕】]`;
const FRONT = new RegExp(`^(?:${BRACKETED}|${LEGAL_WORDS})\\s*`, 'u');
const BACK = new RegExp(`\\s*(?:${BRACKETED}|${LEGAL_WORDS}|(?<![a-z])(?:co\\.?\\s*,?\\s*ltd|inc|corp|ltd)\\.?)$`, 'u');

/** Compatibility forms joined and lower case; ㆍ (U+318D) is set to · first because NFKC would turn it into an old vowel. */
function compatible(name: string): string {
  return name.replace(/[ㆍᆞ]/g, '·').normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** The name without the words and marks of its legal form at the front or the back: `（주）동경플라텍` → `동경플라텍`. */
function dropLegalForm(name: string): string {
  let rest = compatible(name);
  for (;;) {
    const shorter = rest.replace(FRONT, '').replace(BACK, '').trim();
    if (shorter === rest || shorter === '') return rest;
    rest = shorter;
  }
}

/** True when the name says it is a legal person: (주), ㈜, 주식회사, (유), 농업회사법인… Sole owners' names do not, and repeat freely. */
export function hasLegalForm(name: string): boolean {
  return dropLegalForm(splitSiteSuffix(name).base) !== compatible(splitSiteSuffix(name).base);
}

/**
 * An organisation name reduced to what two spellings of it share (domain.md §14.10): compatibility forms joined (NFKC),
 * lower case, legal form dropped, spaces and punctuation dropped. Names suggest, numbers decide.
 */
export function foldName(name: string): string {
  const bare = dropLegalForm(name).replace(/[^\p{L}\p{N}]/gu, '');
  return bare === '' ? compatible(name).replace(/[^\p{L}\p{N}]/gu, '') : bare;
}

const SITE_KINDS = '공장|지점|사업장|사업소|영업소|출장소|지사|본점|본사';
const SITE_END = new RegExp(`(?:${SITE_KINDS})\\s*[)\\]]?$`, 'u');
const BRACKETED_SITE = new RegExp(`^(.+?)\\s*[(\\[]\\s*([^()\\[\\]]*(?:${SITE_KINDS}))\\s*[)\\]]$`, 'u');
const SEPARATE_SITE = new RegExp(`^(.*(?:\\s|[)\\]]))([^\\s()\\[\\]]*(?:${SITE_KINDS}))$`, 'u');
const NUMBERED = '제?\\s?\\d{1,2}';
const JOINED_SITE = new RegExp(`^(.*?\\S)((?:(?:${PLACE_NAME_PATTERN})(?:${NUMBERED})?|${NUMBERED})(?:${SITE_KINDS}))$`, 'u');
const PLAIN_KIND = new RegExp(`^(?:${SITE_KINDS})$`, 'u');

/**
 * Separates the name of a firm from the name of one of its sites: `(주)엘지화학청주공장` → base `(주)엘지화학`, suffix `청주공장`;
 * `LS전선(주)인동공장`, `(주)디파츠 부산지점`, `주식회사 일신비츠온(제1공장)` alike. Without a space or bracket only a known
 * place or a number is taken as the start of the suffix: `한빛공장` is a name. The suffix is '' when there is none.
 */
export function splitSiteSuffix(name: string): { base: string; suffix: string } {
  const text = name.replace(/（/g, '(').replace(/）/g, ')').replace(/\s+/g, ' ').trim();
  if (!SITE_END.test(text)) return { base: text, suffix: '' };
  for (const pattern of [BRACKETED_SITE, SEPARATE_SITE, JOINED_SITE]) {
    const found = pattern.exec(text);
    if (!found) continue;
    let base = (found[1] ?? '').trim();
    let suffix = (found[2] ?? '').trim();
    if (PLAIN_KIND.test(suffix)) {
      const place = /^(.*\s)(\S+)$/.exec(base);
      const word = place?.[2] ?? '';
      if (place && (isPlaceName(word) || /^제?\d{1,2}$/.test(word))) {
        base = (place[1] ?? '').trim();
        suffix = `${word} ${suffix}`;
      }
    }
    if (isNameOfItsOwn(base)) return { base, suffix };
  }
  return { base: text, suffix: '' };
}

/** False for what is only a legal form: the `(주)` left over when `(주)한빛공장` is cut after the bracket. */
function isNameOfItsOwn(base: string): boolean {
  const rest = compatible(base).replace(FRONT, '').replace(FRONT, '');
  return rest.replace(/[^\p{L}\p{N}]/gu, '') !== '';
}

/** The key under which two spellings of one firm meet, whichever of its sites they name. */
export function firmNameKey(name: string): string {
  return foldName(splitSiteSuffix(name).base);
}
