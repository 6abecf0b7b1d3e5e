/** 회의: the list, and the open meeting beside it with its attendance book. */
import { Button } from '@mantine/core';
import { Handshake, Plus } from 'lucide-react';
import { useRef } from 'react';
import { useLocation } from 'wouter';
import { api } from '../../api.ts';
import { RecordGrid } from '../../parts/grid/RecordGrid.tsx';
import type { RecordGridHandle } from '../../parts/grid/types.ts';
import { EmptyState } from '../../parts/layout/EmptyState.tsx';
import { SplitView } from '../../parts/layout/SplitView.tsx';
import type { ScreenProps } from '../../places.ts';
import { pasteInto } from '../paste-into.ts';
import { useSelection } from '../use-selection.ts';
import { meetingColumns } from './columns.tsx';
import { MeetingRecord } from './MeetingRecord.tsx';
import { NewMeeting } from './NewMeeting.tsx';
import '../../parts/layout/record.css';
import '../actions/actions.css';
import '../clusters/clusters.css';
import './meetings.css';

const tables = ['meeting', 'meeting_cluster', 'mini_cluster', 'attendance', 'agenda_item', 'task', 'action_item'];

export const Screen = ({ place, id }: ScreenProps) => {
  const [, go] = useLocation();
  const grid = useRef<RecordGridHandle>(null);
  const selection = useSelection(place);
  const close = () => { go(place); setTimeout(() => grid.current?.focus(), 0); };
  return (
    <SplitView
      name="meetings" share={0.62} onClose={close}
      record={id === null ? null : id === 'new' ? <NewMeeting onClose={close} onMade={(made) => go(`${place}/${made}`)} /> : <MeetingRecord key={id} id={id} onClose={close} />}
      list={(
        <RecordGrid
          ref={grid} name="meetings" label="회의" columns={meetingColumns} tables={tables} openId={id} {...selection}
          load={(request, signal) => api.meetings.list.query(request, { signal })}
          onEdit={(meeting, column, value, was) => api.meetings.change.mutate({ id: meeting, patch: { [column]: value }, was: { [column]: was } })}
          onPaste={pasteInto((changes) => api.meetings.changeMany.mutate({ changes }))}
          onOpen={(row) => go(`${place}/${row.id}`)}
          actions={<Button leftSection={<Plus size={14} aria-hidden />} onClick={() => go(`${place}/new`)}>새 회의</Button>}
          empty={(
            <EmptyState icon={Handshake} title="아직 회의가 없습니다." action={{ label: '회의 등록', onClick: () => go(`${place}/new`) }} second={{ label: '미니클러스터로 가기', onClick: () => go('/clusters') }}>
              미니클러스터와 날짜를 정하면 그날의 회원이 출석부에 나옵니다. 회원이 아직 없으면 미니클러스터에서 명단을 먼저 붙여 넣으세요.
            </EmptyState>
          )}
        />
      )}
    />
  );
};
