/** What a person took part in: sessions, tasks, meetings, memberships and offices. */
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useLocation } from 'wouter';
import { labelOf } from '../../../db/kernel/field.ts';
import { membership, officer } from '../../../db/clusters/fields.ts';
import { meeting } from '../../../db/meetings/fields.ts';
import type { PersonRelations } from '../../../db/people/api.ts';
import { session } from '../../../db/sessions/fields.ts';
import { task } from '../../../db/tasks/fields.ts';
import { api } from '../../api.ts';
import { sentenceOf } from '../../refusal.ts';
import { LinkedList } from '../../parts/layout/LinkedList.tsx';
import { Section } from '../../parts/layout/Section.tsx';

const span = (from: string, to: string | null): string => (to === null ? `${from}부터` : `${from} ~ ${to}`);
const missing = '상위 기록 미도착';

const paths = { session: '/sessions', task: '/tasks', meeting: '/meetings' } as const;
type Kind = keyof typeof paths;

const failed = (error: unknown): void => { notifications.show({ color: 'danger', title: '열지 못했습니다', message: sentenceOf(error) }); };

/** Opens what is not listed here, where it can be sorted and narrowed. */
const All = ({ person, kind, shown, count }: { person: string; kind: Kind; shown: number; count: number }) => {
  const [, go] = useLocation();
  if (shown >= count) return null;
  return (
    <>
      <span className="cd-small cd-soft">최근 {shown.toLocaleString('ko-KR')}건</span>
      <Button size="compact-xs" variant="subtle" onClick={() => { api.people.openRelated.mutate({ id: person, kind }).then(({ id }) => go(`${paths[kind]}?selection=${id}`), failed); }}>전체 {count.toLocaleString('ko-KR')}건 보기</Button>
    </>
  );
};

export const PersonActivity = ({ person, relations }: { person: string; relations: PersonRelations }) => (
  <>
    <Section title="상담" count={relations.counts.session} actions={<All person={person} kind="session" shown={relations.sessions.length} count={relations.counts.session} />}>
      <LinkedList none="함께한 상담이 없습니다." rows={relations.sessions.map((one) => ({
        id: one.id, to: `/sessions/${one.id}`, label: `${one.visit_on} ${one.organisation_name ?? missing}`, note: one.summary,
        side: <>{one.as === 'coordinator' ? '담당' : '참석'}<span>{labelOf(session.fields.status, one.status)}</span></>,
      }))}
      />
    </Section>
    <Section title="애로과제" count={relations.counts.task} actions={<All person={person} kind="task" shown={relations.tasks.length} count={relations.counts.task} />}>
      <LinkedList none="맡은 과제가 없습니다." rows={relations.tasks.map((one) => ({
        id: one.id, to: `/tasks/${one.id}`, label: one.title, note: one.organisation_name,
        side: <>{one.as === 'coordinator' ? '담당' : '참여'}<span>{labelOf(task.fields.status, one.status)}</span></>,
      }))}
      />
    </Section>
    <Section title="회의" count={relations.counts.meeting} actions={<All person={person} kind="meeting" shown={relations.meetings.length} count={relations.counts.meeting} />}>
      <LinkedList none="명부에 오른 회의가 없습니다." rows={relations.meetings.map((one) => ({
        id: one.id, to: `/meetings/${one.id}`, label: one.title, note: labelOf(meeting.fields.kind, one.kind), side: <>{one.start_on}<span>{one.is_present === 1 ? '참석' : '불참'}</span></>,
      }))}
      />
    </Section>
    <Section title="미니클러스터" count={relations.memberships.length + relations.officers.length}>
      <LinkedList none="가입한 미니클러스터가 없습니다." rows={[
        ...relations.officers.map((one) => ({ id: one.id, to: `/clusters/${one.cluster}`, label: one.cluster_name ?? missing, note: `임원 · ${labelOf(officer.fields.role, one.role)}`, side: span(one.from_on, one.to_on) })),
        ...relations.memberships.map((one) => ({ id: one.id, to: `/clusters/${one.cluster}`, label: one.cluster_name ?? missing, note: ['회원', labelOf(membership.fields.kind, one.kind), one.organisation_name].filter(Boolean).join(' · '), side: span(one.joined_on, one.left_on) })),
      ]}
      />
    </Section>
  </>
);
