/** The last days and the next twelve of a series. The row in focus is acted on by keys, each also a button. */
import { Button, Table } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type KeyboardEvent } from 'react';
import { useLocation } from 'wouter';
import type { SeriesDay } from '../../../db/series/api.ts';
import { api } from '../../api.ts';
import { writeDate } from '../../parts/form/DateField.tsx';
import { StatusBadge } from '../../parts/layout/StatusBadge.tsx';
import { isComposing } from '../../parts/keys/shortcut.ts';
import { sentenceOf } from '../../refusal.ts';
import { DayDialog } from './DayDialog.tsx';
import { dayStates, isExcepted, isFree } from './day-states.ts';

const say = (error: unknown) => notifications.show({ color: 'danger', title: '하지 못했습니다', message: sentenceOf(error) });

export const DayTable = ({ series, days, today }: { series: string; days: readonly SeriesDay[]; today: string }) => {
  const [, go] = useLocation();
  const [asked, setAsked] = useState<{ day: SeriesDay; how: 'move' | 'cancel' } | null>(null);
  const first = days.findIndex((one) => one.on >= today);
  const openMeeting = async (one: SeriesDay) => {
    if (one.meeting) { go(`/meetings/${one.meeting}`); return; }
    if (one.state === 'cancelled') return;
    try {
      go(`/meetings/${(await api.series.hold.mutate({ id: series, day: one.day })).id}?tab=agenda`);
    } catch (error) {
      say(error);
    }
  };
  const takeBack = (one: SeriesDay) => void api.series.asRuled.mutate({ id: series, day: one.day }).catch(say);
  const focusRow = (day: string) => setTimeout(() => document.querySelector<HTMLElement>(`[data-series-day="${day}"]`)?.focus(), 50);
  const onKeyDown = (event: KeyboardEvent<HTMLTableRowElement>, one: SeriesDay) => {
    if (isComposing(event.nativeEvent) || event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
    const row = event.currentTarget;
    const done = () => event.preventDefault();
    switch (event.code) {
      case 'ArrowDown': case 'ArrowUp': {
        const next = event.code === 'ArrowDown' ? row.nextElementSibling : row.previousElementSibling;
        if (next instanceof HTMLElement) { done(); next.focus(); }
        break;
      }
      case 'Enter': case 'NumpadEnter': done(); void openMeeting(one); break;
      case 'KeyM': if (isFree(one)) { done(); setAsked({ day: one, how: 'move' }); } break;
      case 'KeyX': if (isFree(one)) { done(); setAsked({ day: one, how: 'cancel' }); } break;
      case 'KeyR': if (isExcepted(one)) { done(); takeBack(one); focusRow(one.day); } break;
      default:
    }
  };
  return (
    <>
      <Table verticalSpacing={2} className="cd-rows cd-series-days">
        <Table.Thead><Table.Tr><Table.Th>날</Table.Th><Table.Th>상태</Table.Th><Table.Th>사유·회의</Table.Th><Table.Th><span className="cd-only-spoken">하기</span></Table.Th></Table.Tr></Table.Thead>
        <Table.Tbody>
          {days.map((one, index) => (
            <Table.Tr
              key={one.day} tabIndex={index === Math.max(0, first) ? 0 : -1} data-series-day={one.day} data-past={one.on < today || undefined} data-left-out={one.state === 'cancelled' || undefined}
              aria-label={`${writeDate(one.on)} ${dayStates[one.state].word}`} onKeyDown={(event) => onKeyDown(event, one)}
            >
              <Table.Td className="cd-number cd-nowrap">{writeDate(one.on)}{one.on === one.day ? null : <span className="cd-small cd-soft"> ← {one.day.slice(5).replace('-', '.')}</span>}</Table.Td>
              <Table.Td className="cd-nowrap"><StatusBadge tone={dayStates[one.state].tone}>{dayStates[one.state].word}</StatusBadge></Table.Td>
              <Table.Td>{one.meeting ? <button type="button" className="cd-link" onClick={() => go(`/meetings/${one.meeting ?? ''}`)}>{one.title}</button> : null}{one.reason ? <span className="cd-soft">{one.meeting ? ' · ' : ''}{one.reason}</span> : null}</Table.Td>
              <Table.Td className="cd-series-do">
                {isFree(one) ? <Button size="compact-sm" variant="light" tabIndex={-1} onClick={() => void openMeeting(one)}>회의 만들기</Button> : null}
                {isFree(one) ? <Button size="compact-sm" variant="default" tabIndex={-1} onClick={() => setAsked({ day: one, how: 'move' })}>옮기기</Button> : null}
                {isFree(one) ? <Button size="compact-sm" variant="default" tabIndex={-1} onClick={() => setAsked({ day: one, how: 'cancel' })}>쉬기</Button> : null}
                {isExcepted(one) ? <Button size="compact-sm" variant="subtle" tabIndex={-1} onClick={() => takeBack(one)}>되돌리기</Button> : null}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <p className="cd-small cd-soft"><span className="cd-key">↑↓</span> 날 고르기 · <span className="cd-key">Enter</span> 회의 만들기·열기 · <span className="cd-key">M</span> 옮기기 · <span className="cd-key">X</span> 쉬기 · <span className="cd-key">R</span> 되돌리기</p>
      {asked ? <DayDialog series={series} {...asked} onClose={() => { setAsked(null); focusRow(asked.day.day); }} /> : null}
    </>
  );
};
