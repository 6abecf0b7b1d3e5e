/** T1 기업규모별 클러스터사업 과제지원 현황: domain.md §13, edges of the bands §14.4. */
import { sizeBandRule, sizeBands, sizeSubtotals, type SizeBandCode } from '../reference/size-bands.ts';
import { idOf } from '../facts/fact-sql.ts';
import type { Indicator, Slice } from './indicator.ts';
import type { CellSpec, Layout, Report } from './layout.ts';
import { roundingNote } from './rounding.ts';
import { taskFactScopes } from './scope-sql.ts';
import type { ReportParams, ReportRow } from './table-types.ts';
import { decidedYear, holdRule, statusRule, supportedInTime, supportedRule, taskParameters, yearColumns, yearDimension } from './task-rules.ts';

/** Supported tasks by size band of the lead firm on the day of the decision. */
export const supportedBySize: Indicator = {
  code: 'supported-by-size', version: 1, ko: '과제지원 건수', unit: '건', rule: supportedRule,
  formula: '지원(선정) 과제를 선정 당시 상시근로자 구간으로 나누어 센 수', source: '클러스터 사업 성과 보도(전자신문 2011. 12. 5.)의 표, 규모 구간은 이 프로그램의 정의', table: 'task', measure: 'count',
  from: 'task_fact f', where: supportedInTime, id: idOf('task', 'f'),
  dimensions: { band: 'f.band', year: decidedYear }, scopes: taskFactScopes('f'),
  kept: { of: supportedInTime, from: 'task_day d', where: "d.event = 'decided' AND d.day BETWEEN :first AND :last", measure: { sum: 'd.tasks' }, dimensions: { band: 'd.band', year: yearDimension('d.day') }, scopes: {} },
};

type Line = ReportRow & { bands: readonly SizeBandCode[]; upTo: readonly SizeBandCode[] };

const everyBand = sizeBands.map((band) => band.code);

/** Bands in print order, each subtotal after the last band it adds up, the total at the end. */
const lines: readonly Line[] = [
  ...sizeBands.flatMap((band, index): Line[] => {
    const upTo = everyBand.slice(0, index + 1);
    const closing = sizeSubtotals.filter((one) => one.bands.at(-1) === band.code);
    return [
      { key: band.code, labels: [band.ko], level: 2, kind: 'detail', bands: [band.code], upTo },
      ...closing.map((one): Line => ({ key: one.code, labels: [`소계(${one.ko})`], level: 1, kind: 'subtotal', bands: one.bands, upTo: one.bands })),
    ];
  }),
  { key: 'all', labels: ['계'], level: 0, kind: 'total', bands: everyBand, upTo: everyBand },
];

const cell = (rowKey: string, column: string): CellSpec | null => {
  const line = lines.find((one) => one.key === rowKey);
  if (!line) return null;
  const indicator = supportedBySize;
  const slice: Slice = { band: line.bands };
  if (column === 'sum') return { show: 'value', indicator, slice };
  if (column === 'share') return { show: 'percent', indicator, slice, whole: {} };
  if (column === 'cumulative') return { show: 'percent', indicator, slice: { band: line.upTo }, whole: {} };
  return { show: 'value', indicator, slice: { ...slice, year: [Number(column)] } };
};

const layout = (params: ReportParams): Layout => ({
  unit: '단위: 건, %',
  heads: ['기업규모'],
  columns: [
    ...yearColumns(params, '연도별 지원 건수'),
    { key: 'sum', group: '계', label: '건수' }, { key: 'share', group: '계', label: '비율(%)' }, { key: 'cumulative', group: '계', label: '누적비율(%)' },
  ],
  rows: lines.map(({ key, labels, level, kind }) => ({ key, labels, level, kind })),
  parameters: taskParameters(params),
  cell,
  footnotes: (_measure, cells) => {
    const share = params.toYear - params.fromYear + 2;
    const printed = lines.flatMap((line, index) => (line.kind === 'detail' ? [cells[index]?.[share]?.value ?? 0] : []));
    return [
      `※ ${supportedRule}`, `※ ${holdRule}`, sizeBandRule, `※ ${statusRule}`,
      ...roundingNote([{ parts: printed, whole: cells.at(-1)?.[share]?.value ?? 0 }]),
    ];
  },
  alive: [supportedBySize],
});

export const t1: Report = {
  code: 't1', title: '기업규모별 클러스터사업 과제지원 현황',
  answers: '어떤 규모의 기업이 과제 지원을 받았습니까?',
  needs: '애로과제에 결정일을 적고 상태를 선정 또는 그다음 단계로 바꾸면 숫자가 나타납니다. 선정 당시 상시근로자를 적지 않은 과제는 기타(미상)에 들어갑니다.',
  uses: ['asOf', 'fromYear', 'toYear', 'yearKind', 'scope', 'dataAsOf'], indicators: [supportedBySize],
  layout: (_read, params) => layout(params),
};
