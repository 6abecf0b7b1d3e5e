/** 첨부 of a record: dropped, chosen or pasted; opened, saved, renamed, removed. */
import { Button, Progress } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Paperclip } from 'lucide-react';
import { useRef, useState } from 'react';
import type { AttachmentLine, AttachmentOwner } from '../../../db/attachments/api.ts';
import { api } from '../../api.ts';
import { Section } from '../../parts/layout/Section.tsx';
import { FailureNotice } from '../../parts/notice/Notices.tsx';
import { sentenceOf } from '../../refusal.ts';
import { words } from '../../words.ts';
import { AttachmentRow } from './AttachmentRow.tsx';
import { PictureViewer } from './PictureViewer.tsx';
import { sizeWords } from './size-words.ts';
import { useFileDrop } from './use-file-drop.ts';
import { useUploads, type Upload } from './use-uploads.ts';
import './attachments.css';

export type AttachmentsProps = {
  /** Record table and id the files belong to. */
  table: AttachmentOwner;
  owner: string;
  /** Shows what is there and takes nothing more. */
  readOnly?: boolean;
  title?: string;
};

const UploadLine = ({ upload: { name, size, sent, error, stop }, onClose }: { upload: Upload; onClose: () => void }) => (
  <li className="cd-upload" role="status">
    <span className="cd-upload-name">{name}</span>
    {error ? <span className="cd-late">{sentenceOf(error)}</span> : <Progress value={size > 0 ? Math.max(2, (sent / size) * 100) : 2} aria-label={`올리는 중: ${name}`} />}
    {error ? null : <span className="cd-soft cd-small cd-number">{sizeWords(sent)} / {sizeWords(size)}</span>}
    {error ? <Button size="compact-xs" variant="default" onClick={onClose}>{words.close}</Button> : <Button size="compact-xs" variant="default" aria-label={`올리기 취소: ${name}`} onClick={stop}>{words.cancel}</Button>}
  </li>
);

export const Attachments = ({ table, owner, readOnly = false, title = '첨부' }: AttachmentsProps) => {
  const zone = useRef<HTMLDivElement>(null);
  const chooser = useRef<HTMLInputElement>(null);
  const [shown, setShown] = useState<string | null>(null);
  const query = useQuery({ queryKey: ['attachment', table, owner], queryFn: () => api.attachments.list.query({ table, owner }) });
  const { uploads, add, drop } = useUploads(table, owner);
  const isOver = useFileDrop(zone, !readOnly, add);
  const lines: readonly AttachmentLine[] = query.data ?? [];
  const pictures = lines.filter((line) => line.isHere && line.mime.startsWith('image/'));
  return (
    <Section
      title={title} {...(lines.length > 0 ? { count: lines.length } : {})}
      actions={readOnly ? null : <Button size="compact-sm" variant="default" leftSection={<Paperclip size={14} aria-hidden />} onClick={() => chooser.current?.click()}>파일 고르기</Button>}
    >
      <div ref={zone} className="cd-attachments" data-over={isOver || undefined}>
        <input
          ref={chooser} type="file" multiple hidden tabIndex={-1} aria-hidden data-attach
          onChange={(event) => {
            const files = [...(event.currentTarget.files ?? [])];
            // The same file chosen again has to count as a change.
            event.currentTarget.value = '';
            add(files);
          }}
        />
        {query.error ? <FailureNotice error={query.error} onRetry={() => void query.refetch()} /> : null}
        {lines.length > 0 ? (
          <ul className="cd-attachment-list">
            {lines.map((line) => <AttachmentRow key={line.id} line={line} readOnly={readOnly} onShow={() => setShown(line.id)} />)}
          </ul>
        ) : null}
        {uploads.length > 0 ? <ul className="cd-attachment-list">{uploads.map((upload) => <UploadLine key={upload.key} upload={upload} onClose={() => drop(upload.key)} />)}</ul> : null}
        {readOnly ? (lines.length === 0 && query.data ? <p className="cd-soft">첨부가 없습니다.</p> : null)
          : <p className="cd-attach-here cd-soft">{isOver ? '여기에 놓으면 첨부합니다.' : '파일을 여기에 끌어 놓거나, 복사한 사진을 Ctrl+V로 붙여넣으세요. 한 파일에 50 MB까지입니다.'}</p>}
      </div>
      {shown !== null ? <PictureViewer pictures={pictures} shown={shown} onShow={setShown} onClose={() => setShown(null)} /> : null}
    </Section>
  );
};
