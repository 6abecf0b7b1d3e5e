/** 일정: month, week and day over sessions, meetings and what is due. */
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { CalendarDays } from 'lucide-react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import type { CalendarEntry } from '../../../db/calendar/api.ts';
import { calendarScopes } from '../../../db/calendar/choices.ts';
import { api } from '../../api.ts';
import { today as todayNow } from '../../parts/form/DateField.tsx';
import { useStatusText } from '../../parts/frame/status.tsx';
import { useUndo } from '../../parts/history/UndoProvider.tsx';
import { EmptyState } from '../../parts/layout/EmptyState.tsx';
import { FailureNotice } from '../../parts/notice/Notices.tsx';
import { words } from '../../words.ts';
import { sentenceOf } from '../../refusal.ts';
import { printPage } from '../reports/print-page.ts';
import { Bar } from './Bar.tsx';
import { handleCalendarKey } from './calendar-keys.ts';
import { useCalendarState } from './calendar-state.ts';
import { addDays, addMonths, isDay, rangeOf, titleOf } from './days.ts';
import { Help } from './Help.tsx';
import { Hours } from './Hours.tsx';
import { IcsIn } from './IcsIn.tsx';
import { addressOf } from './looks.tsx';
import { Month } from './Month.tsx';
import { NewEntry, type NewEntryProps } from './NewEntry.tsx';
import { OutMenu } from './OutMenu.tsx';
import { PrintMonth } from './PrintMonth.tsx';
import { useMove } from './use-move.ts';
import { usePointer } from './use-pointer.ts';
import '../reports/print.css';
import './calendar.css';

const tables = ['session', 'session_attendee', 'meeting', 'meeting_cluster', 'attendance', 'meeting_series', 'series_cluster', 'series_exception', 'action_item', 'task', 'performance', 'organisation', 'person', 'mini_cluster', 'account'];

const useNow = (): string => {
  const clock = (): string => new Date().toTimeString().slice(0, 5);
  const [now, setNow] = useState(clock);
  useEffect(() => { const timer = setInterval(() => setNow(clock()), 60_000); return () => clearInterval(timer); }, []);
  return now;
};

