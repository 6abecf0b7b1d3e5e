/** Which support types are R&D: a firm's first of them is its first national R&D (domain.md §16). */
import type { Reader } from '../kernel/reader.ts';
import { supportTypeLabel, supportTypes } from '../reference/support-types.ts';

/** R&D by what it is, though its name does not say so: domain.md §5, the rows that share cap and joint condition with 현장맞춤형 기술개발. */
const rndCodes = new Set(['new-product', 'transferred-technology', 'production-technology']);
const saysRnd = (name: string): boolean => /R&B?D|기술개발|연구개발/i.test(name);
const isMoney = (code: string): boolean => supportTypes.findLast((type) => type.code === code)?.isMoney ?? true;

const quoted = (codes: readonly string[]): string => `(${codes.map((code) => `'${code}'`).join(', ')})`;

/** SQL condition of a support type (a column) that is R&D and gives money: as `isRndSupport`. */
export const rndSupportSql = (code: string): string => {
  const shipped = [...new Set(supportTypes.map((type) => type.code))];
  const says = (name: string): string => ['R&D', 'R&BD', '기술개발', '연구개발'].map((word) => `${name} LIKE '%${word}%'`).join(' OR ');
  return `${code} NOT IN ${quoted(shipped.filter((one) => !isMoney(one)))} AND (${code} IN ${quoted(shipped.filter((one) => rndCodes.has(one) || saysRnd(supportTypeLabel(one))))}
    OR ${code} NOT IN ${quoted(shipped)} AND (${says(code)}) OR ${code} IN (SELECT sr.code FROM support_rule sr WHERE sr._del = 0 AND coalesce(sr.is_money, 1) = 1 AND (${says('sr.name')})))`;
};

/** True for an R&D support type that gives money, of the shipped list or of the office's own. */
export const isRndSupport = (read: Reader, code: string | null): boolean => {
  if (code === null || !isMoney(code)) return false;
  if (rndCodes.has(code) || saysRnd(supportTypeLabel(code))) return true;
  return read.column<string>('SELECT name FROM support_rule WHERE code = ? AND _del = 0 AND coalesce(is_money, 1) = 1', [code]).some(saysRnd);
};
