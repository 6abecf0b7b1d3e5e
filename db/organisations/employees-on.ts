/** How many people a firm employed on a day: what the program band of a decision is judged by (domain.md §14.4). */
import type { Reader } from '../kernel/reader.ts';

/**
 * Regular employees of a firm as known on a day: the figure of that calendar year, else of the latest year before it,
 * else the firm's own figure when it is of that day or earlier, or of no known day. Null when nothing is known.
 * @param day `YYYY-MM-DD`
 */
export const employeesOn = (read: Reader, organisation: string, day: string): number | null => {
  const ofYear = read.value<number>(
    'SELECT employees FROM firm_year WHERE organisation = ? AND _del = 0 AND employees IS NOT NULL AND year <= ? ORDER BY year DESC, n LIMIT 1', [organisation, Number(day.slice(0, 4))]);
  if (ofYear !== undefined) return ofYear;
  const own = read.get<{ employees: number | null; employees_on: string | null }>('SELECT employees, employees_on FROM organisation WHERE id = ?', [organisation]);
  return own !== undefined && (own.employees_on === null || own.employees_on <= day) ? own.employees : null;
};
