/** Meetings a session belongs to, and sessions that belong to a meeting. */
import { ActionIcon } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Unlink } from 'lucide-react';
import { useLocation } from 'wouter';
import type { SessionMeetingLine } from '../../../db/sessions/api.ts';
import { api } from '../../api.ts';
import { meetingLink } from '../../links.ts';
import { LinkPicker } from '../../parts/form/LinkPicker.tsx';
import { Section } from '../../parts/layout/Section.tsx';
import { SessionState } from './SessionState.tsx';

export const LinkedMeetings = ({ session, meetings, isFixed, onError }: { session: string; meetings: readonly SessionMeetingLine[]; isFixed: boolean; onError: (error: unknown) => void }) => {
  const [, go] = useLocation();
  return (
    <Section title="이 상담의 회의" count={meetings.length}>
      <ul className="cd-lines">
        {meetings.map((one) => (
          <li key={one.id}>
            <span className="cd-number cd-soft cd-nowrap">{one.start_on}</span><button type="button" className="cd-link" onClick={() => go(`/meetings/${one.id}`)}>{one.title}</button>
            {isFixed ? null : <ActionIcon variant="subtle" color="gray" size="sm" aria-label={`${one.title} 연결 끊기`} title="연결 끊기" onClick={() => void api.sessions.unlinkMeeting.mutate({ session, meeting: one.id }).catch(onError)}><Unlink size={13} aria-hidden /></ActionIcon>}
          </li>
        ))}
      </ul>
      {isFixed ? null : <LinkPicker {...meetingLink} label="회의 연결하기" placeholder="회의명으로 찾기" value={null} onChange={(meeting) => { if (meeting) void api.sessions.linkMeeting.mutate({ session, meeting }).catch(onError); }} />}
    </Section>
  );
};

/** The other way round, for the record of a meeting. */
export const MeetingSessions = ({ meeting }: { meeting: string }) => {
  const [, go] = useLocation();
  const found = useQuery({ queryKey: ['session_meeting', 'session', 'ofMeeting', meeting], queryFn: () => api.sessions.ofMeeting.query({ meeting }) });
  if (!found.data || found.data.length === 0) return null;
  return (
    <Section title="연결된 상담" count={found.data.length}>
      <ul className="cd-lines">
        {found.data.map((one) => (
          <li key={one.id}><SessionState code={one.status} /><button type="button" className="cd-link" onClick={() => go(`/sessions/${one.id}`)}>{one.visit_on} {one.organisation_name}</button><span className="cd-small cd-soft">{one.coordinator}</span></li>
        ))}
      </ul>
    </Section>
  );
};
