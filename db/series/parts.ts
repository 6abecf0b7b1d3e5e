/** The parts of a series that was divided: one after the other, no day in two of them, no two meetings on one day. */
import { Refusal } from '../errors.ts';
import type { Reader } from '../kernel/reader.ts';
import { exceptionsOf, madeOf, seriesOf, type Series } from './book.ts';
import { isRuleDay, occurrences } from './days.ts';

/** How many times a series may have been divided: two rows that name each other can arrive from two devices. */
const longest = 200;

/** Live parts of the series this one is a part of, itself among them, in order of their first day. */
export const partsOf = (read: Reader, series: string): Series[] =>
  read.column<string>(
    `WITH RECURSIVE up(id, step) AS (SELECT :series, 0 UNION SELECT s.continues, step + 1 FROM up JOIN meeting_series s ON s.id = up.id WHERE s.continues IS NOT NULL AND step < ${longest}),
       down(id, step) AS (SELECT id, 0 FROM (SELECT id FROM up ORDER BY step DESC LIMIT 1) UNION SELECT s.id, step + 1 FROM down JOIN meeting_series s ON s.continues = down.id WHERE step < ${longest})
     SELECT DISTINCT s.id FROM down JOIN meeting_series s ON s.id = down.id WHERE s._del = 0 ORDER BY coalesce(s.from_on, s.start_on), s.id`, { series }).map((id) => seriesOf(read, id));

const beginningOf = (series: Series): string => (series.from_on !== null && series.from_on > series.start_on ? series.from_on : series.start_on);

const refuseOverlap = (parts: readonly Series[]): void => {
  for (const [index, part] of parts.entries()) {
    const next = parts[index + 1];
    if (next === undefined || (part.until_on !== null && part.until_on < beginningOf(next))) continue;
    const message = `${beginningOf(next)}부터는 같은 정기 회의의 다음 주기가 이어집니다. 그 앞에서 끝나게 날을 고쳐 주세요.`;
    throw new Refusal('conflict', message, [{ field: 'until_on', value: part.until_on, message }]);
  }
};

/**
 * Holds for all parts together, after any change of one of them.
 * @throws Refusal `conflict` when two parts have the same span of days, or two meetings to come would take place on one day
 */
export const refuseDouble = (read: Reader, series: string, field: 'start_on' | 'moved_to'): void => {
  const parts = partsOf(read, series);
  refuseOverlap(parts);
  const whole = parts.map((part) => ({ part, exceptions: exceptionsOf(read, part.id), made: new Set(madeOf(read, part.id).map((one) => one.series_on)) }));
  const moved = whole.flatMap(({ part, exceptions, made }) => exceptions.flatMap((one) => (one.moved_to !== null && one.is_cancelled !== 1 && !made.has(one.day) && isRuleDay(part, one.day) ? [one.moved_to] : [])));
  for (const on of new Set(moved)) {
    const there = whole.flatMap(({ part, exceptions, made }) => occurrences(part, exceptions, on, on).filter((one) => one.state !== 'cancelled' && !made.has(one.day)));
    if (there.length > 1) throw new Refusal('conflict', `${on}에 정기 회의가 두 번 잡힙니다. 다른 날로 옮기거나, 그날로 옮긴 회의를 먼저 되돌려 주세요.`, [{ field, value: on, message: `${on}에 정기 회의가 이미 있습니다.` }]);
  }
};
