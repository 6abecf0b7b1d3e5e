/** 철회: a report that was handed in wrongly stays, marked with the reason. */
import { Button, Modal, Textarea } from '@mantine/core';
import { Undo2 } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { api } from '../../api.ts';
import { FailureNotice } from '../../parts/notice/Notices.tsx';
import { words } from '../../words.ts';

export const WithdrawButton = ({ id, title }: { id: string; title: string }) => {
  const [opened, setOpened] = useState(false);
  const [reason, setReason] = useState('');
  const [failure, setFailure] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const withdraw = (event: FormEvent): void => {
    event.preventDefault();
    setBusy(true);
    void api.frozen.withdraw.mutate({ id, reason }).then(() => setOpened(false), setFailure).finally(() => setBusy(false));
  };
  return (
    <>
      <Button variant="default" leftSection={<Undo2 size={15} aria-hidden />} onClick={() => { setFailure(null); setOpened(true); }}>철회</Button>
      <Modal opened={opened} onClose={() => setOpened(false)} title={`제출본 철회: ${title}`} closeButtonProps={{ 'aria-label': words.close }}>
        <form className="cd-stack" onSubmit={withdraw}>
          {failure ? <FailureNotice error={failure} /> : null}
          <p>제출본은 지워지지 않고 철회했다는 표시와 사유가 남습니다. 실행 취소로 되돌릴 수 있습니다.</p>
          <Textarea label="철회 사유" required autosize minRows={3} maxLength={2000} value={reason} onChange={(event) => setReason(event.currentTarget.value)} data-autofocus />
          <div className="cd-row-wrap cd-end"><Button variant="default" onClick={() => setOpened(false)}>{words.cancel}</Button><Button type="submit" color="danger" loading={busy} disabled={reason.trim() === ''}>철회</Button></div>
        </form>
      </Modal>
    </>
  );
};
