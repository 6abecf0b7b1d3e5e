import { z } from 'zod';
import { Refusal } from '../errors.ts';
import { reportOf } from './reports.ts';
import { scopeKinds } from './scope-labels.ts';
import type { ReportCode, ReportParams, ScopeKind } from './table-types.ts';

/** At most this many year columns: more do not fit on a landscape A4 page. */
export const mostYears = 15;

/** What is usual: calendar years, the whole nation, the records as they stand. */
export const plainParams: Pick<ReportParams, 'yearKind' | 'scope' | 'dataAsOf'> = { yearKind: 'calendar', scope: {}, dataAsOf: null };

/** The code of a report there is. @throws Refusal `not-found` */
export const reportCode = z.string().transform((code): ReportCode => reportOf(code).code);

const given = z.object({
  asOf: z.iso.date(),
  fromYear: z.coerce.number().int().min(1990).max(2200),
  toYear: z.coerce.number().int().min(1990).max(2200),
  yearKind: z.enum(['calendar', 'program']).default('calendar'),
  scope: z.partialRecord(z.enum(scopeKinds as [ScopeKind, ...ScopeKind[]]), z.string().max(200)).default({}),
  dataAsOf: z.iso.date().nullable().default(null),
});

/** An address carries the scope as parameters of their own: `scope.office=창원`. */
const fromAddress = (all: Readonly<Record<string, unknown>>): Record<string, unknown> => {
  const scope = Object.fromEntries(scopeKinds.flatMap((kind) => (`scope.${kind}` in all ? [[kind, all[`scope.${kind}`]]] : [])));
  const { dataAsOf, ...rest } = all;
  return { ...rest, ...(dataAsOf === undefined || dataAsOf === '' ? {} : { dataAsOf }), ...(Object.keys(scope).length > 0 ? { scope } : {}) };
};

/** Parameters of a report as they come from the page or an address. @throws Refusal `invalid` */
export const readParams = (asked: unknown): ReportParams => {
  const read = given.safeParse(typeof asked === 'object' && asked !== null ? fromAddress(asked as Readonly<Record<string, unknown>>) : asked);
  if (!read.success) throw new Refusal('invalid', '기준일과 연도를 다시 확인해 주세요. 기준일은 2026-12-31처럼, 연도는 네 자리로 씁니다.', read.error.issues.map((issue) => ({ field: issue.path.join('.'), message: issue.message })));
  const { fromYear, toYear, scope, ...rest } = read.data;
  if (fromYear > toYear) throw new Refusal('invalid', '시작 연도가 끝 연도보다 늦습니다. 연도를 바꿔 주세요.', [{ field: 'fromYear', value: fromYear, message: `${toYear}년보다 늦습니다.` }]);
  if (toYear - fromYear >= mostYears) throw new Refusal('invalid', `연도는 한 번에 ${mostYears}개까지 볼 수 있습니다. 기간을 줄여 주세요.`, [{ field: 'fromYear', value: fromYear, message: `${fromYear}~${toYear}은 ${toYear - fromYear + 1}개 연도입니다.` }]);
  const wanted = Object.fromEntries(Object.entries(scope).filter((entry): entry is [string, string] => entry[1] !== undefined));
  return { ...rest, fromYear, toYear, scope: wanted };
};
