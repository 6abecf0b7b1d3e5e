/** 미니클러스터: the list, and the open one beside it with members as of a day. */
import { Network } from 'lucide-react';
import { api } from '../../api.ts';
import { EmptyState } from '../../parts/layout/EmptyState.tsx';
import type { ScreenProps } from '../../places.ts';
import { ListScreen } from '../ListScreen.tsx';
import { ClusterRecord } from './ClusterRecord.tsx';
import { clusterColumns } from './columns.tsx';
import { NewCluster } from './NewCluster.tsx';
import '../../parts/layout/record.css';
import '../actions/actions.css';
import './clusters.css';

const tables = ['mini_cluster', 'membership', 'person', 'meeting', 'meeting_cluster', 'task'];

export const Screen = (props: ScreenProps) => (
  <ListScreen
    {...props} name="clusters" label="미니클러스터" share={0.6} columns={clusterColumns} tables={tables} newLabel="새 미니클러스터"
    calls={{
      load: (request, signal) => api.clusters.list.query(request, { signal }), change: (change) => api.clusters.change.mutate(change),
      changeMany: (changes) => api.clusters.changeMany.mutate({ changes }),
    }}
    fresh={(close, made) => <NewCluster onClose={close} onMade={made} />}
    record={(id, close) => <ClusterRecord key={id} id={id} onClose={close} />}
    empty={(startNew) => (
      <EmptyState icon={Network} title="아직 미니클러스터가 없습니다." action={{ label: '미니클러스터 등록', onClick: startNew }}>
        이름과 거점단지를 등록한 뒤, 회원 명단을 엑셀에서 복사해 붙여 넣으면 회의 출석부와 회원 집계가 만들어집니다.
      </EmptyState>
    )}
  />
);
