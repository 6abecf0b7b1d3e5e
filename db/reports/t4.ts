/** T4 지원유형별·단계별 과제 현황: domain.md §13; stages (단계) §8. */
import { idOf } from '../facts/fact-sql.ts';
import { byName, noSupportType, supportNames } from '../program/support-names.ts';
import type { Reader } from '../kernel/reader.ts';
import { taskStages } from '../reference/choices/task.ts';
import type { Indicator, Slice } from './indicator.ts';
import type { CellSpec, Layout, Report } from './layout.ts';
import { measurer } from './measure.ts';
import { roundingNote } from './rounding.ts';
import { taskFactScopes } from './scope-sql.ts';
import type { ReportColumn, ReportParams, ReportRow } from './table-types.ts';
import { holdRule, statusRule, supportedRule, taskParameters } from './task-rules.ts';

const set = {
  version: 1, source: '이 프로그램의 T4 정의', table: 'task', id: idOf('task', 'f'),
  // The `+` keeps the planner from looking for the days: an index holds all of the set in the order of type and stage.
  from: 'task_fact f', where: 'f.is_supported = 1 AND +f.decided_on BETWEEN :first AND :last', dimensions: { type: 'f.support_type', stage: 'f.stage' }, scopes: taskFactScopes('f'),
} as const;

const sumRule = '국비·지방비·민간부담금(현금·현물)은 지원 과제에 적힌 금액의 합이고 총사업비는 이들을 모두 더한 값입니다.';

export const tasksByType: Indicator = { ...set, code: 'type-tasks', ko: '지원 건수', unit: '건', formula: '결정일이 기간에 든 지원(선정) 과제의 수', rule: supportedRule, measure: 'count' };
export const nationalByType: Indicator = { ...set, code: 'type-national', ko: '국비', unit: '백만원', formula: '지원(선정) 과제의 국비 합(원 단위로 더한 뒤 백만원으로 반올림)', rule: sumRule, measure: { sum: 'f.fund_national' } };
export const localByType: Indicator = { ...set, code: 'type-local', ko: '지방비', unit: '백만원', formula: '지원(선정) 과제의 지방비 합', rule: sumRule, measure: { sum: 'f.fund_local' } };
export const privateByType: Indicator = { ...set, code: 'type-private', ko: '민간부담금', unit: '백만원', formula: '지원(선정) 과제의 민간 현금과 현물의 합', rule: sumRule, measure: { sum: 'f.fund_private' } };
export const totalByType: Indicator = { ...set, code: 'type-total', ko: '총사업비', unit: '백만원', formula: '지원(선정) 과제의 총사업비 합', rule: sumRule, measure: { sum: 'f.total_cost' } };
/** Tasks with an amount: what a mean is divided by. */
export const fundedByType: Indicator = {
  ...set, code: 'type-funded', ko: '국비가 적힌 과제', unit: '건', formula: '국비가 적힌 지원(선정) 과제의 수', rule: '평균 국비는 국비 합을 국비가 적힌 지원 과제의 수로 나눈 값입니다.', measure: 'count', when: 'f.fund_national IS NOT NULL',
};

const sums: readonly Indicator[] = [nationalByType, localByType, privateByType, totalByType];
const indicators: readonly Indicator[] = [tasksByType, ...sums, fundedByType];

const columns: readonly ReportColumn[] = [
  { key: 'tasks', group: '', label: '건수' },
  ...sums.map(({ code, ko }) => ({ key: code, group: '사업비', label: ko })),
  { key: 'mean', group: '', label: '평균 국비' },
];

const noStage = '(단계 없음)';
const stages: readonly { code: string; ko: string }[] = [...taskStages, { code: '', ko: noStage }];
const stageName = (code: string): string => stages.find((stage) => stage.code === code)?.ko ?? code;
const stageOrder = (code: string): number => { const at = stages.findIndex((stage) => stage.code === code); return at === -1 ? stages.length : at; };

type Line = ReportRow & { slice: Slice };

