/** The days a timeline shows: windows of months, quarters or years, with their ticks. */

export const scales = [{ code: 'month', word: '월' }, { code: 'quarter', word: '분기' }, { code: 'year', word: '연' }] as const;
export type Scale = (typeof scales)[number]['code'];
export const isScale = (value: unknown): value is Scale => scales.some((one) => one.code === value);

/** Months in a tick, and ticks in the window. */
const shape: Readonly<Record<Scale, { months: number; ticks: number; before: number }>> = {
  month: { months: 1, ticks: 8, before: 2 }, quarter: { months: 3, ticks: 8, before: 3 }, year: { months: 12, ticks: 7, before: 3 },
};

const dayMs = 86_400_000;
const iso = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
const at = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const monthFirst = (year: number, month: number): string => iso(Date.UTC(year, month, 1));

export type Tick = { first: string; last: string; word: string; isYearStart: boolean };
export type Window = { from: string; to: string; ticks: Tick[]; days: number };

/** @param shift ticks to the right of the window in which today stands */
export const windowOf = (scale: Scale, shift: number, today: string): Window => {
  const { months, ticks, before } = shape[scale];
  const [year = 0, month = 1] = today.split('-').map(Number);
  const begin = Math.floor((month - 1) / months) * months + (shift - before) * months;
  const made = Array.from({ length: ticks }, (_, index): Tick => {
    const first = monthFirst(year, begin + index * months);
    const [ownYear = '', ownMonth = ''] = first.split('-');
    const isYearStart = ownMonth === '01';
    const word = scale === 'year' ? `${ownYear}년` : scale === 'quarter' ? `${isYearStart || index === 0 ? `${ownYear}. ` : ''}${Math.ceil(Number(ownMonth) / 3)}분기` : `${isYearStart || index === 0 ? `${ownYear}. ` : ''}${Number(ownMonth)}월`;
    return { first, last: iso(at(monthFirst(year, begin + (index + 1) * months)) - dayMs), word, isYearStart };
  });
  const [from, to] = [made[0]?.first ?? today, made.at(-1)?.last ?? today];
  return { from, to, ticks: made, days: (at(to) - at(from)) / dayMs + 1 };
};

/** Where a day begins in the window, 0 to 1; outside of it less or more. */
export const placeOf = (day: string, { from, days }: Window): number => (at(day) - at(from)) / dayMs / days;

/** A period as left and width in the window, cut at its edges. */
export const spanOf = (start: string, end: string, shown: Window): { left: number; width: number; isCutLeft: boolean; isCutRight: boolean } => {
  const [left, right] = [placeOf(start, shown), placeOf(end, shown) + 1 / shown.days];
  return { left: Math.max(0, left), width: Math.min(1, right) - Math.max(0, left), isCutLeft: left < 0, isCutRight: right > 1 };
};
