/** 회의 끝내기: what becomes of every open item is asked, then the minutes are put together. */
import { Button, Modal, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import type { AgendaLine } from '../../../db/meetings/api.ts';
import { isOpenItem } from '../../../db/meetings/choices.ts';
import type { Cell } from '../../../db/kernel/field.ts';
import { parseTime } from '../../../db/korean/parse-time.ts';
import { api } from '../../api.ts';
import { today } from '../../parts/form/DateField.tsx';
import { TypedField } from '../../parts/form/TypedField.tsx';
import { FailureNotice } from '../../parts/notice/Notices.tsx';
import { words } from '../../words.ts';

type Outcome = 'done' | 'carried' | 'dropped';
const outcomes = [{ value: 'done', label: '처리' }, { value: 'carried', label: '이월' }, { value: 'dropped', label: '철회' }] as const;
const isOutcome = (value: string): value is Outcome => outcomes.some((one) => one.value === value);

const clock = (): string => { const now = new Date(); return `${String(now.getHours()).padStart(2, '0')}:${String(now.getMinutes()).padStart(2, '0')}`; };

/** An item with a decision was dealt with, unless somebody says otherwise. */
const firstOutcomes = (items: readonly AgendaLine[]): Record<string, Outcome> =>
  Object.fromEntries(items.filter((item) => isOpenItem(item) && item.decision).map((item): [string, Outcome] => [item.id, 'done']));

export type EndMeetingProps = { meeting: string; items: readonly AgendaLine[]; day: string; endAt: string | null; onClose: () => void; onEnded: () => void };

export const EndMeeting = ({ meeting, items, day, endAt, onClose, onEnded }: EndMeetingProps) => {
  const open = items.filter(isOpenItem);
  const [chosen, setChosen] = useState<Record<string, Outcome>>(() => firstOutcomes(items));
  const [end, setEnd] = useState<Cell>(endAt ?? (day === today() ? clock() : null));
  const [failure, setFailure] = useState<unknown>(null);
  const left = open.filter((item) => chosen[item.id] === undefined).length;
  const finish = async () => {
    setFailure(null);
    try {
      await api.meetings.end.mutate({ id: meeting, outcomes: chosen, endAt: typeof end === 'string' ? end : null });
      onEnded();
    } catch (error) {
      setFailure(error);
    }
  };
  return (
    <Modal opened onClose={onClose} size={620} title="회의 끝내기" closeButtonProps={{ 'aria-label': words.close }}>
      <div className="cd-stack">
        {open.length === 0 ? <p>남은 안건이 없습니다. 회의록을 만들고 개최로 표시합니다.</p> : (
          <>
            <p>남은 안건을 어떻게 할지 정해 주세요. 이월한 안건은 다음 회의에서 다시 보입니다.</p>
            <ul className="cd-plain-list cd-ending">
              {open.map((item) => (
                <li key={item.id}>
                  <span><strong>{item.title}</strong>{item.from_on ? <span className="cd-small cd-soft"> · 지난 회의에서 이월</span> : null}</span>
                  <SegmentedControl
                    aria-label={item.title} data={[...outcomes]} value={chosen[item.id] ?? ''}
                    onChange={(value) => { if (isOutcome(value)) setChosen({ ...chosen, [item.id]: value }); }}
                  />
                </li>
              ))}
            </ul>
          </>
        )}
        <div className="cd-ending-time"><TypedField label="끝 시각" name="end_at" value={end} read={parseTime} write={(value) => String(value ?? '')} onChange={setEnd} placeholder="17:00" /></div>
        {failure ? <FailureNotice error={failure} /> : null}
        <div className="cd-row-wrap cd-end">
          <Button variant="default" onClick={onClose}>{words.cancel}</Button>
          <Button disabled={left > 0} onClick={() => void finish()} data-autofocus={left === 0 || undefined}>{left > 0 ? `안건 ${left}건이 남았습니다` : '끝내고 회의록 만들기'}</Button>
        </div>
      </div>
    </Modal>
  );
};
