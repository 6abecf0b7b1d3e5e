/** 기업 규모(법적): recorded from a certificate with its days, never computed (domain.md §14.4). */
import { isSameBody } from '../identity/same-sql.ts';
import type { Reader } from '../kernel/reader.ts';

/**
 * The legal size class a certificate states for a day (code of `sizeClasses`); the one that began last when several hold.
 * Null when none is recorded for that day.
 * @param day `YYYY-MM-DD`
 */
export const sizeClassOn = (read: Reader, organisation: string, day: string): string | null =>
  read.value<string>(
    `SELECT size FROM size_class WHERE ${isSameBody('organisation', ':organisation')} AND _del = 0 AND valid_from <= :day AND (valid_until IS NULL OR valid_until >= :day)
     ORDER BY valid_from DESC, n DESC LIMIT 1`, { organisation, day }) ?? null;
