/** 과제화 of a session: the title and the field a task cannot do without, then the task itself. */
import { Button, Modal, TextInput } from '@mantine/core';
import { useState, type KeyboardEvent } from 'react';
import type { Cell } from '../../../db/kernel/field.ts';
import { task } from '../../../db/tasks/fields.ts';
import { api } from '../../api.ts';
import { ChoiceField } from '../../parts/form/ChoiceField.tsx';
import { FieldLabel } from '../../parts/form/FieldInput.tsx';
import { isComposing } from '../../parts/keys/shortcut.ts';
import { FailureNotice } from '../../parts/notice/Notices.tsx';
import { words } from '../../words.ts';

export type MakeTaskDialogProps = { session: string | null; onClose: () => void; onMade: (task: string) => void };

export const MakeTaskDialog = ({ session, onClose, onMade }: MakeTaskDialogProps) => (
  <Modal opened={session !== null} onClose={onClose} title="상담을 과제로 만들기" size={440} closeButtonProps={{ 'aria-label': words.close }}>
    {session === null ? null : <Form session={session} onClose={onClose} onMade={onMade} />}
  </Modal>
);

const Form = ({ session, onClose, onMade }: MakeTaskDialogProps & { session: string }) => {
  const [field, setField] = useState<Cell>(null);
  const [title, setTitle] = useState('');
  const [failure, setFailure] = useState<unknown>(null);
  const make = () => {
    const values = { ...(typeof field === 'string' ? { field } : {}), ...(title.trim() === '' ? {} : { title: title.trim() }) };
    api.sessions.makeTask.mutate({ id: session, values }).then(({ id }) => { onClose(); onMade(id); }, setFailure);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (isComposing(event.nativeEvent) || event.key !== 'Enter' || !event.ctrlKey) return;
    event.preventDefault();
    make();
  };
  return (
    <div className="cd-stack" onKeyDown={onKeyDown}>
      {failure ? <FailureNotice error={failure} /> : null}
      <ChoiceField label={<FieldLabel ko="주 분야" required />} choices={task.fields.field.choices ?? []} value={field} onChange={setField} description="무엇에 관한 애로인지 하나만 고르세요. 나머지는 상담에서 가져옵니다." />
      <TextInput label="과제명" placeholder="비워 두면 애로 요지의 첫 줄을 씁니다." maxLength={200} value={title} onChange={(event) => setTitle(event.currentTarget.value)} />
      <div className="cd-row-wrap cd-end">
        <Button variant="default" onClick={onClose}>{words.cancel}</Button>
        <Button disabled={field === null} onClick={make}>과제화 <span className="cd-key">Ctrl+Enter</span></Button>
      </div>
    </div>
  );
};
