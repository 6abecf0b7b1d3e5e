/** One open person: fields, and what they took part in. */
import { Button, Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'wouter';
import { labelOf } from '../../../db/kernel/field.ts';
import type { PersonValues } from '../../../db/people/api.ts';
import { consentOf } from '../../../db/people/choices.ts';
import { person } from '../../../db/people/fields.ts';
import { api } from '../../api.ts';
import { daysTo } from '../../days.ts';
import { links } from '../../links.ts';
import { today } from '../../parts/form/DateField.tsx';
import { RecordHistory } from '../../parts/history/RecordHistory.tsx';
import { Count } from '../../parts/layout/Count.tsx';
import { RecordHeader } from '../../parts/layout/RecordHeader.tsx';
import { Section } from '../../parts/layout/Section.tsx';
import { ConfirmDialog } from '../../parts/notice/ConfirmDialog.tsx';
import { FailureNotice } from '../../parts/notice/Notices.tsx';
import { words } from '../../words.ts';
import { ActionList } from '../actions/ActionList.tsx';
import { Affiliations } from './Affiliations.tsx';
import { ConsentMark } from './ConsentMark.tsx';
import { PersonActivity } from './PersonActivity.tsx';
import { PersonForm } from './PersonForm.tsx';

const hangingTables = ['session', 'session_attendee', 'task', 'participant', 'meeting', 'attendance', 'membership', 'officer', 'mini_cluster', 'organisation', 'action_item'];

export const PersonRecord = ({ id, tab, onTab, onClose }: { id: string; tab: string; onTab: (tab: string) => void; onClose: () => void }) => {
  const [removing, setRemoving] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const found = useQuery({ queryKey: ['person', 'organisation', id], queryFn: () => api.people.get.query({ id }) });
  const hanging = useQuery({ queryKey: [...hangingTables, 'of person', id], queryFn: () => api.people.relations.query({ id }) });
  const failed = found.error ?? hanging.error;
  if (failed) return <><RecordHeader kind="사람" title="열 수 없습니다" onClose={onClose} /><div className="cd-pad"><FailureNotice error={failed} onRetry={() => { void found.refetch(); void hanging.refetch(); }} /></div></>;
  if (!found.data || !hanging.data) return <p className="cd-soft cd-pad">{words.loading}</p>;
  const { values, isDeleted, links: names } = found.data;
  const relations = hanging.data;
  const consent = consentOf(values, today());
  const open = relations.actions.filter((action) => action.status === 'open' || action.status === 'in-progress');
  return (
    <div className="cd-record">
      <RecordHeader
        kind={labelOf(person.fields.roles, values.roles) || '사람'} title={values.name} onClose={onClose}
        badges={(
          <>
            {values.organisation && names['organisation'] ? <Link href={`/organisations/${values.organisation}`}>{names['organisation'].label}</Link> : <span className="cd-small cd-soft">소속 없음</span>}
            <span className="cd-small cd-soft">{[values.department, values.position].filter(Boolean).join(' · ')}</span>
            {consent.state === 'given' ? null : <ConsentMark code={consent.state} />}
            {isDeleted ? <span className="cd-late">삭제된 기록입니다.</span> : null}
          </>
        )}
        actions={isDeleted ? <Button onClick={() => void api.people.restore.mutate({ id }).catch(setFailure)}>되살리기</Button> : (
          <Button variant="default" aria-label="사람 삭제" title="사람 삭제" px={8} onClick={() => setRemoving(true)}><Trash2 size={14} aria-hidden /></Button>
        )}
      />
      {failure ? <div className="cd-pad"><FailureNotice error={failure} /></div> : null}
      <Tabs value={tab} onChange={(next) => onTab(next ?? 'fields')} className="cd-tabs">
        <Tabs.List>
          <Tabs.Tab value="fields">개요</Tabs.Tab>
          <Tabs.Tab value="activity">활동 <Count>{relations.counts.session + relations.counts.task + relations.counts.meeting + relations.memberships.length + relations.officers.length}</Count></Tabs.Tab>
          <Tabs.Tab value="actions">후속 조치 <Count late={open.some((action) => action.due_on !== null && daysTo(action.due_on) < 0)}>{open.length}</Count></Tabs.Tab>
          <Tabs.Tab value="history">이력</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="fields"><PersonForm values={values} draftKey={`person:${id}`} onSave={(patch, was, meaning) => api.people.change.mutate({ id, patch: patch as PersonValues, was: was as PersonValues, ...(meaning ? { meaning } : {}) })} /></Tabs.Panel>
        <Tabs.Panel value="activity"><PersonActivity person={id} relations={relations} /></Tabs.Panel>
        <Tabs.Panel value="actions"><Section title="담당하는 후속 조치" count={relations.actions.length}><ActionList actions={relations.actions} on={{}} owner={id} ownerName={values.name} /></Section></Tabs.Panel>
        <Tabs.Panel value="history">{tab === 'history' ? <Affiliations person={id} /> : null}<Section title="변경 기록">{tab === 'history' ? <RecordHistory type={person} id={id} load={(one) => api.people.history.query({ id: one })} links={links} /> : null}</Section></Tabs.Panel>
      </Tabs>
      <ConfirmDialog
        opened={removing} title={`${values.name}: 삭제할까요?`} confirm={words.remove} danger onClose={() => setRemoving(false)}
        onConfirm={() => { setRemoving(false); api.people.remove.mutate({ id }).then(onClose, setFailure); }}
      >
        목록에서 지웁니다. 회의와 상담의 참석 기록은 남고, 실행 취소(Ctrl+Z)로 되돌릴 수 있습니다.
      </ConfirmDialog>
    </div>
  );
};
