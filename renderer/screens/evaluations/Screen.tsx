/** 평가: the list of evaluation meetings, and the open one beside it with its tasks, scores and decisions. */
import { Gavel } from 'lucide-react';
import { useLocation } from 'wouter';
import { api } from '../../api.ts';
import { EmptyState } from '../../parts/layout/EmptyState.tsx';
import type { ScreenProps } from '../../places.ts';
import { ListScreen } from '../ListScreen.tsx';
import { committeeColumns } from './columns.tsx';
import { CommitteeRecord } from './CommitteeRecord.tsx';
import { NewCommittee } from './NewCommittee.tsx';
import '../../parts/layout/record.css';
import './evaluations.css';

const tables = ['committee', 'committee_task', 'evaluator'];

export const Screen = (props: ScreenProps) => {
  const [, go] = useLocation();
  return (
    <ListScreen
      {...props} name="evaluations" label="평가회의" share={0.68} columns={committeeColumns} tables={tables} newLabel="새 평가회의"
      calls={{
        load: (request, signal) => api.evaluations.list.query(request, { signal }), change: (change) => api.evaluations.change.mutate(change),
        changeMany: (changes) => api.evaluations.changeMany.mutate({ changes }),
      }}
      fresh={(close, made) => <NewCommittee onClose={close} onMade={made} />}
      record={(id, close) => <CommitteeRecord key={id} id={id} onClose={close} />}
      empty={(startNew) => (
        <EmptyState icon={Gavel} title="아직 평가회의가 없습니다." action={{ label: '평가회의 등록', onClick: startNew }} second={{ label: '애로과제로 가기', onClick: () => go('/tasks') }}>
          회의를 등록하고 심의중인 과제와 위원을 올리면 점수표가 만들어집니다. 과제의 심의 경로가 위원회여야 올릴 수 있습니다.
        </EmptyState>
      )}
    />
  );
};
