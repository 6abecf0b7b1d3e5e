/** The memberships behind a number of members. */
import { ArrowLeft } from 'lucide-react';
import { Button } from '@mantine/core';
import { useLocation } from 'wouter';
import { membership } from '../../../db/clusters/fields.ts';
import type { ListRequest } from '../../../db/kernel/list-types.ts';
import { api } from '../../api.ts';
import { columnOf, type GridColumn } from '../../parts/grid/types.ts';
import { RecordGrid } from '../../parts/grid/RecordGrid.tsx';
import { useSelection } from '../use-selection.ts';

const columns: GridColumn[] = [
  { column: 'hub', label: '거점단지', kind: 'text', width: 110 },
  { column: 'cluster_name', label: '미니클러스터', kind: 'text', width: 220 },
  { column: 'organisation_name', label: '소속 기관', kind: 'text', width: 220 },
  { column: 'person_name', label: '회원(개인)', kind: 'text', width: 120 },
  columnOf(membership, 'kind', { width: 100 }),
  columnOf(membership, 'joined_on', { width: 120 }),
  columnOf(membership, 'left_on', { width: 120 }),
  columnOf(membership, 'memo', { width: 200, hidden: true }),
];

const load = (request: ListRequest, signal: AbortSignal) => api.reports.members.query(request, { signal });

export const Members = () => {
  const [, go] = useLocation();
  const selection = useSelection('/reports/members');
  return (
    <RecordGrid
      name="report-members" label="회원" columns={columns} load={load} tables={['membership', 'mini_cluster', 'person', 'organisation']}
      {...selection}
      onOpen={(row) => go(`/clusters/${String(row['cluster'])}`)}
      actions={<Button variant="default" leftSection={<ArrowLeft size={15} aria-hidden />} onClick={() => go('/reports/t3')}>표로 돌아가기</Button>}
    />
  );
};
