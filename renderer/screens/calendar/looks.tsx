/** How each kind of entry looks: a picture and a word, never a colour alone. */
import { CalendarClock, ClipboardCheck, Flag, Handshake, ListTodo, MapPin, MessagesSquare, Repeat, RotateCcw, type LucideIcon } from 'lucide-react';
import type { CalendarEntry } from '../../../db/calendar/api.ts';
import { kindWord, type CalendarKind } from '../../../db/calendar/choices.ts';
import { dDay, daysTo } from '../../days.ts';
import { spokenDay } from './days.ts';

export const iconOf: Readonly<Record<CalendarKind, LucideIcon>> = {
  session: MessagesSquare, visit: MapPin, meeting: Handshake, series: Repeat, action: ListTodo, 'task-end': Flag, review: RotateCcw, 'follow-up': ClipboardCheck,
};

export const Icon = ({ kind, size = 13 }: { kind: CalendarKind; size?: number }) => {
  const Drawn = iconOf[kind] ?? CalendarClock;
  return <Drawn size={size} aria-hidden className="cd-cal-icon" />;
};

const dated = new Set<CalendarKind>(['action', 'task-end', 'review', 'follow-up']);

/** `D-3` of what is still waited for, a state worth a word, or nothing. */
export const signOf = (entry: CalendarEntry): string | null => {
  if (entry.isCancelled) return '취소';
  if (dated.has(entry.kind) && !entry.isOver) return dDay(daysTo(entry.on));
  if (entry.isLate || entry.kind === 'series' || entry.state === 'returned') return entry.stateWord;
  return null;
};

/** `14:00~16:00`, `14:00`, or nothing. */
export const hoursOf = ({ start, end }: Pick<CalendarEntry, 'start' | 'end'>): string => (start === null ? '' : end === null ? start : `${start}~${end}`);

/** Everything about an entry in one line, for the tip and for reading aloud. */
export const sentenceOfEntry = (entry: CalendarEntry, day: string = entry.on): string => [
  kindWord(entry.kind), entry.title, entry.on === entry.until ? spokenDay(day) : `${spokenDay(entry.on)}부터 ${spokenDay(entry.until)}까지`, hoursOf(entry), entry.place, entry.who, entry.stateWord, signOf(entry) === entry.stateWord ? null : signOf(entry),
].filter(Boolean).join(', ');

/** Where an entry is opened. */
export const addressOf = ({ open, kind, id }: CalendarEntry): string => {
  switch (open.table) {
    case 'session': return `/sessions/${open.id}`;
    case 'meeting': return `/meetings/${open.id}`;
    case 'task': return kind === 'follow-up' ? `/tasks/${open.id}?tab=outcomes` : `/tasks/${open.id}`;
    case 'meeting_series': return `/series/${id}`;
    case 'action_item': return '/today';
  }
};
