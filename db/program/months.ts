/** Length of a period in calendar months, first and last day included. Days are `YYYY-MM-DD`. */

const two = (value: number): string => String(value).padStart(2, '0');
const lastOfMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/**
 * The last day of a period of so many months: 2010-05-01 and 12 months end on 2011-04-30. Where the last month has no such
 * day the period ends with that month (민법 §160).
 */
export const lastDayOf = (start: string, months: number): string => {
  const [year = 0, month = 1, day = 1] = start.split('-').map(Number);
  const count = year * 12 + (month - 1) + months;
  const [toYear, toMonth] = [Math.floor(count / 12), (count % 12) + 1];
  const last = lastOfMonth(toYear, toMonth);
  if (day > last) return `${toYear}-${two(toMonth)}-${two(last)}`;
  if (day > 1) return `${toYear}-${two(toMonth)}-${two(day - 1)}`;
  const [beforeYear, beforeMonth] = toMonth === 1 ? [toYear - 1, 12] : [toYear, toMonth - 1];
  return `${beforeYear}-${two(beforeMonth)}-${two(lastOfMonth(beforeYear, beforeMonth))}`;
};

/** Months begun from the first day to the last: 2010-05-01 to 2011-05-01 are 13. Null when the end precedes the start. */
export const monthsBegun = (start: string, end: string): number | null => {
  if (end < start) return null;
  const [fromYear = 0, fromMonth = 1] = start.split('-').map(Number);
  const [toYear = 0, toMonth = 1] = end.split('-').map(Number);
  let months = Math.max(1, (toYear - fromYear) * 12 + toMonth - fromMonth);
  while (lastDayOf(start, months) < end) months += 1;
  return months;
};
