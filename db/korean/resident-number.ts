import { hasCorporateCheckDigit } from './identifiers.ts';

const CANDIDATE = /(?<!\d)(\d{6})(\s?[-–—]\s?|)([1-8]\d{6})(?!\d)/g;
const RESIDENT_WEIGHTS = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5];

/** The check digit of numbers given until October 2020. `digits` are 13. */
function hasResidentCheckDigit(digits: string): boolean {
  const sum = RESIDENT_WEIGHTS.reduce((total, weight, at) => total + weight * Number(digits[at]), 0);
  return (11 - (sum % 11)) % 10 === Number(digits[12]);
}

/** Born since October 2020: the seventh digit says 20xx, and the number carries no check digit. */
function isBornWithoutCheckDigit(digits: string): boolean {
  return /[3478]/.test(digits[6] ?? '') && digits.slice(0, 6) >= '201001';
}

function isBirthday(sixDigits: string): boolean {
  const month = Number(sixDigits.slice(2, 4));
  const day = Number(sixDigits.slice(4, 6));
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

/**
 * True when the text contains a resident registration number (주민등록번호), which the program never holds. Written with a dash it is one
 * by its form alone, unless it is a corporate number (110111-…) whose own check digit fits and the resident one does not. Thirteen
 * digits in a row are one only when the check digit fits or none is due: addresses of news articles begin with a date too.
 */
export function isResidentNumber(text: string): boolean {
  if (!/[\d０-９]{6}/.test(text)) return false;
  for (const found of text.normalize('NFKC').matchAll(CANDIDATE)) {
    const digits = `${found[1] ?? ''}${found[3] ?? ''}`;
    if (!isBirthday(digits)) continue;
    if (hasResidentCheckDigit(digits)) return true;
    if (found[2] === '' ? isBornWithoutCheckDigit(digits) : !hasCorporateCheckDigit(digits)) return true;
  }
  return false;
}

/** The text with the last seven digits of every resident number as stars: what may be written into a file for repair. */
export function maskResidentNumbers(text: string): string {
  return isResidentNumber(text) ? text.replace(CANDIDATE, (found, birthday: string) => (isBirthday(birthday) ? `${birthday}-*******` : found)) : text;
}
