/** Period and scope of the board. They stand in the address and nowhere else, so that an address shows what its sender saw. */
import { useQuery } from '@tanstack/react-query';
import { useLocation, useSearch } from 'wouter';
import type { ReportParams } from '../../../db/reports/api.ts';
import { api } from '../../api.ts';
import { today } from '../../parts/form/DateField.tsx';
import { chosenInAddress, type Chosen } from '../reports/report-params.ts';

const usualYears = 6;

/** What differs from the usual, as an address says it. */
const addressOf = ({ asOf, fromYear, toYear, yearKind, scope }: Partial<Chosen>): string => {
  const parts = new URLSearchParams({
    ...(asOf ? { asOf } : {}), ...(fromYear ? { fromYear: String(fromYear) } : {}), ...(toYear ? { toYear: String(toYear) } : {}), ...(yearKind === 'program' ? { yearKind } : {}),
    ...Object.fromEntries(Object.entries(scope ?? {}).map(([kind, code]) => [`scope.${kind}`, code])),
  }).toString();
  return parts === '' ? '' : `?${parts}`;
};

export type BoardParams = {
  /** Undefined while the recorded years are not known yet. */
  params: ReportParams | undefined;
  choose: (patch: Partial<Chosen>) => void;
  firstYear: number;
  /** Nothing is recorded at all. */
  isEmpty: boolean;
  error: unknown;
};

export const useBoardParams = (): BoardParams => {
  const asked = chosenInAddress(useSearch());
  const [path, go] = useLocation();
  const years = useQuery({ queryKey: ['report', 'years', 'task'], queryFn: () => api.reports.years.query() });
  const asOf = asked.asOf ?? today();
  const toYear = asked.toYear ?? Number(asOf.slice(0, 4));
  const recorded = years.data?.first ?? toYear;
  const fromYear = Math.min(asked.fromYear ?? Math.max(recorded, toYear - usualYears + 1), toYear);
  return {
    params: years.data === undefined ? undefined : { asOf, fromYear, toYear, yearKind: asked.yearKind ?? 'calendar', scope: asked.scope ?? {}, dataAsOf: null },
    choose: (patch) => go(`${path}${addressOf({ ...asked, ...patch })}`, { replace: true }),
    firstYear: Math.min(recorded, 2005), isEmpty: years.data === null, error: years.error,
  };
};
