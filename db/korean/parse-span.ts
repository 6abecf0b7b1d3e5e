import { parseTime } from './parse-time.ts';

/** A stretch of one day, `HH:MM` to `HH:MM`. */
export type Span = { start: string; end: string };

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
const timeOf = (minutes: number): string | null => (minutes > 0 && minutes < 1440 ? `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}` : null);

/** Length in minutes as people write it: 1.5h, 1시간 30분, 1시간 반, 90분, 90m, 1h30; a bare number is hours up to 9, else minutes. Null when it is none. */
export const parseLength = (text: string): number | null => {
  const plain = text.normalize('NFKC').trim().toLowerCase();
  const bare = /^(\d{1,3}(?:\.\d)?)$/.exec(plain)?.[1];
  if (bare !== undefined) return positive(Number(bare) <= 9 ? Number(bare) * 60 : Number(bare));
  const parts = /^(?:(\d{1,2}(?:\.\d{1,2})?)\s*(?:h|hr|hours?|시간)\s*)?(?:(\d{1,3})\s*(?:m|min|분)?|(반))?$/.exec(plain);
  if (!parts || plain === '' || (parts[1] === undefined && !/(?:m|min|분)$/.test(plain))) return null;
  return positive(Math.round(Number(parts[1] ?? 0) * 60) + Number(parts[2] ?? 0) + (parts[3] === undefined ? 0 : 30));
};

const positive = (minutes: number): number | null => (Number.isInteger(minutes) && minutes > 0 && minutes < 1440 ? minutes : null);

const afternoon = (time: string): string => `${String(Number(time.slice(0, 2)) + 12)}${time.slice(2)}`;

/** A time within a stretch: nobody visits a firm before seven, so 2시 is two in the afternoon unless 오전, 새벽 or 02:00 is written. */
const spanTime = (text: string): string | null => {
  const time = parseTime(text);
  return time !== null && /^[1-6]\s*(?:시|:|$)/.test(text) ? afternoon(time) : time;
};

/** The end of a stretch takes over the half of the day from its start: 오후 2시~3시, 11시~1시. */
const endAfter = (text: string, start: string): string | null => {
  const end = spanTime(text);
  return end !== null && end <= start && end < '12:00' && /^[1-9]/.test(text) ? afternoon(end) : end;
};

/**
 * From when to when, typed as `14:00-15:30`, `2시~3시 반`, or, with a start, as a length (1.5h, 90분) or an end (15:30, 1530).
 * Null when it cannot be read, or the end is not after the start.
 */
export const parseSpan = (text: string, start: string | null): Span | null => {
  const plain = text.normalize('NFKC').trim();
  const [from, to, ...rest] = plain.split(/\s*[-~–—∼]\s*/);
  if (from !== undefined && to !== undefined && rest.length === 0) {
    const first = spanTime(from);
    const last = first === null ? null : endAfter(to, first);
    return first !== null && last !== null && last > first ? { start: first, end: last } : null;
  }
  if (start === null) return null;
  // 1530 and 15:30 are ends; 90, 120 and 2 are lengths, because as times they would lie before any working day.
  const end = /^\d{1,2}$/.test(plain) ? null : parseTime(plain);
  if (end !== null && end > start) return { start, end };
  const length = parseLength(plain);
  const worked = length === null ? null : timeOf(minutesOf(start) + length);
  return worked === null || worked <= start ? null : { start, end: worked };
};

/** Contact time as it is typed into one box: a stretch of the day, or, while the clock is unknown, minutes. Null when it cannot be read. */
export const parseContact = (text: string, start: string | null): Span | { minutes: number } | null => {
  const span = parseSpan(text, start);
  if (span !== null) return span;
  const minutes = start === null ? parseLength(text) : null;
  return minutes === null ? null : { minutes };
};

/** A length as people read it: 90 → `1시간 30분`. */
export const formatLength = (minutes: number): string => [Math.floor(minutes / 60) > 0 ? `${Math.floor(minutes / 60)}시간` : '', minutes % 60 > 0 || minutes === 0 ? `${minutes % 60}분` : ''].filter(Boolean).join(' ');

/** Minutes from start to end of one day; null when a time is missing or the end is not after the start. */
export const lengthOf = (start: string | null | undefined, end: string | null | undefined): number | null => (start && end && end > start ? minutesOf(end) - minutesOf(start) : null);
