/** Columns of the list of tasks. */
import type { ListRow } from '../../../db/kernel/list-types.ts';
import { allSupportTypes, supportTypeOf, supportTypesOf } from '../../../db/tasks/choices.ts';
import { task } from '../../../db/tasks/fields.ts';
import { dDay } from '../../days.ts';
import { columnOf, type GridColumn } from '../../parts/grid/types.ts';
import { TaskState } from './states.tsx';

const days = (value: unknown): string => (typeof value === 'number' ? dDay(value) : '');
const Days = ({ value }: { value: unknown }) => <span className={typeof value === 'number' && value < 0 ? 'cd-late' : undefined}>{days(value)}</span>;
const named = (column: string, label: string, more: Partial<GridColumn> = {}): GridColumn => ({ column, label, kind: 'text', ...more });
const daysOf = (row: ListRow) => ({ decided_on: row['decided_on'], found_on: row['found_on'], program_year: row['program_year'] });
const edit = { editable: true } as const;

export const taskColumns: readonly GridColumn[] = [
  columnOf(task, 'title', { ...edit, width: 236, pinned: true }),
  named('lead_org_name', '주관기업', { width: 150 }),
  columnOf(task, 'status', { width: 124, render: (row) => (typeof row['status'] === 'string' ? <TaskState code={row['status']} /> : null) }),
  columnOf(task, 'task_no', { ...edit, width: 120 }),
  columnOf(task, 'field', { ...edit, width: 118 }),
  named('coordinator_name', '담당 코디네이터', { width: 120 }),
  named('cluster_name', '미니클러스터', { width: 140 }),
  columnOf(task, 'found_on', edit),
  { column: 'due_in', label: '조치 D-day', kind: 'int', width: 96, filterable: false, text: (row) => days(row['due_in']), render: (row) => <Days value={row['due_in']} /> },
  { column: 'days_left', label: '종료 D-day', kind: 'int', width: 96, filterable: false, text: (row) => days(row['days_left']), render: (row) => <Days value={row['days_left']} /> },
  { column: 'total_cost', label: '총사업비', kind: 'won', unit: '원', width: 130 },
  columnOf(task, 'fund_national', { ...edit, hidden: true }),
  columnOf(task, 'fund_local', { ...edit, hidden: true }),
  columnOf(task, 'fund_private_cash', { ...edit, hidden: true }),
  columnOf(task, 'fund_private_in_kind', { ...edit, hidden: true }),
  columnOf(task, 'program_year', { ...edit, width: 88 }),
  columnOf(task, 'received_on', { ...edit, hidden: true }),
  columnOf(task, 'decided_on', edit),
  columnOf(task, 'agreed_on', { ...edit, hidden: true }),
  columnOf(task, 'start_on', { ...edit, hidden: true }),
  columnOf(task, 'end_on', edit),
  columnOf(task, 'completed_on', { ...edit, hidden: true }),
  columnOf(task, 'employees_at_decision', { ...edit, hidden: true, width: 130 }),
  columnOf(task, 'support_type', { ...edit, hidden: true, width: 160, kind: 'choice', choices: allSupportTypes, choicesIn: (row) => supportTypesOf(daysOf(row)), text: (row) => supportTypeOf({ ...daysOf(row), support_type: row['support_type'] }) }),
  columnOf(task, 'route', { ...edit, hidden: true }),
  columnOf(task, 'stage', { ...edit, hidden: true }),
  columnOf(task, 'found_by', { ...edit, hidden: true }),
  columnOf(task, 'first_national_rnd', { ...edit, hidden: true }),
  columnOf(task, 'final_grade', { ...edit, hidden: true }),
  columnOf(task, 'other_fields', { ...edit, hidden: true }),
  { column: 'sessions', label: '상담', kind: 'int', unit: '건', width: 76, filterable: false },
  columnOf(task, 'need_text', { hidden: true }),
  columnOf(task, 'office', { ...edit, hidden: true, width: 120 }),
  columnOf(task, 'planned_cost', { ...edit, hidden: true }),
  columnOf(task, 'planned_on', { ...edit, hidden: true }),
  columnOf(task, 'plan_doc', { ...edit, hidden: true }),
  columnOf(task, 'granted', { ...edit, hidden: true }),
  columnOf(task, 'conditions', { hidden: true }),
  columnOf(task, 'agreement_no', { ...edit, hidden: true }),
  columnOf(task, 'notice_no', { ...edit, hidden: true }),
  columnOf(task, 'rnd_no', { ...edit, hidden: true }),
  columnOf(task, 'size_class_at_decision', { ...edit, hidden: true }),
  columnOf(task, 'final_report_on', { ...edit, hidden: true }),
  columnOf(task, 'settled_on', { ...edit, hidden: true }),
  columnOf(task, 'settled_amount', { ...edit, hidden: true }),
  columnOf(task, 'unused_returned', { ...edit, hidden: true }),
  columnOf(task, 'returned', { ...edit, hidden: true }),
  columnOf(task, 'royalty', { ...edit, hidden: true }),
  columnOf(task, 'review_on', { ...edit, hidden: true }),
  columnOf(task, 'memo', { ...edit, width: 200 }),
];
