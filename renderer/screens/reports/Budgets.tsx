/** The office budgets behind a number of budgets. */
import { Button } from '@mantine/core';
import { ArrowLeft } from 'lucide-react';
import { useLocation } from 'wouter';
import { officeBudget } from '../../../db/funds/fields.ts';
import type { ListRequest } from '../../../db/kernel/list-types.ts';
import { api } from '../../api.ts';
import { columnOf, type GridColumn } from '../../parts/grid/types.ts';
import { RecordGrid } from '../../parts/grid/RecordGrid.tsx';
import { useSelection } from '../use-selection.ts';

const columns: GridColumn[] = [
  columnOf(officeBudget, 'office', { width: 160 }),
  columnOf(officeBudget, 'support_type', { width: 220 }),
  columnOf(officeBudget, 'program_year', { width: 90 }),
  columnOf(officeBudget, 'amount', { width: 150 }),
  columnOf(officeBudget, 'memo', { width: 260 }),
];

const load = (request: ListRequest, signal: AbortSignal) => api.reports.budgets.query(request, { signal });

export const Budgets = () => {
  const [, go] = useLocation();
  const selection = useSelection('/reports/budgets');
  return (
    <RecordGrid
      name="report-budgets" label="지사 예산" columns={columns} load={load} tables={['office_budget']}
      {...selection}
      onOpen={() => go('/funds')}
      actions={<Button variant="default" leftSection={<ArrowLeft size={15} aria-hidden />} onClick={() => go('/reports/t8')}>표로 돌아가기</Button>}
    />
  );
};
