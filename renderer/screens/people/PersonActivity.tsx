/** What a person took part in: sessions, tasks, meetings, memberships and offices. */
import { labelOf } from '../../../db/kernel/field.ts';
import { membership, officer } from '../../../db/clusters/fields.ts';
import { meeting } from '../../../db/meetings/fields.ts';
import type { PersonRelations } from '../../../db/people/api.ts';
import { session } from '../../../db/sessions/fields.ts';
import { task } from '../../../db/tasks/fields.ts';
import { LinkedList } from '../../parts/layout/LinkedList.tsx';
import { Section } from '../../parts/layout/Section.tsx';

const span = (from: string, to: string | null): string => (to === null ? `${from}부터` : `${from} ~ ${to}`);
const missing = '상위 기록 미도착';

export const PersonActivity = ({ relations }: { relations: PersonRelations }) => (
  <>
    <Section title="상담" count={relations.sessions.length}>
      <LinkedList none="함께한 상담이 없습니다." rows={relations.sessions.map((one) => ({
        id: one.id, to: `/sessions/${one.id}`, label: `${one.visit_on} ${one.organisation_name ?? missing}`, note: one.summary,
        side: <>{one.as === 'coordinator' ? '담당' : '참석'}<span>{labelOf(session.fields.status, one.status)}</span></>,
      }))}
      />
    </Section>
    <Section title="애로과제" count={relations.tasks.length}>
      <LinkedList none="맡은 과제가 없습니다." rows={relations.tasks.map((one) => ({
        id: one.id, to: `/tasks/${one.id}`, label: one.title, note: one.organisation_name,
        side: <>{one.as === 'coordinator' ? '담당' : '참여'}<span>{labelOf(task.fields.status, one.status)}</span></>,
      }))}
      />
    </Section>
    <Section title="회의" count={relations.meetings.length}>
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
