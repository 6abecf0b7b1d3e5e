/**
 * A new meeting by keyboard: mini-cluster, kind, day; round and title are proposed. One agenda item per line, before them what
 * earlier meetings carried over. Clusters and agenda are kept in the draft with the fields.
 */
import { Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { useSearch } from 'wouter';
import { meeting } from '../../../db/meetings/fields.ts';
import { api } from '../../api.ts';
import { today } from '../../parts/form/DateField.tsx';
import { FocusFirst } from '../../parts/form/FocusFirst.tsx';
import type { FormValues } from '../../parts/form/form-context.ts';
import { RecordForm } from '../../parts/form/RecordForm.tsx';
import { RecordHeader } from '../../parts/layout/RecordHeader.tsx';
import { Hosts, type Host, type HostsProps } from './Hosts.tsx';
import { MeetingFields, Proposal } from './MeetingFields.tsx';
import { Waiting } from './Waiting.tsx';

/** Says that a mini-cluster is missing once somebody has tried to save. */
const NeededHosts = (props: HostsProps) => {
  const { formState } = useFormContext();
  return <Hosts {...props} error={formState.submitCount > 0 && props.hosts.length === 0 ? '회의를 여는 미니클러스터를 골라 주세요.' : undefined} />;
};

/** Items that wait for a meeting of this host and kind on this day, and which of them are taken. */
const Carried = ({ host, taken, onTake }: { host: string | undefined; taken: readonly string[]; onTake: (ids: string[]) => void }) => {
  const { control } = useFormContext<FormValues>();
  const [kind, day] = useWatch({ control, name: ['kind', 'start_on'] });
  const found = useQuery({
    queryKey: ['agenda_item', 'meeting', 'meeting_cluster', 'waiting-for', host, kind, day], enabled: host !== undefined && typeof kind === 'string' && typeof day === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(day),
    queryFn: () => api.meetings.agenda.waitingFor.query({ cluster: host ?? null, kind: String(kind), date: String(day) }),
  });
  const items = found.data ?? [];
  const mine = items.filter((item) => taken.includes(item.id));
  return (
    <>
      <Waiting items={items.filter((item) => !taken.includes(item.id))} onTake={(ids) => onTake([...taken, ...ids])} />
      {mine.length === 0 ? null : <p className="cd-small cd-row-wrap">이월해서 받을 안건: {mine.map((item) => item.title).join(', ')} <button type="button" className="cd-link" onClick={() => onTake([])}>받지 않기</button></p>}
    </>
  );
};

const isHost = (one: unknown): one is Host => typeof one === 'object' && one !== null && 'id' in one && 'name' in one && typeof one.id === 'string' && typeof one.name === 'string';
const isHosts = (value: unknown): value is Host[] => Array.isArray(value) && value.every(isHost);
const readHosts = (text: unknown): Host[] | null => { try { const value: unknown = JSON.parse(String(text)); return isHosts(value) ? value : null; } catch { return null; } };
const linesOf = (text: string): string[] => text.split('\n').map((line) => line.replace(/^\s*(?:\d+[.)]|[-•○□])\s*/, '').trim().slice(0, 200)).filter(Boolean);

export type NewMeetingFormProps = { onMade: (id: string) => void; onCancel: () => void };

export const NewMeetingForm = ({ onMade, onCancel }: NewMeetingFormProps) => {
  const asked = new URLSearchParams(useSearch());
  const given = asked.get('cluster');
  const known = useQuery({ queryKey: ['mini_cluster', 'labels', given], queryFn: () => api.clusters.labels.query({ ids: given ? [given] : [] }), enabled: given !== null });
  const [picked, setPicked] = useState<Host[] | null>(null);
  const [agenda, setAgenda] = useState('');
  const [carried, setCarried] = useState<string[]>([]);
  const hosts = picked ?? known.data?.map(({ id, label }) => ({ id, name: label })) ?? [];
  const restore = (kept: FormValues) => {
    setPicked(readHosts(kept['clusters']) ?? picked);
    if (typeof kept['agenda'] === 'string') setAgenda(kept['agenda']);
    if (typeof kept['carried'] === 'string') setCarried(kept['carried'].split(','));
  };
  return (
    <FocusFirst>
      <RecordForm
        type={meeting} isNew quick values={{ kind: 'steering-committee', start_on: asked.get('date') ?? today() }} draftKey="meeting:new" onCancel={onCancel} saveLabel="회의 등록"
        beside={{ values: { clusters: picked === null ? null : JSON.stringify(picked), agenda: agenda.trim() === '' ? null : agenda, carried: carried.length === 0 ? null : carried.join(',') }, restore }}
        onSave={async (values) => onMade((await api.meetings.create.mutate({ values, clusters: hosts.map((host) => host.id), agenda: linesOf(agenda), carried })).id)}
      >
        <NeededHosts hosts={hosts} onChange={setPicked} autoFocus={given === null} />
        <Proposal hosts={hosts} />
        <MeetingFields isNew />
        <Carried host={hosts[0]?.id} taken={carried} onTake={setCarried} />
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
