/** 화면 서명: everybody who came signs one after the other on a screen that goes round. */
import { Button, Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Roster } from '../../../db/meetings/api.ts';
import { api } from '../../api.ts';
import { FailureNotice } from '../../parts/notice/Notices.tsx';
import { words } from '../../words.ts';
import { attach } from '../attachments/attach.ts';
import { SignaturePad } from '../attachments/SignaturePad.tsx';
import { presentPeople } from './sign-in-rows.ts';

/** Attachments that are somebody's signature, by person; the latest one counts. */
export const signaturesOf = (lines: readonly { id: string; kind: string; person: string | null; isHere: boolean }[]): Map<string, { id: string; isHere: boolean }> =>
  new Map(lines.flatMap((line): [string, { id: string; isHere: boolean }][] => (line.kind === 'signature' && line.person !== null ? [[line.person, line]] : [])));

export const useSignatures = (meeting: string): ReadonlyMap<string, { id: string; isHere: boolean }> => {
  const found = useQuery({ queryKey: ['attachment', 'meeting', meeting], queryFn: () => api.attachments.list.query({ table: 'meeting', owner: meeting }) });
  return signaturesOf(found.data ?? []);
};

export const SignOn = ({ roster, onClose }: { roster: Roster; onClose: () => void }) => {
  const [who, setWho] = useState<string | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const signed = useSignatures(roster.meeting);
  const people = presentPeople(roster);
  const left = people.filter((one) => one.person !== null && !signed.has(one.person));
  const current = people.find((one) => one.person === who);
  const keep = async (png: Blob, typed: string): Promise<void> => {
    try {
      await attach(png, { table: 'meeting', owner: roster.meeting, kind: 'signature', name: `서명 ${typed}.png`, person: who, note: typed });
      setFailure(null);
      setWho(null);
    } catch (error) {
      setFailure(error);
      throw error;
    }
  };
  return (
    <Modal opened onClose={onClose} title={current ? `${current.name} 서명` : `서명 받기: ${people.length - left.length} / ${people.length}명`} size={680} closeButtonProps={{ 'aria-label': words.close }}>
      {failure ? <FailureNotice error={failure} /> : null}
      {current ? (
        <>
          <p className="cd-small cd-soft">회의 참석 확인과 비용 정산을 위해 소속, 직위, 성명, 서명을 모읍니다. 서명하면 동의한 것으로 봅니다.</p>
          <SignaturePad key={current.key} name={current.name} onSigned={keep} onCancel={() => setWho(null)} />
        </>
      ) : people.length === 0 ? <p className="cd-soft">아직 참석한 사람이 없습니다. 출석을 먼저 표시해 주세요.</p> : (
        <ul className="cd-plain-list cd-sign-list">
          {[...left, ...people.filter((one) => !left.includes(one))].map((one) => (
            <li key={one.key}>
              <Button fullWidth justify="space-between" variant="default" size="md" onClick={() => setWho(one.person)} rightSection={<span className="cd-small cd-soft">{one.person !== null && signed.has(one.person) ? '서명함' : ''}</span>}>
                {one.name} <span className="cd-small cd-soft">&nbsp;{one.organisation}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Modal>
  );
};
