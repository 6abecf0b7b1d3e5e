/** Moves one day of a series, or leaves it out, with the reason. */
import { Button, Modal, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import type { SeriesDay } from '../../../db/series/api.ts';
import type { Cell } from '../../../db/kernel/field.ts';
import { api } from '../../api.ts';
import { DateField, writeDate } from '../../parts/form/DateField.tsx';
import { FailureNotice } from '../../parts/notice/Notices.tsx';
import { words } from '../../words.ts';
import { FocusFirst } from '../../parts/form/FocusFirst.tsx';

export const DayDialog = ({ series, day, how, onClose }: { series: string; day: SeriesDay; how: 'move' | 'cancel'; onClose: () => void }) => {
  const [to, setTo] = useState<Cell>(day.on);
  const [reason, setReason] = useState(day.reason ?? '');
  const [failure, setFailure] = useState<unknown>(null);
  const isDay = typeof to === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(to);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (how === 'move' && !isDay) return;
    const why = reason.trim() === '' ? null : reason.trim();
    try {
      if (how === 'move') await api.series.move.mutate({ id: series, day: day.day, to: String(to), reason: why });
      else await api.series.cancel.mutate({ id: series, day: day.day, reason: why });
      onClose();
    } catch (error) {
      setFailure(error);
    }
  };
  return (
    <Modal opened onClose={onClose} size={420} title={how === 'move' ? `${writeDate(day.on)} 회의 옮기기` : `${writeDate(day.on)} 쉬기`} closeButtonProps={{ 'aria-label': words.close }}>
      <FocusFirst>
        <form className="cd-stack" onSubmit={(event) => void save(event)}>
          {how === 'move' ? <DateField label="옮길 날" value={to} onChange={setTo} inputRef={(box) => box?.setAttribute('data-autofocus', 'true')} /> : <p className="cd-soft">이날만 열지 않습니다. 다른 날은 그대로입니다.</p>}
          <TextInput label="사유" data-autofocus={how === 'cancel' || undefined} value={reason} maxLength={300} placeholder={how === 'move' ? '설 연휴' : '총회로 대신함'} onChange={(event) => setReason(event.currentTarget.value)} />
          {failure ? <FailureNotice error={failure} /> : null}
          <div className="cd-row-wrap cd-end"><Button variant="default" onClick={onClose}>{words.cancel}</Button><Button type="submit" disabled={how === 'move' && !isDay}>{how === 'move' ? '옮기기' : '쉬기'}</Button></div>
        </form>
      </FocusFirst>
    </Modal>
  );
};
