/** The tables under the heads people look for them by. */
import type { ReportCode } from '../../../db/reports/api.ts';

/** A table that is in none of them stands under the last head. */
const groups: readonly { head: string; codes: readonly ReportCode[] }[] = [
  { head: '과제 지원', codes: ['t1', 't2', 't4', 't5', 't12'] },
  { head: '미니클러스터', codes: ['t3', 't7', 't7m', 't7s'] },
  { head: '코디네이터', codes: ['t6'] },
  { head: '예산', codes: ['t8'] },
  { head: '만족도와 성과', codes: ['t9', 't10', 't11'] },
];

const otherHead = '그 밖의 표';

export type ReportGroup<One> = { head: string; reports: One[] };

export const groupedReports = <One extends { code: ReportCode }>(reports: readonly One[]): ReportGroup<One>[] => {
  const known = groups.flatMap(({ codes }) => codes);
  const of = (codes: readonly ReportCode[]): One[] => codes.flatMap((code) => reports.find((one) => one.code === code) ?? []);
  return [...groups.map(({ head, codes }) => ({ head, reports: of(codes) })), { head: otherHead, reports: reports.filter(({ code }) => !known.includes(code)) }].filter((group) => group.reports.length > 0);
};

const inTable: Readonly<Partial<Record<ReportCode, string>>> = { t7s: '7-1', t7m: '7-2' };

/** `표 4`, `표 7-1`. */
export const reportNumber = (code: ReportCode): string => `표 ${inTable[code] ?? code.replace(/^t/, '')}`;
