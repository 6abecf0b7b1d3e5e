/** Columns of the list of sessions. */
import type { ListRow } from '../../../db/kernel/list-types.ts';
import { formatLength } from '../../../db/korean/parse-span.ts';
import { session } from '../../../db/sessions/fields.ts';
import { columnOf, type GridColumn } from '../../parts/grid/types.ts';
import { SessionState } from './SessionState.tsx';

// A confirmed session is payment evidence.
const edit = { editable: (row: ListRow) => row['status'] !== 'confirmed' } as const;
const named = (column: string, label: string, more: Partial<GridColumn> = {}): GridColumn => ({ column, label, kind: 'text', ...more });

export const sessionColumns: readonly GridColumn[] = [
  columnOf(session, 'visit_on', { ...edit, pinned: true }),
  named('organisation_name', '기업', { width: 160, pinned: true }),
  named('coordinator_name', '코디네이터', { width: 104 }),
  columnOf(session, 'start_at', { ...edit, width: 76 }),
  columnOf(session, 'end_at', { ...edit, width: 76 }),
  { column: 'minutes', label: '시간', kind: 'int', width: 104, text: (row) => (typeof row['minutes'] === 'number' ? formatLength(row['minutes']) : '') },
  columnOf(session, 'mode', { ...edit, width: 80 }),
  columnOf(session, 'status', { width: 92, render: (row) => (typeof row['status'] === 'string' ? <SessionState code={row['status']} /> : null) }),
  columnOf(session, 'fields', { ...edit, width: 150 }),
  columnOf(session, 'summary', { width: 280 }),
  columnOf(session, 'result', { ...edit, width: 100 }),
  { column: 'tasks', label: '과제', kind: 'int', unit: '건', width: 84, filterable: false },
  { column: 'open_actions', label: '남은 조치', kind: 'int', unit: '건', width: 104, filterable: false },
  { column: 'corrections', label: '정정', kind: 'int', unit: '건', width: 80, filterable: false, hidden: true },
  { column: 'round', label: '차수', kind: 'int', unit: '차', width: 84, filterable: false },
  columnOf(session, 'session_no', { width: 138 }),
  columnOf(session, 'advice', { hidden: true }),
  columnOf(session, 'place', { ...edit, width: 180, hidden: true }),
  named('cluster_name', '미니클러스터', { hidden: true }),
  columnOf(session, 'referred_to', { ...edit, hidden: true }),
  columnOf(session, 'next_visit_on', edit),
  columnOf(session, 'preparation_minutes', { ...edit, hidden: true }),
  columnOf(session, 'materials', { ...edit, hidden: true }),
  columnOf(session, 'distance_km', { ...edit, hidden: true }),
  columnOf(session, 'confirm_name', { ...edit, hidden: true }),
  columnOf(session, 'confirm_on', { ...edit, hidden: true }),
  columnOf(session, 'memo', { ...edit, hidden: true }),
];
