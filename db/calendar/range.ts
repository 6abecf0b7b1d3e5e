/** A range of days asked for by somebody, as the SQL of every kind of entry needs it. */
import { Refusal } from '../errors.ts';
import { daysAfter } from '../today/days.ts';
import type { Asking, CalendarRequest } from './calendar-types.ts';
import { longestRange } from './choices.ts';
import { whoseSql, type Belonging } from './whose.ts';

export type RangeSql = {
  readonly today: string;
  readonly isMine: boolean;
  /** SQL condition that the entry belongs to who was asked for. */
  whose(belonging: Belonging): string;
  readonly parameters: { from: string; to: string; today: string; person: string | null; office: string | null; cluster: string | null };
};

const wrong = (field: string, message: string): Refusal => new Refusal('invalid', message, [{ field, message }]);

/** @throws Refusal `invalid` for a range that ends before it begins or is too long, and for a mini-cluster's calendar without one */
export const rangeOf = ({ from, to, whose, cluster }: CalendarRequest, { person, office, today }: Asking): RangeSql => {
  if (to < from) throw wrong('to', `끝(${to})이 시작(${from})보다 빠릅니다. 기간을 다시 정해 주세요.`);
  if (to > daysAfter(from, longestRange)) throw wrong('to', `한 번에 ${longestRange}일까지 볼 수 있습니다. 기간을 줄여 주세요.`);
  if (whose === 'cluster' && cluster === null) throw wrong('cluster', '미니클러스터를 골라 주세요.');
  return {
    today, isMine: whose === 'mine' && person !== null,
    whose: (belonging) => `(${whoseSql(belonging, whose, { person: person !== null, office: office !== null })})`,
    parameters: { from, to, today, person, office, cluster },
  };
};
