/** How many people a firm employed on a day: what the program band of a decision is judged by (domain.md §14.4). */
import { recordsOfBody } from '../identity/same-sql.ts';
import type { Reader } from '../kernel/reader.ts';

/**
 * Regular employees of a firm as known on a day: the figure of that calendar year, else of the latest year before it,
 * else the firm's own figure when it is of that day or earlier, or of no known day. Null when nothing is known.
 * @param day `YYYY-MM-DD`
 */
export const employeesOn = (read: Reader, organisation: string, day: string): number | null => {
  // The record itself is asked first, then the others of the same body.
  const records = JSON.stringify(recordsOfBody(read, organisation));
  const ofYear = read.value<number>(
    `SELECT employees FROM firm_year WHERE organisation IN (SELECT value FROM json_each(:records)) AND _del = 0 AND employees IS NOT NULL AND year <= :year
     ORDER BY year DESC, organisation <> :organisation, n LIMIT 1`, { records, organisation, year: Number(day.slice(0, 4)) });
  return ofYear ?? read.value<number>(
    `SELECT employees FROM organisation WHERE id IN (SELECT value FROM json_each(:records)) AND employees IS NOT NULL AND (employees_on IS NULL OR employees_on <= :day)
     ORDER BY id <> :organisation, employees_on DESC NULLS LAST, n LIMIT 1`, { records, organisation, day }) ?? null;
};
