/** One agenda item: closed a line, open its discussion, decision, votes, follow-ups and the meetings it was carried through; 과제화 makes a task of it. */
import { ActionIcon, Button, UnstyledButton } from '@mantine/core';
import { ArrowDown, ArrowUp, ChevronDown, ChevronRight, Trash2 } from 'lucide-react';
import { useState, type KeyboardEvent } from 'react';
import { useWatch, useFormContext } from 'react-hook-form';
import { useLocation } from 'wouter';
import type { ActionLine } from '../../../db/actions/api.ts';
import type { AgendaLine } from '../../../db/meetings/api.ts';
import { labelOf, type Cell } from '../../../db/kernel/field.ts';
import { isOpenItem, voteResult, voteWords } from '../../../db/meetings/choices.ts';
import { agendaItem } from '../../../db/meetings/fields.ts';
import { task } from '../../../db/tasks/fields.ts';
import { api } from '../../api.ts';
import { shortDate } from '../../days.ts';
import { personOfLink } from '../../links.ts';
import { FieldInput } from '../../parts/form/FieldInput.tsx';
import { FocusFirst } from '../../parts/form/FocusFirst.tsx';
import type { FormValues } from '../../parts/form/form-context.ts';
import { RecordForm } from '../../parts/form/RecordForm.tsx';
import { StatusBadge } from '../../parts/layout/StatusBadge.tsx';
import { ActionList } from '../actions/ActionList.tsx';
import { Chain } from './Chain.tsx';
import { MakeTask } from './MakeTask.tsx';

export type AgendaCardProps = { item: AgendaLine; actions: readonly ActionLine[]; owner: string | null; ownerName: string | null; number: number; isLast: boolean; isOpen: boolean; onOpen: () => void; onMove: (by: number) => void; onRemove: () => void };

const people = personOfLink(null);

const countOf = (cell: Cell | undefined): number | null => (typeof cell === 'number' ? cell : null);

/** Votes belong to a resolution; what they come to is worked out while they are typed. */
const Votes = () => {
  const { control } = useFormContext<FormValues>();
  const [kind, agreed, against, abstained] = useWatch({ control, name: ['kind', 'votes_for', 'votes_against', 'votes_abstained'] });
  if (kind !== 'resolution') return null;
  const votes = { votes_for: countOf(agreed), votes_against: countOf(against), votes_abstained: countOf(abstained) };
  const result = voteResult(votes);
  return (
    <>
      <FieldInput name="votes_for" /><FieldInput name="votes_against" /><FieldInput name="votes_abstained" />
      {result === null ? null : <p className="cd-wide cd-small cd-vote"><StatusBadge tone={result.isPassed ? 'done' : 'stopped'}>{result.isPassed ? '가결' : '부결'}</StatusBadge> <span className="cd-soft cd-number">{result.cast}표 가운데 찬성 {votes.votes_for ?? 0}표, {result.needed}표부터 가결</span></p>}
    </>
  );
};

const tones = { done: 'done', carried: 'waiting', dropped: 'stopped' } as const;

/** What became of an item; nothing while it is open. */
export const ItemOutcome = ({ item }: { item: AgendaLine }) => {
  if (isOpenItem(item)) return null;
  const tone = item.status === 'carried' || item.status === 'dropped' ? tones[item.status] : tones.done;
  return <StatusBadge tone={tone}>{labelOf(agendaItem.fields.status, item.status)}</StatusBadge>;
};

const summaryOf = (item: AgendaLine): string => [item.decision?.split('\n')[0] ?? '', voteWords(item)].filter(Boolean).join(' / ');

