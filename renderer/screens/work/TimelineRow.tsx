/** One task on the timeline: its period as a bar, its days as marks. */
import { AlarmClock } from 'lucide-react';
import { memo } from 'react';
import type { TimelineRow } from '../../../db/work/api.ts';
import { stateName } from '../tasks/states.tsx';
import { placeOf, spanOf, type Window } from './days.ts';
import { dueWord } from './words.ts';

export const markKinds = [
  { kind: 'decided', word: '결정', sign: '◇' }, { kind: 'agreed', word: '협약', sign: '◆' }, { kind: 'mid-check', word: '중간점검', sign: '▲' }, { kind: 'completed', word: '완료', sign: '●' },
] as const;

const percent = (share: number): string => `${share * 100}%`;
const signOf = new Map<string, (typeof markKinds)[number]>(markKinds.map((one) => [one.kind, one]));

export type RowProps = { row: TimelineRow; shown: Window; isOpen: boolean; isStop: boolean; isSettled: boolean; onOpen: (id: string) => void };

const Plain = ({ row, shown, isOpen, isStop, isSettled, onOpen }: RowProps) => {
  const [start, end] = [row.start ?? row.end ?? '', row.end ?? row.start ?? ''];
  const span = spanOf(start, end, shown);
  const due = row.end === null || isSettled ? null : dueWord(row.end);
  const period = `${row.start ?? '시작 미정'} ~ ${row.end ?? '종료 미정'}`;
  const marks = row.marks.map((mark) => ({ ...mark, place: placeOf(mark.on, shown), look: signOf.get(mark.kind) })).filter((mark) => mark.place >= 0 && mark.place < 1);
  const spoken = [stateName(row.status), period, due?.text, ...row.marks.map((mark) => `${signOf.get(mark.kind)?.word ?? ''} ${mark.on}`)].filter(Boolean).join(', ');
  return (
    <div className="cd-time-row" data-open={isOpen || undefined} data-late={row.isLate || undefined} data-settled={isSettled || undefined}>
      <button type="button" className="cd-time-title" data-row={row.id} tabIndex={isStop ? 0 : -1} title={`${row.title}\n${row.firm ?? ''}`} onClick={() => onOpen(row.id)}>
        <span>{row.title}</span> <span className="cd-soft">{row.firm}</span><span className="cd-only-spoken">, {spoken}</span>
      </button>
      <div className="cd-time-track" aria-hidden>
        <div
          className="cd-time-bar" data-left={span.isCutLeft || undefined} data-right={span.isCutRight || undefined} title={`${stateName(row.status)} · ${period}`} style={{ left: percent(span.left), width: percent(Math.max(0, span.width)) }}
          onClick={() => onOpen(row.id)}
        />
        <span className="cd-time-word" style={span.left + span.width > 0.82 ? { right: percent(1 - span.left - span.width), paddingInlineEnd: '0.375rem' } : { left: percent(span.left + span.width), paddingInlineStart: '0.375rem' }} data-inside={span.left + span.width > 0.82 || undefined}>
          {row.isLate ? <AlarmClock size={12} aria-hidden /> : null}{due ? due.text : stateName(row.status)}
        </span>
        {marks.map((mark) => <span key={`${mark.kind}${mark.on}`} className="cd-time-mark" title={`${mark.look?.word} ${mark.on}`} style={{ left: percent(mark.place) }}>{mark.look?.sign}</span>)}
      </div>
    </div>
  );
};

export const Row = memo(Plain);
