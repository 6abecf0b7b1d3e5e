/** 상담(1:1 코디네이팅 일지): the list, and beside it the session with what is known of the firm. */
import { MessagesSquare } from 'lucide-react';
import { api } from '../../api.ts';
import { capture } from '../../capture/capture.ts';
import { EmptyState } from '../../parts/layout/EmptyState.tsx';
import type { ScreenProps } from '../../places.ts';
import { ListScreen } from '../ListScreen.tsx';
import { sessionColumns } from './columns.tsx';
import { NewSession } from './NewSession.tsx';
import { SessionBulk } from './SessionBulk.tsx';
import { SessionRecord } from './SessionRecord.tsx';
import '../tasks/tasks.css';
import './sessions.css';

const tables = ['session', 'organisation', 'person', 'session_task', 'session_correction', 'action_item', 'mini_cluster'];

export const Screen = (props: ScreenProps) => (
  <ListScreen
    {...props} name="sessions" label="상담" share={0.62} columns={sessionColumns} tables={tables} newLabel="새 상담"
    calls={{
      load: (request, signal) => api.sessions.list.query(request, { signal }), change: (change) => api.sessions.change.mutate(change),
      changeMany: (changes) => api.sessions.changeMany.mutate({ changes }),
    }}
    fresh={(close, made) => <NewSession onClose={close} onMade={made} />}
    record={(id, close) => <SessionRecord key={id} id={id} onClose={close} />}
    bulk={(ids, done) => <SessionBulk ids={ids} onDone={done} />}
    empty={(startNew) => (
      <EmptyState icon={MessagesSquare} title="아직 상담 기록이 없습니다." action={{ label: '상담 기록하기 (Alt+N)', onClick: () => capture.open('session') }} second={{ label: '일지 양식으로 쓰기', onClick: startNew }}>
        기업 이름 두 글자나 초성만 치면 됩니다. 마우스 없이 1분 안에 기록할 수 있습니다.
      </EmptyState>
    )}
  />
);
