/** Parameters of the reports: remembered for this person, completed with what is usual. */
import { useQuery } from '@tanstack/react-query';
import type { ReportParams } from '../../../db/reports/api.ts';
import { api } from '../../api.ts';
import { today } from '../../parts/form/DateField.tsx';
import { usePreference } from '../../parts/preferences.tsx';

/** What was chosen; null is "the usual": today, and the last six years. */
export type Chosen = { asOf: string | null; fromYear: number | null; toYear: number | null };

const nothing: Chosen = { asOf: null, fromYear: null, toYear: null };
const isYear = (value: unknown): value is number | null => value === null || typeof value === 'number';
const isChosen = (value: unknown): value is Chosen =>
  typeof value === 'object' && value !== null && 'asOf' in value && (value.asOf === null || typeof value.asOf === 'string') && 'fromYear' in value && isYear(value.fromYear) && 'toYear' in value && isYear(value.toYear);

const usualYears = 6;

/** Undefined while the recorded years are not known yet. */
export const useReportParams = (): { params: ReportParams | undefined; chosen: Chosen; choose: (patch: Partial<Chosen>) => void; firstYear: number } => {
  const [chosen, keep] = usePreference<Chosen>('reports.params', nothing, isChosen);
  const years = useQuery({ queryKey: ['report', 'years', 'task'], queryFn: () => api.reports.years.query() });
  const asOf = chosen.asOf ?? today();
  const thisYear = Number(asOf.slice(0, 4));
  const toYear = chosen.toYear ?? thisYear;
  const recorded = years.data?.first ?? thisYear;
  const fromYear = chosen.fromYear ?? Math.min(toYear, Math.max(recorded, toYear - usualYears + 1));
  return {
    params: years.isPending ? undefined : { asOf, fromYear, toYear, yearKind: 'calendar', scope: {}, dataAsOf: null },
    chosen, choose: (patch) => keep({ ...chosen, ...patch }),
    firstYear: Math.min(recorded, 2005),
  };
};
