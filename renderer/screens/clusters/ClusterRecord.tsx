/** One mini-cluster: who belongs to it on a day, its officers, meetings and tasks. */
import { Button, Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { miniCluster } from '../../../db/clusters/fields.ts';
import { api } from '../../api.ts';
import { links } from '../../links.ts';
import { today } from '../../parts/form/DateField.tsx';
import { RecordHistory } from '../../parts/history/RecordHistory.tsx';
import { Count } from '../../parts/layout/Count.tsx';
import { RecordHeader } from '../../parts/layout/RecordHeader.tsx';
import { Section } from '../../parts/layout/Section.tsx';
import { ConfirmDialog } from '../../parts/notice/ConfirmDialog.tsx';
import { FailureNotice } from '../../parts/notice/Notices.tsx';
import { words } from '../../words.ts';
import { ClusterForm } from './ClusterForm.tsx';
import { ClusterMeetings, ClusterTasks } from './ClusterLinks.tsx';
import { Dues } from './Dues.tsx';
import { Members } from './Members.tsx';
import { Officers } from './Officers.tsx';
import { Story } from './Story.tsx';
import { clusterKindName } from './words.ts';

export const ClusterRecord = ({ id, onClose }: { id: string; onClose: () => void }) => {
  const [, go] = useLocation();
  const [tab, setTab] = useState<string | null>('members');
  const [date, setDate] = useState(today());
  const [removing, setRemoving] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const found = useQuery({ queryKey: ['mini_cluster', 'person', id], queryFn: () => api.clusters.get.query({ id }) });
  const hanging = useQuery({
    queryKey: ['mini_cluster', 'membership', 'officer', 'person', 'organisation', 'meeting', 'meeting_cluster', 'attendance', 'task', 'relations', id, date],
    queryFn: () => api.clusters.relations.query({ id, date }), placeholderData: (before) => before,
  });
  const failed = found.error ?? hanging.error;
  if (failed) return <><RecordHeader kind="미니클러스터" title="열 수 없습니다" onClose={onClose} /><div className="cd-pad"><FailureNotice error={failed} onRetry={() => { void found.refetch(); void hanging.refetch(); }} /></div></>;
  if (!found.data || !hanging.data) return <p className="cd-soft cd-pad">{words.loading}</p>;
  const { values, isDeleted, links: named } = found.data;
  const relations = hanging.data;
  return (
    <div className="cd-record">
      <RecordHeader
        kind="미니클러스터" number={values.code} title={values.name} onClose={onClose}
        badges={(
          <span className="cd-small cd-row-wrap cd-dots">
            <span>{clusterKindName(values.kind)}</span><span>{relations.region ? `${relations.region} ${relations.hub}` : relations.hub}</span>
            <span className="cd-number">창립 {values.founded_on}</span>
            {values.dissolved_on ? <span className="cd-number cd-late">{values.merged_into ? '통합' : '해산'} {values.dissolved_on}{named['merged_into'] ? <> → <button type="button" className="cd-link" onClick={() => go(`/clusters/${values.merged_into ?? ''}`)}>{named['merged_into'].label}</button></> : null}</span> : null}
            {named['manager'] ? <span>담당 {named['manager'].label}</span> : null}
            {isDeleted ? <span className="cd-late">삭제된 기록입니다.</span> : null}
          </span>
        )}
        actions={isDeleted ? <Button onClick={() => void api.clusters.restore.mutate({ id }).catch(setFailure)}>되살리기</Button> : (
          <Button variant="default" aria-label="미니클러스터 삭제" title="미니클러스터 삭제" px={8} onClick={() => setRemoving(true)}><Trash2 size={14} aria-hidden /></Button>
        )}
      />
      {failure ? <div className="cd-pad"><FailureNotice error={failure} /></div> : null}
      <Tabs value={tab} onChange={setTab} className="cd-tabs" keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab value="members">회원 <Count>{relations.counts.members}</Count></Tabs.Tab>
          <Tabs.Tab value="officers">임원 <Count>{relations.officers.filter((one) => one.is_serving === 1).length}</Count></Tabs.Tab>
          <Tabs.Tab value="meetings">회의 <Count>{relations.meetings.length}</Count></Tabs.Tab>
          <Tabs.Tab value="dues">회비</Tabs.Tab>
          <Tabs.Tab value="tasks">과제 <Count>{relations.tasks.length}</Count></Tabs.Tab>
          <Tabs.Tab value="fields">개요</Tabs.Tab>
          <Tabs.Tab value="story">연혁</Tabs.Tab>
          <Tabs.Tab value="history">이력</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="members"><Members cluster={id} date={date} onDate={setDate} relations={relations} isEnded={values.dissolved_on !== null} /></Tabs.Panel>
        <Tabs.Panel value="officers"><Officers cluster={id} officers={relations.officers} /></Tabs.Panel>
        <Tabs.Panel value="meetings"><ClusterMeetings cluster={id} meetings={relations.meetings} /></Tabs.Panel>
        <Tabs.Panel value="dues"><Dues cluster={id} rule={values.dues_rule} /></Tabs.Panel>
        <Tabs.Panel value="story"><Story id={id} name={values.name} isEnded={values.dissolved_on !== null} relations={relations} /></Tabs.Panel>
        <Tabs.Panel value="tasks"><ClusterTasks tasks={relations.tasks} /></Tabs.Panel>
        <Tabs.Panel value="fields">
          <ClusterForm values={values} names={named} draftKey={`mini_cluster:${id}`} onSave={(patch, was, meaning) => api.clusters.change.mutate({ id, patch, was, ...(meaning ? { meaning } : {}) })} />
        </Tabs.Panel>
        <Tabs.Panel value="history"><Section title="변경 기록"><RecordHistory type={miniCluster} id={id} load={(one) => api.clusters.history.query({ id: one })} links={links} /></Section></Tabs.Panel>
      </Tabs>
      <ConfirmDialog
        opened={removing} title="미니클러스터를 삭제할까요?" confirm={words.remove} danger onClose={() => setRemoving(false)}
        onConfirm={() => { setRemoving(false); api.clusters.remove.mutate({ id }).then(onClose, setFailure); }}
      >
        ‘{values.name}’을(를) 목록에서 지웁니다. 활동이 끝난 미니클러스터는 삭제하지 말고 해산일을 입력해 주세요.
      </ConfirmDialog>
    </div>
  );
};
