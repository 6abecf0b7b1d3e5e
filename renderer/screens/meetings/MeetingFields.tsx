/** Fields of a meeting as a form shows them: new ones with a proposed round and title. */
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { api } from '../../api.ts';
import { FieldInput } from '../../parts/form/FieldInput.tsx';
import type { FormValues } from '../../parts/form/form-context.ts';
import type { Host } from './Hosts.tsx';

type Names = Readonly<Record<string, { label: string }>>;

/** Fills round and title with what is proposed for hosts, kind and day, until somebody types another one. */
export const Proposal = ({ hosts }: { hosts: readonly Host[] }) => {
  const { control, getValues, setValue } = useFormContext<FormValues>();
  const [kind, day, round] = useWatch({ control, name: ['kind', 'start_on', 'round'] });
  const clusters = hosts.map((host) => host.id);
  const ready = clusters.length > 0 && typeof kind === 'string' && typeof day === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(day);
  const found = useQuery({
    queryKey: ['meeting', 'meeting_cluster', 'proposal', clusters, kind, day],
    queryFn: () => api.meetings.proposal.query({ clusters, kind: String(kind), date: String(day) }), enabled: ready,
  });
  const last = useRef<{ round: unknown; title: unknown }>({ round: null, title: null });
  const proposed = found.data;
  useEffect(() => {
    if (!proposed) return;
    if ((getValues('round') ?? null) === last.current.round) setValue('round', proposed.round, { shouldDirty: true });
    const title = getValues('round') === proposed.round ? proposed.title : proposed.title.replace(/제\d+차 /, typeof round === 'number' ? `제${round}차 ` : '');
    if ((getValues('title') ?? null) === last.current.title) setValue('title', title, { shouldDirty: true });
    last.current = { round: proposed.round, title: getValues('title') === title ? title : last.current.title };
  }, [getValues, proposed, round, setValue]);
  return null;
};

export const MeetingFields = ({ names = {}, isNew = false }: { names?: Names; isNew?: boolean }) => {
  const nameOf = (field: string) => (names[field] ? { valueLabel: names[field].label } : {});
  return (
    <div className="cd-form-grid cd-meeting-fields">
      <FieldInput name="kind" />
      <FieldInput name="start_on" />
      <FieldInput name="round" {...(isNew ? { help: '비어 있는 다음 번호입니다.' } : {})} />
      <FieldInput name="start_at" />
      <FieldInput name="end_at" />
      {isNew ? null : <FieldInput name="end_on" />}
      <FieldInput name="place" />
      <div className="cd-wide"><FieldInput name="title" /></div>
      {isNew ? null : (
        <>
          <FieldInput name="chair" {...nameOf('chair')} />
          <FieldInput name="recorder" {...nameOf('recorder')} />
          <FieldInput name="status" help="비우면 날짜가 지난 뒤 개최로 봅니다." />
          <FieldInput name="invited" />
          <FieldInput name="headcount_only" />
          <FieldInput name="cost_national" />
          <FieldInput name="cost_dues" />
          <FieldInput name="cost_other" />
          <div className="cd-wide"><FieldInput name="memo" /></div>
        </>
      )}
    </div>
  );
};
