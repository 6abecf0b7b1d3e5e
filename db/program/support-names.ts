/** What support types are called where no day says which program year: in tables over many years. */
import type { Reader } from '../kernel/reader.ts';
import { supportTypeLabel } from '../reference/support-types.ts';
import { undecidedSupportType } from './choices.ts';

export const noSupportType = '(지원유형 없음)';

/** As shipped, else as the office has named its own; a code nobody knows stands as it is, and none is empty. */
export const supportNames = (read: Reader): ((code: string) => string) => {
  const own = new Map(read.all<{ code: string; name: string }>('SELECT code, name FROM support_rule WHERE _del = 0 ORDER BY valid_from, id').map((row) => [row.code, row.name]));
  return (code) => {
    if (code === undecidedSupportType) return '미정';
    const shipped = supportTypeLabel(code);
    return shipped === code ? (own.get(code) ?? code) : shipped;
  };
};

/** Names in the order of the alphabet; those that say nothing last. */
export const byName = (one: string, other: string): number => (one === other ? 0 : one === '' ? 1 : other === '' ? -1 : one < other ? -1 : 1);
