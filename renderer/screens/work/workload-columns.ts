/** The numbers of the workload and the records behind each: the list opens under these very conditions. */
import type { Filter } from '../../../db/kernel/list-types.ts';
import { resolveValue } from '../../../db/views/choices.ts';
import type { Scope, WorkloadLine } from '../../../db/work/api.ts';
import { openStates } from '../../../db/work/choices.ts';
import { stateName } from '../tasks/states.tsx';
import { whereAddress } from '../use-where.ts';

/** Follow-ups have no list of their own: they open in a dialog. */
export type Behind = { address: string } | { actions: 'waiting' | 'late' };

export type WorkloadColumn = {
  key: string;
  word: string;
  /** What the number means, for the header's tooltip. */
  means: string;
  kind: 'number' | 'late' | 'money';
  value: (line: WorkloadLine) => number;
  /** Null where nothing is behind it. `who` is null for the total. */
  behind: (who: Filter | null, scope: Scope, today: string) => Behind;
};

const between = (from: string | null, to: string | null): Filter => ({ op: 'range', from, to });
const open: Filter = { op: 'in', values: [...openStates] };
const day = (value: string, today: string): string => String(resolveValue(value, { person: null, today }));

const tasks = (more: (today: string) => Record<string, Filter>) => (who: Filter | null, scope: Scope, today: string): Behind =>
  ({ address: whereAddress('/tasks', { ...scope.filter, ...(who ? { coordinator: who } : {}), status: open, ...more(today) }) });
const sessions = (from: string) => (who: Filter | null, _: Scope, today: string): Behind =>
  ({ address: whereAddress('/sessions', { ...(who ? { coordinator: who } : {}), visit_on: between(day(from, today), today) }) });

export const workloadColumns: readonly WorkloadColumn[] = [
  { key: 'open', word: '진행 과제', means: '끝나지 않은 과제', kind: 'number', value: (line) => line.open, behind: tasks(() => ({})) },
  ...openStates.map((state): WorkloadColumn => ({
    key: state, word: stateName(state), means: `‘${stateName(state)}’ 상태의 과제`, kind: 'number', value: (line) => line.states[state] ?? 0, behind: tasks(() => ({ status: { op: 'in', values: [state] } })),
  })),
  { key: 'soon', word: '30일 안', means: '수행 종료가 오늘부터 30일 안인 과제', kind: 'number', value: (line) => line.dueSoon, behind: tasks((today) => ({ end_on: between(today, day('@today+30', today)) })) },
  { key: 'late', word: '기한 지남', means: '수행 종료가 지났는데 끝나지 않은 과제', kind: 'late', value: (line) => line.late, behind: tasks((today) => ({ end_on: between(null, day('@today-1', today)) })) },
  { key: 'sessions30', word: '상담 30일', means: '최근 30일의 상담', kind: 'number', value: (line) => line.sessions30, behind: sessions('@today-29') },
  { key: 'sessions90', word: '상담 90일', means: '최근 90일의 상담', kind: 'number', value: (line) => line.sessions90, behind: sessions('@today-89') },
  { key: 'actions', word: '할 일', means: '기한이 남았거나 없는 후속 조치', kind: 'number', value: (line) => line.actions, behind: () => ({ actions: 'waiting' }) },
  { key: 'actionsLate', word: '지난 할 일', means: '기한이 지난 후속 조치', kind: 'late', value: (line) => line.actionsLate, behind: () => ({ actions: 'late' }) },
  { key: 'money', word: '총사업비', means: '끝나지 않은 과제의 총사업비 (백만원)', kind: 'money', value: (line) => line.money, behind: tasks(() => ({ total_cost: { op: 'filled' } })) },
];

/** Whose records: one person's, nobody's. */
export const whoOf = (line: WorkloadLine): Filter => (line.person === null ? { op: 'empty' } : { op: 'equals', value: line.person });

/** All lines as one. */
export const totalOf = (lines: readonly WorkloadLine[]): WorkloadLine => lines.reduce<WorkloadLine>((sum, line) => ({
  ...sum,
  states: Object.fromEntries(openStates.map((state) => [state, (sum.states[state] ?? 0) + (line.states[state] ?? 0)])),
  open: sum.open + line.open, dueSoon: sum.dueSoon + line.dueSoon, late: sum.late + line.late, sessions30: sum.sessions30 + line.sessions30, sessions90: sum.sessions90 + line.sessions90,
  actions: sum.actions + line.actions, actionsLate: sum.actionsLate + line.actionsLate, money: sum.money + line.money,
}), { person: null, name: '계', states: {}, open: 0, dueSoon: 0, late: 0, sessions30: 0, sessions90: 0, actions: 0, actionsLate: 0, money: 0 });
