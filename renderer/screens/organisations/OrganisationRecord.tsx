/** One open firm or organisation: who it is, its fields, and everything that hangs on it. */
import { Button, Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'wouter';
import { labelOf } from '../../../db/kernel/field.ts';
import type { OrganisationValues } from '../../../db/organisations/api.ts';
import { organisation } from '../../../db/organisations/fields.ts';
import { api } from '../../api.ts';
import { capture } from '../../capture/capture.ts';
import { daysTo } from '../../days.ts';
import { links } from '../../links.ts';
import { RecordHistory } from '../../parts/history/RecordHistory.tsx';
import { Count } from '../../parts/layout/Count.tsx';
import { RecordHeader } from '../../parts/layout/RecordHeader.tsx';
import { Section } from '../../parts/layout/Section.tsx';
import { ConfirmDialog } from '../../parts/notice/ConfirmDialog.tsx';
import { FailureNotice } from '../../parts/notice/Notices.tsx';
import { words } from '../../words.ts';
import { SameAs } from '../identity/SameAs.tsx';
import { ActionList } from '../actions/ActionList.tsx';
import { Attachments } from '../attachments/Attachments.tsx';
import { Activity } from './Activity.tsx';
import { shownComplex } from './ComplexInput.tsx';
import { Figures } from './Figures.tsx';
import { OrganisationForm } from './OrganisationForm.tsx';
import { Pasts, SizeClasses } from './Profile.tsx';
import { Sites } from './Sites.tsx';
import { Staff } from './Staff.tsx';
import { Standing } from './Standing.tsx';

export type OrganisationRecordProps = {
  id: string;
  /** Kept by the screen, so that walking down the list stays on the same tab. */
  tab: string;
  onTab: (tab: string) => void;
  onClose: () => void;
};

const hangingTables = ['site', 'person', 'session', 'task', 'participant', 'meeting', 'attendance', 'membership', 'mini_cluster', 'action_item'];

export const OrganisationRecord = ({ id, tab, onTab, onClose }: OrganisationRecordProps) => {
  const [removing, setRemoving] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const found = useQuery({ queryKey: ['organisation', id], queryFn: () => api.organisations.get.query({ id }) });
  const hanging = useQuery({ queryKey: [...hangingTables, 'of organisation', id], queryFn: () => api.organisations.relations.query({ id }) });
  const failed = found.error ?? hanging.error;
  if (failed) return <><RecordHeader kind="기업·기관" title="열 수 없습니다" onClose={onClose} /><div className="cd-pad"><FailureNotice error={failed} onRetry={() => { void found.refetch(); void hanging.refetch(); }} /></div></>;
  if (!found.data || !hanging.data) return <p className="cd-soft cd-pad">{words.loading}</p>;
  const { values, isDeleted, links: names } = found.data;
  const relations = hanging.data;
  const isFirm = values.kind === 'firm';
  const shown = tab === 'years' && !isFirm ? 'fields' : tab;
  const self = { id, label: values.name };
  const open = relations.actions.filter((action) => action.status === 'open' || action.status === 'in-progress');
  const facts = [shownComplex(values.complex), values.employees === null ? null : `근로자 ${values.employees.toLocaleString('ko-KR')}명`, values.representative ? `대표 ${values.representative}` : null].filter((fact) => fact !== null && fact !== '');
  return (
    <div className="cd-record">
      <RecordHeader
        kind={labelOf(organisation.fields.kind, values.kind)} number={values.business_no ? (organisation.fields.business_no.show?.(values.business_no) ?? null) : null} title={values.name} onClose={onClose}
        badges={(
          <>
            {values.status !== null && values.status !== 'active' ? <Standing code={values.status} since={values.status_on} /> : null}
            {values.succeeded_by && names['succeeded_by'] ? <Link href={`/organisations/${values.succeeded_by}`}>→ {names['succeeded_by'].label}</Link> : null}
            <span className="cd-small cd-soft">{facts.join(' · ')}</span>
            {isDeleted ? <span className="cd-late">삭제된 기록입니다.</span> : null}
          </>
        )}
        actions={isDeleted ? <Button onClick={() => void api.organisations.restore.mutate({ id }).catch(setFailure)}>되살리기</Button> : (
          <>
            <Button onClick={() => capture.open('session', self)}>상담 기록</Button>
            <Button variant="default" onClick={() => capture.open('task', self)}>과제 등록</Button>
            <Button variant="default" aria-label="기업·기관 삭제" title="기업·기관 삭제" px={8} onClick={() => setRemoving(true)}><Trash2 size={14} aria-hidden /></Button>
          </>
        )}
      />
      {failure ? <div className="cd-pad"><FailureNotice error={failure} /></div> : null}
      <SameAs organisation={id} />
      <Tabs value={shown} onChange={(next) => onTab(next ?? 'fields')} className="cd-tabs">
        <Tabs.List>
          <Tabs.Tab value="fields">개요</Tabs.Tab>
          {isFirm ? <Tabs.Tab value="years">연도·규모</Tabs.Tab> : null}
          <Tabs.Tab value="activity">활동·첨부 <Count>{relations.sessions.length + relations.tasks.length + relations.meetings.length}</Count></Tabs.Tab>
          <Tabs.Tab value="people">사람·사업장 <Count>{relations.people.length + relations.sites.length}</Count></Tabs.Tab>
          <Tabs.Tab value="actions">후속 조치 <Count late={open.some((action) => action.due_on !== null && daysTo(action.due_on) < 0)}>{open.length}</Count></Tabs.Tab>
          <Tabs.Tab value="history">이력</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="fields">
          <OrganisationForm id={id} values={values} draftKey={`organisation:${id}`} onSave={(patch, was, meaning) => api.organisations.change.mutate({ id, patch: patch as OrganisationValues, was: was as OrganisationValues, ...(meaning ? { meaning } : {}) })} />
        </Tabs.Panel>
        {isFirm ? <Tabs.Panel value="years">{shown === 'years' ? <><Figures organisation={id} /><SizeClasses organisation={id} /></> : null}</Tabs.Panel> : null}
        <Tabs.Panel value="activity"><Activity organisation={self} relations={relations} />{shown === 'activity' ? <Attachments table="organisation" owner={id} readOnly={isDeleted} /> : null}</Tabs.Panel>
        <Tabs.Panel value="people"><Staff organisation={id} /><Sites organisation={id} relations={relations} /></Tabs.Panel>
        <Tabs.Panel value="actions"><Section title="후속 조치" count={relations.actions.length}><ActionList actions={relations.actions} on={{ organisation: id }} /></Section></Tabs.Panel>
        <Tabs.Panel value="history">{shown === 'history' ? <Pasts organisation={id} /> : null}<Section title="변경 기록">{shown === 'history' ? <RecordHistory type={organisation} id={id} load={(one) => api.organisations.history.query({ id: one })} links={links} /> : null}</Section></Tabs.Panel>
      </Tabs>
      <ConfirmDialog
        opened={removing} title={`${values.name}: 삭제할까요?`} confirm={words.remove} danger onClose={() => setRemoving(false)}
        onConfirm={() => { setRemoving(false); api.organisations.remove.mutate({ id }).then(onClose, setFailure); }}
      >
        목록에서 지웁니다. 상담과 과제는 남고, 실행 취소(Ctrl+Z)로 되돌릴 수 있습니다.
      </ConfirmDialog>
    </div>
  );
};
