/** One membership: its days and kind can be corrected, its history read. */
import { Button, Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { membership } from '../../../db/clusters/fields.ts';
import type { MemberLine } from '../../../db/clusters/api.ts';
import { api } from '../../api.ts';
import { links, organisationLink, personOfLink } from '../../links.ts';
import { FieldInput } from '../../parts/form/FieldInput.tsx';
import { RecordForm } from '../../parts/form/RecordForm.tsx';
import { RecordHistory } from '../../parts/history/RecordHistory.tsx';
import { FailureNotice } from '../../parts/notice/Notices.tsx';
import { words } from '../../words.ts';

export const MemberDialog = ({ member, onClose }: { member: MemberLine; onClose: () => void }) => {
  const [failure, setFailure] = useState<unknown>(null);
  const [past, setPast] = useState(false);
  const { id } = member;
  const found = useQuery({ queryKey: ['membership', id], queryFn: () => api.clusters.members.get.query({ id }) });
  const label = (field: string) => { const known = found.data?.links[field]; return known ? { valueLabel: known.label } : {}; };
  return (
    <Modal opened onClose={onClose} size={560} title={`${member.person_name ?? member.organisation_name ?? '회원'} 회원 기록`} closeButtonProps={{ 'aria-label': words.close }}>
      {found.error ? <FailureNotice error={found.error} /> : !found.data ? <p className="cd-soft">{words.loading}</p> : (
        <>
          <RecordForm
            type={membership} values={found.data.values} draftKey={`membership:${id}`} quick onSaved={onClose} links={{ person: personOfLink(found.data.values.organisation), organisation: organisationLink }}
            onSave={(patch, was) => api.clusters.members.change.mutate({ id, patch, was })}
          >
            <div className="cd-form-grid">
              <FieldInput name="joined_on" autoFocus />
              <FieldInput name="left_on" />
              <FieldInput name="kind" />
              <FieldInput name="person" {...label('person')} />
              <FieldInput name="organisation" {...label('organisation')} />
              <div className="cd-wide"><FieldInput name="memo" /></div>
            </div>
          </RecordForm>
          {failure ? <FailureNotice error={failure} /> : null}
          <div className="cd-pad cd-row-wrap">
            <Button variant="default" onClick={() => setPast(!past)} aria-expanded={past}>변경 기록</Button>
            <Button variant="subtle" color="danger" onClick={() => { api.clusters.members.remove.mutate({ ids: [id] }).then(onClose, setFailure); }}>잘못 입력한 기록 삭제</Button>
          </div>
          {past ? <div className="cd-pad"><RecordHistory type={membership} id={id} load={(one) => api.clusters.members.history.query({ id: one })} links={links} /></div> : null}
        </>
      )}
    </Modal>
  );
};
