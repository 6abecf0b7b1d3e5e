/** 기준일, the years of the columns and their kind, what the tables are narrowed to, and the day of the data. */
import { Button, Select } from '@mantine/core';
import type { ReportParams } from '../../../db/reports/api.ts';
import { DateField, today } from '../../parts/form/DateField.tsx';
import { PastMenu } from './PastMenu.tsx';
import type { Chosen } from './report-params.ts';
import { ScopeMenu } from './ScopeMenu.tsx';

export type ParamsBarProps = { params: ReportParams; choose: (patch: Partial<Chosen>) => void; uses: readonly string[]; withPast?: boolean; firstYear: number };

const isDay = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);

/** The last day of the year before. */
const lastYearsEnd = (): string => `${Number(today().slice(0, 4)) - 1}-12-31`;

export const ParamsBar = ({ params, choose, uses, withPast = false, firstYear }: ParamsBarProps) => {
  const withYears = uses.includes('fromYear');
  const withYear = uses.includes('toYear');
  const last = Math.max(Number(today().slice(0, 4)) + 1, params.toYear);
  const years = Array.from({ length: last - Math.min(firstYear, params.fromYear) + 1 }, (_, index) => String(last - index));
  const year = (label: string, value: number, onChange: (year: number) => void) => (
    <Select label={label} data={years} value={String(value)} searchable allowDeselect={false} w="5.75rem" maxDropdownHeight={260} nothingFoundMessage="없는 연도" onChange={(next) => { if (next) onChange(Number(next)); }} />
  );
  return (
    <div className="cd-report-params">
      {uses.includes('asOf') ? (
        <>
          <div className="cd-report-day"><DateField label="기준일" value={params.asOf} onChange={(value) => { if (value === null || isDay(value)) choose({ asOf: value === today() ? null : value }); }} /></div>
          <Button variant="default" onClick={() => choose({ asOf: null })} title="기준일을 오늘로 합니다.">오늘</Button>
          <Button variant="default" onClick={() => choose({ asOf: lastYearsEnd(), ...(withYear && params.toYear > Number(lastYearsEnd().slice(0, 4)) ? { toYear: null } : {}) })} title={`기준일을 ${lastYearsEnd()}로 합니다.`}>지난해 말</Button>
        </>
      ) : null}
      {withYears ? (
        <>
          {year('시작 연도', params.fromYear, (fromYear) => choose({ fromYear, toYear: Math.max(fromYear, params.toYear) }))}
          <span className="cd-report-tilde" aria-hidden>~</span>
          {year('끝 연도', params.toYear, (toYear) => choose({ toYear, fromYear: Math.min(toYear, params.fromYear) }))}
        </>
      ) : withYear ? year('연도', params.toYear, (toYear) => choose({ toYear, fromYear: Math.min(toYear, params.fromYear) })) : null}
      {uses.includes('yearKind') ? (
          <Select
            label="연도 종류" w="7.5rem" allowDeselect={false} value={params.yearKind} data={[{ value: 'calendar', label: '달력 연도' }, { value: 'program', label: '사업연도' }]}
            title="사업연도는 4월에 시작하며, 2005년이 1차입니다." onChange={(kind) => { if (kind === 'calendar' || kind === 'program') choose({ yearKind: kind }); }}
          />
      ) : null}
      {withPast ? <PastMenu day={params.dataAsOf} onChange={(dataAsOf) => choose({ dataAsOf })} /> : null}
      {uses.includes('scope') ? <ScopeMenu scope={params.scope} onChange={(scope) => choose({ scope })} /> : null}
    </div>
  );
};
