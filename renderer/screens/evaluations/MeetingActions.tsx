/** Closing a meeting, taking the closing back with a reason, deleting one. */
import { Button, Modal, TextInput } from '@mantine/core';
import { Lock, LockOpen, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { Sheet } from '../../../db/evaluations/api.ts';
import { api } from '../../api.ts';
import { ConfirmDialog } from '../../parts/notice/ConfirmDialog.tsx';
import { isComposing } from '../../parts/keys/shortcut.ts';
import { words } from '../../words.ts';

export type MeetingActionsProps = { sheet: Sheet; onFailure: (error: unknown) => void; onRemoved: () => void };

export const MeetingActions = ({ sheet, onFailure, onRemoved }: MeetingActionsProps) => {
  const [asking, setAsking] = useState<'close' | 'reopen' | 'remove' | null>(null);
  const [reason, setReason] = useState('');
  const { id, values } = sheet.meeting;
  const done = () => { setAsking(null); setReason(''); };
  const run = (call: Promise<unknown>, then?: () => void) => { done(); onFailure(null); call.then(then, onFailure); };
  const reopen = () => { if (reason.trim() !== '') run(api.evaluations.reopen.mutate({ id, reason: reason.trim() })); };
  return (
    <>
      {values.status === 'closed'
        ? <Button variant="default" leftSection={<LockOpen size={14} aria-hidden />} onClick={() => setAsking('reopen')}>마감 풀기</Button>
        : (
          <>
            <Button variant="default" leftSection={<Lock size={14} aria-hidden />} disabled={sheet.tasks.length === 0} onClick={() => setAsking('close')}>마감</Button>
            <Button variant="default" aria-label="평가회의 삭제" title="평가회의 삭제" px={8} onClick={() => setAsking('remove')}><Trash2 size={14} aria-hidden /></Button>
          </>
        )}
      <ConfirmDialog opened={asking === 'close'} title="평가회의를 마감할까요?" confirm="마감" onClose={done} onConfirm={() => run(api.evaluations.close.mutate({ id }))}>
        마감하면 과제와 위원, 점수, 의견, 결정을 고칠 수 없습니다. 고칠 일이 생기면 까닭을 적고 마감을 풉니다.
      </ConfirmDialog>
      <ConfirmDialog opened={asking === 'remove'} title="평가회의를 삭제할까요?" confirm={words.remove} danger onClose={done} onConfirm={() => run(api.evaluations.remove.mutate({ id }), onRemoved)}>
        올린 과제의 목록과 위원, 점수도 함께 지웁니다. 과제는 그대로 남습니다. 실행 취소(Ctrl+Z)로 한 번에 되돌릴 수 있습니다.
      </ConfirmDialog>
      <Modal opened={asking === 'reopen'} onClose={done} title="마감 풀기" closeButtonProps={{ 'aria-label': words.close }}>
        <div className="cd-stack">
          <TextInput
            label="마감을 푸는 까닭" description="최근 작업에 남습니다." maxLength={200} data-autofocus value={reason} onChange={(event) => setReason(event.currentTarget.value)}
            onKeyDown={(event) => { if (event.key === 'Enter' && !isComposing(event.nativeEvent)) reopen(); }}
          />
          <div className="cd-row-wrap cd-end">
            <Button variant="default" onClick={done}>{words.cancel}</Button>
            <Button disabled={reason.trim() === ''} onClick={reopen}>마감 풀기</Button>
          </div>
        </div>
      </Modal>
    </>
  );
};
