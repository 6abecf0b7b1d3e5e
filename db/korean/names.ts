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

/** The first and the last syllable a single initial consonant begins (ㄱ: 가, 깋); other text begins and ends with itself. */
export function syllablesFrom(text: string): { first: string; last: string } {
  const initial = INITIALS.indexOf(text);
  if (text.length !== 1 || initial < 0) return { first: text, last: text };
  const first = FIRST_SYLLABLE + initial * SYLLABLES_PER_INITIAL;
  return { first: String.fromCodePoint(first), last: String.fromCodePoint(first + SYLLABLES_PER_INITIAL - 1) };
}

/** True when the text is a 초성 query: consonants alone (spaces and digits may stand between them). */
export function isChoseongQuery(text: string): boolean {
  return /[ㄱ-ㅎ]/.test(text) && /^[ㄱ-ㅎ\s\dA-Za-z]+$/.test(text);
}

// Longest first: 농업회사법인 must go before 법인-less forms could match inside it.
const LEGAL_WORDS =
  '농업회사법인|어업회사법인|영농조합법인|영어조합법인|사회복지법인|유한책임회사|주식회사|株式會社|유한회사|합자회사|합명회사|사단법인|재단법인|학교법인|의료법인';
const LEGAL_LETTERS = '주식|유한|합자|합명|주|유|사|재|합|자|농|의|학|복|株|有';
const BRACKETED = `[(\\[{<〔【]\\s*(?:${LEGAL_LETTERS}|${LEGAL_WORDS})\\s*[)\\]}>〕】]`;
const ENGLISH_FORM = 'co\\.?\\s*,?\\s*(?:ltd|limited)|company\\s*,?\\s*(?:ltd|limited)|corporation|incorporated|company|limited|corp|inc|ltd|llc|gmbh|plc|co';
// A bracket left open, as hurried typing leaves it: 주)세영, 세영(주.
const FRONT = new RegExp(`^(?:${BRACKETED}|${LEGAL_WORDS}|[주유]\\))\\s*`, 'u');
const BACK = new RegExp(`\\s*(?:${BRACKETED}|${LEGAL_WORDS}|[(\\[][주유]|(?<![a-z])(?:${ENGLISH_FORM})\\.?)[\\s,]*$`, 'u');
const MIDDLE = new RegExp(`\\s*(?:${BRACKETED}|(?<=\\s)(?:주식회사|유한회사)(?=\\s))\\s*`, 'gu');

/** Compatibility forms joined and lower case; ㆍ (U+318D) is set to · first because NFKC would turn it into an old vowel. */
function compatible(name: string): string {
  return name.replace(/[ㆍᆞ]/g, '·').normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** The name without the words and marks of its legal form at the front or the back: `（주）동경플라텍` → `동경플라텍`. */
export function dropLegalForm(name: string): string {
  let rest = compatible(name);
  for (;;) {
    const shorter = rest.replace(FRONT, '').replace(BACK, '').trim();
    if (shorter === rest || shorter === '') break;
    rest = shorter;
  }
  // (엘에스(주)전선): rare, and never part of a name.
  return rest.replace(MIDDLE, ' ').trim() || rest;
}

/** True when the name says it is a legal person: (주), ㈜, 주식회사, (유), 농업회사법인… Sole owners' names do not, and repeat freely. */
export function hasLegalForm(name: string): boolean {
  const { base } = nameParts(name);
  return dropLegalForm(base) !== compatible(base);
}

/**
 * An organisation name reduced to what two spellings of it share (domain.md §14.10): compatibility forms joined (NFKC),
 * lower case, legal form dropped, spaces and punctuation dropped. Names suggest, numbers decide.
 */
export function foldName(name: string): string {
  const bare = dropLegalForm(name).replace(/[^\p{L}\p{N}]/gu, '');
  return bare === '' ? compatible(name).replace(/[^\p{L}\p{N}]/gu, '') : bare;
}

const SITE_KINDS = '공장|지점|사업장|사업소|영업소|출장소|지사|본점|본사|지역본부|지부|분원|캠퍼스';
// Words that end the names of firms, too: they speak of a site behind a place (부산사무소) or behind a legal form (한빛(주) 기술연구소).
const SITE_HOUSES = '연구소|사무소|센터|본부|물류센터|연구원';
const SITE_END = new RegExp(`(?:${SITE_KINDS}|${SITE_HOUSES})\\s*[)\\]]?$`, 'u');
const BRACKETED_SITE = new RegExp(`^(.+?)\\s*[(\\[]\\s*([^()\\[\\]]*(?:${SITE_KINDS}))\\s*[)\\]]$`, 'u');
const SEPARATE_SITE = new RegExp(`^(.*(?:\\s|[)\\]㈜㈔]))([^\\s()\\[\\]]*(?:${SITE_KINDS}))$`, 'u');
const PLACED_HOUSE = new RegExp(`^(.*(?:\\s|[)\\]㈜㈔]))((?:${PLACE_NAME_PATTERN})\\s?(?:${SITE_HOUSES}))$`, 'u');
const INNER_HOUSE = /^(.*(?:\)|\]|㈜|주식회사|유한회사).*?|.*)\s((?:기업부설|부설|기술|중앙|제?\d)\s?(?:연구소|연구원|센터))$/u;
const BRACKETED_PLACE = new RegExp(`^(.+?)\\s*[(\\[]\\s*(${PLACE_NAME_PATTERN})\\s*[)\\]]$`, 'u');
const NUMBERED = '제?\\s?\\d{1,2}';
const JOINED_SITE = new RegExp(`^(.*?\\S)((?:(?:${PLACE_NAME_PATTERN})(?:${NUMBERED})?|${NUMBERED})(?:${SITE_KINDS}))$`, 'u');
const PLAIN_KIND = new RegExp(`^(?:${SITE_KINDS})$`, 'u');

