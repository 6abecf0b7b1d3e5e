/** One day of a series alone: moved, left out, or as the rule says again. */
import { Refusal } from '../errors.ts';
import { relationId } from '../kernel/id.ts';
import type { Reader } from '../kernel/reader.ts';
import type { Tx } from '../kernel/write.ts';
import { seriesException } from '../meetings/fields.ts';
import { madeOf, occurrenceOf, seriesOf, type Series } from './book.ts';
import { refuseDouble } from './parts.ts';

export const exceptionId = (series: string, day: string): string => relationId('series_exception', series, day);

/** @throws Refusal `conflict` when a meeting was already made for the day */
export const refuseMade = (read: Reader, series: Series, day: string): void => {
  const made = madeOf(read, series.id).find((one) => one.series_on === day);
  if (!made) return;
  const message = `이 날의 회의는 이미 있습니다: ${made.start_on} “${made.title}”. 그 회의를 열어 고쳐 주세요.`;
  throw new Refusal('conflict', message, [{ field: 'day', value: day, message }]);
};

/** @throws Refusal `conflict` when a meeting that was made takes place on the day */
const refuseTaken = (read: Reader, series: Series, day: string, on: string): void => {
  if (madeOf(read, series.id).some((one) => one.start_on === on && one.series_on !== day)) throw new Refusal('conflict', `${on}에는 이 정기 회의가 이미 있습니다. 다른 날로 옮겨 주세요.`, [{ field: 'moved_to', value: on, message: '이 정기 회의의 다른 회의가 있는 날입니다.' }]);
};

/** Moves one day. Moved to its own day, it is as the rule says. @throws Refusal `invalid`, `conflict` */
export const moveDay = (tx: Tx, id: string, day: string, to: string, reason: string | null): void => {
  const series = seriesOf(tx.read, id);
  occurrenceOf(tx.read, series, day);
  refuseMade(tx.read, series, day);
  refuseTaken(tx.read, series, day, to);
  if (to === day) { asRuled(tx, id, day); return; }
  tx.create(seriesException, { series: id, day, moved_to: to, is_cancelled: 0, reason }, exceptionId(id, day));
  refuseDouble(tx.read, id, 'moved_to');
};

/** Leaves one day out. @throws Refusal `invalid`, `conflict` */
export const cancelDay = (tx: Tx, id: string, day: string, reason: string | null): void => {
  const series = seriesOf(tx.read, id);
  occurrenceOf(tx.read, series, day);
  refuseMade(tx.read, series, day);
  tx.create(seriesException, { series: id, day, moved_to: null, is_cancelled: 1, reason }, exceptionId(id, day));
};

/** Takes an exception back. @throws Refusal `conflict` when another day was moved there meanwhile, or a meeting was made of it */
export const asRuled = (tx: Tx, id: string, day: string): void => {
  const series = seriesOf(tx.read, id);
  refuseMade(tx.read, series, day);
  refuseTaken(tx.read, series, day, day);
  for (const row of tx.read.column<string>('SELECT id FROM series_exception WHERE series = ? AND day = ? AND _del = 0', [id, day])) tx.remove(seriesException, row);
  refuseDouble(tx.read, id, 'moved_to');
};
