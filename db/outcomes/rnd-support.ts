/** Which support types are R&D: a firm's first of them is its first national R&D (domain.md §16). */
import type { Reader } from '../kernel/reader.ts';
import { supportTypeLabel, supportTypes } from '../reference/support-types.ts';

/** R&D by what it is, though its name does not say so: domain.md §5, the rows that share cap and joint condition with 현장맞춤형 기술개발. */
const rndCodes = new Set(['new-product', 'transferred-technology', 'production-technology']);
const saysRnd = (name: string): boolean => /R&B?D|기술개발|연구개발/i.test(name);
const isMoney = (code: string): boolean => supportTypes.findLast((type) => type.code === code)?.isMoney ?? true;

/** True for an R&D support type that gives money, of the shipped list or of the office's own. */
export const isRndSupport = (read: Reader, code: string | null): boolean => {
  if (code === null || !isMoney(code)) return false;
  if (rndCodes.has(code) || saysRnd(supportTypeLabel(code))) return true;
  return read.column<string>('SELECT name FROM support_rule WHERE code = ? AND _del = 0 AND coalesce(is_money, 1) = 1', [code]).some(saysRnd);
};
