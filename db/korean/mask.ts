/** Personal data with its telling part hidden: one rule for the whole program, so that two exports cannot be laid over each other (documents-ux.md §7). */

const stars = (count: number): string => '*'.repeat(Math.max(1, count));

/** `홍길동` → `홍*동`, `010-1234-5678` → `010-****-5678`, `kim@a.kr` → `ki*@a.kr`. */
export const maskPersonal = (text: string): string => {
  const value = text.normalize('NFC').trim();
  if (value === '') return '';
  const [mailbox = '', domain] = value.split('@');
  if (domain !== undefined) return `${mailbox.slice(0, 2)}${stars(mailbox.length - 2)}@${domain}`;
  const digits = value.replace(/\D/g, '');
  if (digits.length >= 7) {
    // All but the first group and the last four digits; separators stay where they are.
    let seen = 0;
    const first = digits.startsWith('02') ? 2 : 3;
    return value.replace(/\d/g, (digit) => {
      seen += 1;
      return seen > first && seen <= digits.length - 4 ? '*' : digit;
    });
  }
  const letters = Array.from(value);
  if (letters.length <= 2) return `${letters[0] ?? ''}*`;
  return `${letters[0] ?? ''}${stars(letters.length - 2)}${letters.at(-1) ?? ''}`;
};
