/** 이후 모두: a series is divided at a day. A meeting that was made is never lost, and belongs to one of the two. */
import { Refusal } from '../errors.ts';
import type { Tx } from '../kernel/write.ts';
import { meeting, meetingSeries, seriesException } from '../meetings/fields.ts';
import { settleMeeting } from '../meetings/hold.ts';
import { exceptionsOf, madeOf, seriesClusters, seriesOf, type MadeMeeting, type Series } from './book.ts';
import { dayUnder, exceptionsUnder, isSameRhythm, passOn, type SeriesPatch } from './change.ts';
import { addDays, dayBefore, daysBetween, ruleDays } from './days.ts';
import { exceptionId } from './except.ts';
import { makeSeries } from './make.ts';
import { refuseDouble } from './parts.ts';

/** The later part: the same rule from that day on, or the new one from its first day. @throws Refusal `invalid` when it would begin no later than the meeting before */
const laterPart = (old: Series, first: string, patch: SeriesPatch): Series => {
  const isSame = isSameRhythm(old, { ...old, ...patch }) && (patch.start_on === undefined || patch.start_on === first || patch.start_on === old.start_on);
  // The rhythm goes on counting from where it began: of the 31st, February has the 28th and March the 31st again.
  if (isSame) return { ...old, ...patch, start_on: old.start_on, from_on: first };
  const start = patch.start_on === undefined || patch.start_on === old.start_on ? first : patch.start_on;
  const before = dayBefore(old, first);
  if (before !== null && start <= before) throw new Refusal('invalid', `새 첫 날(${start})은 앞 회의(${before})보다 늦어야 합니다. 날을 고쳐 주세요.`, [{ field: 'start_on', value: start, message: `${before}보다 늦은 날을 골라 주세요.` }]);
  return { ...old, ...patch, start_on: start, from_on: null };
};

/** A made meeting goes over to the later part; one that is still to come and was never moved takes place on the day it stands for there. */
const goOver = (tx: Tx, one: MadeMeeting, to: string, day: string): void => {
  const follows = one.standing === 'planned' && one.start_on === one.series_on && day !== one.series_on;
  const moved = follows ? { start_on: day, end_on: one.end_on === null ? null : addDays(day, daysBetween(one.start_on, one.end_on)) } : {};
  tx.change(meeting, one.id, { series: to, series_on: day, ...moved });
  if (follows) settleMeeting(tx, one.id, moved);
};

/**
 * The series ends before `day`; a second one goes on from there with the changes, and takes the meetings and exceptions of that day and
 * later with it. When nothing lies before, no empty series is left behind.
 * @returns the id of the second series
 * @throws Refusal `invalid` when no day follows, `conflict` when two meetings would fall on one day
 */
export const splitSeries = (tx: Tx, id: string, day: string, patch: SeriesPatch, clusters?: readonly string[]): string => {
  const old = seriesOf(tx.read, id);
  const [first] = ruleDays(old, day, '9999-12-31', 1);
  if (first === undefined) throw new Refusal('invalid', `${day}부터는 이 정기 회의의 날이 없습니다. 그 앞의 날을 골라 주세요.`, [{ field: 'day', value: day, message: '이후에 열 회의가 없습니다.' }]);
  const next = laterPart(old, first, patch);
  const made = madeOf(tx.read, id);
  const exceptions = exceptionsOf(tx.read, id);
  const later = exceptions.filter((one) => one.day >= day);
  const kept = exceptionsUnder(old, next, first, later);

  const { id: _old, ...values } = next;
  const second = makeSeries(tx, { ...values, continues: id }, clusters ?? seriesClusters(tx.read, id));
  for (const one of later) tx.remove(seriesException, exceptionId(id, one.day));
  for (const one of kept) tx.create(seriesException, { ...one, series: second }, exceptionId(second, one.day));
  for (const one of made) if (one.series_on >= day) goOver(tx, one, second, dayUnder(old, next, first, one.series_on) ?? one.series_on);
  passOn(tx, madeOf(tx.read, second), patch);
  const isEmpty = dayBefore(old, first) === null && !made.some((one) => one.series_on < day);
  if (isEmpty) tx.remove(meetingSeries, id);
  else tx.change(meetingSeries, id, { until_on: addDays([day, first, next.start_on].filter((one) => one > (dayBefore(old, first) ?? '')).sort()[0] ?? day, -1) });
  // A third part that went on from the old one goes on from the second.
  for (const part of tx.read.column<string>('SELECT id FROM meeting_series WHERE continues = ? AND id <> ? AND _del = 0', [id, second])) tx.change(meetingSeries, part, { continues: second });
  refuseDouble(tx.read, second, 'start_on');
  return second;
};
