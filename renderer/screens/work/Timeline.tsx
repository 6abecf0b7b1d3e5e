/** 일정: periods of tasks over months, quarters or years, by coordinator or mini-cluster. */
import { ActionIcon, Button, SegmentedControl } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { AlarmClock, CalendarRange, ChevronLeft, ChevronRight } from 'lucide-react';
import { useCallback, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { createPortal } from 'react-dom';
import { Link } from 'wouter';
import type { TimelineGroup, TimelineRow } from '../../../db/work/api.ts';
import { openStates } from '../../../db/work/choices.ts';
import { api } from '../../api.ts';
import { today } from '../../parts/form/DateField.tsx';
import { useStatusText } from '../../parts/frame/status.tsx';
import { isComposing } from '../../parts/keys/shortcut.ts';
import { EmptyState } from '../../parts/layout/EmptyState.tsx';
import { FailureNotice } from '../../parts/notice/Notices.tsx';
import { usePreference } from '../../parts/preferences.tsx';
import { words } from '../../words.ts';
import { whereAddress } from '../use-where.ts';
import { isScale, placeOf, scales, windowOf, type Scale, type Window } from './days.ts';
import type { ScopeState } from './scope.ts';
import { markKinds, Row } from './TimelineRow.tsx';
import { count } from './words.ts';

export type TimelineProps = { state: ScopeState; slot: HTMLElement | null; openId: string | null; onOpen: (id: string) => void };

const pageSize = 200;
const mostRows = 5000;
const groupings = [{ value: 'coordinator', label: '담당별' }, { value: 'cluster', label: 'MC별' }] as const satisfies readonly { value: TimelineGroup; label: string }[];
const isGroup = (value: unknown): value is TimelineGroup => groupings.some((one) => one.value === value);
const open = new Set(openStates);

const Head = ({ shown, now }: { shown: Window; now: number }) => (
  <div className="cd-time-head">
    <span className="cd-time-corner">
      {markKinds.map((mark) => <span key={mark.kind} className="cd-nowrap">{mark.sign} {mark.word}</span>)}
    </span>
    <div className="cd-time-track">
      {shown.ticks.map((tick) => <span key={tick.first} className="cd-time-tick" data-year={tick.isYearStart || undefined} style={{ left: `${placeOf(tick.first, shown) * 100}%`, width: `${(placeOf(tick.last, shown) - placeOf(tick.first, shown) + 1 / shown.days) * 100}%` }}>{tick.word}</span>)}
      {now >= 0 && now < 1 ? <span className="cd-time-today" style={{ left: `${now * 100}%` }}>오늘</span> : null}
    </div>
  </div>
);

const Lines = ({ shown, now }: { shown: Window; now: number }) => (
  <div className="cd-time-lines" aria-hidden>
    <div className="cd-time-track">
      {shown.ticks.map((tick) => <i key={tick.first} data-year={tick.isYearStart || undefined} style={{ left: `${placeOf(tick.first, shown) * 100}%` }} />)}
      {now >= 0 && now < 1 ? <b style={{ left: `${now * 100}%` }} /> : null}
    </div>
  </div>
);

export const Timeline = ({ state, slot, openId, onOpen }: TimelineProps) => {
  const [scale, setScale] = usePreference<Scale>('work.timeline.scale', 'month', isScale);
  const [group, setGroup] = usePreference<TimelineGroup>('work.timeline.group', 'coordinator', isGroup);
  const [shift, setShift] = useState(0);
  const [limit, setLimit] = useState(pageSize);
  const [stop, setStop] = useState<string | null>(null);
  const frame = useRef<HTMLDivElement>(null);
  const day = today();
  const shown = useMemo(() => windowOf(scale, shift, day), [scale, shift, day]);
  const { from, to } = shown;
  const now = placeOf(day, shown);
  const found = useQuery({
    queryKey: ['task', 'organisation', 'person', 'mini_cluster', 'mid_check', 'timeline', state.scope, from, to, group, limit],
    queryFn: ({ signal }) => api.work.timeline.query({ ...state.scope, from, to, group, limit }, { signal }), placeholderData: keepPreviousData,
  });
  const timeline = found.data;
  useStatusText(timeline ? `이 기간의 과제 ${count(timeline.total)}건` : '');
  const latest = useRef(onOpen);
  latest.current = onOpen;
  const openRow = useCallback((id: string) => latest.current(id), []);

  const rowsOf = useMemo(() => {
    const by = new Map<string | null, TimelineRow[]>();
    for (const row of timeline?.rows ?? []) by.set(row.groupId, [...by.get(row.groupId) ?? [], row]);
    return by;
  }, [timeline]);

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const { code, ctrlKey, metaKey, altKey } = event.nativeEvent;
    if (isComposing(event.nativeEvent) || ctrlKey || metaKey || altKey || !(event.target instanceof HTMLElement) || event.target.dataset['row'] === undefined) return;
    const titles = [...(frame.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
    const at = titles.indexOf(event.target);
    const next = { ArrowDown: titles[at + 1], ArrowUp: titles[at - 1], Home: titles[0], End: titles.at(-1) }[code];
    if (code === 'ArrowLeft' || code === 'ArrowRight') setShift(shift + (code === 'ArrowRight' ? 1 : -1));
    else if (next) next.focus();
    else if (!['ArrowDown', 'ArrowUp', 'Home', 'End'].includes(code)) return;
    event.preventDefault();
  };

  if (found.isError) return <div className="cd-pad"><FailureNotice error={found.error} onRetry={() => void found.refetch()} /></div>;
  if (!timeline) return <p className="cd-soft cd-pad">{words.loading}</p>;
  const stopId = timeline.rows.some((row) => row.id === stop) ? stop : timeline.rows[0]?.id ?? null;
  const unplanned = whereAddress('/tasks', { ...state.scope.filter, status: { op: 'in', values: [...openStates] }, start_on: { op: 'empty' }, end_on: { op: 'empty' } });
  return (
    <>
      {slot ? createPortal(
        <>
          <span className="cd-soft cd-number cd-nowrap">{count(timeline.total)}건</span>
          {timeline.withoutPeriod > 0 && state.scope.quick === null ? <Link href={unplanned} className="cd-nowrap">기간 없음 {count(timeline.withoutPeriod)}건</Link> : null}
          <SegmentedControl aria-label="묶음" value={group} data={[...groupings]} onChange={(value) => { if (isGroup(value)) setGroup(value); }} />
          <SegmentedControl aria-label="눈금" value={scale} data={scales.map((one) => ({ value: one.code, label: one.word }))} onChange={(value) => { if (isScale(value)) { setScale(value); setShift(0); } }} />
          <span className="cd-time-steps">
            <ActionIcon variant="default" size={30} aria-label="앞 기간" title="앞 기간 (←)" onClick={() => setShift(shift - 1)}><ChevronLeft size={15} aria-hidden /></ActionIcon>
            <Button variant="default" disabled={shift === 0} onClick={() => setShift(0)}>오늘</Button>
            <ActionIcon variant="default" size={30} aria-label="뒤 기간" title="뒤 기간 (→)" onClick={() => setShift(shift + 1)}><ChevronRight size={15} aria-hidden /></ActionIcon>
          </span>
        </>, slot,
      ) : null}
      <div className="cd-time" ref={frame} role="group" aria-label={`과제 일정 ${from} ~ ${to}`} onKeyDown={onKeyDown} onFocus={(event) => { const id = event.target instanceof HTMLElement ? event.target.dataset['row'] : undefined; if (id !== undefined) setStop(id); }}>
        <Head shown={shown} now={now} />
        <Lines shown={shown} now={now} />
        {timeline.groups.map((one) => {
          const rows = rowsOf.get(one.id) ?? [];
          return rows.length === 0 ? null : (
            <section key={one.id ?? ''} aria-label={`${one.name} ${one.count}건`}>
              <h3 className="cd-time-group"><span>{one.name}</span><span className="cd-soft cd-number">{count(one.count)}건</span>{one.late > 0 ? <span className="cd-late cd-nowrap"><AlarmClock size={12} aria-hidden /> 지난 것 {count(one.late)}</span> : null}</h3>
              {rows.map((row) => <Row key={row.id} row={row} shown={shown} isOpen={row.id === openId} isStop={row.id === stopId} isSettled={!open.has(row.status)} onOpen={openRow} />)}
            </section>
          );
        })}
        {timeline.total > timeline.rows.length ? <div className="cd-time-more"><Button variant="default" onClick={() => setLimit(Math.min(mostRows, limit + pageSize))}>더 보기 ({count(timeline.rows.length)} / {count(timeline.total)})</Button></div> : null}
        {timeline.total === 0 ? (
          <EmptyState icon={CalendarRange} title="이 기간에 걸친 과제가 없습니다." {...(state.isNarrowed ? { action: { label: '조건 지우기', onClick: state.clear } } : {})}>
            과제에 수행 시작과 종료를 적으면 여기에 막대로 나옵니다. 화살표로 다른 기간을 볼 수 있습니다.
          </EmptyState>
        ) : null}
      </div>
    </>
  );
};
