/** Above the calendar: which days, in which view, whose, and which kinds with the number of each. */
import { ActionIcon, Button, Popover, SegmentedControl } from '@mantine/core';
import { DatePicker } from '@mantine/dates';
import { ChevronDown, ChevronLeft, ChevronRight, CircleHelp, Plus } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { CalendarEntry } from '../../../db/calendar/api.ts';
import { calendarKinds, calendarScopes, type CalendarScope } from '../../../db/calendar/choices.ts';
import { clusterLink } from '../../links.ts';
import { LinkPicker } from '../../parts/form/LinkPicker.tsx';
import type { CalendarState } from './calendar-state.ts';
import { isWay, stepOf, titleOf, ways } from './days.ts';
import { Icon } from './looks.tsx';

export type BarProps = {
  state: CalendarState;
  day: string;
  today: string;
  /** All entries of the range, those of hidden kinds too; null while nothing has been read. */
  entries: readonly CalendarEntry[] | null;
  onDay: (day: string) => void;
  onNew: () => void;
  onHelp: () => void;
  children: ReactNode;
};

const isScope = (value: string): value is CalendarScope => calendarScopes.some((one) => one.code === value);

const JumpTo = ({ day, title, onDay }: { day: string; title: string; onDay: (day: string) => void }) => {
  const [opened, setOpened] = useState(false);
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" trapFocus returnFocus withRoles={false}>
      <Popover.Target>
        <Button variant="subtle" className="cd-cal-jump" aria-label={`${title}, 다른 날로 가기`} aria-expanded={opened} rightSection={<ChevronDown size={14} aria-hidden />} onClick={() => setOpened(!opened)}><h1>{title}</h1></Button>
      </Popover.Target>
      <Popover.Dropdown onKeyDown={(event) => { if (event.key === 'Escape') { event.stopPropagation(); setOpened(false); } }}>
        <DatePicker
          value={day} defaultDate={day} highlightToday firstDayOfWeek={0} weekendDays={[0]} size="sm" locale="ko" monthLabelFormat="YYYY년 M월" yearLabelFormat="YYYY년" decadeLabelFormat="YYYY년" monthsListFormat="M월" yearsListFormat="YYYY"
          ariaLabels={{ nextMonth: '다음 달', previousMonth: '지난달', nextYear: '다음 해', previousYear: '지난해', nextDecade: '다음 10년', previousDecade: '지난 10년', monthLevelControl: '월 고르기', yearLevelControl: '해 고르기' }}
          onChange={(value) => { setOpened(false); if (value !== null) onDay(value); }}
        />
      </Popover.Dropdown>
    </Popover>
  );
};

export const Bar = ({ state, day, today, entries, onDay, onNew, onHelp, children }: BarProps) => {
  const { way, setWay, whose, setWhose, hidden, setHidden, toggle } = state;
  const word = ways.find((one) => one.code === way)?.word ?? '';
  return (
    <header className="cd-cal-bar">
      <div className="cd-cal-line">
        <span className="cd-cal-steps">
          <ActionIcon variant="default" size={30} aria-label={`앞 ${word}`} title={`앞 ${word} (PageUp)`} onClick={() => onDay(stepOf(way, day, -1))}><ChevronLeft size={15} aria-hidden /></ActionIcon>
          <Button variant="default" onClick={() => onDay(today)}>오늘</Button>
          <ActionIcon variant="default" size={30} aria-label={`뒤 ${word}`} title={`뒤 ${word} (PageDown)`} onClick={() => onDay(stepOf(way, day, 1))}><ChevronRight size={15} aria-hidden /></ActionIcon>
        </span>
        <JumpTo day={day} title={titleOf(way, day)} onDay={onDay} />
        <SegmentedControl aria-label="보기" value={way} data={ways.map((one) => ({ value: one.code, label: one.word }))} onChange={(value) => { if (isWay(value)) setWay(value); }} />
        <SegmentedControl
          aria-label="누구의 일정" value={whose.whose} data={calendarScopes.map((one) => ({ value: one.code, label: one.ko }))} onChange={(value) => { if (isScope(value)) setWhose({ ...whose, whose: value }); }}
        />
        {whose.whose === 'cluster' ? (
          <div className="cd-cal-cluster"><LinkPicker {...clusterLink} label={<span className="cd-only-spoken">미니클러스터</span>} placeholder="미니클러스터 고르기" value={whose.cluster?.id ?? null} valueLabel={whose.cluster?.name ?? null} onChange={(id, option) => setWhose({ whose: 'cluster', cluster: id === null ? null : { id, name: option?.label ?? '' } })} /></div>
        ) : null}
        <span className="cd-cal-acts">
          {children}
          <ActionIcon variant="default" size={30} aria-label="달력의 단축키" title="단축키 (?)" onClick={onHelp}><CircleHelp size={15} aria-hidden /></ActionIcon>
          <Button leftSection={<Plus size={14} aria-hidden />} onClick={onNew}>새 일정</Button>
        </span>
      </div>
      <div className="cd-cal-kinds" role="group" aria-label="보이는 종류">
        {calendarKinds.map(({ code, ko }) => (
          <button key={code} type="button" className="cd-cal-filter" data-kind={code} aria-pressed={!hidden.includes(code)} onClick={() => toggle(code)}>
            <Icon kind={code} /><span>{ko}</span><span className="cd-number cd-cal-count">{entries === null ? '' : entries.filter((one) => one.kind === code).length}</span>
          </button>
        ))}
        {hidden.length > 0 ? <Button size="compact-xs" variant="subtle" onClick={() => setHidden([])}>모두 보기</Button> : null}
      </div>
    </header>
  );
};
