/** Where entries stand in the hours of a day. */
import type { CalendarEntry } from '../../../db/calendar/api.ts';

export const dayMinutes = 1440;
/** What is picked up or drawn lands on a quarter of an hour. */
export const stepMinutes = 15;
/** An entry that does not say when it ends is drawn this long. */
export const drawnMinutes = 30;

export const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
export const timeOf = (minute: number): string => {
  const kept = Math.max(0, Math.min(dayMinutes - 1, Math.round(minute)));
  return `${String(Math.floor(kept / 60)).padStart(2, '0')}:${String(kept % 60).padStart(2, '0')}`;
};
export const snap = (minute: number): number => Math.round(minute / stepMinutes) * stepMinutes;

export type Placed = { entry: CalendarEntry; top: number; bottom: number; column: number; columns: number };

/** Minutes an entry takes of one of its days; null for one without an hour there. */
export const spanOn = (entry: CalendarEntry, day: string): { top: number; bottom: number } | null => {
  if (entry.start === null || (entry.on !== entry.until && entry.end === null)) return null;
  const top = day === entry.on ? minuteOf(entry.start) : 0;
  if (entry.end === null) return { top, bottom: Math.min(dayMinutes, top + drawnMinutes) };
  return { top, bottom: Math.max(day === entry.until ? minuteOf(entry.end) : dayMinutes, top + stepMinutes) };
};

/** Side by side where they overlap: each takes the first free column of its crowd, and a crowd shares the width. */
export const layOut = (entries: readonly CalendarEntry[], day: string): Placed[] => {
  const spans = entries.flatMap((entry) => { const span = spanOn(entry, day); return span ? [{ entry, ...span }] : []; }).sort((a, b) => a.top - b.top || b.bottom - a.bottom || a.entry.key.localeCompare(b.entry.key));
  const placed: Placed[] = [];
  let crowd: Placed[] = [];
  let until = -1;
  const close = (): void => {
    const columns = Math.max(0, ...crowd.map((one) => one.column + 1));
    for (const one of crowd) placed.push({ ...one, columns });
    crowd = [];
  };
  for (const span of spans) {
    if (span.top >= until) { close(); until = -1; }
    const taken = new Set(crowd.filter((one) => one.bottom > span.top).map((one) => one.column));
    const column = Array.from({ length: crowd.length + 1 }, (_, index) => index).find((index) => !taken.has(index)) ?? 0;
    crowd.push({ ...span, column, columns: 1 });
    until = Math.max(until, span.bottom);
  }
  close();
  return placed;
};

/** Entries of each day, those that last several days on every one of them. */
export const byDay = (entries: readonly CalendarEntry[], days: readonly string[]): ReadonlyMap<string, CalendarEntry[]> =>
  new Map(days.map((day) => [day, entries.filter((one) => one.on <= day && one.until >= day)]));

/** Where an entry would go: with its length kept. `start` undefined leaves its hours alone. */
export const movedTo = (entry: CalendarEntry, on: string, start: string | undefined): { on: string; start?: string; end?: string | null } => {
  if (start === undefined || entry.kind === 'visit' || entry.kind === 'action' || entry.kind === 'series') return { on };
  if (entry.start === null || entry.end === null || entry.on !== entry.until) return { on, start };
  const length = minuteOf(entry.end) - minuteOf(entry.start);
  const top = Math.min(minuteOf(start), dayMinutes - 1 - length);
  return { on, start: timeOf(top), end: timeOf(top + length) };
};

/** Full hours of a day that get a line, without the first. */
export const hoursShown: readonly number[] = Array.from({ length: 23 }, (_, index) => index + 1);
