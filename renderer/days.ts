/** Days as people count them. */
import { today } from './parts/form/DateField.tsx';

const dayMs = 86_400_000;

/** Whole days from today to a date `YYYY-MM-DD`; negative when it is past. */
export const daysTo = (date: string, from: string = today()): number => Math.round((Date.parse(`${date}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs);

/** `D-10`, `D-day`, `D+3`. */
export const dDay = (days: number): string => (days === 0 ? 'D-day' : days > 0 ? `D-${days}` : `D+${-days}`);

/** A date in the short form a dense list has room for: `11. 22.` this year, else `2025. 11. 22.` */
export const shortDate = (date: string): string => {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${year === today().slice(0, 4) ? '' : `${year}. `}${Number(month)}. ${Number(day)}.`;
};
