/**
 * 자립 비율: how much of the meetings of a mini-cluster its members pay themselves (회비), by program year. From 2012 on at least 20 %
 * (domain.md §5); the percent of each year is that of the program's table. A joint meeting counts for its host, so that no won counts twice.
 */
import { query } from '../kernel/query.ts';
import type { Reader } from '../kernel/reader.ts';
import { heldSql } from '../meetings/standing.ts';
import { programYears } from '../reference/program-years.ts';

export type YearShare = {
  /** Calendar year in which the program year begins, and its number (차년도). */
  year: number; number: number | null;
  meetings: number;
  national: number; dues: number; other: number; total: number;
  /** Percent that is asked for; 0 when nothing is. */
  required: number;
  /** By exact comparison. */
  isMet: boolean;
};

/** Whether the dues are at least that percent of the total, in exact arithmetic. */
export const isShareMet = (dues: number, total: number, percent: number): boolean => BigInt(dues) * 100_000n >= BigInt(Math.round(percent * 1000)) * BigInt(total);

const ruleOf = (year: number): { number: number | null; required: number } => {
  const row = programYears.find((one) => one.year === year) ?? (year > (programYears.at(-1)?.year ?? year) ? programYears.at(-1) : undefined);
  return { number: row?.year === year ? row.number : null, required: row?.clusterFirmSharePercent ?? 0 };
};

/** Program years with a cost, the latest first. */
export const selfRelianceOf = (read: Reader, cluster: string): YearShare[] =>
  read.all<Omit<YearShare, 'number' | 'required' | 'isMet'>>(
    `SELECT year, count(*) AS meetings, sum(national) AS national, sum(dues) AS dues, sum(other) AS other, sum(national + dues + other) AS total FROM (
       SELECT CAST(strftime('%Y', g.start_on, '-3 months') AS INTEGER) AS year, coalesce(g.cost_national, 0) AS national, coalesce(g.cost_dues, 0) AS dues, coalesce(g.cost_other, 0) AS other
       FROM meeting_cluster k JOIN meeting g ON g.id = k.meeting WHERE k.cluster = ? AND k.is_host = 1 AND k._del = 0 AND ${heldSql('g')})
     WHERE national + dues + other > 0 GROUP BY year ORDER BY year DESC`, [cluster]).map((row) => {
    const rule = ruleOf(row.year);
    return { ...row, ...rule, isMet: isShareMet(row.dues, row.total, rule.required) };
  });

export const selfRelianceQuery = query('cluster.self-reliance', (read, input: { id: string }): YearShare[] => selfRelianceOf(read, input.id));
