/** What a look at an identifier found. `sum` = the check digit does not fit: a warning that may be overridden, never a hard stop. */
export type IdentifierFault = 'length' | 'zero' | 'sum';
export type FactoryNumberFault = 'length' | 'exponent' | 'zeros';

function digitsOf(text: string): string {
  return text.normalize('NFKC').replace(/[\s\-–—.]/g, '');
}

/** 사업자등록번호 as its 10 digits, or null when the text is not ten digits. The check digit is another matter: `businessNumberFault`. */
export function parseBusinessNumber(text: string): string | null {
  const digits = digitsOf(text);
  return /^\d{10}$/.test(digits) ? digits : null;
}

const BUSINESS_WEIGHTS = [1, 3, 7, 1, 3, 7, 1, 3, 5];

/**
 * What is wrong with a 사업자등록번호, or null (domain.md §14.1). The last `% 10` matters: without it every valid number that
 * ends in 0 is refused. 000-00-00000 passes the sum and is refused by itself.
 */
export function businessNumberFault(text: string): IdentifierFault | null {
  const digits = parseBusinessNumber(text);
  if (digits === null) return 'length';
  if (/^0+$/.test(digits)) return 'zero';
  const sum = BUSINESS_WEIGHTS.reduce((total, weight, at) => total + weight * Number(digits[at]), 0);
  const carried = sum + Math.floor((Number(digits[8]) * 5) / 10);
  return (10 - (carried % 10)) % 10 === Number(digits[9]) ? null : 'sum';
}

/** Who a 사업자등록번호 was given to, by its fourth and fifth digit (domain.md §14.1). */
const BUSINESS_KINDS: readonly (readonly [from: number, to: number, ko: string])[] = [
  [1, 79, '개인사업자'], [80, 80, '협회·조합 등 단체'], [81, 81, '영리법인'], [82, 82, '비영리법인'], [83, 83, '국가·지자체·학교'],
  [84, 84, '외국법인'], [85, 85, '법인의 지점'], [86, 88, '영리법인'], [89, 89, '종교단체'], [90, 99, '개인 면세사업자'],
];

/** What the middle digits of a 사업자등록번호 say, or null when they say nothing known. Information only: nothing is judged by it. */
export function businessNumberKind(text: string): string | null {
  const middle = Number(parseBusinessNumber(text)?.slice(3, 5) ?? 0);
  return BUSINESS_KINDS.find(([from, to]) => from <= middle && middle <= to)?.[2] ?? null;
}

/** `1248100998` → `124-81-00998`; anything else is returned as it is. */
export function formatBusinessNumber(digits: string): string {
  return /^\d{10}$/.test(digits) ? `${digits.slice(0, 3)}-${digits.slice(3, 5)}-${digits.slice(5)}` : digits;
}

/** 법인등록번호 as its 13 digits, or null. */
export function parseCorporateNumber(text: string): string | null {
  const digits = digitsOf(text);
  return /^\d{13}$/.test(digits) ? digits : null;
}

/** Weights 1, 2 alternating (domain.md §14.2). `digits` are 13. */
export function hasCorporateCheckDigit(digits: string): boolean {
  let sum = 0;
  for (let at = 0; at < 12; at += 1) sum += Number(digits[at]) * (at % 2 === 0 ? 1 : 2);
  return (10 - (sum % 10)) % 10 === Number(digits[12]);
}

/** What is wrong with a 법인등록번호, or null. Numbers issued since 2025-01-31 are said to carry no check digit, so `sum` only warns. */
export function corporateNumberFault(text: string): IdentifierFault | null {
  const digits = parseCorporateNumber(text);
  if (digits === null) return 'length';
  if (/^0+$/.test(digits)) return 'zero';
  return hasCorporateCheckDigit(digits) ? null : 'sum';
}

/** `1301110006246` → `130111-0006246`; anything else is returned as it is. */
export function formatCorporateNumber(digits: string): string {
  return /^\d{13}$/.test(digits) ? `${digits.slice(0, 6)}-${digits.slice(6)}` : digits;
}

/** Real numbers end in two or three zeros at most; one that a spreadsheet showed as 4.15902E+14 and wrote back ends in nine. */
const ZEROS_OF_DAMAGE = 6;

/** What is wrong with a 공장관리번호 (15 digits, domain.md §14.3), or null: spreadsheets round it or write it as a power. */
export function factoryNumberFault(text: string): FactoryNumberFault | null {
  const plain = text.normalize('NFKC').trim();
  if (/^\d*([.,]\d*)?\s*e\s*\+?\s*\d{1,2}$/i.test(plain)) return 'exponent';
  const digits = digitsOf(plain);
  if (!/^\d{15}$/.test(digits)) return 'length';
  return digits.endsWith('0'.repeat(ZEROS_OF_DAMAGE)) ? 'zeros' : null;
}

/** 공장관리번호 as its 15 digits, or null when the text is not that many digits. */
export function parseFactoryNumber(text: string): string | null {
  const digits = digitsOf(text);
  return /^\d{15}$/.test(digits) ? digits : null;
}

/** `130111000624600` → `13011 10006 24600`; anything else is returned as it is. */
export function formatFactoryNumber(digits: string): string {
  return /^\d{15}$/.test(digits) ? digits.replace(/(\d{5})(?=\d)/g, '$1 ') : digits;
}

/** The number as a list shows it: of a sole owner it may hold a personal number (domain.md §14.3). */
export function maskFactoryNumber(digits: string): string {
  return /^\d{15}$/.test(digits) ? `${digits.slice(0, 5)} ***** *****` : `${digits.slice(0, 3)}***`;
}
