/** The series of all mini-clusters, and one with its days. */
import type { Cell } from '../kernel/field.ts';
import { query } from '../kernel/query.ts';
import type { Reader } from '../kernel/reader.ts';
import { dayOf } from '../kernel/write.ts';
import { allSeries, daysAround, exceptionsOf, offeredDays, seriesClusters, seriesOf, type Series, type SeriesDay } from './book.ts';
import { addDays } from './days.ts';

export type SeriesLine = {
  id: string;
  values: Series;
  clusters: { id: string; name: string }[];
  /** The next day to come, where it takes place; null when the series has ended. */
  next: SeriesDay | null;
  /** Meetings that were made of it. */
  made: number;
  exceptions: number;
};

const clustersOf = (read: Reader, series: string): { id: string; name: string }[] =>
  seriesClusters(read, series).map((id) => ({ id, name: read.value<string>('SELECT name FROM mini_cluster WHERE id = ?', [id]) ?? '(상위 기록 미도착)' }));

const lineOf = (read: Reader, series: Series, today: string): SeriesLine => ({
  id: series.id, values: series, clusters: clustersOf(read, series.id), next: daysAround(read, series, today, { before: 0, after: 12 }).find(({ state }) => state !== 'cancelled' && state !== 'called-off') ?? null,
  made: read.value<number>('SELECT count(*) FROM meeting WHERE series = ? AND _del = 0', [series.id]) ?? 0, exceptions: exceptionsOf(read, series.id).length,
});

/** Series that go on first, by their next day; then those that have ended. */
export const seriesLines = query('series.list', (read, { today }: { today: string }): SeriesLine[] =>
  allSeries(read).map((series) => lineOf(read, series, today)).sort((one, other) => {
    const [a, b] = [one.next?.on ?? '9999', other.next?.on ?? '9999'];
    return a < b ? -1 : a > b ? 1 : one.values.title.localeCompare(other.values.title, 'ko');
  }));

export type SeriesShown = SeriesLine & { days: SeriesDay[]; chair: Cell };

/** One series with its last days and the next twelve. */
export const seriesShown = query('series.get', (read, { id, today }: { id: string; today: string }): SeriesShown => {
  const series = seriesOf(read, id);
  return { ...lineOf(read, series, today), days: daysAround(read, series, today, { before: 6, after: 12 }), chair: read.value<string>('SELECT name FROM person WHERE id = ?', [series.chair]) ?? null };
});

export type OfferedDay = { series: string; title: string; day: string; on: string; end_on: string | null; start_at: string | null; end_at: string | null; place: string | null; isMoved: boolean; clusters: string[] };

/** Days of every series in a span of days that no meeting was made for yet: what a calendar shows beside the meetings. */
export const offeredBetween = (read: Reader, from: string, until: string): OfferedDay[] =>
  allSeries(read).flatMap((series) => offeredDays(read, series, from, until).map((one) => ({
    series: series.id, title: series.title, day: one.day, on: one.on, end_on: (series.days ?? 1) > 1 ? addDays(one.on, (series.days ?? 1) - 1) : null,
    start_at: series.start_at, end_at: series.end_at, place: series.place, isMoved: one.state === 'moved', clusters: seriesClusters(read, series.id),
  })));

/** Today on this device. */
export const todayNow = (now: number): string => dayOf(now);