export const AgendaCard = ({ item, actions, owner, ownerName, number, isLast, isOpen, onOpen, onMove, onRemove }: AgendaCardProps) => {
  const [, go] = useLocation();
  const [making, setMaking] = useState(false);
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    onMove(event.key === 'ArrowUp' ? -1 : 1);
  };
  return (
    <li className="cd-agenda-item" data-open={isOpen || undefined}>
      <div className="cd-agenda-line">
        <UnstyledButton className="cd-agenda-title" aria-expanded={isOpen} onClick={onOpen} onKeyDown={onKeyDown} title="Alt+↑↓로 순서를 바꿉니다">
          {isOpen ? <ChevronDown size={14} aria-hidden /> : <ChevronRight size={14} aria-hidden />}
          <span className="cd-number cd-soft">{number}.</span>
          <span className="cd-agenda-kind" data-kind={item.kind}>{labelOf(agendaItem.fields.kind, item.kind)}</span>
          <strong>{item.title}</strong>
          {item.planned_minutes ? <span className="cd-small cd-soft cd-number cd-nowrap">{item.planned_minutes}분</span> : null}
          {item.presenter_name ? <span className="cd-small cd-soft">{item.presenter_name}</span> : null}
        </UnstyledButton>
        <span className="cd-row-wrap cd-end">
          <ItemOutcome item={item} />
          {item.task ? <button type="button" className="cd-link cd-small" onClick={() => go(`/tasks/${item.task ?? ''}`)}>과제: {item.task_title} ({labelOf(task.fields.status, item.task_status)})</button>
            : <Button size="compact-xs" variant="default" onClick={() => setMaking(!making)} aria-expanded={making}>과제화</Button>}
          <ActionIcon variant="subtle" color="gray" size="sm" aria-label={`${item.title} 위로`} title="위로 (Alt+↑)" disabled={number === 1} onClick={() => onMove(-1)}><ArrowUp size={14} aria-hidden /></ActionIcon>
          <ActionIcon variant="subtle" color="gray" size="sm" aria-label={`${item.title} 아래로`} title="아래로 (Alt+↓)" disabled={isLast} onClick={() => onMove(1)}><ArrowDown size={14} aria-hidden /></ActionIcon>
          <ActionIcon variant="subtle" color="gray" size="sm" aria-label={`${item.title} 삭제`} title="삭제" onClick={onRemove}><Trash2 size={14} aria-hidden /></ActionIcon>
        </span>
      </div>
      {item.from_on === null && item.to_on === null ? null : (
        <p className="cd-small cd-soft cd-agenda-sum">
          {item.from_on === null ? null : <>지난 회의에서 이월: <button type="button" className="cd-link" onClick={() => go(`/meetings/${item.from_meeting ?? ''}`)}>{shortDate(item.from_on)} {item.from_title}</button> </>}
          {item.to_on === null ? null : <>이어 다룬 회의: <button type="button" className="cd-link" onClick={() => go(`/meetings/${item.to_meeting ?? ''}`)}>{shortDate(item.to_on)} {item.to_title}</button></>}
        </p>
      )}
      {!isOpen && summaryOf(item) !== '' ? <p className="cd-small cd-soft cd-agenda-sum">{summaryOf(item)}</p> : null}
      {making ? <MakeTask item={item} onClose={() => setMaking(false)} /> : null}
      {isOpen ? (
        <FocusFirst>
          <RecordForm type={agendaItem} values={item} draftKey={`agenda_item:${item.id}`} links={{ person: people }} onSave={(patch, was) => api.meetings.agenda.change.mutate({ id: item.id, patch, was })}>
            <div className="cd-form-grid">
              <div className="cd-wide"><FieldInput name="title" /></div>
              <FieldInput name="kind" />
              <FieldInput name="planned_minutes" />
              <FieldInput name="status" />
              <FieldInput name="presenter" {...(item.presenter_name ? { valueLabel: item.presenter_name } : {})} />
              <div className="cd-wide"><FieldInput name="discussion" autoFocus /></div>
              <div className="cd-wide"><FieldInput name="decision" /></div>
              <Votes />
            </div>
          </RecordForm>
          <div className="cd-agenda-more">
            <Chain item={item.id} />
            <ActionList actions={actions} on={{ meeting: item.meeting, agenda_item: item.id }} owner={owner} ownerName={ownerName} />
          </div>
        </FocusFirst>
      ) : null}
    </li>
  );
};