export const Screen = ({ place }: { place: string }) => {
  const [, go] = useLocation();
  const given = new URLSearchParams(useSearch()).get('day');
  const today = todayNow();
  const day = isDay(given) ? given : today;
  const state = useCalendarState();
  const { way, setWay, whose, hidden } = state;
  const { undo } = useUndo();
  const now = useNow();
  const frame = useRef<HTMLDivElement>(null);
  const [said, say] = useState('');
  const [fresh, setFresh] = useState<NewEntryProps['at'] | null>(null);
  const [dialog, setDialog] = useState<'help' | 'in' | null>(null);
  const [printing, setPrinting] = useState<{ user: string; entries: CalendarEntry[] } | null>(null);
  /** What the focus follows once it is drawn: a day, or an entry by its key. */
  const following = useRef<{ day: string } | { key: string } | null>(null);

  const range = useMemo(() => rangeOf(way, day), [way, day]);
  const { from, to } = range;
  const asked = { from, to, whose: whose.whose, cluster: whose.cluster?.id ?? null };
  const isReady = whose.whose !== 'cluster' || whose.cluster !== null;
  const found = useQuery({ queryKey: [...tables, 'calendar', asked, today], queryFn: ({ signal }) => api.calendar.range.query(asked, { signal }), placeholderData: keepPreviousData, enabled: isReady });
  const all = found.data;

  const move = useMove({
    say, refresh: () => found.refetch(),
    onMoved: ({ entry, sentence, action, warnings }) => {
      following.current = { key: entry.key };
      notifications.show({
        id: `moved-${entry.key}`, autoClose: warnings.length > 0 ? 15_000 : 8_000, ...(warnings.length > 0 ? { color: 'warning', title: '옮겼지만 살펴볼 것이 있습니다' } : {}),
        message: <div className="cd-toast"><span>{[sentence, ...warnings].join(' ')}</span><Button size="compact-xs" variant="default" onClick={() => { notifications.hide(`moved-${entry.key}`); undo(String(action)); }}>되돌리기</Button></div>,
      });
    },
    onRefused: (entry, sentence) => {
      following.current = { key: entry.key };
      notifications.show({ color: 'danger', title: '옮기지 않았습니다', message: sentence, autoClose: 12_000 });
    },
  });
  const shown = useMemo(() => move.shown((all ?? []).filter((one) => !hidden.includes(one.kind))), [all, hidden, move]);
  const pointer = usePointer(frame, move, ({ day: on, start, end }) => setFresh({ day: on, start, end }));
  const openDays = useRef({ from, to });
  openDays.current = { from, to };

  const showDay = useCallback((next: string) => go(`${place}?day=${next}`, { replace: true }), [go, place]);
  const focusDay = (next: string): void => {
    const to2 = next === 'today' ? today : next;
    following.current = { day: to2 };
    if (to2 === day) frame.current?.querySelector<HTMLElement>(`[data-day-cell="${to2}"]`)?.focus();
    else showDay(to2);
  };
  const open = useCallback((entry: CalendarEntry) => go(addressOf(entry)), [go]);
  const openDay = useCallback((next: string) => { following.current = { day: next }; setWay('day'); go(`${place}?day=${next}`); }, [go, place, setWay]);
  const entryOf = (key: string): CalendarEntry | undefined => shown.find((one) => one.key === key);

  const heldOn = move.held ? `${move.held.entry.key} ${move.held.shift} ${move.held.start ?? ''}` : '';
  useEffect(() => {
    const one = move.held?.by === 'keys' ? { key: move.held.entry.key } : following.current;
    if (!one || !frame.current) return;
    const target = 'day' in one ? frame.current.querySelector<HTMLElement>(`[data-day-cell="${one.day}"]`) : frame.current.querySelector<HTMLElement>(`[data-entry="${CSS.escape(one.key)}"]`);
    if (!target) return;
    target.focus({ preventScroll: move.held === null });
    target.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    following.current = null;
  // The day, the view, what is read and what is in the hand decide where the focus can be.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [day, way, shown, heldOn]);

  // What is carried out of sight takes the view along.
  const heldDay = move.held?.by === 'keys' ? shown.find((one) => one.key === move.held?.entry.key)?.on : undefined;
  useEffect(() => { if (heldDay !== undefined && (heldDay < openDays.current.from || heldDay > openDays.current.to)) showDay(heldDay); }, [heldDay, showDay]);

  useStatusText(all ? `일정 ${shown.length}건` : '');

  const print = (): void => {
    const whole = rangeOf('month', day);
    void Promise.all([api.device.about.query(), api.calendar.range.query({ ...asked, from: whole.from, to: whole.to })]).then(
      ([about, entries]) => setPrinting({ user: about.account?.name ?? '', entries: entries.filter((one) => !hidden.includes(one.kind)) }),
      (error: unknown) => notifications.show({ color: 'danger', title: '인쇄하지 못했습니다', message: sentenceOf(error) }));
  };
  useEffect(() => { if (printing) void printPage(printing.user, 'landscape').finally(() => setPrinting(null)); }, [printing]);

  const month = { from: `${day.slice(0, 7)}-01`, to: addDays(addMonths(`${day.slice(0, 7)}-01`, 1), -1) };
  const views = { range, day, today, entries: shown, heldKey: move.held?.entry.key ?? null, onOpen: open, onOpenDay: openDay };
  return (
    <div className="cd-cal">
      <Bar state={state} day={day} today={today} entries={all ?? null} onDay={showDay} onNew={() => setFresh({ day, start: null, end: null })} onHelp={() => setDialog('help')}>
        <OutMenu state={state} today={today} shown={{ ...(way === 'month' ? month : { from, to }), word: `${titleOf(way, day)}` }} onIn={() => setDialog('in')} onPrint={print} />
      </Bar>
      {found.isError && isReady ? <div className="cd-pad"><FailureNotice error={found.error} onRetry={() => void found.refetch()} /></div> : null}
      {!isReady ? <EmptyState icon={CalendarDays} title="미니클러스터를 골라 주세요.">고른 미니클러스터의 회의와 상담, 과제의 기한이 나옵니다.</EmptyState> : null}
      {isReady && !all && !found.isError ? <p className="cd-soft cd-pad">{words.loading}</p> : null}
      {isReady && all ? (
        <div
          className="cd-cal-frame" ref={frame} data-moving={move.held ? true : undefined} data-drawing={pointer.drawn ? true : undefined}
          onPointerDown={(event) => pointer.onPointerDown(event, entryOf)}
          onDoubleClick={(event) => { if (event.target instanceof Element && !event.target.closest('button')) { const on = event.target.closest<HTMLElement>('[data-day]')?.dataset['day']; if (on !== undefined) setFresh({ day: on, start: null, end: null }); } }}
          onKeyDown={(event) => {
            const ours = handleCalendarKey(event, {
              way, day, move, frame: frame.current, onDay: focusDay, onOpenDay: openDay, onNew: (on) => setFresh({ day: on, start: null, end: null }),
              onTake: (key) => { const entry = entryOf(key); if (entry) move.take(entry, 'keys'); }, onHelp: () => setDialog('help'),
            });
            if (ours) { event.preventDefault(); event.stopPropagation(); }
          }}
        >
          {way === 'month' ? <Month {...views} /> : <Hours {...views} drawn={pointer.drawn} now={now} />}
        </div>
      ) : null}
      <p className="cd-cal-say" role="status" data-moving={move.held ? true : undefined}>{said}</p>
      <p className="cd-cal-hint">{way === 'month' ? '끌어서 옮깁니다. 빈 날을 두 번 누르면 새 일정입니다.' : '끌어서 옮깁니다. 빈 시간을 끌면 새 일정입니다.'} 키보드: 화살표로 날, Enter로 열기, M으로 들어 옮기기, N으로 새 일정, ?로 단축키</p>
      {fresh ? (
        <NewEntry
          at={fresh} cluster={whose.whose === 'cluster' ? whose.cluster : null} onClose={() => setFresh(null)}
          onMade={({ what, id, opens }) => { setFresh(null); following.current = { key: `${what}:${id}` }; if (opens) go(`/${what}s/${id}`); else say(what === 'session' ? '상담을 등록했습니다.' : '회의를 등록했습니다.'); }}
        />
      ) : null}
      {dialog === 'help' ? <Help onClose={() => setDialog(null)} /> : null}
      {dialog === 'in' ? <IcsIn onClose={() => setDialog(null)} onDay={showDay} /> : null}
      {printing ? <PrintMonth day={day} entries={printing.entries} whose={whose.whose === 'cluster' ? whose.cluster?.name ?? '' : calendarScopes.find((one) => one.code === whose.whose)?.ko ?? ''} /> : null}
    </div>
  );
};
