/** Keys of the calendar: arrows go between days, Enter opens, M takes an entry up, Esc lets it go. */
import type { KeyboardEvent } from 'react';
import { isComposing } from '../../parts/keys/shortcut.ts';
import { addDays, stepOf, weekdayOf, type Way } from './days.ts';
import type { MoveControls } from './use-move.ts';

/** Minutes an entry in the hand goes up or down at a time. */
const keyMinutes = 30;

export type KeyTargets = {
  way: Way;
  day: string;
  move: MoveControls;
  frame: HTMLElement | null;
  /** Another day gets the focus. */
  onDay: (day: string) => void;
  onOpenDay: (day: string) => void;
  onNew: (day: string) => void;
  onTake: (key: string) => void;
  onHelp: () => void;
};

const inHand = (code: string, { way, move }: KeyTargets): boolean => {
  const minutes = way === 'month' ? 0 : keyMinutes;
  switch (code) {
    case 'ArrowLeft': move.step(-1); return true;
    case 'ArrowRight': move.step(1); return true;
    case 'ArrowUp': move.step(way === 'month' ? -7 : 0, -minutes); return true;
    case 'ArrowDown': move.step(way === 'month' ? 7 : 0, minutes); return true;
    case 'PageUp': move.step(-7); return true;
    case 'PageDown': move.step(7); return true;
    case 'Enter': case 'Space': case 'KeyM': void move.drop(); return true;
    case 'Escape': move.cancel(); return true;
    default: return code !== 'Tab';
  }
};

const entriesOf = (frame: HTMLElement | null, day: string): HTMLElement[] => [...(frame?.querySelectorAll<HTMLElement>(`[data-entry][data-on="${day}"]`) ?? [])];

/** The day an arrow leads to; null for other keys. */
const nextDay = (code: string, day: string, way: Way): string | null => {
  switch (code) {
    case 'ArrowLeft': return addDays(day, -1);
    case 'ArrowRight': return addDays(day, 1);
    case 'ArrowUp': return way === 'month' ? addDays(day, -7) : null;
    case 'ArrowDown': return way === 'month' ? addDays(day, 7) : null;
    case 'Home': return addDays(day, -weekdayOf(day));
    case 'End': return addDays(day, 6 - weekdayOf(day));
    case 'PageUp': return stepOf(way, day, -1);
    case 'PageDown': return stepOf(way, day, 1);
    default: return null;
  }
};

/** @returns whether the key was ours */
export const handleCalendarKey = (event: KeyboardEvent<HTMLElement>, targets: KeyTargets): boolean => {
  const { code, ctrlKey, metaKey, altKey } = event.nativeEvent;
  if (isComposing(event.nativeEvent) || ctrlKey || metaKey || altKey || !(event.target instanceof HTMLElement)) return false;
  const { way, frame, move, onDay, onOpenDay, onNew, onTake, onHelp } = targets;
  const plain = code.replace('NumpadEnter', 'Enter');
  if (move.held) return inHand(plain, targets);
  const { entry, on, dayCell } = event.target.dataset;
  if (entry === undefined && dayCell === undefined) return false;
  const day = on ?? dayCell ?? targets.day;
  if (plain === 'KeyN') { onNew(day); return true; }
  if (plain === 'KeyT') { onDay('today'); return true; }
  if (event.key === '?') { onHelp(); return true; }
  if (entry !== undefined) {
    const all = entriesOf(frame, day);
    const at = all.indexOf(event.target);
    if (plain === 'KeyM') { onTake(entry); return true; }
    if (plain === 'Escape' || (plain === 'ArrowUp' && at === 0)) { onDay(day); return true; }
    const next = plain === 'ArrowDown' ? all[at + 1] : plain === 'ArrowUp' ? all[at - 1] : undefined;
    if (next) { next.focus(); return true; }
    if (plain === 'ArrowDown' || plain === 'ArrowUp') return true;
  } else {
    if (plain === 'Enter') { if (way === 'day') entriesOf(frame, day)[0]?.focus(); else onOpenDay(day); return true; }
    const [first] = entriesOf(frame, day);
    if ((plain === 'Space' || (plain === 'ArrowDown' && way !== 'month')) && first) { first.focus(); return true; }
  }
  const to = nextDay(plain, day, way);
  if (to === null) return false;
  onDay(to);
  return true;
};
