/** One meeting: attendance with its counter always in sight, agenda, follow-ups, costs, minutes. */
import { Button, Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Presentation, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import { labelOf } from '../../../db/kernel/field.ts';
import { standingOf } from '../../../db/meetings/choices.ts';
import { meeting } from '../../../db/meetings/fields.ts';
import type { ChangeScope } from '../../../db/series/api.ts';
import { api } from '../../api.ts';
import { links, personOfLink } from '../../links.ts';
import { today, writeDate } from '../../parts/form/DateField.tsx';
import { RecordForm } from '../../parts/form/RecordForm.tsx';
import { RecordHistory } from '../../parts/history/RecordHistory.tsx';
import { Count } from '../../parts/layout/Count.tsx';
import { RecordHeader } from '../../parts/layout/RecordHeader.tsx';
import { Section } from '../../parts/layout/Section.tsx';
import { StatusBadge } from '../../parts/layout/StatusBadge.tsx';
import { ConfirmDialog } from '../../parts/notice/ConfirmDialog.tsx';
import { FailureNotice } from '../../parts/notice/Notices.tsx';
import { words } from '../../words.ts';
import { ActionList } from '../actions/ActionList.tsx';
import { SeriesQuestion } from '../series/SeriesQuestion.tsx';
import { Attachments } from '../attachments/Attachments.tsx';
import { IcsButton } from '../calendar/IcsButton.tsx';
import { Agenda } from './Agenda.tsx';
import { Attendance } from './Attendance.tsx';
import { Costs } from './Costs.tsx';
import { Counter } from './Counter.tsx';
import { EndMeeting } from './EndMeeting.tsx';
import { FoundTasks } from './FoundTasks.tsx';
import { Hosts } from './Hosts.tsx';
import { MeetingFields } from './MeetingFields.tsx';
import { Minutes } from './Minutes.tsx';
import { MeetingSessions } from '../sessions/LinkedMeetings.tsx';
import { PrintMeeting } from './PrintMeeting.tsx';

const people = personOfLink(null);
const tones = { planned: 'waiting', held: 'done', cancelled: 'stopped' } as const;

export const MeetingRecord = ({ id, onClose }: { id: string; onClose: () => void }) => {
  const [, go] = useLocation();
  const [tab, setTab] = useState<string | null>(new URLSearchParams(useSearch()).get('tab') ?? 'attendance');
  const [scope, setScope] = useState<ChangeScope>('this');
  const [ending, setEnding] = useState(false);
  const [removing, setRemoving] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const found = useQuery({ queryKey: ['meeting', 'person', id], queryFn: () => api.meetings.get.query({ id }) });
  const hanging = useQuery({ queryKey: ['meeting', 'meeting_cluster', 'mini_cluster', 'agenda_item', 'action_item', 'task', 'organisation', 'person', 'relations', id], queryFn: () => api.meetings.relations.query({ id }) });
  const roster = useQuery({ queryKey: ['attendance', 'membership', 'meeting', 'meeting_cluster', 'mini_cluster', 'person', 'organisation', 'roster', id], queryFn: () => api.meetings.attendance.roster.query({ id }) });
  const absences = useQuery({ queryKey: ['attendance', 'membership', 'meeting', 'meeting_cluster', 'absences', id], queryFn: () => api.meetings.attendance.absences.query({ id }) });
  const failed = found.error ?? hanging.error ?? roster.error;
  if (failed) return <><RecordHeader kind="회의" title="열 수 없습니다" onClose={onClose} /><div className="cd-pad"><FailureNotice error={failed} onRetry={() => { void found.refetch(); void hanging.refetch(); void roster.refetch(); }} /></div></>;
  if (!found.data || !hanging.data || !roster.data) return <p className="cd-soft cd-pad">{words.loading}</p>;
  const { values, isDeleted, links: named } = found.data;
  const relations = hanging.data;
  const time = [values.start_at, values.end_at].filter((one) => one !== null).join('~');
  const standing = standingOf(values, today());
  const open = relations.actions.filter((one) => one.status === 'open' || one.status === 'in-progress').length;
  return (
    <div className="cd-record cd-meeting">
      <Tabs value={tab} onChange={setTab} className="cd-tabs" keepMounted={false}>
        <div className="cd-meeting-top">
          <RecordHeader
            kind={`${labelOf(meeting.fields.kind, values.kind)}${values.round ? ` ${values.round}차` : ''}`} title={values.title} onClose={onClose}
            badges={(
              <span className="cd-small cd-row-wrap cd-dots">
                <StatusBadge tone={tones[standing]}>{labelOf(meeting.fields.status, standing)}</StatusBadge>
                <span className="cd-number">{writeDate(values.start_on)}{values.end_on ? ` ~ ${writeDate(values.end_on)}` : ''} {time}</span>
                {values.place ? <span>{values.place}</span> : null}
                {relations.clusters.map((one) => <span key={one.id}><button type="button" className="cd-link" onClick={() => go(`/clusters/${one.id}`)}>{one.name}</button></span>)}
                {isDeleted ? <span className="cd-late">삭제된 회의입니다. 실행 취소로 되살릴 수 있습니다.</span> : null}
              </span>
            )}
            actions={isDeleted ? null : (
              <>
                <Button variant="default" leftSection={<Presentation size={14} aria-hidden />} onClick={() => go(`/meetings/${id}?mode=room`)}>회의 모드</Button>
                {standing === 'cancelled' || values.status === 'held' ? null : <Button variant="default" onClick={() => setEnding(true)}>회의 끝내기</Button>}
                <PrintMeeting id={id} onFailure={setFailure} />
                <IcsButton table="meeting" id={id} />
                <Button variant="default" aria-label="회의 삭제" title="회의 삭제" px={8} onClick={() => setRemoving(true)}><Trash2 size={14} aria-hidden /></Button>
              </>
            )}
          />
          {failure ? <div className="cd-pad"><FailureNotice error={failure} /></div> : null}
          <div className="cd-meeting-bar">
            <Tabs.List>
              <Tabs.Tab value="attendance">출석 <Count>{roster.data.counts.listed}</Count></Tabs.Tab>
              <Tabs.Tab value="agenda">안건 <Count>{relations.agenda.length}</Count></Tabs.Tab>
              <Tabs.Tab value="actions">조치 <Count>{open}</Count></Tabs.Tab>
              <Tabs.Tab value="minutes">회의록</Tabs.Tab>
              <Tabs.Tab value="costs">비용</Tabs.Tab>
              <Tabs.Tab value="fields">개요</Tabs.Tab>
              <Tabs.Tab value="history">이력</Tabs.Tab>
            </Tabs.List>
            <Counter counts={roster.data.counts} quorums={roster.data.quorums} />
          </div>
        </div>
        <Tabs.Panel value="attendance"><Attendance roster={roster.data} headcount={values.headcount_only} absences={absences.data ?? {}} /></Tabs.Panel>
        <Tabs.Panel value="agenda">
          <Agenda meeting={id} items={relations.agenda} actions={relations.actions} owner={values.recorder} ownerName={named['recorder']?.label ?? null} />
          <FoundTasks tasks={relations.tasks} />
          <MeetingSessions meeting={id} />
        </Tabs.Panel>
        <Tabs.Panel value="actions">
          <Section title="조치" count={relations.actions.length}>
            <ActionList actions={relations.actions} on={{ meeting: id }} owner={values.recorder} ownerName={named['recorder']?.label ?? null} />
          </Section>
        </Tabs.Panel>
        <Tabs.Panel value="minutes"><Minutes id={id} values={values} /><Attachments table="meeting" owner={id} /></Tabs.Panel>
        <Tabs.Panel value="costs"><Costs meeting={id} /></Tabs.Panel>
        <Tabs.Panel value="fields">
          <div className="cd-pad"><Hosts hosts={relations.clusters} onChange={(hosts) => { setFailure(null); api.meetings.setClusters.mutate({ id, clusters: hosts.map((host) => host.id) }).catch(setFailure); }} /></div>
          <RecordForm type={meeting} values={values} draftKey={`meeting:${id}`} quick links={{ person: people }} onSave={(patch, was) => (scope === 'this' ? api.meetings.change.mutate({ id, patch, was }) : api.series.changeMeeting.mutate({ id, patch, was, scope }).then(() => setScope('this')))}>
            <SeriesQuestion meeting={id} scope={scope} onScope={setScope} />
            <MeetingFields names={named} />
          </RecordForm>
        </Tabs.Panel>
        <Tabs.Panel value="history"><Section title="변경 기록"><RecordHistory type={meeting} id={id} load={(one) => api.meetings.history.query({ id: one })} links={links} /></Section></Tabs.Panel>
      </Tabs>
      {ending ? <EndMeeting meeting={id} items={relations.agenda} day={values.start_on} endAt={values.end_at} onClose={() => setEnding(false)} onEnded={() => { setEnding(false); setTab('minutes'); }} /> : null}
      <ConfirmDialog
        opened={removing} title="회의를 삭제할까요?" confirm={words.remove} danger onClose={() => setRemoving(false)}
        onConfirm={() => { setRemoving(false); api.meetings.remove.mutate({ id }).then(onClose, setFailure); }}
      >
        출석부와 안건, 조치, 비용도 함께 지웁니다. 여기서 나온 과제는 남습니다. 실행 취소(Ctrl+Z)로 한 번에 되돌릴 수 있습니다.
      </ConfirmDialog>
    </div>
  );
};
