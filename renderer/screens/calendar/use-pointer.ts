/** The mouse over the calendar: an entry is carried, empty hours are drawn. A finger scrolls instead. */
import { useEffect, useRef, useState, type RefObject } from 'react';
import type { CalendarEntry } from '../../../db/calendar/api.ts';
import { dayMinutes, minuteOf, snap, stepMinutes, timeOf } from './hours.ts';
import { shiftOf, type MoveControls } from './use-move.ts';

/** How far the mouse goes before it is a drag and no click, in pixels. */
const dragFrom = 5;

/** Hours drawn on an empty day. */
export type Drawn = { day: string; start: string; end: string };

type Point = { day: string; /** Null over what has no hours. */ minute: number | null };

const pointOf = (frame: HTMLElement | null, x: number, y: number): Point | null => {
  const under = document.elementsFromPoint(x, y).filter((one): one is HTMLElement => one instanceof HTMLElement && frame?.contains(one) === true);
  const day = under.find((one) => one.dataset['day'] !== undefined)?.dataset['day'];
  if (day === undefined) return null;
  const hours = under.find((one) => one.dataset['hours'] !== undefined);
  if (!hours) return { day, minute: null };
  const box = hours.getBoundingClientRect();
  return { day, minute: ((y - box.top) / box.height) * dayMinutes };
};

type Press = { x: number; y: number; moving: boolean } & ({ kind: 'entry'; entry: CalendarEntry; grabbed: string; /** Minutes between the beginning of the entry and the mouse. */ inside: number | null } | { kind: 'empty'; day: string; minute: number });

export const usePointer = (frame: RefObject<HTMLElement | null>, move: MoveControls, onDraw: (drawn: Drawn) => void) => {
  const press = useRef<Press | null>(null);
  const [drawn, setDrawn] = useState<Drawn | null>(null);
  const latest = useRef({ move, onDraw });
  latest.current = { move, onDraw };
  const drawing = useRef<Drawn | null>(null);

  useEffect(() => {
    const draw = (next: Drawn | null): void => { drawing.current = next; setDrawn(next); };
    const onMove = (event: PointerEvent): void => {
      const one = press.current;
      if (!one) return;
      if (!one.moving && Math.hypot(event.clientX - one.x, event.clientY - one.y) < dragFrom) return;
      if (!one.moving && one.kind === 'entry') latest.current.move.take(one.entry, 'mouse');
      one.moving = true;
      event.preventDefault();
      const point = pointOf(frame.current, event.clientX, event.clientY);
      if (!point) return;
      if (one.kind === 'entry') {
        const start = point.minute === null ? undefined : timeOf(Math.max(0, snap(point.minute - (one.inside ?? 0))));
        latest.current.move.over(shiftOf(one.grabbed, point.day), start);
        return;
      }
      const [from, to] = [one.minute, point.minute ?? one.minute].sort((a, b) => a - b) as [number, number];
      draw({ day: one.day, start: timeOf(Math.floor(from / stepMinutes) * stepMinutes), end: timeOf(Math.max(snap(to), Math.floor(from / stepMinutes) * stepMinutes + stepMinutes)) });
    };
    const onUp = (): void => {
      const one = press.current;
      press.current = null;
      if (!one?.moving) return;
      // The click that follows a drag opens nothing; where none follows, the next one is not lost.
      const swallow = (event: MouseEvent): void => { event.stopPropagation(); event.preventDefault(); };
      window.addEventListener('click', swallow, { capture: true, once: true });
      setTimeout(() => window.removeEventListener('click', swallow, { capture: true }), 0);
      if (one.kind === 'entry') void latest.current.move.drop();
      else if (drawing.current) latest.current.onDraw(drawing.current);
      draw(null);
    };
    const stop = (event?: KeyboardEvent): void => {
      if (event && (event.code !== 'Escape' || !press.current?.moving)) return;
      if (press.current?.moving && press.current.kind === 'entry') latest.current.move.cancel();
      press.current = null;
      draw(null);
    };
    const onCancel = (): void => stop();
    window.addEventListener('pointermove', onMove);
    window.addEventListener('pointerup', onUp);
    window.addEventListener('pointercancel', onCancel);
    window.addEventListener('keydown', stop);
    return () => {
      window.removeEventListener('pointermove', onMove);
      window.removeEventListener('pointerup', onUp);
      window.removeEventListener('pointercancel', onCancel);
      window.removeEventListener('keydown', stop);
    };
  }, [frame]);

  /** Begins with the button down; on nothing but the left one of a mouse or a pen. */
  const onPointerDown = (event: React.PointerEvent, entryOf: (key: string) => CalendarEntry | undefined): void => {
    if (event.button !== 0 || event.pointerType === 'touch' || !(event.target instanceof Element)) return;
    const at = { x: event.clientX, y: event.clientY, moving: false };
    const chip = event.target.closest<HTMLElement>('[data-entry]');
    const point = pointOf(frame.current, event.clientX, event.clientY);
    if (chip) {
      const entry = entryOf(chip.dataset['entry'] ?? '');
      if (entry && point) press.current = { ...at, kind: 'entry', entry, grabbed: point.day, inside: point.minute === null || entry.start === null ? null : point.minute - minuteOf(entry.start) };
    } else if (event.target.hasAttribute('data-hours') && point?.minute !== undefined && point.minute !== null) {
      press.current = { ...at, kind: 'empty', day: point.day, minute: point.minute };
    }
  };
  return { drawn, onPointerDown };
};
