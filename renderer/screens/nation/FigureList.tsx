/** Every national figure with its source, or those behind a number of table T10. */
import { Button } from '@mantine/core';
import { ArrowLeft, Landmark } from 'lucide-react';
import { useLocation } from 'wouter';
import type { ListRequest } from '../../../db/kernel/list-types.ts';
import { nationalIndicator } from '../../../db/nation/fields.ts';
import { api } from '../../api.ts';
import { RecordGrid } from '../../parts/grid/RecordGrid.tsx';
import { columnOf, type GridColumn } from '../../parts/grid/types.ts';
import { EmptyState } from '../../parts/layout/EmptyState.tsx';
import { pasteInto } from '../paste-into.ts';
import { useSelection } from '../use-selection.ts';

const columns: GridColumn[] = [
  columnOf(nationalIndicator, 'year', { width: 76, pinned: true, text: (row) => String(row['year'] ?? '') }),
  columnOf(nationalIndicator, 'quarter', { width: 76 }),
  columnOf(nationalIndicator, 'complex_group', { width: 140 }),
  columnOf(nationalIndicator, 'industry_group', { width: 110 }),
  columnOf(nationalIndicator, 'measure', { width: 110 }),
  columnOf(nationalIndicator, 'value', { width: 130, editable: true }),
  columnOf(nationalIndicator, 'unit', { width: 90, editable: true }),
  columnOf(nationalIndicator, 'source', { width: 320, editable: true }),
];
const load = (request: ListRequest, signal: AbortSignal) => api.nation.list.query(request, { signal });

export const FigureList = () => {
  const [, go] = useLocation();
  const selection = useSelection('/nation/figures');
  return (
    <RecordGrid
      name="national-figures" label="전국 지표" columns={columns} load={load} tables={['national_indicator']} {...selection}
      onEdit={(id, column, value, was) => api.nation.change.mutate({ id, patch: { [column]: value }, was: { [column]: was } })}
      onPaste={pasteInto((changes) => api.nation.changeMany.mutate({ changes }))}
      actions={<Button variant="default" leftSection={<ArrowLeft size={15} aria-hidden />} onClick={() => go('/nation')}>연도별 표로</Button>}
      empty={<EmptyState icon={Landmark} title="아직 전국 지표가 없습니다." action={{ label: '연도별 표에서 입력', onClick: () => go('/nation') }}>공표된 값을 출처와 함께 적으면 여기에 모입니다.</EmptyState>}
    />
  );
};
