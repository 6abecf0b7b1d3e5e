/** The period of the board as a sentence says it. */
import type { ReportParams } from '../../../db/reports/api.ts';
import { programNumberOf } from '../../../db/reference/program-years.ts';

/** The years of the board in words, for paper and pictures: `2021~2026년`. */
export const periodWords = ({ fromYear, toYear, yearKind }: ReportParams): string => {
  const name = (year: number): string => (yearKind === 'program' ? `${programNumberOf(year)}차(${year})` : String(year));
  return `${fromYear === toYear ? name(toYear) : `${name(fromYear)}~${name(toYear)}`}${yearKind === 'program' ? ' 사업연도' : '년'}`;
};
