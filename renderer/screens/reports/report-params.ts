/** Parameters of the reports: those an address names, else those remembered for this person, completed with what is usual. */
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useSearch } from 'wouter';
import type { ReportParams, ReportScope, YearKind } from '../../../db/reports/api.ts';
import { api } from '../../api.ts';
import { today } from '../../parts/form/DateField.tsx';
import { usePreference } from '../../parts/preferences.tsx';

/** What was chosen; null is "the usual": today, and the last six years. The day of the data is never remembered. */
export type Chosen = { asOf: string | null; fromYear: number | null; toYear: number | null; yearKind: YearKind; scope: ReportScope };

const nothing: Chosen = { asOf: null, fromYear: null, toYear: null, yearKind: 'calendar', scope: {} };

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;
const isYear = (value: unknown): value is number | null => value === null || typeof value === 'number';
const isChosen = (value: unknown): value is Chosen =>
  isRecord(value) && (value['asOf'] === null || typeof value['asOf'] === 'string') && isYear(value['fromYear']) && isYear(value['toYear'])
  && (value['yearKind'] === 'calendar' || value['yearKind'] === 'program') && isRecord(value['scope']) && Object.values(value['scope']).every((code) => typeof code === 'string');

const usualYears = 6;

/** What an address says: `?asOf=2010-12-31&yearKind=program&scope.office=창원`. */
export const chosenInAddress = (search: string): Partial<Chosen> => {
  const given = new URLSearchParams(search);
  const year = (name: string): number | undefined => (/^\d{4}$/.test(given.get(name) ?? '') ? Number(given.get(name)) : undefined);
  const [asOf, fromYear, toYear, kind] = [given.get('asOf'), year('fromYear'), year('toYear'), given.get('yearKind')];
  const scope = Object.fromEntries([...given].flatMap(([name, code]) => (name.startsWith('scope.') ? [[name.slice('scope.'.length), code]] : [])));
  return {
    ...(asOf !== null && /^\d{4}-\d{2}-\d{2}$/.test(asOf) ? { asOf } : {}), ...(fromYear === undefined ? {} : { fromYear }), ...(toYear === undefined ? {} : { toYear }),
    ...(kind === 'calendar' || kind === 'program' ? { yearKind: kind } : {}), ...(Object.keys(scope).length > 0 ? { scope } : {}),
  };
};

/** The same parameters as an address or a file is asked with. */
export const paramsInAddress = ({ asOf, fromYear, toYear, yearKind, scope, dataAsOf }: ReportParams): URLSearchParams => new URLSearchParams({
  asOf, fromYear: String(fromYear), toYear: String(toYear), yearKind, ...(dataAsOf === null ? {} : { dataAsOf }),
  ...Object.fromEntries(Object.entries(scope).map(([kind, code]) => [`scope.${kind}`, code])),
});

/** Undefined while the recorded years are not known yet. */
export const useReportParams = (): { params: ReportParams | undefined; chosen: Chosen; choose: (patch: Partial<Chosen>) => void; firstYear: number } => {
  const [kept, keep] = usePreference<Chosen>('reports.params', nothing, isChosen);
  const asked = chosenInAddress(useSearch());
  const isAsked = useRef(Object.keys(asked).length > 0);
  const chosen = isAsked.current ? { ...kept, ...asked } : kept;
  const choose = (patch: Partial<Chosen>): void => {
    isAsked.current = false;
    keep({ ...chosen, ...patch });
  };
  // Once seen, what an address asked for is remembered like what was chosen by hand.
  const arrive = useRef(() => { if (isAsked.current) choose({}); });
  useEffect(() => arrive.current(), []);
  const years = useQuery({ queryKey: ['report', 'years', 'task'], queryFn: () => api.reports.years.query() });
  const asOf = chosen.asOf ?? today();
  const thisYear = Number(asOf.slice(0, 4));
  const toYear = chosen.toYear ?? thisYear;
  const recorded = years.data?.first ?? thisYear;
  const fromYear = chosen.fromYear ?? Math.min(toYear, Math.max(recorded, toYear - usualYears + 1));
  return {
    params: years.isPending ? undefined : { asOf, fromYear, toYear, yearKind: chosen.yearKind, scope: chosen.scope, dataAsOf: null },
    chosen, choose, firstYear: Math.min(recorded, 2005),
  };
};
