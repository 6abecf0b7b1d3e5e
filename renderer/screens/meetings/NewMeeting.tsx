/** A new meeting by keyboard: mini-cluster, kind, day; round and title are proposed. One agenda item per line. */
import { Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormContext } from 'react-hook-form';
import { useSearch } from 'wouter';
import { meeting } from '../../../db/meetings/fields.ts';
import { api } from '../../api.ts';
import { today } from '../../parts/form/DateField.tsx';
import { RecordForm } from '../../parts/form/RecordForm.tsx';
import { RecordHeader } from '../../parts/layout/RecordHeader.tsx';
import { FocusFirst } from '../clusters/FocusFirst.tsx';
import { Hosts, type Host, type HostsProps } from './Hosts.tsx';
import { MeetingFields, Proposal } from './MeetingFields.tsx';

/** Says that a mini-cluster is missing once somebody has tried to save. */
const NeededHosts = (props: HostsProps) => {
  const { formState } = useFormContext();
  return <Hosts {...props} error={formState.submitCount > 0 && props.hosts.length === 0 ? '회의를 여는 미니클러스터를 골라 주세요.' : undefined} />;
};

export type NewMeetingFormProps = { onMade: (id: string) => void; onCancel: () => void };

export const NewMeetingForm = ({ onMade, onCancel }: NewMeetingFormProps) => {
  const given = new URLSearchParams(useSearch()).get('cluster');
  const known = useQuery({ queryKey: ['mini_cluster', 'labels', given], queryFn: () => api.clusters.labels.query({ ids: given ? [given] : [] }), enabled: given !== null });
  const [picked, setPicked] = useState<Host[] | null>(null);
  const [agenda, setAgenda] = useState('');
  const hosts = picked ?? known.data?.map(({ id, label }) => ({ id, name: label })) ?? [];
  return (
    <FocusFirst>
      <RecordForm
        type={meeting} isNew quick values={{ kind: 'steering-committee', start_on: today() }} draftKey="meeting:new" onCancel={onCancel} saveLabel="회의 등록"
        onSave={async (values) => onMade((await api.meetings.create.mutate({
          values, clusters: hosts.map((host) => host.id), agenda: agenda.split('\n').map((line) => line.replace(/^\s*(?:\d+[.)]|[-•○□])\s*/, '').trim().slice(0, 200)).filter(Boolean),
        })).id)}
      >
        <NeededHosts hosts={hosts} onChange={setPicked} autoFocus={given === null} />
        <Proposal hosts={hosts} />
        <MeetingFields isNew />
        <Textarea label="안건" description="한 줄에 하나씩 씁니다. 등록한 뒤에 더할 수도 있습니다." autosize minRows={3} maxRows={10} value={agenda} onChange={(event) => setAgenda(event.currentTarget.value)} />
      </RecordForm>
    </FocusFirst>
  );
};

export const NewMeeting = ({ onClose, onMade }: { onClose: () => void; onMade: (id: string) => void }) => (
  <>
    <RecordHeader kind="회의" title="새 회의" onClose={onClose} />
    <NewMeetingForm onMade={onMade} onCancel={onClose} />
  </>
);
