/** An item through all the meetings it was carried through, the earliest first. */
import { useQuery } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import { labelOf } from '../../../db/kernel/field.ts';
import { agendaItem } from '../../../db/meetings/fields.ts';
import { api } from '../../api.ts';

export const Chain = ({ item }: { item: string }) => {
  const [, go] = useLocation();
  const found = useQuery({ queryKey: ['agenda_item', 'meeting', 'chain', item], queryFn: () => api.meetings.agenda.chain.query({ id: item }) });
  if (!found.data || found.data.length < 2) return null;
  return (
    <ol className="cd-chain" aria-label="이월된 차례">
      {found.data.map((step) => (
        <li key={step.id} aria-current={step.isThis ? 'step' : undefined}>
          {step.isThis ? <strong>{step.start_on} {step.meeting_title}</strong> : <button type="button" className="cd-link" onClick={() => go(`/meetings/${step.meeting}`)}>{step.start_on} {step.meeting_title}</button>}
          <span className="cd-soft"> · {labelOf(agendaItem.fields.status, step.status ?? 'open')}{step.decision ? ` · ${step.decision.split('\n')[0] ?? ''}` : ''}</span>
        </li>
      ))}
    </ol>
  );
};
