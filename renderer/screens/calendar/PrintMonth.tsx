/** A month on one sheet of A4, lying. */
import { createPortal } from 'react-dom';
import type { CalendarEntry } from '../../../db/calendar/api.ts';
import { kindWord } from '../../../db/calendar/choices.ts';
import { rangeOf, weekdays } from './days.ts';
import { byDay } from './hours.ts';
import { hoursOf, signOf } from './looks.tsx';

/** Lines a day of the sheet holds, by the number of its weeks. */
const linesOf = (weeks: number): number => (weeks >= 6 ? 6 : weeks === 5 ? 7 : 9);

export type PrintMonthProps = { day: string; entries: readonly CalendarEntry[]; whose: string };

const Line = ({ entry, day }: { entry: CalendarEntry; day: string }) => (
  <li data-cancelled={entry.isCancelled || undefined}>{entry.start !== null && entry.on === day ? <b>{hoursOf({ start: entry.start, end: null })} </b> : null}<i>{kindWord(entry.kind)}</i> {entry.title}{signOf(entry) ? ` (${signOf(entry)})` : ''}</li>
);

export const PrintMonth = ({ day, entries, whose }: PrintMonthProps) => {
  const { days } = rangeOf('month', day);
  const weeks = days.length / 7;
  const found = byDay(entries, days);
  const own = entries.filter((one) => one.on.slice(0, 7) <= day.slice(0, 7) && one.until.slice(0, 7) >= day.slice(0, 7));
  return createPortal(
    <div className="cd-print" lang="ko">
      <section className="cd-cal-paper" data-weeks={weeks}>
        <header><h1>{day.slice(0, 4)}년 {Number(day.slice(5, 7))}월 일정</h1><p>{whose} · {own.length}건</p></header>
        <table>
          <thead><tr>{weekdays.map((word) => <th key={word} scope="col">{word}</th>)}</tr></thead>
          <tbody>
            {Array.from({ length: weeks }, (_, row) => (
              <tr key={days[row * 7]}>
                {days.slice(row * 7, row * 7 + 7).map((one) => {
                  const all = found.get(one) ?? [];
                  const most = linesOf(weeks);
                  const shown = all.length > most ? all.slice(0, most - 1) : all;
                  return (
                    <td key={one} data-other={one.slice(0, 7) === day.slice(0, 7) ? undefined : true}>
                      <b>{Number(one.slice(8))}</b>
                      <ul>{shown.map((entry) => <Line key={entry.key} entry={entry} day={one} />)}{all.length > shown.length ? <li className="cd-cal-paper-rest">+{all.length - shown.length}건</li> : null}</ul>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>, document.body,
  );
};
