/** Beside an open session: its tasks and meetings, and what is known of the firm. */
import { ActionIcon } from '@mantine/core';
import { Unlink } from 'lucide-react';
import type { RefObject } from 'react';
import { useLocation } from 'wouter';
import type { LastSession, SessionRelations } from '../../../db/sessions/api.ts';
import { api } from '../../api.ts';
import { taskLink } from '../../links.ts';
import { LinkPicker } from '../../parts/form/LinkPicker.tsx';
import { Section } from '../../parts/layout/Section.tsx';
import { TaskState } from '../tasks/states.tsx';
import { FirmSide } from './FirmSide.tsx';
import { LinkedMeetings } from './LinkedMeetings.tsx';
import type { TakeOver } from './SessionForm.tsx';

export type SessionSideProps = {
  id: string;
  firm: string;
  coordinator: string;
  on: string;
  relations: SessionRelations;
  isFixed: boolean;
  taker: RefObject<TakeOver | null>;
  onPerson: (person: { id: string; name: string }) => void;
  onPeople: (people: LastSession['people']) => void;
  onError: (error: unknown) => void;
};

export const SessionSide = ({ id, firm, coordinator, on, relations, isFixed, taker, onPerson, onPeople, onError }: SessionSideProps) => {
  const [, go] = useLocation();
  const link = (task: string) => void api.sessions.link.mutate({ session: id, task }).catch(onError);
  const open = isFixed ? {} : { onPerson, onPeople, onTask: link, onText: (text: Parameters<TakeOver>[0]) => taker.current?.(text) };
  return (
    <aside className="cd-session-side" aria-label="과제와 기업 정보">
      <Section title="이 상담의 과제" count={relations.tasks.length}>
        {relations.tasks.length === 0 ? <p className="cd-soft">‘과제화’를 누르면 이 상담에서 과제가 만들어지고 서로 연결됩니다.</p> : (
          <ul className="cd-lines">
            {relations.tasks.map((one) => (
              <li key={one.id}>
                <TaskState code={one.status} /><button type="button" className="cd-link" onClick={() => go(`/tasks/${one.id}`)}>{one.title}</button>
                {isFixed ? null : <ActionIcon variant="subtle" color="gray" size="sm" aria-label={`${one.title} 연결 끊기`} title="연결 끊기" onClick={() => void api.sessions.unlink.mutate({ session: id, task: one.id }).catch(onError)}><Unlink size={13} aria-hidden /></ActionIcon>}
              </li>
            ))}
          </ul>
        )}
        {isFixed ? null : <LinkPicker {...taskLink} label="있는 과제 연결하기" placeholder="과제명이나 기업 이름으로 찾기" value={null} onChange={(task) => { if (task) link(task); }} />}
      </Section>
      <FirmSide firm={firm} coordinator={coordinator} except={id} on={on} present={new Set(relations.people.map((one) => one.id))} linked={new Set(relations.tasks.map((one) => one.id))} {...open} />
      <LinkedMeetings session={id} meetings={relations.meetings} isFixed={isFixed} onError={onError} />
    </aside>
  );
};
