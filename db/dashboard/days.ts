/** 처리기간: how many days tasks take from intake to the decision and to completion. */
import { idOf } from '../facts/fact-sql.ts';
import type { Reader } from '../kernel/reader.ts';
import type { CellSpec } from '../reports/cell-spec.ts';
import type { Indicator } from '../reports/indicator.ts';
import type { Layout, Report } from '../reports/layout.ts';
import { measurer, recordsOf } from '../reports/measure.ts';
import { medianOf } from '../reports/median.ts';
import { taskFactScopes } from '../reports/scope-sql.ts';
import type { ReportColumn, ReportParams, ReportRow } from '../reports/table-types.ts';
import { taskParameters } from '../reports/task-rules.ts';
import { numberText, roundedTo } from '../reports/units.ts';

/** Days from `from` to `to`, both included; the last has no end. */
export const spans = [
  { key: '0-7', ko: '1주 이내', from: 0, to: 7 },
  { key: '8-14', ko: '2주 이내', from: 8, to: 14 },
  { key: '15-30', ko: '30일 이내', from: 15, to: 30 },
  { key: '31-60', ko: '60일 이내', from: 31, to: 60 },
  { key: '61-90', ko: '90일 이내', from: 61, to: 90 },
  { key: '91-180', ko: '180일 이내', from: 91, to: 180 },
  { key: '181-365', ko: '1년 이내', from: 181, to: 365 },
  { key: '366', ko: '1년 넘음', from: 366, to: Number.POSITIVE_INFINITY },
] as const;

const startRule = '접수일(적지 않았으면 발굴일)부터 셉니다. 그보다 앞선 날이 적힌 과제는 넣지 않습니다.';
const declared = { version: 1, source: '접수에서 결정까지의 날수', unit: '건', table: 'task', measure: 'count', from: 'task_fact f', id: idOf('task', 'f'), scopes: taskFactScopes('f') } as const;

export const daysToDecide: Indicator = {
  ...declared, code: 'days-to-decide', ko: '결정까지', formula: '결정일이 기간에 든 과제를 접수에서 결정까지의 날수로 나누어 센 수', rule: `결정에는 선정과 탈락이 모두 들어갑니다. ${startRule}`,
  where: '+f.decided_on BETWEEN :first AND :last AND f.days_to_decide >= 0', dimensions: { days: 'f.days_to_decide' },
};
export const daysToComplete: Indicator = {
  ...declared, code: 'days-to-complete', ko: '완료까지', formula: '완료일이 기간에 든 완료 과제를 접수에서 완료까지의 날수로 나누어 센 수', rule: `완료는 표 T2의 완료와 같습니다. ${startRule}`,
  // The `+` keeps the planner from looking for the days: an index holds all of the set in the order in which they are counted.
  where: 'f.is_completed = 1 AND +f.completion_on BETWEEN :first AND :last AND f.days_to_complete >= 0', dimensions: { days: 'f.days_to_complete' },
};

const indicators: readonly Indicator[] = [daysToDecide, daysToComplete];
const columns: ReportColumn[] = indicators.map(({ code, ko }) => ({ key: code, group: '', label: ko }));

const layout = (read: Reader, params: ReportParams): Layout => {
  const parameters = taskParameters(params);
  const given = { read, parameters, params };
  const measure = measurer(given, indicators);
  const counts = new Map(indicators.map((indicator) => [indicator.code, new Map(measure.groups(indicator).map((group) => [Number(group['days']), Number(group[indicator.code])]))]));
  const rows: ReportRow[] = [
    ...spans.map(({ key, ko }): ReportRow => ({ key, labels: [ko], level: 1, kind: 'detail' })), { key: 'all', labels: ['계'], level: 0, kind: 'total' },
    { key: 'median', labels: ['중앙값(일)'], level: 0, kind: 'total' }, { key: 'mean', labels: ['평균(일)'], level: 0, kind: 'total' },
  ];
  const measured = (indicator: Indicator, row: 'median' | 'mean'): CellSpec => {
    const own = counts.get(indicator.code) ?? new Map<number, number>();
    const tasks = [...own.values()].reduce((sum, count) => sum + count, 0);
    const value = tasks === 0 ? null : row === 'median' ? medianOf(own) : roundedTo([...own].reduce((sum, [days, count]) => sum + days * count, 0) / tasks, 1);
    return { show: 'given', value, text: value === 0 ? '0' : numberText(value, row === 'mean' ? 1 : Number.isInteger(value) ? 0 : 1), digits: row === 'mean' ? 1 : 0, opens: tasks === 0 ? null : { table: 'task', ids: () => recordsOf(given, indicator, {}) } };
  };
  return {
    unit: '단위: 건, 일', heads: ['기간'], columns, rows, parameters, measure,
    cell: (row, column) => {
      const indicator = indicators.find((one) => one.code === column);
      if (!indicator) return null;
      if (row === 'median' || row === 'mean') return measured(indicator, row);
      const span = spans.find((one) => one.key === row);
      return { show: 'value', indicator, slice: span ? { days: [...(counts.get(column)?.keys() ?? [])].filter((days) => days >= span.from && days <= span.to) } : {} };
    },
    footnotes: () => indicators.map((indicator) => `※ ${indicator.ko}: ${indicator.rule}`),
    alive: indicators,
  };
};

export const days: Report = {
  code: 'd-days', title: '처리기간', answers: '접수한 과제를 며칠 만에 결정하고 마칩니까?',
  needs: '애로과제에 접수일과 결정일·완료일을 적으면 나타납니다.', uses: ['asOf', 'fromYear', 'toYear', 'yearKind', 'scope', 'dataAsOf'], indicators, layout,
};
