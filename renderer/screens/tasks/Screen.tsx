/** 애로과제: the list, and the open task beside it. */
import { Button } from '@mantine/core';
import { ClipboardList, Plus } from 'lucide-react';
import { useRef } from 'react';
import { useLocation } from 'wouter';
import { api } from '../../api.ts';
import { capture } from '../../capture/capture.ts';
import { RecordGrid } from '../../parts/grid/RecordGrid.tsx';
import type { NewRows, RecordGridHandle } from '../../parts/grid/types.ts';
import { EmptyState } from '../../parts/layout/EmptyState.tsx';
import { SplitView } from '../../parts/layout/SplitView.tsx';
import type { ScreenProps } from '../../places.ts';
import { pasteInto } from '../paste-into.ts';
import { useSelection } from '../use-selection.ts';
import { taskColumns } from './columns.tsx';
import { MoveMenu } from './MoveMenu.tsx';
import { NewTask } from './NewTask.tsx';
import { TaskRecord } from './TaskRecord.tsx';
import './tasks.css';

const tables = ['task', 'organisation', 'person', 'mini_cluster', 'action_item', 'session_task'];

/** A pasted task needs its name and the name of its firm. */
const newTasks: NewRows = {
  required: ['title', 'lead_org_name'], takes: ['lead_org_name'],
  add: (rows) => api.tasks.createMany.mutate({ rows: rows.map(({ lead_org_name: firm, ...values }) => ({ values, leadOrgName: String(firm ?? '') })) }),
};

export const Screen = ({ place, id }: ScreenProps) => {
  const [, go] = useLocation();
  const grid = useRef<RecordGridHandle>(null);
  const selection = useSelection(place);
  const close = () => { go(place); setTimeout(() => grid.current?.focus(), 0); };
  const open = (row: { id: string }) => go(`${place}/${row.id}`);
  return (
    <SplitView
      name="tasks" share={0.5} onClose={close}
      record={id === null ? null : id === 'new' ? <NewTask onClose={close} onMade={(made) => go(`${place}/${made}`)} /> : <TaskRecord key={id} id={id} onClose={close} />}
      list={(
        <RecordGrid
          ref={grid} name="tasks" label="애로과제" columns={taskColumns} tables={tables} openId={id} {...selection}
          load={(request, signal) => api.tasks.list.query(request, { signal })}
          onEdit={(task, column, value, was) => api.tasks.change.mutate({ id: task, patch: { [column]: value }, was: { [column]: was } })}
          onPaste={pasteInto((changes) => api.tasks.changeMany.mutate({ changes }))}
          newRows={newTasks}
          onOpen={open}
          actions={<Button leftSection={<Plus size={14} aria-hidden />} onClick={() => go(`${place}/new`)}>새 과제</Button>}
          bulk={(ids) => <MoveMenu ids={ids} label={`상태 바꾸기 (${ids.length}건)`} onMoved={() => grid.current?.clearSelection()} />}
          empty={(
            <EmptyState
              icon={ClipboardList} title="아직 애로과제가 없습니다."
              action={{ label: '상담 기록하기 (Alt+N)', onClick: () => capture.open('session') }} second={{ label: '과제 바로 등록', onClick: () => go(`${place}/new`) }}
            >
              기업 상담을 기록한 뒤 ‘과제화’를 누르면 과제가 만들어지고 상담과 연결됩니다.
            </EmptyState>
          )}
        />
      )}
    />
  );
};
