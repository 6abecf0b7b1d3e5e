/** The twelve months of the last year of a report: from January, or from April of a program year. */
import type { ReportColumn, ReportParams } from './table-types.ts';
import { periodOf, yearLabel } from './task-rules.ts';

type OneYear = Pick<ReportParams, 'asOf' | 'toYear' | 'yearKind'>;

/** `YYYY-MM`, in their order. */
export const monthsOf = ({ toYear, yearKind }: Pick<ReportParams, 'toYear' | 'yearKind'>): string[] => Array.from({ length: 12 }, (_, index) => {
  const at = index + (yearKind === 'program' ? 3 : 0);
  return `${toYear + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
});

export const monthColumns = (params: Pick<ReportParams, 'toYear' | 'yearKind'>): ReportColumn[] =>
  monthsOf(params).map((month) => ({ key: month, group: params.yearKind === 'program' ? `${yearLabel(params.toYear, params)}` : `${params.toYear}년`, label: `${Number(month.slice(5))}월` }));

/** First day of the year, and its last day or the as-of date. */
export const monthsParameters = ({ asOf, toYear, yearKind }: OneYear): { first: string; last: string } => {
  const { first, last } = periodOf({ fromYear: toYear, toYear, yearKind });
  return { first, last: asOf < last ? asOf : last };
};
