/** Taking an entry up, carrying it over days and hours, putting it down: the same by mouse and by keys. */
import { useRef, useState } from 'react';
import type { CalendarEntry } from '../../../db/calendar/api.ts';
import { kindWord } from '../../../db/calendar/choices.ts';
import { withParticle } from '../../../db/korean/particle.ts';
import { api } from '../../api.ts';
import { sentenceOf } from '../../refusal.ts';
import { addDays, daysBetween, spokenDay } from './days.ts';
import { hoursOf } from './looks.tsx';
import { dayMinutes, minuteOf, movedTo, timeOf } from './hours.ts';

type Held = { entry: CalendarEntry; by: 'mouse' | 'keys'; /** Days from where it stood. */ shift: number; /** The hour it would begin at; undefined: as it was. */ start: string | undefined };

/** The entry as it would stand. */
const placedOf = ({ entry, shift, start }: Held): CalendarEntry => ({ ...entry, ...movedTo(entry, addDays(entry.on, shift), start), until: addDays(entry.until, shift) });

export type MoveOptions = {
  /** A sentence that is read aloud under the calendar. */
  say: (sentence: string) => void;
  onMoved: (moved: { entry: CalendarEntry; sentence: string; action: number; warnings: readonly string[] }) => void;
  onRefused: (entry: CalendarEntry, sentence: string) => void;
  /** Resolves when the calendar has been read again. */
  refresh: () => Promise<unknown>;
};

const where = (entry: CalendarEntry): string => [spokenDay(entry.on), hoursOf(entry)].filter(Boolean).join(' ');

export const useMove = (options: MoveOptions) => {
  const latest = useRef(options);
  latest.current = options;
  const now = useRef<Held | null>(null);
  const [held, setHeld] = useState<Held | null>(null);
  // Put down, and not yet read again.
  const [waiting, setWaiting] = useState<ReadonlyMap<string, CalendarEntry>>(new Map());
  const put = (next: Held | null): void => { now.current = next; setHeld(next); };

  const take = (entry: CalendarEntry, by: Held['by']): void => {
    put({ entry, by, shift: 0, start: undefined });
    latest.current.say(`${kindWord(entry.kind)} ${withParticle(`‘${entry.title}’`, '을/를')} ${by === 'keys' ? '들었습니다. 화살표로 옮기고 Enter로 놓습니다. Esc는 그만두기입니다.' : '옮기는 중입니다.'}`);
  };
  const over = (shift: number, start: string | undefined): void => {
    const one = now.current;
    if (!one || (one.shift === shift && one.start === start)) return;
    const next = { ...one, shift, start };
    put(next);
    latest.current.say(where(placedOf(next)));
  };
  const step = (days: number, minutes = 0): void => {
    const one = now.current;
    if (!one) return;
    const from = one.start ?? one.entry.start;
    over(one.shift + days, minutes === 0 || from === null ? one.start : timeOf(Math.max(0, Math.min(dayMinutes - 30, minuteOf(from) + minutes))));
  };
  const cancel = (): void => {
    if (now.current) latest.current.say(`${withParticle(`‘${now.current.entry.title}’`, '을/를')} 제자리에 두었습니다.`);
    put(null);
  };
  const settle = (key: string): void => setWaiting((known) => new Map([...known].filter(([one]) => one !== key)));

  const drop = async (): Promise<void> => {
    const one = now.current;
    if (!one) return;
    const { entry } = one;
    const placed = placedOf(one);
    if (placed.on === entry.on && placed.start === entry.start && placed.end === entry.end) { cancel(); return; }
    put(null);
    setWaiting((known) => new Map([...known, [entry.key, placed]]));
    try {
      const { action, warnings } = await api.calendar.move.mutate({
        kind: entry.kind, id: entry.id, ...(entry.day === undefined ? {} : { day: entry.day }), title: `${kindWord(entry.kind)} ${entry.title}`, ...movedTo(entry, placed.on, one.start), was: { on: entry.on, start: entry.start, end: entry.end },
      });
      const sentence = `${withParticle(`‘${entry.title}’`, '을/를')} ${withParticle(where(placed), '으로/로')} 옮겼습니다.`;
      latest.current.say([sentence, ...warnings].join(' '));
      latest.current.onMoved({ entry, sentence, action, warnings });
      await latest.current.refresh().catch(() => undefined);
    } catch (error) {
      latest.current.say(sentenceOf(error));
      latest.current.onRefused(entry, sentenceOf(error));
    } finally {
      settle(entry.key);
    }
  };

  const shown = (entries: readonly CalendarEntry[]): CalendarEntry[] => entries.map((one) => (held?.entry.key === one.key ? placedOf(held) : waiting.get(one.key) ?? one));
  return { held, take, over, step, cancel, drop, shown };
};

export type MoveControls = ReturnType<typeof useMove>;

/** How many days the pointer is away from the day it took the entry up on. */
export const shiftOf = (grabbed: string, day: string): number => daysBetween(grabbed, day);
