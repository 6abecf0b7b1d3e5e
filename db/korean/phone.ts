/** Whole numbers in use: Seoul, areas and mobiles, personal 050X, nation-wide 15XX/16XX/18XX (domain.md §14.6). */
const VALID = /^(?:02\d{7,8}|0(?:1[016789]|3[1-3]|4[1-4]|5[1-5]|6[1-4]|70|80|60)\d{7,8}|050\d{8,9}|1[568]\d{6})$/;

/**
 * A telephone number as its digits, or null. Marks between the groups may be anything (`_041_9346778`), +82 becomes 0,
 * and a leading zero that a spreadsheet swallowed is put back (`1012345678`, `2-555-1234`).
 */
export function parsePhone(text: string): string | null {
  const plain = text.normalize('NFKC').trim();
  if (!/^[\d\s\-–—._()+/]+$/.test(plain)) return null;
  const domestic = plain.replace(/^\+?\s*82[\s\-.)]+\(?0?\)?/, '0').replace(/^\+82\(?0?\)?/, '0');
  const groups = domestic.split(/\D+/).filter((group) => group !== '');
  const digits = groups.join('');
  if (VALID.test(digits)) return digits;
  const lostZero = groups.length === 1 || /^(?:2|[1-7]\d)$/.test(groups[0] ?? '');
  return lostZero && VALID.test(`0${digits}`) ? `0${digits}` : null;
}

/** Digits as people write them: `0212345678` → `02-1234-5678`. Unknown lengths are returned as they are. */
export function formatPhone(digits: string): string {
  if (/^1[568]\d{6}$/.test(digits)) return `${digits.slice(0, 4)}-${digits.slice(4)}`;
  const area = digits.startsWith('02') ? 2 : digits.startsWith('050') ? 4 : 3;
  if (!VALID.test(digits)) return digits;
  return `${digits.slice(0, area)}-${digits.slice(area, -4)}-${digits.slice(-4)}`;
}
