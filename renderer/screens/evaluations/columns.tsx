/** Columns of the list of evaluation meetings. */
import { committee } from '../../../db/evaluations/fields.ts';
import { columnOf, type GridColumn } from '../../parts/grid/types.ts';

export const committeeColumns: GridColumn[] = [
  columnOf(committee, 'held_on', { width: 112, pinned: true, editable: true }),
  columnOf(committee, 'name', { width: 240, editable: true }),
  columnOf(committee, 'kind', { width: 130, editable: true }),
  columnOf(committee, 'status', { width: 84 }),
  { column: 'tasks', label: '상정', kind: 'int', width: 76 },
  { column: 'reviewed', label: '심의', kind: 'int', width: 76 },
  { column: 'selected', label: '선정', kind: 'int', width: 76 },
  { column: 'rate', label: '선정률', kind: 'decimal', unit: '%', width: 100, filterable: false },
  { column: 'granted', label: '선정 금액', kind: 'won', unit: '원', width: 136 },
  { column: 'evaluators', label: '위원', kind: 'int', width: 76 },
  columnOf(committee, 'place', { width: 160, editable: true }),
  columnOf(committee, 'start_at', { width: 84, editable: true, hidden: true }),
  columnOf(committee, 'office', { width: 110, editable: true }),
  columnOf(committee, 'memo', { width: 200, hidden: true }),
];
