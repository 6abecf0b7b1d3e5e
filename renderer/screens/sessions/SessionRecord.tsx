/** One open session: the log on the left; its tasks and what is known of the firm on the right. */
import { ActionIcon, Button, Tabs } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { ClipboardPlus, Trash2, Unlink } from 'lucide-react';
import { useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import { formatLength } from '../../../db/korean/parse-span.ts';
import { session } from '../../../db/sessions/fields.ts';
import { api } from '../../api.ts';
import { coordinatorLink, links, taskLink } from '../../links.ts';
import { LinkPicker } from '../../parts/form/LinkPicker.tsx';
import { RecordHistory } from '../../parts/history/RecordHistory.tsx';
import { RecordHeader } from '../../parts/layout/RecordHeader.tsx';
import { Section } from '../../parts/layout/Section.tsx';
import { ConfirmDialog } from '../../parts/notice/ConfirmDialog.tsx';
import { FailureNotice } from '../../parts/notice/Notices.tsx';
import { sentenceOf } from '../../refusal.ts';
import { words } from '../../words.ts';
import { ActionList } from '../actions/ActionList.tsx';
import { MakeTaskDialog } from '../tasks/MakeTaskDialog.tsx';
import { TaskState } from '../tasks/states.tsx';
import { FirmSide } from './FirmSide.tsx';
import { asAttendee, People, type Present } from '../../capture/People.tsx';
import { SessionForm } from './SessionForm.tsx';
import { SessionState } from './SessionState.tsx';
import '../../parts/layout/record.css';

const say = (error: unknown) => notifications.show({ color: 'danger', title: '저장하지 못했습니다', message: sentenceOf(error) });
const tables = ['session', 'session_task', 'session_attendee', 'person', 'task', 'action_item'];

export const SessionRecord = ({ id, onClose }: { id: string; onClose: () => void }) => {
  const [path, go] = useLocation();
  const search = useSearch();
  const [asking, setAsking] = useState(new URLSearchParams(search).get('make') === 'task');
  const [tab, setTab] = useState<string | null>('log');
  const [removing, setRemoving] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const found = useQuery({ queryKey: ['session', 'organisation', 'person', 'mini_cluster', id], queryFn: () => api.sessions.get.query({ id }) });
  const hanging = useQuery({ queryKey: [...tables, 'relations', id], queryFn: () => api.sessions.relations.query({ id }) });
  const failed = found.error ?? hanging.error;
  if (failed) return <><RecordHeader kind="상담" title="열 수 없습니다" onClose={onClose} /><div className="cd-pad"><FailureNotice error={failed} onRetry={() => { void found.refetch(); void hanging.refetch(); }} /></div></>;
  if (!found.data || !hanging.data) return <p className="cd-soft cd-pad">{words.loading}</p>;
  const { values, links: names, isDeleted } = found.data;
  const relations = hanging.data;
  const isFixed = values.status === 'confirmed' || isDeleted;
  const people = (side: string): Present[] => relations.people.filter((one) => one.side === side).map((one) => ({ id: one.id, name: one.name ?? '상위 기록 미도착', note: one.position ?? (side === 'agency' ? one.organisation_name : null) }));
  const attend = (side: 'firm' | 'agency') => (person: Present) => void api.sessions.attend.mutate({ session: id, person: asAttendee(person), side }).catch(say);
  const leave = (person: Present) => void api.sessions.leave.mutate({ session: id, person: person.id }).catch(say);
  const link = (task: string) => void api.sessions.link.mutate({ session: id, task }).catch(say);
  const act = (work: Promise<unknown>) => { setFailure(null); work.catch(setFailure); };
  // A task needs its field: without one in the log it is asked for.
  const makeTask = async () => {
    if (values.fields === null) { setAsking(true); return; }
    go(`/tasks/${(await api.sessions.makeTask.mutate({ id })).id}`);
  };
  return (
    <div className="cd-record">
      <RecordHeader
        kind="상담" number={values.session_no} title={names['organisation']?.label ?? '상담'} onClose={onClose}
        badges={(
          <>
            <SessionState code={values.status} />
            <span className="cd-number">{values.visit_on}{values.start_at ? ` ${values.start_at}${values.end_at ? `–${values.end_at}` : ''}` : ''}</span>
            <span className="cd-soft">{[relations.minutes === null ? null : formatLength(relations.minutes), `${relations.round}차`].filter(Boolean).join(' · ')}</span>
            {isDeleted ? <span className="cd-late">삭제된 기록입니다.</span> : null}
          </>
        )}
        actions={isDeleted ? <Button onClick={() => act(api.sessions.restore.mutate({ id }))}>되살리기</Button> : (
          <>
            <Button leftSection={<ClipboardPlus size={15} aria-hidden />} onClick={() => act(makeTask())}>과제화</Button>
            {values.status === 'submitted' ? <Button variant="default" onClick={() => act(api.sessions.step.mutate({ ids: [id], to: 'draft' }))}>제출 취소</Button>
              : values.status === 'confirmed' ? null : <Button variant="default" onClick={() => act(api.sessions.step.mutate({ ids: [id], to: 'submitted' }))}>제출</Button>}
            <Button variant="default" aria-label="상담 삭제" title="상담 삭제" px={8} onClick={() => setRemoving(true)}><Trash2 size={14} aria-hidden /></Button>
          </>
        )}
      />
      {failure ? <div className="cd-pad"><FailureNotice error={failure} /></div> : null}
      <MakeTaskDialog session={asking ? id : null} onClose={() => { setAsking(false); if (search.includes('make=')) go(path, { replace: true }); }} onMade={(task) => go(`/tasks/${task}`)} />
      <div className="cd-session">
        <Tabs value={tab} onChange={setTab} className="cd-tabs">
          <Tabs.List><Tabs.Tab value="log">일지</Tabs.Tab><Tabs.Tab value="history">변경 기록</Tabs.Tab></Tabs.List>
          <Tabs.Panel value="log">
            <SessionForm key={id} id={id} values={values} names={names} readOnly={isFixed} draftKey={`session:${id}`} onSave={(patch, was) => api.sessions.change.mutate({ id, patch, was })}>
              <div className="cd-two">
                <People label="기업 참석자" disabled={isFixed} people={people('firm')} firm={values.organisation} onAdd={attend('firm')} onRemove={leave} />
                <People label="동행자" disabled={isFixed} people={people('agency')} firm={null} onAdd={attend('agency')} onRemove={leave} />
              </div>
            </SessionForm>
            <Section title="후속 조치" count={relations.actions.length}>
              <ActionList actions={relations.actions} on={{ session: id }} owner={values.coordinator} ownerName={names['coordinator']?.label ?? null} />
            </Section>
          </Tabs.Panel>
          <Tabs.Panel value="history"><Section title="변경 기록">{tab === 'history' ? <RecordHistory type={session} id={id} load={(one) => api.sessions.history.query({ id: one })} links={{ ...links, person: coordinatorLink }} /> : null}</Section></Tabs.Panel>
        </Tabs>
        <aside className="cd-session-side" aria-label="과제와 기업 정보">
          <Section title="이 상담의 과제" count={relations.tasks.length}>
            {relations.tasks.length === 0 ? <p className="cd-soft">‘과제화’를 누르면 이 상담에서 과제가 만들어지고 서로 연결됩니다.</p> : (
              <ul className="cd-lines">
                {relations.tasks.map((one) => (
                  <li key={one.id}>
                    <TaskState code={one.status} /><button type="button" className="cd-link" onClick={() => go(`/tasks/${one.id}`)}>{one.title}</button>
                    <ActionIcon variant="subtle" color="gray" size="sm" aria-label={`${one.title} 연결 끊기`} title="연결 끊기" onClick={() => void api.sessions.unlink.mutate({ session: id, task: one.id }).catch(say)}><Unlink size={13} aria-hidden /></ActionIcon>
                  </li>
                ))}
              </ul>
            )}
            <LinkPicker {...taskLink} label="있는 과제 연결하기" placeholder="과제명이나 기업 이름으로 찾기" value={null} onChange={(task) => { if (task) link(task); }} />
          </Section>
          <FirmSide firm={values.organisation} coordinator={values.coordinator} except={id}
            present={new Set(relations.people.map((one) => one.id))} onPerson={(one) => attend('firm')(one)} linked={new Set(relations.tasks.map((one) => one.id))} onTask={link} />
        </aside>
      </div>
      <ConfirmDialog opened={removing} title="상담 기록을 삭제할까요?" confirm={words.remove} danger onClose={() => setRemoving(false)} onConfirm={() => { setRemoving(false); api.sessions.remove.mutate({ id }).then(onClose, setFailure); }}>
        {values.visit_on} {names['organisation']?.label} 상담을 목록에서 지웁니다. 실행 취소(Ctrl+Z)로 되돌릴 수 있습니다.
      </ConfirmDialog>
    </div>
  );
};
