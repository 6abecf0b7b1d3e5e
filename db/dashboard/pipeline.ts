/** 과제 단계: where the tasks of the period stand. */
import { idOf } from '../facts/fact-sql.ts';
import type { Indicator, Slice } from '../reports/indicator.ts';
import type { CellSpec, Report } from '../reports/layout.ts';
import { taskFactScopes } from '../reports/scope-sql.ts';
import type { ReportColumn, ReportRow } from '../reports/table-types.ts';
import { taskParameters } from '../reports/task-rules.ts';
import { stages, stateName } from './stages.ts';

export const tasksByState: Indicator = {
  code: 'tasks-by-state', version: 1, ko: '발굴한 과제', unit: '건', formula: '발굴일이 기간에 든 과제를 상태별로 나누어 센 수', source: '애로과제의 상태 18가지',
  rule: '발굴일이 기간에 든 과제를 조회한 때의 상태로 나눕니다. 단계는 이웃한 상태를 묶은 것입니다.',
  table: 'task', measure: 'count',
  // The `+` keeps the planner from looking for the days: an index holds all of the set in the order of states.
  from: 'task_fact f', where: '+f.found_on BETWEEN :first AND :last', id: idOf('task', 'f'),
  dimensions: { state: "coalesce(f.status, '')" }, scopes: taskFactScopes('f'),
};

type Line = ReportRow & { slice: Slice };

const lines: readonly Line[] = [
  ...stages.flatMap(({ key, ko, states }): Line[] => [
    { key, labels: [ko, states.length > 1 ? '소계' : ''], level: 1, kind: states.length > 1 ? 'subtotal' : 'detail', slice: { state: states } },
    ...(states.length > 1 ? states.map((state): Line => ({ key: `${key}.${state}`, labels: [ko, stateName(state)], level: 2, kind: 'detail', slice: { state: [state] } })) : []),
  ]),
  { key: 'all', labels: ['계', ''], level: 0, kind: 'total', slice: {} },
];

const columns: ReportColumn[] = [{ key: 'tasks', group: '', label: '건수' }, { key: 'share', group: '', label: '비율(%)' }];

const cell = (row: string, column: string): CellSpec | null => {
  const slice = lines.find((line) => line.key === row)?.slice;
  if (!slice) return null;
  return column === 'tasks' ? { show: 'value', indicator: tasksByState, slice } : { show: 'percent', indicator: tasksByState, slice, whole: {} };
};

export const pipeline: Report = {
  code: 'd-pipeline', title: '과제 단계', answers: '과제가 어느 단계에 몇 건 있습니까?',
  needs: '애로과제를 등록하면 나타납니다.', uses: ['asOf', 'fromYear', 'toYear', 'yearKind', 'scope', 'dataAsOf'], indicators: [tasksByState],
  layout: (_read, params) => ({
    unit: '단위: 건, %', heads: ['단계', '상태'], columns, rows: lines.map(({ slice: _slice, ...row }) => row), parameters: taskParameters(params), cell,
    footnotes: () => [`※ ${tasksByState.rule}`], alive: [tasksByState],
  }),
};