/**
 * Separates the name of a firm from the name of one of its sites: `(주)엘지화학청주공장` → base `(주)엘지화학`, suffix `청주공장`;
 * `LS전선(주)인동공장`, `(주)디파츠 부산지점`, `주식회사 일신비츠온(제1공장)`, `(주)한빛(창원)` alike. Without a space or bracket only a
 * known place or a number is taken as the start of the suffix: `한빛공장` is a name. The suffix is '' when there is none.
 */
export function splitSiteSuffix(name: string): { base: string; suffix: string } {
  const text = plainBrackets(name);
  const whole = { base: text, suffix: '' };
  const place = BRACKETED_PLACE.exec(text);
  if (place && isNameOfItsOwn(place[1] ?? '')) return { base: (place[1] ?? '').trim(), suffix: place[2] ?? '' };
  if (!SITE_END.test(text)) return whole;
  for (const pattern of [BRACKETED_SITE, SEPARATE_SITE, JOINED_SITE, PLACED_HOUSE, INNER_HOUSE]) {
    const found = pattern.exec(text);
    if (!found) continue;
    let base = (found[1] ?? '').trim();
    let suffix = (found[2] ?? '').trim();
    if (PLAIN_KIND.test(suffix)) {
      const before = /^(.*\s)(\S+)$/.exec(base);
      const word = before?.[2] ?? '';
      if (before && (isPlaceName(word) || /^제?\d{1,2}$/.test(word))) {
        base = (before[1] ?? '').trim();
        suffix = `${word} ${suffix}`;
      }
    }
    if (pattern === INNER_HOUSE && dropLegalForm(base) === compatible(base)) continue;
    if (isNameOfItsOwn(base)) return { base, suffix };
  }
  return whole;
}

/** NFC, half-width brackets, single spaces; otherwise as written. */
function plainBrackets(name: string): string {
  return name.normalize('NFC').replace(/[（［]/g, (one) => (one === '（' ? '(' : '[')).replace(/[）］]/g, (one) => (one === '）' ? ')' : ']')).replace(/\s+/g, ' ').trim();
}

/** False for what is only a legal form: the `(주)` left over when `(주)한빛공장` is cut after the bracket. */
function isNameOfItsOwn(base: string): boolean {
  const rest = compatible(base).replace(FRONT, '').replace(FRONT, '');
  return rest.replace(/[^\p{L}\p{N}]/gu, '') !== '';
}

/** The marks of a former name at the start of a bracket: (구 한빛), (구: 한빛), (舊한빛). 구미 and 구로 are places. */
const FORMER = /^\s*(?:(?:구\s*상호|구\s*명칭|변경\s*전|종전|구|옛|전)\s*(?:[\s.:,·]|명은?\s)\s*|[舊前]\s*)[\s.:,·]*(.+)$/u;
const HANGUL = /[가-힣]/;

export type NameParts = {
  /** Name of the firm, as written, without what follows. */
  base: string;
  /** Name of the site behind it. */
  suffix: string;
  /** Names it says it once had. */
  former: string[];
  /** The same name in other letters: 에스피지(SPG). */
  also: string[];
};

/** What a written name consists of: `(주)에이지(구 한빛정밀) 청주공장` → base, site, former names, the name in Latin letters. */
export function nameParts(name: string): NameParts {
  const former: string[] = [];
  const also: string[] = [];
  let rest = plainBrackets(name);
  const tail = /^(.*\S)\s*[([]\s*[구舊]\s*[)\]]\s*(\S.*)$/u.exec(rest);
  if (tail && isNameOfItsOwn(tail[1] ?? '')) {
    former.push((tail[2] ?? '').trim());
    rest = (tail[1] ?? '').trim();
  }
  for (const { whole, inner } of bracketsOf(rest)) {
    const without = rest.replace(whole, ' ').replace(/\s+/g, ' ').trim();
    const old = FORMER.exec(inner)?.[1]?.trim();
    if (!isNameOfItsOwn(without)) continue;
    if (old !== undefined) former.push(old);
    else if (isOtherLetters(inner, without)) also.push(inner.trim());
    else continue;
    rest = without;
  }
  return { ...splitSiteSuffix(rest), former, also };
}

/** Outermost brackets with what they hold; one left open ends with the text. */
function bracketsOf(text: string): { whole: string; inner: string }[] {
  const found: { whole: string; inner: string }[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    if ('(['.includes(text[at] ?? '')) {
      if (depth === 0) start = at;
      depth += 1;
    } else if (')]'.includes(text[at] ?? '') && depth > 0) {
      depth -= 1;
      if (depth === 0) found.push({ whole: text.slice(start, at + 1), inner: text.slice(start + 1, at) });
    }
  }
  if (depth > 0) found.push({ whole: text.slice(start), inner: text.slice(start + 1) });
  return found;
}

function isOtherLetters(inner: string, outer: string): boolean {
  const bare = dropLegalForm(outer);
  return HANGUL.test(bare) ? !HANGUL.test(inner) && /[A-Za-z]{2}/.test(inner) : HANGUL.test(dropLegalForm(inner)) && dropLegalForm(inner).length > 1 && !isPlaceName(inner.trim()) && !SITE_END.test(inner);
}

/** The key under which two spellings of one firm meet, whichever of its sites they name. */
export function firmNameKey(name: string): string {
  return foldName(nameParts(name).base);
}
