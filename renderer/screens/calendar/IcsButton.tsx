/** Hands a session or a meeting to another calendar: a file with one event. */
import { ActionIcon } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { CalendarArrowDown } from 'lucide-react';
import { sentenceOf } from '../../refusal.ts';
import { saveFile } from '../../save-file.ts';

export const IcsButton = ({ table, id }: { table: 'session' | 'meeting'; id: string }) => (
  <ActionIcon
    variant="default" size={30} aria-label="일정 파일(.ics)로 내보내기" title="일정 파일(.ics)로 내보내기"
    onClick={() => void saveFile(`/files/calendar/${table}.${encodeURIComponent(id)}.ics`).catch((error: unknown) => notifications.show({ color: 'danger', title: '내보내지 못했습니다', message: sentenceOf(error) }))}
  >
    <CalendarArrowDown size={15} aria-hidden />
  </ActionIcon>
);
