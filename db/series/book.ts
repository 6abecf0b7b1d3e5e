/** A series as it stands: its rule, its exceptions, the meetings made of it, and what each of its days is. */
import { Refusal } from '../errors.ts';
import type { Values } from '../kernel/field.ts';
import type { Reader } from '../kernel/reader.ts';
import { meetingSeries } from '../meetings/fields.ts';
import { standingSql } from '../meetings/standing.ts';
import { addDays, occurrences, ruleDays, type Occurrence, type SeriesException } from './days.ts';

export type Series = Values<typeof meetingSeries['fields']> & { id: string };

/** A meeting made of a series; `series_on` is the day of the series it stands for. */
export type MadeMeeting = { id: string; series_on: string; start_on: string; end_on: string | null; start_at: string | null; title: string; round: number | null; standing: 'planned' | 'held' | 'cancelled' };

/** A day of a series as it is shown. `made`: a meeting exists but was not held yet; `missed`: the day is past and nothing was made of it. */
export type SeriesDay = { day: string; on: string; state: 'offered' | 'moved' | 'cancelled' | 'missed' | 'made' | 'held' | 'called-off'; reason: string | null; meeting: string | null; title: string | null };

const columns = ['id', ...Object.keys(meetingSeries.fields)].join(', ');

/** @throws Refusal `not-found` */
export const seriesOf = (read: Reader, id: string): Series => {
  const row = read.get<Series>(`SELECT ${columns} FROM meeting_series WHERE id = ? AND _del = 0`, [id]);
  if (!row) throw new Refusal('not-found', '정기 회의를 찾을 수 없습니다. 삭제되었거나 아직 도착하지 않았습니다.');
  return row;
};

export const allSeries = (read: Reader): Series[] => read.all<Series>(`SELECT ${columns} FROM meeting_series WHERE _del = 0 ORDER BY title, start_on, id`);

/** Clusters of a series, the host first. */
export const seriesClusters = (read: Reader, series: string): string[] =>
  read.column<string>('SELECT cluster FROM series_cluster WHERE series = ? AND _del = 0 ORDER BY is_host DESC, n', [series]);

export const exceptionsOf = (read: Reader, series: string): SeriesException[] =>
  read.all<SeriesException>('SELECT day, moved_to, is_cancelled, reason FROM series_exception WHERE series = ? AND _del = 0 ORDER BY day', [series]);

/** Meetings made of a series, by the day they stand for. */
export const madeOf = (read: Reader, series: string): MadeMeeting[] =>
  read.all<MadeMeeting>(
    `SELECT id, coalesce(series_on, start_on) AS series_on, start_on, end_on, start_at, title, round, ${standingSql('g')} AS standing FROM meeting g
     WHERE series = ? AND _del = 0 ORDER BY coalesce(series_on, start_on), id`, [series]);

/** Days a meeting can still be made for: planned or moved ones that nothing was made of. */
export const offeredDays = (read: Reader, series: Series, from: string, until: string): Occurrence[] => {
  const made = new Set(madeOf(read, series.id).map((one) => one.series_on));
  return occurrences(series, exceptionsOf(read, series.id), from, until).filter(({ day, state }) => state !== 'cancelled' && !made.has(day));
};

/** The occurrence with that original day. @throws Refusal `invalid` when the series has no such day */
export const occurrenceOf = (read: Reader, series: Series, day: string): Occurrence => {
  const exceptions = exceptionsOf(read, series.id);
  const on = exceptions.find((one) => one.day === day)?.moved_to ?? day;
  const found = occurrences(series, exceptions, on < day ? on : day, on < day ? day : on).find((one) => one.day === day);
  if (!found) throw new Refusal('invalid', `${day}은 이 정기 회의의 날이 아닙니다. 목록에서 날을 골라 주세요.`, [{ field: 'day', value: day, message: '정기 회의의 날이 아닙니다.' }]);
  return found;
};

const stateOf = (one: Occurrence, today: string): SeriesDay['state'] =>
  one.state === 'cancelled' ? 'cancelled' : one.on < today ? 'missed' : one.state === 'moved' ? 'moved' : 'offered';

const madeState = { planned: 'made', held: 'held', cancelled: 'called-off' } as const;

/** The last `before` days before today and the next `after` from today on, in the order they take place. */
export const daysAround = (read: Reader, series: Series, today: string, { before, after }: { before: number; after: number }): SeriesDay[] => {
  const made = madeOf(read, series.id);
  const exceptions = exceptionsOf(read, series.id);
  const byDay = new Map(made.map((one) => [one.series_on, one]));
  // Each exception may take one day out of sight, so as many more are worked out.
  const next = ruleDays(series, today, '9999-12-31', after + exceptions.length + 1);
  const last = next.at(-1) ?? today;
  const until = [last, ...made.map((one) => one.start_on), ...exceptions.flatMap((one) => one.moved_to ?? [])].reduce((one, other) => (one > other ? one : other));
  const worked = occurrences(series, exceptions, series.start_on < today ? series.start_on : addDays(today, -1), until);
  const days: SeriesDay[] = [
    ...worked.filter(({ day }) => !byDay.has(day)).map((one) => ({ day: one.day, on: one.on, state: stateOf(one, today), reason: one.reason, meeting: null, title: null })),
    ...made.map((one) => ({ day: one.series_on, on: one.start_on, state: madeState[one.standing], reason: exceptions.find(({ day }) => day === one.series_on)?.reason ?? null, meeting: one.id, title: one.title })),
  ].sort((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : one.day < other.day ? -1 : 1));
  const split = days.findIndex(({ on }) => on >= today);
  const at = split < 0 ? days.length : split;
  return days.slice(Math.max(0, at - before), at + after);
};
