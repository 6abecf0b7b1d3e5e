/** A week or a day by its hours; what has no hour stands above them. */
import { useLayoutEffect, useRef } from 'react';
import { spokenDay, weekdayOf, weekdayWord } from './days.ts';
import { Entry } from './Entry.tsx';
import { byDay, dayMinutes, hoursShown, layOut, minuteOf, spanOn } from './hours.ts';
import type { DaysProps } from './Month.tsx';
import type { Drawn } from './use-pointer.ts';

export type HoursProps = DaysProps & { drawn: Drawn | null; now: string };

const percent = (minutes: number): string => `${(minutes / dayMinutes) * 100}%`;
/** A box of this length or less has one line. */
const shortMinutes = 40;
/** Lines without an hour that a column of a week shows. */
const mostAbove = 6;

export const Hours = ({ range, day, today, entries, heldKey, onOpen, onOpenDay, drawn, now }: HoursProps) => {
  const scroll = useRef<HTMLDivElement>(null);
  const isDay = range.days.length === 1;
  const found = byDay(entries, range.days);
  useLayoutEffect(() => {
    const element = scroll.current;
    const hours = element?.querySelector<HTMLElement>('[data-hours]');
    // The working day is in sight first.
    if (element && hours) element.scrollTop = (hours.clientHeight / 24) * 7.5;
  }, [isDay]);
  return (
    <div className="cd-cal-hours" ref={scroll} data-one={isDay || undefined} style={{ '--cd-cal-days': range.days.length } as React.CSSProperties}>
      <div className="cd-cal-head">
        <span className="cd-cal-gutter" />
        {range.days.map((one) => {
          const all = found.get(one) ?? [];
          return (
            <button
              key={one} type="button" className="cd-cal-day-head" data-day={one} data-day-cell={one} data-weekday={weekdayOf(one)} data-today={one === today || undefined} tabIndex={one === day ? 0 : -1}
              aria-current={one === today ? 'date' : undefined} onClick={() => { if (!isDay) onOpenDay(one); }}
            >
              <span aria-hidden>{weekdayWord(one)}</span><b aria-hidden className="cd-number">{Number(one.slice(8))}</b><span className="cd-only-spoken">{spokenDay(one)}, 일정 {all.length}건</span>{all.length > 0 ? <span aria-hidden className="cd-soft cd-small cd-number">{all.length}건</span> : null}
            </button>
          );
        })}
        <span className="cd-cal-gutter cd-small cd-soft">시각 없음</span>
        {range.days.map((one) => {
          const above = (found.get(one) ?? []).filter((entry) => spanOn(entry, one) === null);
          const shown = !isDay && above.length > mostAbove ? above.slice(0, mostAbove - 1) : above;
          return (
            <div key={one} className="cd-cal-above" data-day={one}>
              {shown.map((entry) => <Entry key={entry.key} entry={entry} day={one} isReached={one === day} isHeld={entry.key === heldKey} isWide={isDay} onOpen={onOpen} />)}
              {above.length > shown.length ? <button type="button" className="cd-cal-rest cd-number" tabIndex={one === day ? 0 : -1} onClick={() => onOpenDay(one)}><span aria-hidden>+{above.length - shown.length}</span><span className="cd-only-spoken">{spokenDay(one)} 일정 {above.length - shown.length}건 더 보기</span></button> : null}
            </div>
          );
        })}
      </div>
      <div className="cd-cal-body">
        <div className="cd-cal-scale cd-number" aria-hidden>{hoursShown.map((hour) => <span key={hour} style={{ top: percent(hour * 60) }}>{String(hour).padStart(2, '0')}:00</span>)}</div>
        {range.days.map((one) => (
          <div key={one} className="cd-cal-column" data-day={one} data-hours data-weekday={weekdayOf(one)}>
            {layOut(found.get(one) ?? [], one).map(({ entry, top, bottom, column, columns }) => (
              <Entry
                key={entry.key} entry={entry} day={one} isReached={one === day} isHeld={entry.key === heldKey} isWide={isDay} isShort={bottom - top <= shortMinutes} onOpen={onOpen}
                style={{ top: percent(top), height: percent(bottom - top), left: `${(column / columns) * 100}%`, width: `calc(${100 / columns}% - 2px)` }}
              />
            ))}
            {drawn?.day === one ? <div className="cd-cal-drawn cd-number" style={{ top: percent(minuteOf(drawn.start)), height: percent(minuteOf(drawn.end) - minuteOf(drawn.start)) }}>{drawn.start}~{drawn.end}</div> : null}
            {one === today ? <div className="cd-cal-now" style={{ top: percent(minuteOf(now)) }} aria-hidden /> : null}
          </div>
        ))}
      </div>
    </div>
  );
};
