/** Calendar files going out: RFC 5545, times in Asia/Seoul with its zone, lines folded at 75 octets. */
import ICAL from 'ical.js';
import { daysAfter } from '../today/days.ts';
import type { CalendarEntry } from './calendar-types.ts';
import { kindWord } from './choices.ts';

/** The zone of every time in the program. Korea has kept UTC+9 without summer time since 1988. */
export const zoneName = 'Asia/Seoul';

// Counted without the space that a continued line begins with: RFC 5545 §3.1 allows 75 octets in all.
ICAL.foldLength = 74;

const seoul = ['vtimezone', [['tzid', {}, 'text', zoneName]], [
  ['standard', [['dtstart', {}, 'date-time', '1970-01-01T00:00:00'], ['tzoffsetfrom', {}, 'utc-offset', '+09:00'], ['tzoffsetto', {}, 'utc-offset', '+09:00'], ['tzname', {}, 'text', 'KST']], []],
]] as const;

type JcalProperty = [name: string, parameters: Record<string, string>, type: string, value: string];

const inZone = { tzid: zoneName };

/** UID of an entry: the same at every export, so that a calendar that takes it again moves its event instead of doubling it. */
export const uidOf = ({ kind, id, key }: Pick<CalendarEntry, 'kind' | 'id' | 'key'>): string => {
  if (kind === 'session' || kind === 'meeting' || kind === 'action') return `${id}@clusterdesk`;
  return `${key.slice(key.indexOf(':') + 1).replace(':', '.')}.${kind}@clusterdesk`;
};

/** An hour of the last day, or none; without one the event has no end and a reader takes it for a moment. */
const timesOf = ({ on, until, start, end }: CalendarEntry): JcalProperty[] => {
  // An event cannot begin at an hour and last for whole days.
  if (start === null || (until !== on && end === null)) return [['dtstart', {}, 'date', on], ['dtend', {}, 'date', daysAfter(until, 1)]];
  return [['dtstart', inZone, 'date-time', `${on}T${start}:00`], ...(end === null ? [] : [['dtend', inZone, 'date-time', `${until}T${end}:00`] satisfies JcalProperty])];
};

const descriptionOf = (entry: CalendarEntry): string => [
  `${kindWord(entry.kind)} · ${entry.stateWord}`,
  ...(entry.who ? [entry.who] : []),
  // What the times could not say.
  ...(entry.start !== null && entry.until !== entry.on && entry.end === null ? [`시작 ${entry.start}`] : []),
].join('\n');

const eventOf = (entry: CalendarEntry, stamp: string): unknown[] => ['vevent', [
  ['uid', {}, 'text', uidOf(entry)],
  ['dtstamp', {}, 'date-time', stamp],
  ...timesOf(entry),
  ['summary', {}, 'text', entry.kind === 'session' || entry.kind === 'meeting' ? entry.title : `${kindWord(entry.kind)}: ${entry.title}`],
  ...(entry.place ? [['location', {}, 'text', entry.place]] : []),
  ['description', {}, 'text', descriptionOf(entry)],
  ['categories', {}, 'text', kindWord(entry.kind)],
  ['status', {}, 'text', entry.isCancelled ? 'CANCELLED' : 'CONFIRMED'],
  // Something due takes up no time of the day.
  ['transp', {}, 'text', entry.start === null ? 'TRANSPARENT' : 'OPAQUE'],
], []];

/**
 * The text of a calendar file.
 * @param name what calendars call it
 * @param now milliseconds, for DTSTAMP
 */
export const writeIcs = (entries: readonly CalendarEntry[], { name, now }: { name: string; now: number }): string => {
  const stamp = `${new Date(now).toISOString().slice(0, 19)}Z`;
  const text = ICAL.stringify(['vcalendar', [
    ['version', {}, 'text', '2.0'], ['prodid', {}, 'text', '-//ClusterDesk//ClusterDesk//KO'], ['calscale', {}, 'text', 'GREGORIAN'], ['method', {}, 'text', 'PUBLISH'],
    ['x-wr-calname', {}, 'unknown', name.replace(/[\r\n]+/gu, ' ')], ['x-wr-timezone', {}, 'unknown', zoneName],
  ], [seoul, ...entries.map((entry) => eventOf(entry, stamp))]]);
  return `${text.trimEnd()}\r\n`;
};
