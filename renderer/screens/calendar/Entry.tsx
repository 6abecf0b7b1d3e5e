/** One entry as a line in a day, or as a box in its hours. */
import { AlarmClock } from 'lucide-react';
import { memo, type CSSProperties } from 'react';
import type { CalendarEntry } from '../../../db/calendar/api.ts';
import { kindWord } from '../../../db/calendar/choices.ts';
import { daysBetween } from './days.ts';
import { hoursOf, Icon, sentenceOfEntry, signOf } from './looks.tsx';

export type EntryProps = {
  entry: CalendarEntry;
  /** The day it is drawn on. */
  day: string;
  /** Reached by Tab: those of the day that has the focus. */
  isReached: boolean;
  isHeld: boolean;
  /** Room for more than a title. */
  isWide?: boolean;
  /** Too low for a second line. */
  isShort?: boolean;
  style?: CSSProperties;
  onOpen: (entry: CalendarEntry) => void;
};

const Plain = ({ entry, day, isReached, isHeld, isWide = false, isShort = false, style, onOpen }: EntryProps) => {
  const days = daysBetween(entry.on, entry.until) + 1;
  const sign = signOf(entry);
  const hours = hoursOf(entry);
  return (
    <button
      type="button" className="cd-cal-entry" data-entry={entry.key} data-on={day} data-kind={entry.kind} data-over={entry.isOver || undefined} data-cancelled={entry.isCancelled || undefined}
      data-late={entry.isLate || undefined} data-held={isHeld || undefined} data-movable={entry.isMovable || undefined} data-short={isShort || undefined} tabIndex={isReached ? 0 : -1} style={style}
      title={sentenceOfEntry(entry, day)} onClick={() => onOpen(entry)}
    >
      <span className="cd-only-spoken">{sentenceOfEntry(entry, day)}</span>
      <Icon kind={entry.kind} />
      {entry.start !== null && (day === entry.on || isWide) ? <span aria-hidden className="cd-cal-hour cd-number">{isWide ? hours : entry.start}</span> : null}
      {isWide ? <span aria-hidden className="cd-cal-kind">{kindWord(entry.kind)}</span> : null}
      <span aria-hidden className="cd-cal-title">{entry.title}</span>
      {days > 1 ? <span aria-hidden className="cd-cal-part cd-number">{daysBetween(entry.on, day) + 1}/{days}일</span> : null}
      {sign ? <span aria-hidden className="cd-cal-sign cd-number">{entry.isLate ? <AlarmClock size={11} aria-hidden /> : null}{sign}</span> : null}
      {isWide && (entry.who || entry.place) ? <span aria-hidden className="cd-cal-more">{[entry.who, entry.place].filter(Boolean).join(' · ')}</span> : null}
    </button>
  );
};

export const Entry = memo(Plain);
