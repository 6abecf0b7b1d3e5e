/** 상담(1:1 코디네이팅 일지): the list, and beside it the session with what is known of the firm. */
import { Button } from '@mantine/core';
import { MessagesSquare, Plus } from 'lucide-react';
import { useRef } from 'react';
import { useLocation } from 'wouter';
import { api } from '../../api.ts';
import { capture } from '../../capture/capture.ts';
import { RecordGrid } from '../../parts/grid/RecordGrid.tsx';
import type { RecordGridHandle } from '../../parts/grid/types.ts';
import { EmptyState } from '../../parts/layout/EmptyState.tsx';
import { SplitView } from '../../parts/layout/SplitView.tsx';
import type { ScreenProps } from '../../places.ts';
import { pasteInto } from '../paste-into.ts';
import { useSelection } from '../use-selection.ts';
import { sessionColumns } from './columns.tsx';
import { NewSession } from './NewSession.tsx';
import { SessionRecord } from './SessionRecord.tsx';
import '../tasks/tasks.css';
import './sessions.css';

const tables = ['session', 'organisation', 'person', 'session_task', 'action_item', 'mini_cluster'];

export const Screen = ({ place, id }: ScreenProps) => {
  const [, go] = useLocation();
  const grid = useRef<RecordGridHandle>(null);
  const selection = useSelection(place);
  const close = () => { go(place); setTimeout(() => grid.current?.focus(), 0); };
  return (
    <SplitView
      name="sessions" share={0.62} onClose={close}
      record={id === null ? null : id === 'new' ? <NewSession onClose={close} onMade={(made) => go(`${place}/${made}`)} /> : <SessionRecord key={id} id={id} onClose={close} />}
      list={(
        <RecordGrid
          ref={grid} name="sessions" label="상담" columns={sessionColumns} tables={tables} openId={id} {...selection}
          load={(request, signal) => api.sessions.list.query(request, { signal })}
          onEdit={(session, column, value, was) => api.sessions.change.mutate({ id: session, patch: { [column]: value }, was: { [column]: was } })}
          onPaste={pasteInto((changes) => api.sessions.changeMany.mutate({ changes }))}
          onOpen={(row) => go(`${place}/${row.id}`)}
          actions={<Button leftSection={<Plus size={14} aria-hidden />} onClick={() => go(`${place}/new`)}>새 상담</Button>}
          empty={(
            <EmptyState icon={MessagesSquare} title="아직 상담 기록이 없습니다." action={{ label: '상담 기록하기 (Alt+N)', onClick: () => capture.open('session') }} second={{ label: '일지 양식으로 쓰기', onClick: () => go(`${place}/new`) }}>
              기업 이름 두 글자나 초성만 치면 됩니다. 마우스 없이 1분 안에 기록할 수 있습니다.
            </EmptyState>
          )}
        />
      )}
    />
  );
};
