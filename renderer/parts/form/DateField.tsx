/** A date typed the short way (1122, 11.22, 오늘, +3, 2026.11.22) or picked from a calendar (Alt+↓). */
import { ActionIcon, Popover } from '@mantine/core';
import { DatePicker } from '@mantine/dates';
import { Calendar } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { Cell } from '../../../db/kernel/field.ts';
import { parseDate } from '../../../db/korean/parse-date.ts';
import { TypedField } from './TypedField.tsx';

/** Today on this device's calendar, `YYYY-MM-DD`. */
export const today = (): string => {
  const now = new Date();
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`;
};

const weekdays = ['일', '월', '화', '수', '목', '금', '토'];

/** `2026-11-22 (일)`; anything that is no date as it is. */
export const writeDate = (value: Cell): string => {
  const text = value === null ? '' : String(value);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return text;
  const day = weekdays[new Date(`${text}T00:00:00Z`).getUTCDay()];
  return day ? `${text} (${day})` : text;
};

export type DateFieldProps = {
  label: ReactNode;
  value: Cell;
  /** ISO date, the typed text when it is no date, or null. */
  onChange: (value: Cell) => void;
  onBlur?: () => void;
  error?: ReactNode;
  description?: ReactNode;
  disabled?: boolean;
  required?: boolean;
  inputRef?: (element: HTMLInputElement | null) => void;
  name?: string;
};

export const DateField = (props: DateFieldProps) => {
  const [opened, setOpened] = useState(false);
  const shown = typeof props.value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(props.value) ? props.value : null;
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" trapFocus returnFocus withRoles={false}>
      <Popover.Target>
        <div>
          <TypedField
            {...props} placeholder="1122, 오늘, +3" read={(text) => parseDate(text, today())} write={writeDate}
            onKeyDown={(event) => { if (event.altKey && event.code === 'ArrowDown') { event.preventDefault(); setOpened(true); } }}
            rightSection={(
              <ActionIcon variant="subtle" color="gray" size="sm" tabIndex={-1} aria-label="달력 열기" aria-expanded={opened} disabled={props.disabled} onClick={() => setOpened(!opened)}>
                <Calendar size={15} aria-hidden />
              </ActionIcon>
            )}
          />
        </div>
      </Popover.Target>
      <Popover.Dropdown onKeyDown={(event) => { if (event.key === 'Escape') { event.stopPropagation(); setOpened(false); } }}>
        <DatePicker
          value={shown} {...(shown ? { defaultDate: shown } : {})} highlightToday firstDayOfWeek={0} weekendDays={[0]} size="sm"
          locale="ko" monthLabelFormat="YYYY년 M월" yearLabelFormat="YYYY년" decadeLabelFormat="YYYY년" monthsListFormat="M월" yearsListFormat="YYYY"
          ariaLabels={{ nextMonth: '다음 달', previousMonth: '지난달', nextYear: '다음 해', previousYear: '지난해', nextDecade: '다음 10년', previousDecade: '지난 10년', monthLevelControl: '월 고르기', yearLevelControl: '해 고르기' }}
          onChange={(value) => { setOpened(false); props.onChange(value); }}
        />
      </Popover.Dropdown>
    </Popover>
  );
};
