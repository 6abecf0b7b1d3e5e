/** Everything that lies in a range of days, one line each, in the order of a diary. */
import type { Reader } from '../kernel/reader.ts';
import { query } from '../kernel/query.ts';
import type { Asking, CalendarEntry, CalendarRequest } from './calendar-types.ts';
import type { CalendarKind } from './choices.ts';
import { actionEntries, followUpEntries, reviewEntries, taskEndEntries } from './due-entries.ts';
import { meetingEntries } from './meeting-entries.ts';
import { rangeOf, type RangeSql } from './range.ts';
import { seriesEntries } from './series-entries.ts';
import { sessionEntries, visitEntries } from './session-entries.ts';

const sources: Readonly<Record<CalendarKind, (read: Reader, range: RangeSql) => CalendarEntry[]>> = {
  session: sessionEntries, visit: visitEntries, meeting: meetingEntries, series: seriesEntries, action: actionEntries,
  'task-end': taskEndEntries, review: reviewEntries, 'follow-up': followUpEntries,
};

const korean = new Intl.Collator('ko');

/** By day; what lasts longer and has no hour first; then by the clock. */
export const byDiary = (a: CalendarEntry, b: CalendarEntry): number =>
  a.on.localeCompare(b.on) || b.until.localeCompare(a.until) || (a.start ?? '').localeCompare(b.start ?? '') || korean.compare(a.title, b.title) || a.key.localeCompare(b.key);

/** @param kinds all of them unless given */
export const readEntries = (read: Reader, request: CalendarRequest, asking: Asking, kinds?: readonly CalendarKind[]): CalendarEntry[] => {
  const range = rangeOf(request, asking);
  return Object.entries(sources).flatMap(([kind, entries]) => (kinds === undefined || kinds.some((one) => one === kind) ? entries(read, range) : [])).sort(byDiary);
};

export const calendarQuery = query('calendar', (read, { asking, kinds, ...request }: CalendarRequest & { asking: Asking; kinds?: readonly CalendarKind[] }) => readEntries(read, request, asking, kinds));
