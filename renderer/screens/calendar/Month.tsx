/** A month: whole weeks, each day with as many lines as fit and the number of those that do not. */
import { useEffect, useRef, useState } from 'react';
import type { CalendarEntry } from '../../../db/calendar/api.ts';
import { weekdays, weekdayOf, spokenDay, type Range } from './days.ts';
import { Entry } from './Entry.tsx';
import { byDay } from './hours.ts';

export type DaysProps = {
  range: Range;
  /** The day that has the focus, or would. */
  day: string;
  today: string;
  entries: readonly CalendarEntry[];
  heldKey: string | null;
  onOpen: (entry: CalendarEntry) => void;
  onOpenDay: (day: string) => void;
};

/** In rem: a line of an entry, and what else a day holds. */
const lineHeight = 1.625;
const headHeight = 1.75;

/** Lines that fit into a day. */
const useFit = (rows: number) => {
  const body = useRef<HTMLDivElement>(null);
  const [fit, setFit] = useState(3);
  useEffect(() => {
    const element = body.current;
    if (!element) return undefined;
    const measure = (): void => {
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
      setFit(Math.max(1, Math.floor((element.clientHeight / rows / rem - headHeight) / lineHeight)));
    };
    const watch = new ResizeObserver(measure);
    watch.observe(element);
    measure();
    return () => watch.disconnect();
  }, [rows]);
  return { body, fit };
};

export const Month = ({ range, day, today, entries, heldKey, onOpen, onOpenDay }: DaysProps) => {
  const rows = range.days.length / 7;
  const { body, fit } = useFit(rows);
  const found = byDay(entries, range.days);
  return (
    <div className="cd-cal-month" role="grid" aria-label={`${day.slice(0, 4)}년 ${Number(day.slice(5, 7))}월`}>
      <div className="cd-cal-weekdays" role="row">{weekdays.map((word, index) => <span key={word} role="columnheader" data-weekday={index}>{word}</span>)}</div>
      <div className="cd-cal-weeks" ref={body} role="rowgroup" style={{ gridTemplateRows: `repeat(${rows}, minmax(0, 1fr))` }}>
        {Array.from({ length: rows }, (_, row) => (
          <div key={range.days[row * 7]} className="cd-cal-week-row" role="row">
            {range.days.slice(row * 7, row * 7 + 7).map((one) => {
              const all = found.get(one) ?? [];
              // What is in the hand stays in sight.
              const ordered = heldKey === null ? all : all.toSorted((a, b) => Number(b.key === heldKey) - Number(a.key === heldKey));
              const shown = ordered.length > fit ? ordered.slice(0, Math.max(0, fit - 1)) : ordered;
              return (
                <div
                  key={one} className="cd-cal-day" role="gridcell" data-day={one} data-day-cell={one} data-weekday={weekdayOf(one)} data-other={one.slice(0, 7) === day.slice(0, 7) ? undefined : true} data-today={one === today || undefined}
                  tabIndex={one === day ? 0 : -1} aria-current={one === today ? 'date' : undefined} aria-selected={one === day}
                >
                  <button type="button" className="cd-cal-date cd-number" tabIndex={-1} title="하루 보기" onClick={() => onOpenDay(one)}><span className="cd-only-spoken">{spokenDay(one)}, 일정 {all.length}건</span><span aria-hidden>{Number(one.slice(8))}</span></button>
                  <div className="cd-cal-lines">
                    {shown.map((entry) => <Entry key={entry.key} entry={entry} day={one} isReached={one === day} isHeld={entry.key === heldKey} onOpen={onOpen} />)}
                    {all.length > shown.length ? <button type="button" className="cd-cal-rest cd-number" tabIndex={one === day ? 0 : -1} onClick={() => onOpenDay(one)}><span aria-hidden>+{all.length - shown.length}</span><span className="cd-only-spoken">{spokenDay(one)} 일정 {all.length - shown.length}건 더 보기</span></button> : null}
                  </div>
                </div>
              );
            })}
          </div>
        ))}
      </div>
    </div>
  );
};
