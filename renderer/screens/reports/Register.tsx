/** 과제 관리대장 (T5): the tasks of the period as a list, the totals under it. A row opens its task. */
import { useMemo } from 'react';
import { useLocation } from 'wouter';
import type { ListRequest } from '../../../db/kernel/list-types.ts';
import type { CellKey, ReportParams, ReportTable } from '../../../db/reports/api.ts';
import { daysToEnd, periodText } from '../../../db/reports/choices.ts';
import { allSupportTypes, supportTypeOf } from '../../../db/tasks/choices.ts';
import { task } from '../../../db/tasks/fields.ts';
import { api } from '../../api.ts';
import { dDay } from '../../days.ts';
import { columnOf, type GridColumn } from '../../parts/grid/types.ts';
import { RecordGrid } from '../../parts/grid/RecordGrid.tsx';
import { TaskState } from '../tasks/states.tsx';

export type RegisterProps = { table: ReportTable; params: ReportParams; onOpen: (cell: CellKey) => void };

const named = (column: string, label: string, width: number): GridColumn => ({ column, label, kind: 'text', width });

/** The columns of domain.md §13, in its order. */
const columnsOf = (asOf: string): GridColumn[] => [
  { ...columnOf(task, 'task_no', { width: 112 }), pinned: true },
  columnOf(task, 'title', { width: 240 }),
  named('lead_org_name', '주관기업', 150),
  named('cluster_name', '미니클러스터', 150),
  columnOf(task, 'support_type', {
    width: 150, kind: 'choice', choices: allSupportTypes, text: (row) => supportTypeOf({ support_type: row['support_type'], decided_on: row['decided_on'], found_on: row['found_on'], program_year: row['program_year'] }),
  }),
  { column: 'start_on', label: '수행 기간', kind: 'date', width: 180, text: periodText },
  columnOf(task, 'fund_national', { width: 124 }),
  { column: 'fund_private', label: '민간부담금', kind: 'won', unit: '원', width: 124 },
  { column: 'total_cost', label: '총사업비', kind: 'won', unit: '원', width: 124 },
  named('coordinator_name', '코디네이터', 100),
  columnOf(task, 'status', { width: 112, render: (row) => (typeof row['status'] === 'string' ? <TaskState code={row['status']} /> : null) }),
  {
    column: 'end_on', label: '만료 D-일', kind: 'date', width: 92, text: (row) => { const days = daysToEnd(row, asOf); return days === null ? '' : dDay(days); },
    render: (row) => { const days = daysToEnd(row, asOf); return days === null ? null : <span className={days < 0 ? 'cd-late' : undefined}>{dDay(days)}</span>; },
  },
  columnOf(task, 'decided_on', { hidden: true }),
  columnOf(task, 'office', { hidden: true, width: 120 }),
  columnOf(task, 'fund_local', { hidden: true, width: 124 }),
];

const tables = ['task', 'task_step', 'organisation', 'mini_cluster', 'person'];

export const Register = ({ table, params, onOpen }: RegisterProps) => {
  const [, go] = useLocation();
  const columns = useMemo(() => columnsOf(params.asOf), [params.asOf]);
  const load = useMemo(() => (request: ListRequest, signal: AbortSignal) => api.reports.register.query({ params, request }, { signal }), [params]);
  return (
    <div className="cd-register">
      <RecordGrid key={JSON.stringify(params)} name="report-register" label="지원 과제" columns={columns} load={load} tables={tables} onOpen={(row) => go(`/tasks/${row.id}`)} />
      <div className="cd-register-sums" role="group" aria-label="합계">
        <strong>합계</strong>
        <dl>
          {table.columns.map((column, index) => {
            const cell = table.cells[0]?.[index];
            const drill = cell?.drill ?? null;
            return (
              <div key={column.key}>
                <dt>{column.label}</dt>
                <dd>{drill === null ? cell?.text : <button type="button" title={`${column.label}: 기록 보기`} onClick={() => onOpen(drill)}>{cell?.text}</button>}</dd>
              </div>
            );
          })}
        </dl>
      </div>
      <details className="cd-register-notes"><summary>세는 법</summary><ul className="cd-report-notes">{table.footnotes.map((note) => <li key={note.text}>{note.text}</li>)}</ul></details>
    </div>
  );
};
