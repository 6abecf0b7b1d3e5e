import { z } from 'zod';
import { Refusal } from '../errors.ts';
import type { ReportParams } from './table-types.ts';

/** At most this many year columns: more do not fit on a landscape A4 page. */
export const mostYears = 15;

export const reportCode = z.enum(['t1', 't2', 't3']);

const params = z.object({
  asOf: z.iso.date(),
  fromYear: z.coerce.number().int().min(1990).max(2200),
  toYear: z.coerce.number().int().min(1990).max(2200),
});

/** Parameters of a report as they come from the page or an address. @throws Refusal `invalid` */
export const readParams = (given: unknown): ReportParams => {
  const read = params.safeParse(given);
  if (!read.success) throw new Refusal('invalid', '기준일과 연도를 다시 확인해 주세요. 기준일은 2026-12-31처럼, 연도는 네 자리로 씁니다.', read.error.issues.map((issue) => ({ field: issue.path.join('.'), message: issue.message })));
  const { fromYear, toYear } = read.data;
  if (fromYear > toYear) throw new Refusal('invalid', '시작 연도가 끝 연도보다 늦습니다. 연도를 바꿔 주세요.', [{ field: 'fromYear', value: fromYear, message: `${toYear}년보다 늦습니다.` }]);
  if (toYear - fromYear >= mostYears) throw new Refusal('invalid', `연도는 한 번에 ${mostYears}개까지 볼 수 있습니다. 기간을 줄여 주세요.`, [{ field: 'fromYear', value: fromYear, message: `${fromYear}~${toYear}은 ${toYear - fromYear + 1}개 연도입니다.` }]);
  return read.data;
};
