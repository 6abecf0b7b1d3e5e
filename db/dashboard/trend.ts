/** 추이: found, supported and completed by month, or by year over longer times. The indicators are those of table T2. */
import type { Indicator } from '../reports/indicator.ts';
import type { Layout, Report } from '../reports/layout.ts';
import { monthSql } from '../reports/session-sets.ts';
import { completedTasks, foundTasks, supportedTasks } from '../reports/t2.ts';
import type { ReportParams, ReportRow } from '../reports/table-types.ts';
import { completedRule, holdRule, periodOf, statusRule, supportedRule, taskParameters, yearLabel, yearsOf } from '../reports/task-rules.ts';

const byMonth = ({ kept, ...indicator }: Indicator, day: string): Indicator => ({
  ...indicator, dimensions: { ...indicator.dimensions, month: monthSql(day) }, ...(kept ? { kept: { ...kept, dimensions: { ...kept.dimensions, month: monthSql('d.day') } } } : {}),
});

export const trendIndicators: readonly Indicator[] = [byMonth(foundTasks, 'f.found_on'), byMonth(supportedTasks, 'f.decided_on'), byMonth(completedTasks, 'f.completion_on')];

/** Up to so many years are shown by month: three of them are the most that stay readable in a card. */
const mostYearsByMonth = 3;

type Line = ReportRow & { by: 'month' | 'year'; value: string | number };

/** Months from the first day to the last, both included: `2026-04`. */
export const monthsBetween = (first: string, last: string): string[] => {
  const [from, to] = [first, last].map((day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1);
  if (from === undefined || to === undefined || to < from) return [];
  return Array.from({ length: to - from + 1 }, (_, index) => `${Math.floor((from + index) / 12)}-${String((from + index) % 12 + 1).padStart(2, '0')}`);
};

const linesOf = (params: ReportParams): Line[] => {
  const { first, last } = periodOf(params);
  const end = params.asOf < last ? params.asOf : last;
  if (params.toYear - params.fromYear >= mostYearsByMonth) {
    return yearsOf(params).map((year): Line => ({ key: String(year), labels: [yearLabel(year, params)], level: 1, kind: 'detail', by: 'year', value: year }));
  }
  return monthsBetween(first, end).map((month): Line => ({ key: month, labels: [`${month.slice(0, 4)}. ${Number(month.slice(5))}.`], level: 1, kind: 'detail', by: 'month', value: month }));
};

const layout = (params: ReportParams): Layout => {
  const lines = linesOf(params);
  const whole: ReportRow = { key: 'all', labels: ['계'], level: 0, kind: 'total' };
  return {
    unit: '단위: 건', heads: [lines[0]?.by === 'year' ? '연도' : '연월'],
    columns: trendIndicators.map(({ code, ko }) => ({ key: code, group: '', label: ko.replace(' 건수', '') })),
    rows: [...lines.map(({ by: _by, value: _value, ...row }) => row), whole], parameters: taskParameters(params),
    cell: (row, column) => {
      const [line, indicator] = [lines.find((one) => one.key === row), trendIndicators.find((one) => one.code === column)];
      if (!indicator || (!line && row !== 'all')) return null;
      return { show: 'value', indicator, slice: line ? { [line.by]: [line.value] } : {} };
    },
    footnotes: () => ['※ 발굴은 발굴일, 지원은 결정일, 완료는 완료일에 셉니다.', `※ ${supportedRule}`, `※ ${holdRule}`, `※ ${completedRule}`, `※ ${statusRule}`],
    alive: trendIndicators,
  };
};

export const trend: Report = {
  code: 'd-trend', title: '발굴·지원·완료 추이', answers: '발굴과 지원, 완료가 늘고 있습니까?',
  needs: '애로과제를 등록하고 상태를 바꾸어 가면 나타납니다.', uses: ['asOf', 'fromYear', 'toYear', 'yearKind', 'scope', 'dataAsOf'], indicators: trendIndicators,
  layout: (_read, params) => layout(params),
};
