/** 회의: the list, and the open meeting beside it with its attendance book; `?mode=room` shows that meeting alone, for the room. */
import { Button } from '@mantine/core';
import { CalendarSync, Handshake } from 'lucide-react';
import { useLocation, useSearch } from 'wouter';
import { api } from '../../api.ts';
import { EmptyState } from '../../parts/layout/EmptyState.tsx';
import type { ScreenProps } from '../../places.ts';
import { ListScreen } from '../ListScreen.tsx';
import { meetingColumns } from './columns.tsx';
import { MeetingRecord } from './MeetingRecord.tsx';
import { NewMeeting } from './NewMeeting.tsx';
import { Room } from './Room.tsx';
import '../../parts/layout/record.css';
import '../actions/actions.css';
import '../clusters/clusters.css';
import './meetings.css';

const tables = ['meeting', 'meeting_cluster', 'mini_cluster', 'attendance', 'agenda_item', 'task', 'action_item'];

export const Screen = (props: ScreenProps) => {
  const [, go] = useLocation();
  const mode = new URLSearchParams(useSearch()).get('mode');
  if (mode === 'room' && props.id !== null && props.id !== 'new') return <Room key={props.id} id={props.id} />;
  return (
    <ListScreen
      {...props} name="meetings" label="회의" share={0.62} columns={meetingColumns} tables={tables} newLabel="새 회의"
      above={<div className="cd-meetings-above"><Button variant="default" size="compact-sm" leftSection={<CalendarSync size={14} aria-hidden />} onClick={() => go('/series')}>정기 회의</Button></div>}
      calls={{
        load: (request, signal) => api.meetings.list.query(request, { signal }), change: (change) => api.meetings.change.mutate(change),
        changeMany: (changes) => api.meetings.changeMany.mutate({ changes }),
      }}
      fresh={(close, made) => <NewMeeting onClose={close} onMade={made} />}
      record={(id, close) => <MeetingRecord key={id} id={id} onClose={close} />}
      empty={(startNew) => (
        <EmptyState icon={Handshake} title="아직 회의가 없습니다." action={{ label: '회의 등록', onClick: startNew }} second={{ label: '미니클러스터로 가기', onClick: () => go('/clusters') }}>
          미니클러스터와 날짜를 정하면 그날의 회원이 출석부에 나옵니다. 회원이 아직 없으면 미니클러스터에서 명단을 먼저 붙여 넣으세요.
        </EmptyState>
      )}
    />
  );
};
