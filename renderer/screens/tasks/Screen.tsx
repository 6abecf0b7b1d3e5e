/** 애로과제: the list, and the open task beside it. */
import { ClipboardList } from 'lucide-react';
import { api } from '../../api.ts';
import { capture } from '../../capture/capture.ts';
import type { NewRows } from '../../parts/grid/types.ts';
import { EmptyState } from '../../parts/layout/EmptyState.tsx';
import type { ScreenProps } from '../../places.ts';
import { ListScreen } from '../ListScreen.tsx';
import { useWays } from '../work/ways.tsx';
import { taskColumns } from './columns.tsx';
import { MoveMenu } from './MoveMenu.tsx';
import { NewTask } from './NewTask.tsx';
import { TaskRecord } from './TaskRecord.tsx';
import './tasks.css';

const tables = ['task', 'organisation', 'person', 'mini_cluster', 'action_item', 'session_task'];

/** A pasted task needs its name, the name of its firm and its field. */
const newTasks: NewRows = {
  required: ['title', 'lead_org_name', 'field'], takes: ['lead_org_name'],
  add: (rows) => api.tasks.createMany.mutate({ rows: rows.map(({ lead_org_name: firm, ...values }) => ({ values, leadOrgName: String(firm ?? '') })) }),
};

export const Screen = (props: ScreenProps) => (
  <ListScreen
    {...props} {...useWays(props.place, props.id)} name="tasks" label="애로과제" share={0.5} columns={taskColumns} tables={tables} newLabel="새 과제" newRows={newTasks}
    calls={{
      load: (request, signal) => api.tasks.list.query(request, { signal }), change: (change) => api.tasks.change.mutate(change),
      changeMany: (changes) => api.tasks.changeMany.mutate({ changes }),
    }}
    fresh={(close, made) => <NewTask onClose={close} onMade={made} />}
    record={(id, close) => <TaskRecord key={id} id={id} onClose={close} />}
    bulk={(ids, done) => <MoveMenu ids={ids} label={`상태 바꾸기 (${ids.length}건)`} onMoved={done} />}
    empty={(startNew) => (
      <EmptyState
        icon={ClipboardList} title="아직 애로과제가 없습니다."
        action={{ label: '상담 기록하기 (Alt+N)', onClick: () => capture.open('session') }} second={{ label: '과제 바로 등록', onClick: startNew }}
      >
        기업 상담을 기록한 뒤 ‘과제화’를 누르면 과제가 만들어지고 상담과 연결됩니다.
      </EmptyState>
    )}
  />
);
