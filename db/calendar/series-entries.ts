/** Days of series to come that no meeting was made for yet. */
import { labelsOf } from '../kernel/label.ts';
import type { Reader } from '../kernel/reader.ts';
import { offeredBetween, type OfferedDay } from '../series/list.ts';
import { daysAfter } from '../today/days.ts';
import type { CalendarEntry } from './calendar-types.ts';
import type { RangeSql } from './range.ts';
import type { Belonging } from './whose.ts';

/** A meeting of a series lasts 31 days at most. */
const longestMeeting = 31;

const belongs: Belonging = {
  mine: '(g.chair = :person OR EXISTS (SELECT 1 FROM series_cluster l JOIN mini_cluster c ON c.id = l.cluster WHERE l.series = g.id AND l._del = 0 AND c.manager = :person))',
  by: 'g.chair',
  cluster: 'EXISTS (SELECT 1 FROM series_cluster l WHERE l.series = g.id AND l.cluster = :cluster AND l._del = 0)',
};

const entryOf = (one: OfferedDay, names: ReadonlyMap<string, string>): CalendarEntry => ({
  key: `series:${one.series}:${one.day}`, kind: 'series', id: one.series, day: one.day, title: one.title, on: one.on, until: one.end_on ?? one.on, start: one.start_at, end: one.end_at, place: one.place,
  who: one.clusters.map((id) => names.get(id) ?? '').filter(Boolean).join(', ') || null, state: one.isMoved ? 'moved' : 'offered', stateWord: one.isMoved ? '옮긴 날' : '등록 전',
  isLate: false, isOver: false, isCancelled: false, isMovable: true, open: { table: 'meeting_series', id: one.series },
});

export const seriesEntries = (read: Reader, range: RangeSql): CalendarEntry[] => {
  const { from, to } = range.parameters;
  // Days that are past without a meeting stand with the series.
  const offered = to < range.today ? [] : offeredBetween(read, daysAfter(from, -longestMeeting), to).filter(({ on, end_on: end }) => on >= range.today && (end ?? on) >= from && on <= to);
  if (offered.length === 0) return [];
  const allowed = new Set(read.column<string>(`SELECT g.id FROM meeting_series g WHERE g._del = 0 AND ${range.whose(belongs)}`, range.parameters));
  const shown = offered.filter((one) => allowed.has(one.series));
  const clusters = [...new Set(shown.flatMap((one) => one.clusters))];
  const names = new Map(labelsOf(read, 'mini_cluster', clusters).map(({ id, label }) => [id, label]));
  return shown.map((one) => entryOf(one, names));
};
