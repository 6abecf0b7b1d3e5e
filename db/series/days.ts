/** The days of a series, worked out from its rule: pure arithmetic on `YYYY-MM-DD`, no clock and no time zone. */

/** The rhythm counts from `start_on`; `from_on` (where a series was divided) and `until_on` bound the days, both included. */
export type SeriesRule = Readonly<{ frequency: string; every: number | null; start_on: string; from_on: string | null; until_on: string | null }>;

/** A day of the series that is moved or left out, by its original day. */
export type SeriesException = Readonly<{ day: string; moved_to: string | null; is_cancelled: number | null; reason: string | null }>;

/** One day: `day` as the rule says, `on` as it takes place. */
export type Occurrence = { day: string; on: string; state: 'planned' | 'moved' | 'cancelled'; reason: string | null };

const dayMs = 86_400_000;
const numberOf = (day: string): number => Date.parse(`${day}T00:00:00Z`) / dayMs;
const textOf = (number: number): string => new Date(number * dayMs).toISOString().slice(0, 10);

/** The day `count` days later; earlier for a negative count. */
export const addDays = (day: string, count: number): string => textOf(numberOf(day) + count);

/** Days from one day to another. */
export const daysBetween = (from: string, to: string): number => numberOf(to) - numberOf(from);

/** 0 Sunday … 6 Saturday. */
export const weekdayOf = (day: string): number => new Date(numberOf(day) * dayMs).getUTCDay();

const partsOf = (day: string): [year: number, month: number, date: number] => [Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))];
const firstOf = (year: number, month: number): number => Date.UTC(year, month, 1) / dayMs;
const lengthOf = (year: number, month: number): number => firstOf(year, month + 1) - firstOf(year, month);

/** 1 for the first such weekday of its month … 5 for the fifth. */
export const weekOf = (day: string): number => Math.ceil(partsOf(day)[2] / 7);

/** A month without that date has the meeting on its last day. */
const onDate = (year: number, month: number, date: number): string => textOf(firstOf(year, month) + Math.min(date, lengthOf(year, month)) - 1);

const onWeekday = (year: number, month: number, week: number, weekday: number): string => {
  const first = firstOf(year, month);
  const nth = first + ((weekday - weekdayOf(textOf(first)) + 7) % 7) + (week - 1) * 7;
  return textOf(nth);
};

const onLastWeekday = (year: number, month: number, weekday: number): string => {
  const last = firstOf(year, month + 1) - 1;
  return textOf(last - ((weekdayOf(textOf(last)) - weekday + 7) % 7));
};

/** The n-th day of the rule, 0 the first. A fifth weekday is the last one of its month, as most months have no fifth. */
const nthDay = (rule: SeriesRule, n: number): string => {
  const step = n * Math.max(1, rule.every ?? 1);
  const [year, month, date] = partsOf(rule.start_on);
  switch (rule.frequency) {
    case 'weekly': return addDays(rule.start_on, step * 7);
    case 'yearly': return onDate(year + step, month, date);
    case 'monthly-last': return onLastWeekday(year, month + step, weekdayOf(rule.start_on));
    case 'monthly-weekday': {
      const week = weekOf(rule.start_on);
      return week === 5 ? onLastWeekday(year, month + step, weekdayOf(rule.start_on)) : onWeekday(year, month + step, week, weekdayOf(rule.start_on));
    }
    default: return onDate(year, month + step, date);
  }
};

/** Number of the first day of the rule that is not before `from`. */
const indexFrom = (rule: SeriesRule, from: string): number => {
  let [low, high] = [0, Math.max(0, Math.floor(daysBetween(rule.start_on, from) / 7) + 1)];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (nthDay(rule, middle) < from) low = middle + 1;
    else high = middle;
  }
  return low;
};

const lastDay = '2199-12-31';

/** Up to `count` days of the rule from a day on, both ends included. */
export const ruleDays = (rule: SeriesRule, from: string, until: string, count = 5000): string[] => {
  const end = [until, rule.until_on ?? until, lastDay].reduce((one, other) => (one < other ? one : other));
  const days: string[] = [];
  for (let n = indexFrom(rule, rule.from_on !== null && rule.from_on > from ? rule.from_on : from); days.length < count; n += 1) {
    const day = nthDay(rule, n);
    if (day > end) break;
    days.push(day);
  }
  return days;
};

export const isRuleDay = (rule: SeriesRule, day: string): boolean => ruleDays(rule, day, day, 1).length === 1;

/** How many days of the rhythm lie before `day`, counted from `start_on`: 0 for the first. */
export const ordinalOf = (rule: SeriesRule, day: string): number => indexFrom(rule, day);

/** The day with that ordinal, whatever the last day of the series is. */
export const dayOfOrdinal = (rule: SeriesRule, ordinal: number): string => nthDay(rule, ordinal);

/** The last day of the rule before `day`, or null. */
export const dayBefore = (rule: SeriesRule, day: string): string | null => {
  const index = indexFrom(rule, day);
  const before = index === 0 ? null : nthDay(rule, index - 1);
  return before === null || (rule.from_on !== null && before < rule.from_on) ? null : before;
};

/**
 * The days of a series that take place (or were to take place) from `from` until `until`, both included, in order.
 * An exception whose day the rule does not have any more says nothing.
 */
export const occurrences = (rule: SeriesRule, exceptions: readonly SeriesException[], from: string, until: string): Occurrence[] => {
  const byDay = new Map(exceptions.map((one) => [one.day, one]));
  const days = new Set(ruleDays(rule, from, until));
  // A day outside may have been moved inside.
  for (const one of exceptions) if (one.moved_to !== null && one.moved_to >= from && one.moved_to <= until && isRuleDay(rule, one.day)) days.add(one.day);
  return [...days].map((day): Occurrence => {
    const exception = byDay.get(day);
    if (exception?.is_cancelled === 1) return { day, on: day, state: 'cancelled', reason: exception.reason };
    if (exception?.moved_to) return { day, on: exception.moved_to, state: 'moved', reason: exception.reason };
    return { day, on: day, state: 'planned', reason: null };
  }).filter(({ on }) => on >= from && on <= until).sort((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : one.day < other.day ? -1 : 1));
};
