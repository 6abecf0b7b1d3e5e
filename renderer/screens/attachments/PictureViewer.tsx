/** A picture as large as the window allows; arrow keys go to its neighbours. */
import { ActionIcon, Modal } from '@mantine/core';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useEffect } from 'react';
import type { AttachmentLine } from '../../../db/attachments/api.ts';
import { FailureNotice } from '../../parts/notice/Notices.tsx';
import { words } from '../../words.ts';
import { usePicture } from './use-picture.ts';

type PictureViewerProps = { pictures: readonly AttachmentLine[]; shown: string; onShow: (id: string) => void; onClose: () => void };

export const PictureViewer = ({ pictures, shown, onShow, onClose }: PictureViewerProps) => {
  const at = pictures.findIndex(({ id }) => id === shown);
  const line = pictures[at];
  const { address, error } = usePicture(line?.id ?? null);
  const [before, after] = [pictures[at - 1], pictures[at + 1]];
  useEffect(() => {
    const press = (event: globalThis.KeyboardEvent): void => {
      const next = event.code === 'ArrowLeft' ? before : event.code === 'ArrowRight' ? after : undefined;
      if (next) onShow(next.id);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [before, after, onShow]);
  return (
    <Modal opened onClose={onClose} size="auto" centered title={line ? `${line.name} (${at + 1}/${pictures.length})` : '사진'} closeButtonProps={{ 'aria-label': words.close }}>
      <div className="cd-picture">
        <ActionIcon variant="default" aria-label="앞 사진" disabled={!before} onClick={() => before && onShow(before.id)}><ChevronLeft size={18} aria-hidden /></ActionIcon>
        {error ? <FailureNotice error={error} /> : address && line ? <img src={address} alt={line.note ?? line.name} /> : <span className="cd-soft">{words.loading}</span>}
        <ActionIcon variant="default" aria-label="다음 사진" disabled={!after} onClick={() => after && onShow(after.id)}><ChevronRight size={18} aria-hidden /></ActionIcon>
      </div>
      {line?.note ? <p>{line.note}</p> : null}
    </Modal>
  );
};
