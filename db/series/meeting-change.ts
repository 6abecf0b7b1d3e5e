/** A meeting of a series is changed: it alone, it and all that follow, or the whole series. */
import { Refusal } from '../errors.ts';
import type { Tx } from '../kernel/write.ts';
import type { Reader } from '../kernel/reader.ts';
import { meeting } from '../meetings/fields.ts';
import { settleMeeting, type MeetingValues } from '../meetings/hold.ts';
import { seriesOf, type Series } from './book.ts';
import { changeAll, type SeriesPatch } from './change.ts';
import { daysBetween } from './days.ts';
import { splitSeries } from './split.ts';

export type ChangeScope = 'this' | 'following' | 'all';

/** The series a meeting belongs to, null for one that stands alone, also when its series was taken away. */
export const seriesOfMeeting = (read: Reader, id: string): { series: Series; day: string } | null => {
  const row = read.get<{ series: string; day: string }>(
    'SELECT g.series, coalesce(g.series_on, g.start_on) AS day FROM meeting g JOIN meeting_series s ON s.id = g.series AND s._del = 0 WHERE g.id = ?', [id]);
  return row ? { series: seriesOf(read, row.series), day: row.day } : null;
};

/** What of a meeting's change the series can take over. */
const seriesPart = (patch: Partial<MeetingValues>, now: Pick<MeetingValues, 'start_on' | 'end_on'>): SeriesPatch => {
  const { start_at, end_at, place, chair, kind } = patch;
  const start = patch.start_on ?? now.start_on;
  const end = patch.end_on === undefined ? now.end_on : patch.end_on;
  return {
    ...(start_at === undefined ? {} : { start_at }), ...(end_at === undefined ? {} : { end_at }), ...(place === undefined ? {} : { place }), ...(chair === undefined ? {} : { chair }),
    ...(kind === undefined ? {} : { kind }), ...(patch.start_on === undefined || patch.start_on === now.start_on ? {} : { start_on: patch.start_on }),
    ...(patch.end_on === undefined ? {} : { days: end === null || end <= start ? null : daysBetween(start, end) + 1 }),
  };
};

/**
 * Changes a meeting, and its series as far as `scope` says.
 * @throws Refusal `conflict` when the values the author saw have changed, `invalid` for a meeting that stands alone
 */
export const changeMeeting = (tx: Tx, id: string, patch: Partial<MeetingValues>, was: Partial<MeetingValues> | undefined, scope: ChangeScope): void => {
  const part = seriesOfMeeting(tx.read, id);
  const now = tx.read.get<Pick<MeetingValues, 'start_on' | 'end_on'>>('SELECT start_on, end_on FROM meeting WHERE id = ?', [id]);
  tx.change(meeting, id, patch, was);
  settleMeeting(tx, id, patch);
  if (scope === 'this') return;
  if (!part || !now) throw new Refusal('invalid', '이 회의는 정기 회의가 아닙니다. ‘이 회의만’으로 고쳐 주세요.', [{ field: 'series', value: null, message: '정기 회의가 아닙니다.' }]);
  const shared = seriesPart(patch, now);
  if (scope === 'all') changeAll(tx, part.series.id, shared);
  else splitSeries(tx, part.series.id, part.day, shared);
};
