/** A new series by keyboard: mini-clusters, rule, standing agenda. */
import { useState } from 'react';
import { useFormContext } from 'react-hook-form';
import { useSearch } from 'wouter';
import { useQuery } from '@tanstack/react-query';
import { meetingSeries } from '../../../db/meetings/fields.ts';
import { api } from '../../api.ts';
import { personOfLink } from '../../links.ts';
import { today } from '../../parts/form/DateField.tsx';
import { RecordForm } from '../../parts/form/RecordForm.tsx';
import { RecordHeader } from '../../parts/layout/RecordHeader.tsx';
import { FocusFirst } from '../../parts/form/FocusFirst.tsx';
import { Hosts, type Host, type HostsProps } from '../meetings/Hosts.tsx';
import { SeriesFields } from './SeriesFields.tsx';

export const people = { person: personOfLink(null) };

const NeededHosts = (props: HostsProps) => {
  const { formState } = useFormContext();
  return <Hosts {...props} error={formState.submitCount > 0 && props.hosts.length === 0 ? '회의를 여는 미니클러스터를 골라 주세요.' : undefined} />;
};

export const NewSeries = ({ onClose, onMade }: { onClose: () => void; onMade: (id: string) => void }) => {
  const given = new URLSearchParams(useSearch()).get('cluster');
  const known = useQuery({ queryKey: ['mini_cluster', 'labels', given], queryFn: () => api.clusters.labels.query({ ids: given ? [given] : [] }), enabled: given !== null });
  const [picked, setPicked] = useState<Host[] | null>(null);
  const hosts = picked ?? known.data?.map(({ id, label }) => ({ id, name: label })) ?? [];
  return (
    <>
      <RecordHeader kind="정기 회의" title="새 정기 회의" onClose={onClose} />
      <FocusFirst>
        <RecordForm
          type={meetingSeries} isNew quick links={people} draftKey="meeting_series:new" saveLabel="정기 회의 등록" onCancel={onClose}
          values={{ kind: 'steering-committee', frequency: 'monthly-weekday', every: 1, start_on: today() }}
          onSave={async (values) => onMade((await api.series.create.mutate({ values, clusters: hosts.map((host) => host.id) })).id)}
        >
          <NeededHosts hosts={hosts} onChange={setPicked} autoFocus={given === null} />
          <SeriesFields isNew={given !== null} />
        </RecordForm>
      </FocusFirst>
    </>
  );
};
