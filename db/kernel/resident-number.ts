import { hasCorporateCheckDigit } from './identifiers.ts';

const CANDIDATE = /(?<!\d)(\d{6})\s?[-–—]?\s?([1-8]\d{6})(?!\d)/g;
const RESIDENT_WEIGHTS = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5];

/** The check digit used until October 2020; later numbers are random, so a failure does not clear a number. */
function hasResidentCheckDigit(digits: string): boolean {
  const sum = RESIDENT_WEIGHTS.reduce((total, weight, at) => total + weight * Number(digits[at]), 0);
  return (11 - (sum % 11)) % 10 === Number(digits[12]);
}

function isBirthday(sixDigits: string): boolean {
  const month = Number(sixDigits.slice(2, 4));
  const day = Number(sixDigits.slice(4, 6));
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

/**
 * True when the text contains a resident registration number (주민등록번호), which the program never holds.
 * A corporate number has the same length and may start with a date (110111-…): it is let through only when its own
 * check digit fits and the resident one does not.
 */
export function isResidentNumber(text: string): boolean {
  for (const found of text.normalize('NFKC').matchAll(CANDIDATE)) {
    const digits = `${found[1] ?? ''}${found[2] ?? ''}`;
    if (!isBirthday(digits)) continue;
    if (hasCorporateCheckDigit(digits) && !hasResidentCheckDigit(digits)) continue;
    return true;
  }
  return false;
}
