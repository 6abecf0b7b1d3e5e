/** Chance that repeats: the same seed gives the same data. Dates are `YYYY-MM-DD` text. */

/** The day the data is told from. */
export const asOf = '2026-11-22';
/** Between these days, dates are written as days from today: the whole work of the office moves along, so that the demo never grows old and no gap opens in it. */
const freshFrom = '2017-01-01';
const freshUntil = '2029-01-01';

let state = 20_111_205;
const next = () => {
  state = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
};

/** Whole number from `low` to `high`, both included. */
export const between = (low, high) => low + Math.floor(next() * (high - low + 1));
export const pick = (list) => list[between(0, list.length - 1)];
export const chance = (percent) => next() * 100 < percent;

export const shuffled = (list) => {
  const copy = [...list];
  for (let at = copy.length - 1; at > 0; at -= 1) {
    const other = between(0, at);
    [copy[at], copy[other]] = [copy[other], copy[at]];
  }
  return copy;
};

export const some = (list, count) => shuffled(list).slice(0, count);

const dayMs = 86_400_000;
const toMs = (date) => new Date(`${date}T00:00:00Z`).getTime();

/** `days` after `date`. */
export const after = (date, days) => new Date(toMs(date) + days * dayMs).toISOString().slice(0, 10);
export const daysFrom = (from, to) => Math.round((toMs(to) - toMs(from)) / dayMs);

/** The same day or the Monday after a weekend. */
export const workday = (date) => {
  const day = new Date(toMs(date)).getUTCDay();
  return day === 6 ? after(date, 2) : day === 0 ? after(date, 1) : date;
};

export const dayBetween = (from, to) => after(from, between(0, daysFrom(from, to)));

/** A date as it is stored: fixed when old or far off, else as a distance from today. */
const stored = (value) => (value >= freshFrom && value < freshUntil ? { dayOffset: daysFrom(asOf, value) } : value);
const isDate = (value) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);

/** Days that are days of the calendar, not of the work: figures as of a year's end, a consent form. */
const fixed = ['employees_on', 'consent_on', 'retention_until'];

/** Drops empty fields and writes dates as they are stored. */
export const row = (values) => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== undefined)
  .map(([name, value]) => [name, isDate(value) && !fixed.includes(name) ? stored(value) : value]));
