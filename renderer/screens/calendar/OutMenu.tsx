/** Files and paper: entries out to another calendar, in from one, and the month on A4. */
import { Button, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { CalendarSync, Printer } from 'lucide-react';
import { calendarKinds } from '../../../db/calendar/choices.ts';
import { sentenceOf } from '../../refusal.ts';
import { saveFile } from '../../save-file.ts';
import type { CalendarState } from './calendar-state.ts';
import { addDays } from './days.ts';

export type OutMenuProps = {
  state: CalendarState;
  /** Days on the screen that belong to the view: of a month only its own. */
  shown: { from: string; to: string; word: string };
  today: string;
  onIn: () => void;
  onPrint: () => void;
};

export const OutMenu = ({ state, shown, today, onIn, onPrint }: OutMenuProps) => {
  const { whose, hidden } = state;
  const save = (from: string, to: string): void => {
    const kinds = calendarKinds.map((one) => one.code).filter((code) => !hidden.includes(code));
    const asked = new URLSearchParams({ from, to, whose: whose.whose, kinds: kinds.join(','), ...(whose.cluster ? { cluster: whose.cluster.id } : {}) });
    void saveFile(`/files/calendar/range.ics?${asked.toString()}`).catch((error: unknown) => notifications.show({ color: 'danger', title: '내보내지 못했습니다', message: sentenceOf(error) }));
  };
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target><Button variant="default" leftSection={<CalendarSync size={15} aria-hidden />}>일정 파일</Button></Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>내보내기(.ics): 지금의 조건으로</Menu.Label>
          <Menu.Item onClick={() => save(shown.from, shown.to)}>{shown.word}</Menu.Item>
          <Menu.Item onClick={() => save(today, addDays(today, 92))}>앞으로 석 달</Menu.Item>
          <Menu.Item onClick={() => save(`${shown.from.slice(0, 4)}-01-01`, `${shown.from.slice(0, 4)}-12-31`)}>{shown.from.slice(0, 4)}년 한 해</Menu.Item>
          <Menu.Divider />
          <Menu.Label>가져오기</Menu.Label>
          <Menu.Item onClick={onIn}>일정 파일(.ics) 가져오기</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Button variant="default" px={8} aria-label="월간 일정 인쇄" title="월간 일정 인쇄 (A4)" onClick={onPrint}><Printer size={15} aria-hidden /></Button>
    </>
  );
};
