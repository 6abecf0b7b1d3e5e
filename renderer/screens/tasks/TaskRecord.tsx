/** One open task: where it stands, its fields, and everything that hangs on it. */
import { Button, Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import { settledStates } from '../../../db/tasks/choices.ts';
import { task } from '../../../db/tasks/fields.ts';
import { api } from '../../api.ts';
import { dDay, daysTo } from '../../days.ts';
import { coordinatorLink, links } from '../../links.ts';
import { RecordHistory } from '../../parts/history/RecordHistory.tsx';
import { Count } from '../../parts/layout/Count.tsx';
import { RecordHeader } from '../../parts/layout/RecordHeader.tsx';
import { Section } from '../../parts/layout/Section.tsx';
import { ConfirmDialog } from '../../parts/notice/ConfirmDialog.tsx';
import { FailureNotice } from '../../parts/notice/Notices.tsx';
import { words } from '../../words.ts';
import { ActionList } from '../actions/ActionList.tsx';
import { Attachments } from '../attachments/Attachments.tsx';
import { TaskEvaluations } from '../evaluations/TaskEvaluations.tsx';
import { TaskFunds } from '../funds/TaskFunds.tsx';
import { TaskOutcomes } from '../outcomes/TaskOutcomes.tsx';
import { MoveMenu } from './MoveMenu.tsx';
import { Participants } from './Participants.tsx';
import { SimilarTasks } from './SimilarTasks.tsx';
import { TaskForm } from './TaskForm.tsx';
import { TaskLinks } from './TaskLinks.tsx';
import { TaskRoad } from './TaskRoad.tsx';
import { TaskSteps } from './TaskSteps.tsx';
import { PrintCard } from './PrintCard.tsx';
import { TaskState } from './states.tsx';
import { tabIn, withTab } from './task-address.ts';

const Deadline = ({ end, status }: { end: string | null; status: string }) => {
  if (!end || settledStates.some((one) => one === status)) return null;
  const days = daysTo(end);
  return <span className={days < 0 ? 'cd-number cd-late' : 'cd-number'}>수행 종료 {end} · {days < 0 ? `지남 ${dDay(days)}` : dDay(days)}</span>;
};

export const TaskRecord = ({ id, onClose }: { id: string; onClose: () => void }) => {
  const [path, go] = useLocation();
  const search = useSearch();
  const tab = tabIn(search);
  const [removing, setRemoving] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const found = useQuery({ queryKey: ['task', 'organisation', 'person', 'mini_cluster', id], queryFn: () => api.tasks.get.query({ id }) });
  const hanging = useQuery({ queryKey: ['task', 'session', 'session_task', 'participant', 'action_item', 'task_step', 'meeting', 'agenda_item', 'relations', id], queryFn: () => api.tasks.relations.query({ id }) });
  const failed = found.error ?? hanging.error;
  if (failed) return <><RecordHeader kind="애로과제" title="열 수 없습니다" onClose={onClose} /><div className="cd-pad"><FailureNotice error={failed} onRetry={() => { void found.refetch(); void hanging.refetch(); }} /></div></>;
  if (!found.data || !hanging.data) return <p className="cd-soft cd-pad">{words.loading}</p>;
  const { values, isDeleted } = found.data;
  const relations = hanging.data;
  const open = relations.actions.filter((action) => action.status === 'open' || action.status === 'in-progress');
  const late = open.some((action) => action.due_on !== null && daysTo(action.due_on) < 0);
  const owner = values.coordinator;
  return (
    <div className="cd-record">
      <RecordHeader
        kind="애로과제" number={values.task_no} title={values.title} onClose={onClose}
        badges={(
          <>
            <TaskState code={values.status} />
            {relations.firm ? <button type="button" className="cd-link" onClick={() => go(`/organisations/${relations.firm?.id ?? ''}`)}>{relations.firm.name}</button> : null}
            <Deadline end={values.end_on} status={values.status} />
            {isDeleted ? <span className="cd-late">삭제된 기록입니다.</span> : null}
          </>
        )}
        actions={isDeleted ? <Button onClick={() => void api.tasks.restore.mutate({ id }).catch(setFailure)}>되살리기</Button> : (
          <>
            <MoveMenu ids={[id]} from={values.status} />
            <PrintCard id={id} onFailure={setFailure} />
            <Button variant="default" aria-label="과제 삭제" title="과제 삭제" px={8} onClick={() => setRemoving(true)}><Trash2 size={14} aria-hidden /></Button>
          </>
        )}
      />
      {failure ? <div className="cd-pad"><FailureNotice error={failure} /></div> : null}
      <TaskRoad id={id} status={values.status} been={new Set(relations.steps.map((step) => step.to_status))} />
      <Tabs value={tab} onChange={(next) => { if (next) go(withTab(path, search, next), { replace: true }); }} keepMounted={false} className="cd-tabs">
        <Tabs.List>
          <Tabs.Tab value="fields">개요</Tabs.Tab>
          <Tabs.Tab value="bodies">참여기관 <Count>{relations.participants.length}</Count></Tabs.Tab>
          <Tabs.Tab value="funds">사업비</Tabs.Tab>
          <Tabs.Tab value="evaluation">평가</Tabs.Tab>
          <Tabs.Tab value="outcomes">성과·사후</Tabs.Tab>
          <Tabs.Tab value="links">상담·회의·첨부 <Count>{relations.sessions.length + relations.agenda.length + (relations.sourceMeeting ? 1 : 0)}</Count></Tabs.Tab>
          <Tabs.Tab value="actions">후속 조치 <Count late={late}>{open.length}</Count></Tabs.Tab>
          <Tabs.Tab value="history">이력</Tabs.Tab>
        </Tabs.List>
        {/* What is typed here is kept while one looks at another part. */}
        <Tabs.Panel value="fields" keepMounted>
          <TaskForm key={id} values={values} names={found.data.links} draftKey={`task:${id}`} onSave={(patch, was) => api.tasks.change.mutate({ id, patch, was })} />
          {tab === 'fields' ? <SimilarTasks task={id} /> : null}
        </Tabs.Panel>
        <Tabs.Panel value="bodies"><Section title="주관·참여기관"><Participants task={id} relations={relations} /></Section></Tabs.Panel>
        <Tabs.Panel value="funds"><TaskFunds task={id} /></Tabs.Panel>
        <Tabs.Panel value="evaluation"><TaskEvaluations task={id} /></Tabs.Panel>
        <Tabs.Panel value="outcomes"><TaskOutcomes task={id} /></Tabs.Panel>
        <Tabs.Panel value="links"><TaskLinks task={id} relations={relations} /><Attachments table="task" owner={id} readOnly={isDeleted} /></Tabs.Panel>
        <Tabs.Panel value="actions">
          <Section title="후속 조치" count={relations.actions.length}>
            <ActionList actions={relations.actions} on={{ task: id }} owner={owner} ownerName={found.data.links['coordinator']?.label ?? null} />
          </Section>
        </Tabs.Panel>
        <Tabs.Panel value="history">
          <Section title="상태 이력" count={relations.steps.length}><TaskSteps steps={relations.steps} /></Section>
          <Section title="변경 기록">{tab === 'history' ? <RecordHistory type={task} id={id} load={(one) => api.tasks.history.query({ id: one })} links={{ ...links, person: coordinatorLink }} /> : null}</Section>
        </Tabs.Panel>
      </Tabs>
      <ConfirmDialog
        opened={removing} title="과제를 삭제할까요?" confirm={words.remove} danger onClose={() => setRemoving(false)}
        onConfirm={() => { setRemoving(false); api.tasks.remove.mutate({ id }).then(onClose, setFailure); }}
      >
        ‘{values.title}’을(를) 목록에서 지웁니다. 실행 취소(Ctrl+Z)로 되돌릴 수 있습니다.
      </ConfirmDialog>
    </div>
  );
};
