/** One step of one or several sessions that needs a word more: who confirmed for the firm, or why it is sent back. */
import { Alert, Button, Modal, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import type { Cell } from '../../../db/kernel/field.ts';
import { session } from '../../../db/sessions/fields.ts';
import { api } from '../../api.ts';
import { DateField, today } from '../../parts/form/DateField.tsx';
import { FieldLabel } from '../../parts/form/FieldInput.tsx';
import { FailureNotice } from '../../parts/notice/Notices.tsx';
import { isComposing } from '../../parts/keys/shortcut.ts';
import { refusalOf } from '../../refusal.ts';
import { words } from '../../words.ts';

export type StepAsked = { ids: readonly string[]; to: string; ko: string; needsReason: boolean; note: string | null; /** What is known of the firm's confirmation. */ name?: string | null; on?: string | null };

export const StepDialog = ({ asked, onClose, onDone }: { asked: StepAsked | null; onClose: () => void; onDone?: () => void }) => (
  <Modal opened={asked !== null} onClose={onClose} size={480} closeButtonProps={{ 'aria-label': words.close }} title={asked ? `${asked.ko}${asked.ids.length > 1 ? ` (${asked.ids.length}건)` : ''}` : ''}>
    {asked ? <Asking asked={asked} onClose={onClose} onDone={onDone} /> : null}
  </Modal>
);

const Asking = ({ asked, onClose, onDone }: { asked: StepAsked; onClose: () => void; onDone?: (() => void) | undefined }) => {
  const [name, setName] = useState(asked.name ?? '');
  const [on, setOn] = useState<Cell>(asked.on ?? today());
  const [reason, setReason] = useState('');
  const [failure, setFailure] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const isConfirming = asked.to === 'confirmed';
  const isMany = asked.ids.length > 1;
  const errorOf = (field: string) => refusalOf(failure)?.details.find((one) => one.field === field)?.message;
  const run = () => {
    setBusy(true);
    setFailure(null);
    const values = isConfirming ? { values: { confirm_name: name.trim() === '' ? null : name.trim(), confirm_on: typeof on === 'string' && on !== '' ? on : null } } : {};
    api.sessions.step.mutate({ ids: [...asked.ids], to: asked.to, reason: reason.trim() === '' ? null : reason.trim(), ...values }).then(() => {
      notifications.show({ message: `${isMany ? `${asked.ids.length}건을 ` : ''}${asked.ko}했습니다. 실행 취소는 Ctrl+Z입니다.` });
      onClose();
      onDone?.();
    }, (error: unknown) => { setFailure(error); setBusy(false); });
  };
  return (
    <form
      className="cd-stack" noValidate onSubmit={(event) => { event.preventDefault(); run(); }}
      onKeyDown={(event) => { if (event.key === 'Enter' && event.ctrlKey && !isComposing(event.nativeEvent)) { event.preventDefault(); setTimeout(run, 0); } }}
    >
      {asked.note ? <Alert color="warning" variant="outline">{asked.note}</Alert> : null}
      {failure ? <FailureNotice error={failure} /> : null}
      {isConfirming ? (
        <>
          {isMany ? <p className="cd-soft">여기에 적은 값은 기업 확인이 비어 있는 상담에만 들어갑니다.</p> : null}
          <TextInput label={<FieldLabel ko={session.fields.confirm_name.ko} required={!isMany} />} data-autofocus autoComplete="off" maxLength={60} value={name} error={errorOf('confirm_name')} onChange={(event) => setName(event.currentTarget.value)} />
          <DateField label={<FieldLabel ko={session.fields.confirm_on.ko} required={!isMany} />} value={on} error={errorOf('confirm_on')} onChange={setOn} />
        </>
      ) : null}
      {asked.needsReason ? <Textarea label={<FieldLabel ko="사유" required />} data-autofocus autosize minRows={2} maxRows={8} maxLength={2000} value={reason} error={errorOf('reason')} onChange={(event) => setReason(event.currentTarget.value)} /> : null}
      <div className="cd-row-wrap cd-end">
        <Button type="submit" loading={busy}>{asked.ko} <span className="cd-key">Ctrl+Enter</span></Button>
        <Button variant="default" onClick={onClose}>{words.cancel}</Button>
      </div>
    </form>
  );
};
