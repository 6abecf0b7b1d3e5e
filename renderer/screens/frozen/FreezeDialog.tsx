/** To whom, when and by whom a report is handed in. What was typed stays when it is refused. */
import { Button, Modal, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useLocation } from 'wouter';
import type { ReportParams, ReportTable } from '../../../db/reports/api.ts';
import { api } from '../../api.ts';
import { DateField, today } from '../../parts/form/DateField.tsx';
import { FailureNotice } from '../../parts/notice/Notices.tsx';
import { usePreference } from '../../parts/preferences.tsx';
import { words } from '../../words.ts';

const isText = (value: unknown): value is string => typeof value === 'string';
const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

export const FreezeDialog = ({ table, params, onClose }: { table: ReportTable; params: ReportParams; onClose: () => void }) => {
  const [, go] = useLocation();
  const [to, keepTo] = usePreference('reports.submitted-to', '', isText);
  const about = useQuery({ queryKey: ['account', 'about'], queryFn: () => api.device.about.query() });
  const [day, setDay] = useState<unknown>(today());
  const [submittedTo, setSubmittedTo] = useState(to);
  const [typedBy, setTypedBy] = useState<string | null>(null);
  const [documentNo, setDocumentNo] = useState('');
  const [note, setNote] = useState('');
  const [failure, setFailure] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const by = typedBy ?? about.data?.account?.name ?? '';
  const isDay = typeof day === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(day);
  const isReady = isDay && submittedTo.trim() !== '' && by.trim() !== '';

  const freeze = (event: FormEvent): void => {
    event.preventDefault();
    if (!isReady) return;
    setBusy(true);
    keepTo(submittedTo.trim());
    void api.frozen.freeze.mutate({ report: table.code, params, submission: { submitted_on: String(day), submitted_to: submittedTo, submitted_by: by, document_no: orNull(documentNo), note: orNull(note) } })
      .then(({ id }) => {
        notifications.show({ message: '제출본으로 확정했습니다. 숫자와 그 뒤의 기록이 그대로 보관됩니다.' });
        go(`/frozen/${id}`);
      }, setFailure).finally(() => setBusy(false));
  };
  return (
    <Modal opened onClose={onClose} title="제출본으로 확정" closeButtonProps={{ 'aria-label': words.close }}>
      <form className="cd-stack" onSubmit={freeze}>
        {failure ? <FailureNotice error={failure} /> : null}
        <p>{table.title}<br /><span className="cd-soft">{table.asOf}</span></p>
        <DateField label="제출일" required value={typeof day === 'string' ? day : null} onChange={setDay} />
        <TextInput label="제출처" required maxLength={100} value={submittedTo} onChange={(event) => setSubmittedTo(event.currentTarget.value)} data-autofocus />
        <TextInput label="제출자" required maxLength={60} value={by} onChange={(event) => setTypedBy(event.currentTarget.value)} />
        <TextInput label="문서번호" maxLength={60} value={documentNo} onChange={(event) => setDocumentNo(event.currentTarget.value)} />
        <Textarea label="비고" autosize minRows={2} maxLength={2000} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
        <div className="cd-row-wrap cd-end"><Button variant="default" onClick={onClose}>{words.cancel}</Button><Button type="submit" loading={busy} disabled={!isReady}>확정</Button></div>
      </form>
    </Modal>
  );
};
