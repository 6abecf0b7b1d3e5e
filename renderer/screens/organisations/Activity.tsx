/** What happened with an organisation: sessions, tasks, meetings, memberships. */
import { Button } from '@mantine/core';
import { labelOf } from '../../../db/kernel/field.ts';
import { membership } from '../../../db/clusters/fields.ts';
import { meeting } from '../../../db/meetings/fields.ts';
import { session } from '../../../db/sessions/fields.ts';
import { participant, task } from '../../../db/tasks/fields.ts';
import type { OrganisationRelations } from '../../../db/organisations/api.ts';
import { capture } from '../../capture/capture.ts';
import { LinkedList } from '../../parts/layout/LinkedList.tsx';
import { Section } from '../../parts/layout/Section.tsx';

const minutesOf = (minutes: number | null): string => (minutes === null ? '' : ` ${Math.floor(minutes / 60) > 0 ? `${Math.floor(minutes / 60)}시간 ` : ''}${minutes % 60 > 0 ? `${minutes % 60}분` : ''}`.trimEnd());

export const Activity = ({ organisation, relations }: { organisation: { id: string; label: string }; relations: OrganisationRelations }) => (
  <>
    <Section title="상담" count={relations.sessions.length} actions={<Button size="compact-sm" variant="default" onClick={() => capture.open('session', organisation)}>상담 기록</Button>}>
      <LinkedList
        none="아직 상담이 없습니다." rows={relations.sessions.map((one) => ({
          id: one.id, to: `/sessions/${one.id}`, label: `${one.visit_on} ${labelOf(session.fields.mode, one.mode)}${minutesOf(one.minutes)}`, note: one.summary,
          side: <>{one.coordinator}<span>{labelOf(session.fields.status, one.status)}</span></>,
        }))}
      />
    </Section>
    <Section title="애로과제" count={relations.tasks.length} actions={<Button size="compact-sm" variant="default" onClick={() => capture.open('task', organisation)}>과제 등록</Button>}>
      <LinkedList
        none="아직 과제가 없습니다." rows={relations.tasks.map((one) => ({
          id: one.id, to: `/tasks/${one.id}`, label: one.title, note: one.role === 'lead' ? null : labelOf(participant.fields.role, one.role),
          side: <>{one.found_on}<span>{labelOf(task.fields.status, one.status)}</span></>,
        }))}
      />
    </Section>
    <Section title="회의" count={relations.meetings.length}>
      <LinkedList
        none="참석한 회의가 없습니다." rows={relations.meetings.map((one) => ({
          id: one.id, to: `/meetings/${one.id}`, label: one.title, note: labelOf(meeting.fields.kind, one.kind), side: <>{one.start_on}<span>{one.people}명 참석</span></>,
        }))}
      />
    </Section>
    <Section title="미니클러스터" count={relations.memberships.length}>
      <LinkedList
        none="가입한 미니클러스터가 없습니다." rows={relations.memberships.map((one) => ({
          id: one.id, to: `/clusters/${one.cluster}`, label: one.cluster_name ?? '상위 기록 미도착', note: [one.person_name, labelOf(membership.fields.kind, one.kind)].filter(Boolean).join(' · '),
          side: one.left_on === null ? `${one.joined_on}부터` : `${one.joined_on} ~ ${one.left_on}`,
        }))}
      />
    </Section>
  </>
);
