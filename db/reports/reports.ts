/** The reports there are, and the queries that serve every one of them. A new one is a line here. */
import { cards } from '../dashboard/cards.ts';
import { asRows } from '../device/selection.ts';
import { Refusal } from '../errors.ts';
import { query, type QueryContext } from '../kernel/query.ts';
import type { Reader } from '../kernel/reader.ts';
import { cellRecords, tableOf, type Report } from './layout.ts';
import { scopeOptions, type ScopeOptions } from './scope-labels.ts';
import { t1 } from './t1.ts';
import { t2 } from './t2.ts';
import { t3 } from './t3.ts';
import { t4 } from './t4.ts';
import { t5 } from './t5.ts';
import { t6 } from './t6.ts';
import { t7 } from './t7.ts';
import { t7m } from './t7m.ts';
import { t7s } from './t7s.ts';
import { t8 } from './t8.ts';
import { t9 } from './t9.ts';
import { t10 } from './t10.ts';
import { t11 } from './t11.ts';
import { t12 } from './t12.ts';
import type { CellKey, ReportCode, ReportParams, ReportTable } from './table-types.ts';

/** In the order in which they are listed. Codes that begin with `d-` are cards of the dashboard. */
export const reports: readonly Report[] = [t1, t2, t3, t4, t5, t6, t7, t7s, t7m, t8, t9, t10, t11, t12, ...cards];

/** @throws Refusal `not-found` */
export const reportOf = (code: string): Report => {
  const found = reports.find((report) => report.code === code);
  if (!found) throw new Refusal('not-found', '없는 표입니다. 보고 화면에서 표를 골라 주세요.');
  return found;
};

export type ReportInput = { report: ReportCode; params: ReportParams };

/** The records as they stand, or as they stood on the day the report asks for. @throws Refusal `not-here` */
export const readerFor = (read: Reader, { dataAsOf }: ReportParams, { past }: QueryContext): Reader => {
  if (dataAsOf === null) return read;
  if (!past) throw new Refusal('not-here', '당시 자료는 여기에서 볼 수 없습니다. 보고 화면에서 여세요.');
  return past(dataAsOf);
};

export const reportTable = query('report.table', (read, { report, params }: ReportInput, context) => {
  const from = readerFor(read, params, context);
  const make = (): ReportTable => tableOf(from, reportOf(report), params);
  return context.whole ? context.whole(make) : make();
}, { lane: 'long' });

/** @throws Refusal `not-found` when the table has no such cell (any more) */
export const reportRecords = query('report.records', (read, { report, params, cell }: ReportInput & { cell: CellKey }, context) => {
  const found = cellRecords(readerFor(read, params, context), reportOf(report), cell, params);
  if (!found) throw new Refusal('not-found', '표가 그사이 바뀌어 이 칸을 찾을 수 없습니다. 표를 새로 고친 뒤 다시 누르세요.');
  return asRows(read, found);
}, { lane: 'long' });

/** What a report can be narrowed to. */
export const reportScopes = query('report.scopes', (read, _input: null): ScopeOptions => scopeOptions(read));

/** First and last year in which something was found or decided; null without tasks. */
export const reportYears = query('report.years', (read, _input: null) => {
  const days = read.get<{ first: string | null; last: string | null }>(
    `SELECT (SELECT min(found_on) FROM task WHERE found_on > '') AS first, max(coalesce((SELECT max(found_on) FROM task), ''), coalesce((SELECT max(decided_on) FROM task), '')) AS last`);
  return days?.first && days.last ? { first: Number(days.first.slice(0, 4)), last: Number(days.last.slice(0, 4)) } : null;
});
