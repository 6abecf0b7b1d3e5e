/** Columns of the list of meetings. */
import { meeting } from '../../../db/meetings/fields.ts';
import { columnOf, type GridColumn } from '../../parts/grid/types.ts';

export const meetingColumns: GridColumn[] = [
  columnOf(meeting, 'start_on', { width: 112, pinned: true }),
  columnOf(meeting, 'title', { width: 260, editable: true }),
  columnOf(meeting, 'kind', { width: 130 }),
  columnOf(meeting, 'status', { width: 80 }),
  columnOf(meeting, 'round', { width: 100 }),
  { column: 'clusters', label: '미니클러스터', kind: 'text', width: 180 },
  { column: 'present', label: '참석', kind: 'int', unit: '명', width: 100 },
  columnOf(meeting, 'headcount_only', { width: 152, editable: true, hidden: true }),
  { column: 'agenda', label: '안건', kind: 'int', width: 76 },
  { column: 'tasks', label: '발굴 과제', kind: 'int', width: 104 },
  { column: 'open_actions', label: '남은 조치', kind: 'int', width: 104 },
  columnOf(meeting, 'place', { width: 160, editable: true }),
  columnOf(meeting, 'start_at', { width: 84, editable: true }),
  columnOf(meeting, 'end_at', { width: 84, editable: true, hidden: true }),
  columnOf(meeting, 'end_on', { width: 100, hidden: true }),
  { column: 'members_present', label: '회원 참석', kind: 'int', unit: '명', width: 126, hidden: true },
  { column: 'people', label: '모두', kind: 'int', unit: '명', width: 100, hidden: true },
];
