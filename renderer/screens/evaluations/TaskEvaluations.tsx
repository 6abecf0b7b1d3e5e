/** 심의 of one task: every committee it was before, with scores, opinions and decision; or the decision of the lead coordinator. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Conflict } from '../../../db/evaluations/api.ts';
import { api } from '../../api.ts';
import { committeeLink } from '../../links.ts';
import { LinkPicker } from '../../parts/form/LinkPicker.tsx';
import { Section } from '../../parts/layout/Section.tsx';
import { FailureNotice, InfoNotice } from '../../parts/notice/Notices.tsx';
import { words } from '../../words.ts';
import { SmallDecision } from './SmallDecision.tsx';
import { TaskMeetingCard } from './TaskMeetingCard.tsx';
import { sheetTables, wonWords } from './words.ts';
import './evaluations.css';

/** Puts the task before a meeting from here. */
const BeforeCommittee = ({ task }: { task: string }) => {
  const [conflicts, setConflicts] = useState<readonly Conflict[]>([]);
  const [failure, setFailure] = useState<unknown>(null);
  const add = (committee: string) => { setFailure(null); api.evaluations.tasks.add.mutate({ committee, tasks: [task] }).then((answer) => setConflicts(answer.conflicts), setFailure); };
  return (
    <div className="cd-stack">
      <LinkPicker {...committeeLink} name="committee" label="평가회의에 올리기" description="회의 이름으로 찾습니다. 새 회의는 왼쪽 ‘평가’에서 등록합니다." value={null} onChange={(id) => { if (id) add(id); }} />
      {failure ? <FailureNotice error={failure} /> : null}
      {conflicts.length > 0 ? <InfoNotice title={`위원 ${conflicts.length}명을 제척으로 표시했습니다.`}><ul className="cd-plain-list cd-small">{conflicts.map((one) => <li key={one.person}>{one.reason}</li>)}</ul></InfoNotice> : null}
    </div>
  );
};

export const TaskEvaluations = ({ task }: { task: string }) => {
  const found = useQuery({ queryKey: [...sheetTables, 'task_step', 'period_rule', 'of-task', task], queryFn: () => api.evaluations.ofTask.query({ id: task }), placeholderData: (before) => before });
  if (found.error) return <div className="cd-pad"><FailureNotice error={found.error} onRetry={() => void found.refetch()} /></div>;
  if (!found.data) return <p className="cd-soft cd-pad">{words.loading}</p>;
  const { status, route, meetings, small, smallBelow } = found.data;
  const isWaiting = status === 'under-review' && !meetings.some((one) => one.status !== 'closed' && (one.decision === null || one.decision === 'postponed'));
  const isByLead = route === 'lead-coordinator';
  return (
    <>
      {small ? (
        <Section title="수석코디네이터 결정">
          <p><b>{small.name}</b> <span className="cd-number cd-soft">{small.on}</span>{small.granted === null ? '' : ` · ${wonWords(small.granted)}`}{small.conditions ? ` · 조건: ${small.conditions}` : ''}</p>
          {small.opinion ? <p className="cd-ev-said">{small.opinion}</p> : null}
        </Section>
      ) : null}
      {isByLead && !small ? <SmallDecision key={task} task={task} below={smallBelow} /> : null}
      {isByLead && meetings.length === 0 ? null : (
        <Section title="평가회의" count={meetings.length}>
          {meetings.length === 0 && !isWaiting ? <p className="cd-soft">아직 평가회의에 오르지 않았습니다. 과제가 ‘심의중’이 되면 여기에서 회의에 올릴 수 있습니다.</p> : null}
          {isWaiting && !isByLead ? (route === null ? <p className="cd-soft">심의 경로가 비어 있습니다. 기본 정보에서 심의 경로를 정하면 평가회의에 올릴 수 있습니다.</p> : <BeforeCommittee task={task} />) : null}
          {meetings.map((one) => <TaskMeetingCard key={one.committee} meeting={one} />)}
        </Section>
      )}
    </>
  );
};
