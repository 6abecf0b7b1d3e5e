/** 과제화: an agenda item becomes a difficulty task of the firm chosen. */
import { Button, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { AgendaLine } from '../../../db/meetings/api.ts';
import type { Cell } from '../../../db/kernel/field.ts';
import { task } from '../../../db/tasks/fields.ts';
import { api } from '../../api.ts';
import { organisationLink } from '../../links.ts';
import { ChoiceField } from '../../parts/form/ChoiceField.tsx';
import { LinkPicker } from '../../parts/form/LinkPicker.tsx';
import { isComposing } from '../../parts/keys/shortcut.ts';
import { FailureNotice } from '../../parts/notice/Notices.tsx';

export const MakeTask = ({ item, onClose }: { item: AgendaLine; onClose: () => void }) => {
  const [firm, setFirm] = useState<string | null>(null);
  const [title, setTitle] = useState(item.title);
  const [field, setField] = useState<Cell>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => { frame.current?.querySelector('input')?.focus(); }, []);
  const make = async () => {
    setFailure(null);
    try {
      await api.meetings.agenda.makeTask.mutate({ id: item.id, values: { lead_org: firm, title: title.trim() || item.title, ...(typeof field === 'string' ? { field } : {}) } });
      notifications.show({ title: '과제가 되었습니다', message: '안건과 과제가 서로 연결되었습니다. 실행 취소는 Ctrl+Z입니다.' });
      onClose();
    } catch (error) {
      setFailure(error);
    }
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (isComposing(event.nativeEvent)) return;
    const isOpen = event.target instanceof Element && event.target.getAttribute('aria-expanded') === 'true';
    if (event.key === 'Escape' && !isOpen) { event.preventDefault(); event.stopPropagation(); onClose(); }
    if (event.key === 'Enter' && event.ctrlKey) { event.preventDefault(); void make(); }
  };
  return (
    <div className="cd-join cd-make-task" ref={frame} onKeyDown={onKeyDown}>
      <div className="cd-line-form">
        <LinkPicker {...organisationLink} label="주관기업" value={firm} onChange={setFirm} required />
        <TextInput label="과제명" value={title} maxLength={200} onChange={(event) => setTitle(event.currentTarget.value)} />
        <ChoiceField required label="분야" choices={task.fields.field.choices ?? []} value={field} onChange={setField} />
        <Button disabled={firm === null || field === null} onClick={() => void make()}>과제화 <span className="cd-key">Ctrl+Enter</span></Button>
        <Button variant="default" onClick={onClose}>닫기</Button>
      </div>
      {failure ? <FailureNotice error={failure} /> : null}
    </div>
  );
};
