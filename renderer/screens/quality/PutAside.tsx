/** Puts a line aside: why, and until when. */
import { Button, Modal, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type FormEvent } from 'react';
import type { QueueLine } from '../../../db/quality/api.ts';
import type { Cell } from '../../../db/kernel/field.ts';
import { api } from '../../api.ts';
import { DateField } from '../../parts/form/DateField.tsx';
import { FailureNotice } from '../../parts/notice/Notices.tsx';
import { words } from '../../words.ts';

export const PutAside = ({ line, onClose }: { line: QueueLine; onClose: () => void }) => {
  const [reason, setReason] = useState('');
  const [until, setUntil] = useState<Cell>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const put = (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim() === '') return;
    api.quality.putAside.mutate({ rule: line.rule, record: line.at.id, field: line.at.field, label: line.label, reason, until_on: until === null ? null : String(until) }).then(() => {
      notifications.show({ message: `미뤘습니다: ${line.label} (Ctrl+Z로 되돌리기)` });
      onClose();
    }, setFailure);
  };
  return (
    <Modal opened onClose={onClose} title="점검 미루기" size={460} closeButtonProps={{ 'aria-label': words.close }}>
      <form className="cd-stack" onSubmit={put}>
        <p className="cd-quality-asked"><b>{line.label}</b><span className="cd-soft">{line.message}</span></p>
        <TextInput label="사유" data-autofocus aria-required maxLength={300} placeholder="기업에 확인 요청함" value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
        <DateField label="언제까지" description="비워 두면 다시 꺼낼 때까지 미룹니다." value={until} onChange={setUntil} />
        {failure ? <FailureNotice error={failure} /> : null}
        <div className="cd-row-wrap cd-end">
          <Button variant="default" onClick={onClose}>{words.cancel}</Button>
          <Button type="submit" disabled={reason.trim() === ''}>미루기</Button>
        </div>
      </form>
    </Modal>
  );
};
