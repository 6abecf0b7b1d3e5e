/** Changing all of a series. Meetings that were made stay, whatever the rule becomes. */
import { Refusal } from '../errors.ts';
import type { Tx } from '../kernel/write.ts';
import { meeting, meetingSeries, seriesException } from '../meetings/fields.ts';
import { exceptionsOf, madeOf, seriesOf, type MadeMeeting } from './book.ts';
import { dayOfOrdinal, isRuleDay, ordinalOf, type SeriesException, type SeriesRule } from './days.ts';
import { exceptionId } from './except.ts';
import { refuseBackwards, setSeriesClusters, type SeriesValues } from './make.ts';
import { refuseDouble } from './parts.ts';

export type SeriesPatch = Partial<SeriesValues>;

/** What a meeting takes over from its series while it is still to come. */
const shared = ['start_at', 'end_at', 'place', 'chair'] as const;

export const isSameRhythm = (one: SeriesRule, other: SeriesRule): boolean => one.frequency === other.frequency && (one.every ?? 1) === (other.every ?? 1);

/** Meetings still to come follow their series; those that were held stay as they were. */
export const passOn = (tx: Tx, made: readonly MadeMeeting[], patch: SeriesPatch): void => {
  const taken = Object.fromEntries(shared.flatMap((name) => (name in patch ? [[name, patch[name] ?? null]] : [])));
  if (Object.keys(taken).length === 0) return;
  for (const one of made) if (one.standing === 'planned') tx.change(meeting, one.id, taken);
};

/** The day of `next` that stands where `day` stood in `old`, both counted from `first`; of another rhythm the same day, if it has it. Null when there is none. */
export const dayUnder = (old: SeriesRule, next: SeriesRule, first: string, day: string): string | null => {
  const begins = next.from_on ?? next.start_on;
  const found = isSameRhythm(old, next) && isRuleDay(old, day) ? dayOfOrdinal(next, ordinalOf(next, begins) + ordinalOf(old, day) - ordinalOf(old, first)) : day;
  return isRuleDay(next, found) ? found : null;
};

/** What the exceptions become under the new rule; one that says nothing any more is left out. */
export const exceptionsUnder = (old: SeriesRule, next: SeriesRule, first: string, exceptions: readonly SeriesException[]): SeriesException[] =>
  exceptions.flatMap((one) => {
    const day = isRuleDay(old, one.day) ? dayUnder(old, next, first, one.day) : null;
    return day === null || one.moved_to === day ? [] : [{ ...one, day }];
  });

/**
 * Another rhythm or first day is for a series nothing was made of yet; everything else may change at any time.
 * @throws Refusal `conflict` when meetings were made and the rule changes
 */
export const changeAll = (tx: Tx, id: string, patch: SeriesPatch, clusters?: readonly string[]): void => {
  const old = seriesOf(tx.read, id);
  const isOtherRule = !isSameRhythm(old, { ...old, ...patch }) || (patch.start_on !== undefined && patch.start_on !== old.start_on);
  const next = { ...old, ...patch, ...(isOtherRule ? { from_on: null } : {}) };
  refuseBackwards(next);
  const made = madeOf(tx.read, id);
  if (isOtherRule) {
    if (made.length > 0) throw new Refusal('conflict', '이미 만든 회의가 있어 주기 전체를 바꾸지 않습니다. ‘이후 모두’를 골라 주세요.', [{ field: 'start_on', value: next.start_on, message: '‘이후 모두’로 바꿔 주세요.' }]);
    const exceptions = exceptionsOf(tx.read, id);
    const kept = exceptionsUnder(old, next, old.from_on ?? old.start_on, exceptions);
    for (const one of exceptions) tx.remove(seriesException, exceptionId(id, one.day));
    for (const one of kept) tx.create(seriesException, { ...one, series: id }, exceptionId(id, one.day));
  }
  tx.change(meetingSeries, id, isOtherRule ? { ...patch, from_on: null } : patch);
  refuseDouble(tx.read, id, 'start_on');
  if (clusters) setSeriesClusters(tx, id, clusters);
  passOn(tx, made, patch);
};
