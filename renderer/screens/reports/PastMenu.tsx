/** 당시 자료: the tables as the records stood at the end of a past day. */
import { Button, Popover } from '@mantine/core';
import { History, X } from 'lucide-react';
import { useState } from 'react';
import { DateField, today } from '../../parts/form/DateField.tsx';

export type PastMenuProps = { day: string | null; onChange: (day: string | null) => void };

const isDay = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);

/** `2026. 3. 2.` */
export const dotted = (day: string): string => day.split('-').map((part) => `${Number(part)}.`).join(' ');

export const PastMenu = ({ day, onChange }: PastMenuProps) => {
  const [opened, setOpened] = useState(false);
  const [typed, setTyped] = useState<unknown>(day);
  const isPast = isDay(typed) && typed < today();
  const [wasAsked, setAsked] = useState(false);
  const show = (): void => {
    setAsked(true);
    if (!isDay(typed) || !isPast) return;
    setOpened(false);
    onChange(typed);
  };
  return (
    <>
      <Popover opened={opened} onChange={setOpened} position="bottom-start" trapFocus returnFocus withRoles={false}>
        <Popover.Target><Button variant="default" leftSection={<History size={15} aria-hidden />} aria-expanded={opened} onClick={() => { setTyped(day); setAsked(false); setOpened(!opened); }}>당시 자료</Button></Popover.Target>
        <Popover.Dropdown onKeyDown={(event) => { if (event.key === 'Escape') { event.stopPropagation(); setOpened(false); } }}>
          <form className="cd-report-scopes" onSubmit={(event) => { event.preventDefault(); show(); }}>
            <DateField label="언제의 자료로 볼까요?" value={typeof typed === 'string' ? typed : null} onChange={setTyped} description="그날 끝에 기록돼 있던 그대로 셉니다. 그 뒤에 넣거나 고치거나 지운 것은 들어가지 않습니다." {...((wasAsked || isDay(typed)) && !isPast ? { error: '어제까지의 날짜를 적어 주세요.' } : {})} />
            <div className="cd-row-wrap"><Button type="submit">당시 자료로 보기</Button></div>
          </form>
        </Popover.Dropdown>
      </Popover>
      {day === null ? null : (
        <Button variant="light" className="cd-report-chip" rightSection={<X size={14} aria-hidden />} aria-label={`${dotted(day)} 당시 자료 지우기`} title="지금 자료로 봅니다." onClick={() => onChange(null)}>{dotted(day)} 당시 자료</Button>
      )}
    </>
  );
};
