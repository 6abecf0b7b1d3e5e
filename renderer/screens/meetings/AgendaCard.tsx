/** One agenda item: closed a line, open its discussion, decision and votes; 과제화 makes a task of it. */
import { ActionIcon, Button, UnstyledButton } from '@mantine/core';
import { ArrowDown, ArrowUp, ChevronDown, ChevronRight, Trash2 } from 'lucide-react';
import { useState, type KeyboardEvent } from 'react';
import { useWatch, useFormContext } from 'react-hook-form';
import { useLocation } from 'wouter';
import type { AgendaLine } from '../../../db/meetings/api.ts';
import { labelOf } from '../../../db/kernel/field.ts';
import { agendaItem } from '../../../db/meetings/fields.ts';
import { task } from '../../../db/tasks/fields.ts';
import { api } from '../../api.ts';
import { personOfLink } from '../../links.ts';
import { FieldInput } from '../../parts/form/FieldInput.tsx';
import type { FormValues } from '../../parts/form/form-context.ts';
import { RecordForm } from '../../parts/form/RecordForm.tsx';
import { FocusFirst } from '../clusters/FocusFirst.tsx';
import { MakeTask } from './MakeTask.tsx';

export type AgendaCardProps = { item: AgendaLine; number: number; isLast: boolean; isOpen: boolean; onOpen: () => void; onMove: (by: number) => void; onRemove: () => void };

const people = personOfLink(null);

/** Votes belong to a resolution. */
const Votes = () => {
  const { control } = useFormContext<FormValues>();
  if (useWatch({ control, name: 'kind' }) !== 'resolution') return null;
  return <><FieldInput name="votes_for" /><FieldInput name="votes_against" /><FieldInput name="votes_abstained" /></>;
};

const summaryOf = (item: AgendaLine): string => {
  const votes = item.votes_for === null && item.votes_against === null && item.votes_abstained === null ? '' : `찬성 ${item.votes_for ?? 0} · 반대 ${item.votes_against ?? 0} · 기권 ${item.votes_abstained ?? 0}`;
  return [item.decision?.split('\n')[0] ?? '', votes].filter(Boolean).join(' / ');
};

export const AgendaCard = ({ item, number, isLast, isOpen, onOpen, onMove, onRemove }: AgendaCardProps) => {
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
          {item.presenter_name ? <span className="cd-small cd-soft">{item.presenter_name}</span> : null}
        </UnstyledButton>
        <span className="cd-row-wrap cd-end">
          {item.task ? <button type="button" className="cd-link cd-small" onClick={() => go(`/tasks/${item.task ?? ''}`)}>과제: {item.task_title} ({labelOf(task.fields.status, item.task_status)})</button>
            : <Button size="compact-xs" variant="default" onClick={() => setMaking(!making)} aria-expanded={making}>과제화</Button>}
          <ActionIcon variant="subtle" color="gray" size="sm" aria-label={`${item.title} 위로`} title="위로 (Alt+↑)" disabled={number === 1} onClick={() => onMove(-1)}><ArrowUp size={14} aria-hidden /></ActionIcon>
          <ActionIcon variant="subtle" color="gray" size="sm" aria-label={`${item.title} 아래로`} title="아래로 (Alt+↓)" disabled={isLast} onClick={() => onMove(1)}><ArrowDown size={14} aria-hidden /></ActionIcon>
          <ActionIcon variant="subtle" color="gray" size="sm" aria-label={`${item.title} 삭제`} title="삭제" onClick={onRemove}><Trash2 size={14} aria-hidden /></ActionIcon>
        </span>
      </div>
      {!isOpen && summaryOf(item) !== '' ? <p className="cd-small cd-soft cd-agenda-sum">{summaryOf(item)}</p> : null}
      {making ? <MakeTask item={item} onClose={() => setMaking(false)} /> : null}
      {isOpen ? (
        <FocusFirst>
          <RecordForm type={agendaItem} values={item} draftKey={`agenda_item:${item.id}`} links={{ person: people }} onSave={(patch, was) => api.meetings.agenda.change.mutate({ id: item.id, patch, was })}>
            <div className="cd-form-grid">
              <div className="cd-wide"><FieldInput name="title" /></div>
              <FieldInput name="kind" />
              <FieldInput name="presenter" {...(item.presenter_name ? { valueLabel: item.presenter_name } : {})} />
              <div className="cd-wide"><FieldInput name="discussion" autoFocus /></div>
              <div className="cd-wide"><FieldInput name="decision" /></div>
              <Votes />
            </div>
          </RecordForm>
        </FocusFirst>
      ) : null}
    </li>
  );
};
