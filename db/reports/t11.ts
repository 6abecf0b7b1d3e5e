/** T11 사후관리 성과: domain.md §13; the rate of commercialisation with its base, §16. */
import type { Indicator, Slice } from './indicator.ts';
import type { CellSpec, Layout, Report } from './layout.ts';
import { commercialised, endedTasks, enteredTasks, exportsOf, followOnFunds, followOns, jobsOf, outcomeIndicators, patentsApplied, patentsRegistered, salesOf } from './outcome-sets.ts';
import { roundingNote } from './rounding.ts';
import type { ReportColumn, ReportParams } from './table-types.ts';
import { statusRule, taskParameters, yearLabel, yearsOf } from './task-rules.ts';

const shown: readonly (Indicator | 'of-ended' | 'of-entered')[] = [endedTasks, enteredTasks, commercialised, 'of-ended', 'of-entered', salesOf, exportsOf, jobsOf, patentsApplied, patentsRegistered, followOns, followOnFunds];
const groupOf = (one: Indicator): string => (one === commercialised ? '사업화' : [salesOf, exportsOf, jobsOf].includes(one) ? '연도별 성과' : [patentsApplied, patentsRegistered].includes(one) ? '특허' : [followOns, followOnFunds].includes(one) ? '후속 R&D' : '과제');
const labels: Readonly<Record<string, string>> = {
  'ended-tasks': '완료', 'entered-tasks': '성과 입력', commercialised: '건수', 'task-sales': '매출(백만원)', 'task-exports': '수출(천달러)', 'task-jobs': '신규 고용(명)', 'patents-applied': '출원', 'patents-registered': '등록', 'follow-ons': '건수', 'follow-on-funds': '금액(백만원)',
};

const columns: readonly ReportColumn[] = shown.map((one): ReportColumn => {
  if (one === 'of-ended') return { key: one, group: '사업화', label: '완료 대비(%)' };
  if (one === 'of-entered') return { key: one, group: '사업화', label: '입력 대비(%)' };
  return { key: one.code, group: groupOf(one), label: labels[one.code] ?? one.ko };
});

const rounded: readonly Indicator[] = [salesOf, exportsOf, followOnFunds];

const layout = (params: ReportParams): Layout => {
  const sliceOf = (row: string): Slice => (row === 'all' ? {} : { year: [Number(row)] });
  return {
    unit: '단위: 건, %, 백만원, 천달러, 명', heads: ['완료 연도'], columns: [...columns], parameters: taskParameters(params),
    rows: [...yearsOf(params).map((year) => ({ key: String(year), labels: [yearLabel(year, params)], level: 1, kind: 'detail' as const })), { key: 'all', labels: ['계'], level: 0, kind: 'total' }],
    cell: (row, column): CellSpec | null => {
      const slice = sliceOf(row);
      if (column === 'of-ended' || column === 'of-entered') return { show: 'ratio', part: { indicator: commercialised, slice }, whole: { indicator: column === 'of-ended' ? endedTasks : enteredTasks, slice }, as: 'percent' };
      const indicator = outcomeIndicators.find((one) => one.code === column);
      return indicator ? { show: 'value', indicator, slice } : null;
    },
    footnotes: (_measure, cells) => [
      ...[...new Set(outcomeIndicators.map((one) => one.rule))].map((rule) => `※ ${rule}`), `※ ${statusRule}`,
      ...roundingNote(rounded.map((one) => { const at = columns.findIndex(({ key }) => key === one.code); return { parts: cells.slice(0, -1).map((line) => line[at]?.value ?? 0), whole: cells.at(-1)?.[at]?.value ?? 0 }; })),
    ],
    alive: [endedTasks],
  };
};

export const t11: Report = {
  code: 't11', title: '사후관리 성과 현황',
  answers: '끝난 과제가 사업화와 매출, 고용, 특허, 후속 R&D로 이어졌습니까?',
  needs: '과제를 완료하면 줄이 나타나고, 과제의 성과 탭에서 연도별 성과·특허·후속 R&D를 적으면 숫자가 채워집니다.',
  tables: ['task', 'task_step', 'performance', 'output', 'follow_on', 'organisation', 'mini_cluster'],
  uses: ['asOf', 'fromYear', 'toYear', 'yearKind', 'scope', 'dataAsOf'], indicators: outcomeIndicators, layout: (_read, params) => layout(params),
};
