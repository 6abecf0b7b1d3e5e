/** Days, weeks and months a calendar shows. Weeks begin on Sunday, as on Korean wall calendars. */

export const ways = [{ code: 'month', word: '월' }, { code: 'week', word: '주' }, { code: 'day', word: '일' }] as const;
export type Way = (typeof ways)[number]['code'];
export const isWay = (value: unknown): value is Way => ways.some((one) => one.code === value);

const dayMs = 86_400_000;
const msOf = (day: string): number => Date.parse(`${day}T00:00:00Z`);
export const addDays = (day: string, days: number): string => new Date(msOf(day) + days * dayMs).toISOString().slice(0, 10);
export const daysBetween = (from: string, to: string): number => Math.round((msOf(to) - msOf(from)) / dayMs);
/** 0 Sunday … 6 Saturday. */
export const weekdayOf = (day: string): number => new Date(msOf(day)).getUTCDay();
export const weekdays = ['일', '월', '화', '수', '목', '금', '토'] as const;
export const weekdayWord = (day: string): string => weekdays[weekdayOf(day)] ?? '';

const sundayOf = (day: string): string => addDays(day, -weekdayOf(day));

/** The same day of another month, or its last day where it has none. */
export const addMonths = (day: string, months: number): string => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
};

export type Range = { from: string; to: string; days: string[] };

const daysFrom = (from: string, count: number): Range => ({ from, to: addDays(from, count - 1), days: Array.from({ length: count }, (_, index) => addDays(from, index)) });

/** Whole weeks around a month; a week; a day. */
export const rangeOf = (way: Way, day: string): Range => {
  if (way === 'day') return daysFrom(day, 1);
  if (way === 'week') return daysFrom(sundayOf(day), 7);
  const first = `${day.slice(0, 7)}-01`;
  const last = addDays(addMonths(first, 1), -1);
  const from = sundayOf(first);
  return daysFrom(from, Math.ceil((daysBetween(from, last) + 1) / 7) * 7);
};

/** The day in the neighbouring month, week or day. */
export const stepOf = (way: Way, day: string, by: number): string => (way === 'month' ? addMonths(day, by) : addDays(day, way === 'week' ? by * 7 : by));

/** `2026년 11월`, `2026년 11월 22일 ~ 28일`, `2026년 11월 22일 (일)`. */
export const titleOf = (way: Way, day: string): string => {
  const { from, to } = rangeOf(way, day);
  const [year = '', month = '', date = ''] = day.split('-').map((part) => String(Number(part)));
  if (way === 'month') return `${year}년 ${month}월`;
  if (way === 'day') return `${year}년 ${month}월 ${date}일 (${weekdayWord(day)})`;
  const [[y1, m1, d1], [y2, m2, d2]] = [from, to].map((one) => one.split('-').map(Number)) as [number[], number[]];
  return `${y1}년 ${m1}월 ${d1}일 ~ ${y1 === y2 ? '' : `${y2}년 `}${m1 === m2 ? '' : `${m2}월 `}${d2}일`;
};

/** `11월 22일 일요일`, as it is read aloud. */
export const spokenDay = (day: string): string => `${Number(day.slice(5, 7))}월 ${Number(day.slice(8, 10))}일 ${weekdayWord(day)}요일`;

export const isDay = (text: string | null): text is string => text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(msOf(text));
