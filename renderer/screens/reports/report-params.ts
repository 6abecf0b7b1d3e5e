/** Parameters of the reports: those an address names, else those remembered for this person, completed with what is usual. */
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useSearch } from 'wouter';
import type { ReportParams, ReportScope, YearKind } from '../../../db/reports/api.ts';
import { api } from '../../api.ts';
import { today } from '../../parts/form/DateField.tsx';
import { usePreference } from '../../parts/preferences.tsx';

type Remembered = { asOf: string | null; fromYear: number | null; toYear: number | null; yearKind: YearKind; scope: ReportScope };
/** What was chosen; null is "the usual": today, the last six years, the records as they stand. The day of the data holds as long as the page: nobody should meet an old one by surprise. */
export type Chosen = Remembered & { dataAsOf: string | null };

const nothing: Remembered = { asOf: null, fromYear: null, toYear: null, yearKind: 'calendar', scope: {} };

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;
const isYear = (value: unknown): value is number | null => value === null || typeof value === 'number';
const isChosen = (value: unknown): value is Remembered =>
  isRecord(value) && (value['asOf'] === null || typeof value['asOf'] === 'string') && isYear(value['fromYear']) && isYear(value['toYear'])
  && (value['yearKind'] === 'calendar' || value['yearKind'] === 'program') && isRecord(value['scope']) && Object.values(value['scope']).every((code) => typeof code === 'string');

const usualYears = 6;

/** The day of the data, from one report to the next. */
const last: { day: string | null } = { day: null };
const keepLast = (day: string | null): void => { last.day = day; };

/** What an address says: `?asOf=2010-12-31&yearKind=program&scope.office=창원`. */
export const chosenInAddress = (search: string): Partial<Chosen> => {
  const given = new URLSearchParams(search);
  const year = (name: string): number | undefined => (/^\d{4}$/.test(given.get(name) ?? '') ? Number(given.get(name)) : undefined);
  const [asOf, fromYear, toYear, kind, dataAsOf] = [given.get('asOf'), year('fromYear'), year('toYear'), given.get('yearKind'), given.get('dataAsOf')];
  const isDay = (text: string | null): text is string => text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text);
  const scope = Object.fromEntries([...given].flatMap(([name, code]) => (name.startsWith('scope.') ? [[name.slice('scope.'.length), code]] : [])));
  return {
    ...(isDay(asOf) ? { asOf } : {}), ...(isDay(dataAsOf) ? { dataAsOf } : {}), ...(fromYear === undefined ? {} : { fromYear }), ...(toYear === undefined ? {} : { toYear }),
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
  const [kept, keep] = usePreference<Remembered>('reports.params', nothing, isChosen);
  const [dataAsOf, keepDay] = useState(() => last.day);
  const asked = chosenInAddress(useSearch());
  const isAsked = useRef(Object.keys(asked).length > 0);
  const chosen: Chosen = isAsked.current ? { ...kept, dataAsOf, ...asked } : { ...kept, dataAsOf };
  const choose = (patch: Partial<Chosen>): void => {
    isAsked.current = false;
    const { dataAsOf: day, ...rest } = { ...chosen, ...patch };
    keepLast(day);
    keepDay(day);
    keep(rest);
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
    params: years.isPending ? undefined : { asOf, fromYear, toYear, yearKind: chosen.yearKind, scope: chosen.scope, dataAsOf: chosen.dataAsOf },
    chosen, choose, firstYear: Math.min(recorded, 2005),
  };
};
