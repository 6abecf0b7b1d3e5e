/** The signature of a record: the one there is, or a board to sign on, kept as an attachment of kind signature. */
import { Button, Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { PenLine } from 'lucide-react';
import { useState } from 'react';
import type { AttachmentOwner } from '../../../db/attachments/api.ts';
import { api } from '../../api.ts';
import { FailureNotice } from '../../parts/notice/Notices.tsx';
import { words } from '../../words.ts';
import { attach } from './attach.ts';
import { SignaturePad } from './SignaturePad.tsx';
import { timeWords } from './size-words.ts';
import { usePicture } from './use-picture.ts';
import './attachments.css';

export type SignatureProps = {
  table: AttachmentOwner;
  owner: string;
  /** Whose signature it is: only theirs is shown, and theirs is kept. Without it the record has one signature. */
  person?: string | null;
  /** Their name, to begin with. */
  name?: string | null;
  readOnly?: boolean;
  /** Told when a signature has been kept. */
  onKept?: (signature: { id: string; name: string }) => void;
};

export const Signature = ({ table, owner, person = null, name = null, readOnly = false, onKept }: SignatureProps) => {
  const [isSigning, setSigning] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const query = useQuery({ queryKey: ['attachment', table, owner], queryFn: () => api.attachments.list.query({ table, owner }) });
  const line = query.data?.findLast((one) => one.kind === 'signature' && (person === null || one.person === person));
  const { address } = usePicture(line?.isHere ? line.id : null);
  const close = (): void => { setSigning(false); setFailure(null); };
  const keep = async (png: Blob, typed: string): Promise<void> => {
    try {
      const { id } = await attach(png, { table, owner, kind: 'signature', name: `서명${typed === '' ? '' : ` ${typed}`}.png`, person, note: typed === '' ? null : typed });
      close();
      onKept?.({ id, name: typed });
    } catch (error) {
      setFailure(error);
      throw error;
    }
  };
  return (
    <div className="cd-signed">
      {address ? <img src={address} alt={`서명${line?.note ? `: ${line.note}` : ''}`} /> : null}
      {line ? <span className="cd-soft cd-small cd-number">{line.note ?? line.personName ?? ''} {timeWords(line.addedAt)}</span> : readOnly ? <span className="cd-soft">서명이 없습니다.</span> : null}
      {readOnly ? null : <Button size="compact-sm" variant="default" leftSection={<PenLine size={14} aria-hidden />} onClick={() => setSigning(true)}>{line ? '다시 서명' : '화면에 서명'}</Button>}
      <Modal opened={isSigning} onClose={close} title="서명" size={620} closeButtonProps={{ 'aria-label': words.close }}>
        {failure ? <FailureNotice error={failure} /> : null}
        <SignaturePad name={name} onSigned={keep} onCancel={close} />
      </Modal>
    </div>
  );
};