/** Each type with its stages; then all types by stage. A type of one stage is one row. */
const linesOf = (places: readonly { type: string; stage: string }[], nameOf: (code: string) => string): Line[] => {
  const stagesOf = (type: string | null): string[] => [...new Set(places.flatMap((one) => (type === null || one.type === type ? [one.stage] : [])))].sort((one, other) => stageOrder(one) - stageOrder(other));
  const types = [...new Set(places.map((one) => one.type))].sort((one, other) => byName(nameOf(one), nameOf(other)) || byName(one, other));
  const shown = (type: string): string => nameOf(type) || noSupportType;
  const hasStages = (codes: readonly string[]): boolean => codes.some((code) => code !== '');
  return [
    ...types.flatMap((type): Line[] => {
      const own = stagesOf(type);
      const [only] = own;
      if (own.length === 1 && only !== undefined) return [{ key: `type:${type}`, labels: [shown(type), stageName(only)], level: 1, kind: 'detail', slice: { type: [type] } }];
      return [
        { key: `type:${type}`, labels: [shown(type), '소계'], level: 1, kind: 'subtotal', slice: { type: [type] } },
        ...own.map((stage): Line => ({ key: `type:${type}|${stage}`, labels: [shown(type), stageName(stage)], level: 2, kind: 'detail', slice: { type: [type], stage: [stage] } })),
      ];
    }),
    ...(hasStages(stagesOf(null)) ? stagesOf(null).map((stage): Line => ({ key: `stage:${stage}`, labels: ['모든 지원유형', stageName(stage)], level: 1, kind: 'subtotal', slice: { stage: [stage] } })) : []),
    { key: 'all', labels: ['계', ''], level: 0, kind: 'total', slice: {} },
  ];
};

const cellIn = (lines: readonly Line[]) => (row: string, column: string): CellSpec | null => {
  const slice = lines.find((one) => one.key === row)?.slice;
  if (!slice) return null;
  if (column === 'tasks') return { show: 'value', indicator: tasksByType, slice };
  if (column === 'mean') return { show: 'mean', sum: { indicator: nationalByType, slice }, count: { indicator: fundedByType, slice } };
  const indicator = sums.find((one) => one.code === column);
  return indicator ? { show: 'value', indicator, slice } : null;
};

const layout = (read: Reader, params: ReportParams): Layout => {
  const parameters = taskParameters(params);
  const measure = measurer({ read, parameters, params }, indicators);
  const lines = linesOf(measure.groups(tasksByType).map((group) => ({ type: String(group['type']), stage: String(group['stage']) })), supportNames(read));
  return {
    unit: '단위: 건, 백만원', heads: ['지원유형', '단계'], columns: [...columns], rows: lines.map(({ key, labels, level, kind }) => ({ key, labels, level, kind })), parameters, measure, cell: cellIn(lines),
    footnotes: (amount, cells) => {
      const without = amount(tasksByType, {}) - amount(fundedByType, {});
      const printed = sums.map((_, at) => ({ parts: lines.flatMap((line, index) => (line.level === 1 && line.key.startsWith('type:') ? [cells[index]?.[at + 1]?.value ?? 0] : [])), whole: cells.at(-1)?.[at + 1]?.value ?? 0 }));
      return [
        `※ ${supportedRule}`, `※ ${holdRule}`, `※ ${sumRule}`, `※ ${fundedByType.rule}`, '※ 단계(기술개발·제품화·시장화)는 2015년부터 적습니다. 적지 않은 과제는 (단계 없음)입니다.', `※ ${statusRule}`,
        ...(without > 0 ? [`※ 지원 과제 가운데 ${without.toLocaleString('en-US')}건은 국비가 적혀 있지 않아 국비와 평균에 들어 있지 않습니다.`] : []),
        ...roundingNote(printed),
      ];
    },
    alive: [tasksByType],
  };
};

export const t4: Report = {
  code: 't4', title: '지원유형별·단계별 과제 현황',
  answers: '어떤 지원유형에서 어느 단계의 과제를 얼마로 지원했습니까?',
  needs: '애로과제에 지원유형과 결정일을 적고 상태를 선정 또는 그다음 단계로 바꾸면 숫자가 나타납니다. 국비와 민간부담금은 과제의 사업비에서 적습니다.',
  uses: ['asOf', 'fromYear', 'toYear', 'yearKind', 'scope', 'dataAsOf'], indicators, layout,
};
