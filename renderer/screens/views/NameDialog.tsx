/** A view's name, and whether others see it. */
import { Button, Checkbox, Modal, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { refusalOf } from '../../refusal.ts';
import { FailureNotice } from '../../parts/notice/Notices.tsx';
import { words } from '../../words.ts';

export type NameDialogProps = {
  title: string;
  name: string;
  isShared: boolean;
  /** Throw (a failed call) to refuse. */
  onSave: (name: string, isShared: boolean) => Promise<unknown>;
  onClose: () => void;
};

export const NameDialog = ({ title, name: first, isShared: shared, onSave, onClose }: NameDialogProps) => {
  const [name, setName] = useState(first);
  const [isShared, setShared] = useState(shared);
  const [failure, setFailure] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const own = refusalOf(failure)?.details.find((problem) => problem.field === 'name');
  const save = (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    onSave(name.trim(), isShared).then(onClose, (error: unknown) => { setFailure(error); setBusy(false); });
  };
  return (
    <Modal opened onClose={onClose} title={title} size={380} closeButtonProps={{ 'aria-label': words.close }}>
      <form className="cd-stack" onSubmit={save}>
        {failure && !own ? <FailureNotice error={failure} /> : null}
        <TextInput label="보기 이름" data-autofocus required maxLength={60} value={name} error={own ? refusalOf(failure)?.message : null} onChange={(event) => { setName(event.currentTarget.value); setFailure(null); }} />
        <Checkbox label="함께 쓰기" description="같은 자료를 쓰는 모든 사람의 보기 목록에 나옵니다. 고치는 것은 만든 사람만 할 수 있습니다." checked={isShared} onChange={(event) => setShared(event.currentTarget.checked)} />
        <div className="cd-row-wrap cd-end">
          <Button variant="default" onClick={onClose}>{words.cancel}</Button>
          <Button type="submit" loading={busy} disabled={name.trim() === ''}>{words.save}</Button>
        </div>
      </form>
    </Modal>
  );
};
