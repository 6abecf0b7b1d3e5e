/** Name, kind and note of one attachment. */
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState, type FormEvent, type KeyboardEvent } from 'react';
import type { AttachmentLine } from '../../../db/attachments/api.ts';
import { attachmentKinds } from '../../../db/attachments/choices.ts';
import { api } from '../../api.ts';
import { FailureNotice } from '../../parts/notice/Notices.tsx';
import { isComposing } from '../../parts/keys/shortcut.ts';
import { words } from '../../words.ts';

const kinds = attachmentKinds.filter(({ code }) => code !== 'signature').map(({ code, ko }) => ({ value: code, label: ko }));

export const RenameForm = ({ line, onClose }: { line: AttachmentLine; onClose: () => void }) => {
  const [name, setName] = useState(line.name);
  const [note, setNote] = useState(line.note ?? '');
  const [kind, setKind] = useState(line.kind);
  const [failure, setFailure] = useState<unknown>(null);
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    try {
      if (name !== line.name) await api.attachments.rename.mutate({ id: line.id, name });
      const chosen = attachmentKinds.find(({ code }) => code === kind)?.code;
      if (note !== (line.note ?? '') || kind !== line.kind) await api.attachments.note.mutate({ id: line.id, note: note.trim(), ...(chosen && kind !== line.kind ? { kind: chosen } : {}) });
      onClose();
    } catch (error) {
      setFailure(error);
    }
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.code !== 'Escape' || isComposing(event.nativeEvent)) return;
    // Only the form closes, not the record around it.
    event.stopPropagation();
    onClose();
  };
  return (
    <form className="cd-attachment-edit" onSubmit={(event) => void save(event)} onKeyDown={onKeyDown}>
      <TextInput label="파일 이름" autoFocus maxLength={150} value={name} onChange={(event) => setName(event.currentTarget.value)} />
      {line.kind === 'signature' ? null : <NativeSelect size="xs" label="종류" data={kinds} value={kind} onChange={(event) => setKind(event.currentTarget.value)} />}
      <TextInput label="설명" maxLength={300} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
      {failure ? <FailureNotice error={failure} /> : null}
      <div className="cd-row-wrap">
        <Button size="compact-sm" type="submit" disabled={name.trim() === ''}>{words.save}</Button>
        <Button size="compact-sm" variant="default" onClick={onClose}>{words.cancel}</Button>
      </div>
    </form>
  );
};
