/** One attachment. On its name: Enter opens, F2 renames, Delete removes. */
import { ActionIcon, Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { Download, FileSpreadsheet, FileText, PencilLine, Trash2 } from 'lucide-react';
import { useState, type KeyboardEvent } from 'react';
import type { AttachmentLine } from '../../../db/attachments/api.ts';
import { attachmentKinds } from '../../../db/attachments/choices.ts';
import { labelOf } from '../../../db/kernel/field.ts';
import { api } from '../../api.ts';
import { useUndo } from '../../parts/history/UndoProvider.tsx';
import { sentenceOf } from '../../refusal.ts';
import { saveFile } from '../../save-file.ts';
import { words } from '../../words.ts';
import { filePath, readAttachment } from './attach.ts';
import { RenameForm } from './RenameForm.tsx';
import { sizeWords, timeWords } from './size-words.ts';
import { usePicture } from './use-picture.ts';

const say = (title: string) => (error: unknown) => notifications.show({ color: 'danger', title, message: sentenceOf(error) });
const isPicture = (line: AttachmentLine): boolean => line.mime.startsWith('image/');

const Thumb = ({ line }: { line: AttachmentLine }) => {
  const { address } = usePicture(isPicture(line) && line.isHere ? line.id : null);
  if (address) return <img className="cd-thumb" src={address} alt="" />;
  const Icon = line.mime.includes('sheet') ? FileSpreadsheet : FileText;
  return <span className="cd-thumb"><Icon size={20} strokeWidth={1.5} aria-hidden /></span>;
};

/** A document the browser can show opens in a window of its own; where the shell allows none, it is saved. */
const openDocument = async (line: AttachmentLine): Promise<void> => {
  if (line.mime !== 'application/pdf') return saveFile(filePath(line.id));
  const address = URL.createObjectURL(await readAttachment(line.id));
  const opened = window.open(address, '_blank');
  // The new window has taken its own hold of the data by then.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  return opened ? undefined : saveFile(filePath(line.id));
};

export const AttachmentRow = ({ line, readOnly, onShow }: { line: AttachmentLine; readOnly: boolean; onShow: () => void }) => {
  const undo = useUndo();
  const [isEdited, setEdited] = useState(false);
  const open = (): void => {
    if (isPicture(line) && line.isHere) onShow();
    else void openDocument(line).catch(say('첨부를 열지 못했습니다'));
  };
  const remove = async (): Promise<void> => {
    const { action } = await api.attachments.remove.mutate({ id: line.id });
    const id = `attachment-${line.id}`;
    notifications.show({ id, message: (
      <div className="cd-toast">
        <span>첨부를 지웠습니다: {line.name}</span>
        <Button size="compact-xs" variant="default" onClick={() => { notifications.hide(id); undo.undo(String(action)); }}>{words.undo}</Button>
      </div>
    ) });
  };
  const removeNow = (): void => void remove().catch(say('첨부를 지우지 못했습니다'));
  const onKeyDown = (event: KeyboardEvent): void => {
    if (readOnly || (event.code !== 'Delete' && event.code !== 'F2')) return;
    event.preventDefault();
    if (event.code === 'F2') setEdited(true);
    else removeNow();
  };
  if (isEdited) return <li className="cd-attachment"><Thumb line={line} /><RenameForm line={line} onClose={() => setEdited(false)} /></li>;
  return (
    <li className="cd-attachment">
      <Thumb line={line} />
      <div className="cd-attachment-what">
        <button type="button" className="cd-link" title={readOnly ? '열기' : '열기 (F2 이름, Delete 삭제)'} onClick={open} onKeyDown={onKeyDown}>{line.name}</button>
        <span className="cd-small cd-soft cd-number">
          {labelOf({ choices: attachmentKinds }, line.kind)}{line.personName ? ` · ${line.personName}` : ''} · {sizeWords(line.size)} · {timeWords(line.addedAt)}
          {line.isHere ? '' : ' · 첨부 파일이 아직 도착하지 않았습니다'}
        </span>
        {line.note ? <span className="cd-small">{line.note}</span> : null}
      </div>
      <div className="cd-attachment-do">
        <ActionIcon variant="subtle" color="gray" aria-label={`저장: ${line.name}`} title="내 컴퓨터에 저장" disabled={!line.isHere} onClick={() => void saveFile(filePath(line.id)).catch(say('첨부를 저장하지 못했습니다'))}><Download size={15} aria-hidden /></ActionIcon>
        {readOnly ? null : <ActionIcon variant="subtle" color="gray" aria-label={`이름·설명 고치기: ${line.name}`} title="이름·설명 고치기 (F2)" onClick={() => setEdited(true)}><PencilLine size={15} aria-hidden /></ActionIcon>}
        {readOnly ? null : <ActionIcon variant="subtle" color="gray" aria-label={`삭제: ${line.name}`} title="삭제 (Delete)" onClick={removeNow}><Trash2 size={15} aria-hidden /></ActionIcon>}
      </div>
    </li>
  );
};
