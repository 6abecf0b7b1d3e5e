/** 미니클러스터: the list, and the open one beside it with members as of a day. */
import { Button } from '@mantine/core';
import { Network, Plus } from 'lucide-react';
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
import { ClusterRecord } from './ClusterRecord.tsx';
import { clusterColumns } from './columns.tsx';
import { NewCluster } from './NewCluster.tsx';
import '../../parts/layout/record.css';
import '../actions/actions.css';
import './clusters.css';

const tables = ['mini_cluster', 'membership', 'person', 'meeting', 'meeting_cluster', 'task'];

export const Screen = ({ place, id }: ScreenProps) => {
  const [, go] = useLocation();
  const grid = useRef<RecordGridHandle>(null);
  const selection = useSelection(place);
  const close = () => { go(place); setTimeout(() => grid.current?.focus(), 0); };
  return (
    <SplitView
      name="clusters" share={0.6} onClose={close}
      record={id === null ? null : id === 'new' ? <NewCluster onClose={close} onMade={(made) => go(`${place}/${made}`)} /> : <ClusterRecord key={id} id={id} onClose={close} />}
      list={(
        <RecordGrid
          ref={grid} name="clusters" label="미니클러스터" columns={clusterColumns} tables={tables} openId={id} {...selection}
          load={(request, signal) => api.clusters.list.query(request, { signal })}
          onEdit={(cluster, column, value, was) => api.clusters.change.mutate({ id: cluster, patch: { [column]: value }, was: { [column]: was } })}
          onPaste={pasteInto((changes) => api.clusters.changeMany.mutate({ changes }))}
          onOpen={(row) => go(`${place}/${row.id}`)}
          actions={<Button leftSection={<Plus size={14} aria-hidden />} onClick={() => go(`${place}/new`)}>새 미니클러스터</Button>}
          empty={(
            <EmptyState icon={Network} title="아직 미니클러스터가 없습니다." action={{ label: '미니클러스터 등록', onClick: () => go(`${place}/new`) }}>
              이름과 거점단지를 등록한 뒤, 회원 명단을 엑셀에서 복사해 붙여 넣으면 회의 출석부와 회원 집계가 만들어집니다.
            </EmptyState>
          )}
        />
      )}
    />
  );
};
