/** 사업 규칙: what a task is judged by on a day, and what the office sets over it. */
import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { programYearOf, programYears } from '../../../db/reference/program-years.ts';
import { api } from '../../api.ts';
import { DateField, today } from '../../parts/form/DateField.tsx';
import { Section } from '../../parts/layout/Section.tsx';
import { FailureNotice } from '../../parts/notice/Notices.tsx';
import { words } from '../../words.ts';
import { PeriodRules } from './PeriodRules.tsx';
import { SupportRules } from './SupportRules.tsx';

const years = programYears.toReversed().map((row) => ({ value: String(row.year), label: `${row.number}차 (${row.startOn} – ${row.endOn})` }));
const isDay = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);

export const RuleSettings = () => {
  const [day, setDay] = useState(today());
  const [typed, setTyped] = useState<string | null>(day);
  const year = programYearOf(day);
  const found = useQuery({ queryKey: ['support_rule', 'period_rule', 'rules', day], queryFn: () => api.program.rules.query({ day }), placeholderData: (before) => before });
  const go = (next: string) => { setDay(next); setTyped(next); };
  /** A year means its first day; the running one means today. */
  const goYear = (value: string | null) => {
    const row = programYears.find((one) => String(one.year) === value);
    if (row) go(programYearOf(today())?.year === row.year ? today() : row.startOn);
  };
  return (
    <div className="cd-rules">
      <Section title="사업 규칙">
        <p className="cd-soft">과제는 결정한 날(없으면 발굴한 날)의 규칙으로 봅니다. 기본 규칙은 그때의 공고와 보도에서 왔고, 지사 규칙을 두면 그 기간에는 지사 규칙을 씁니다.</p>
        <div className="cd-row-wrap cd-rule-day">
          <Select label="차년도" data={years} value={year === null ? null : String(year.year)} placeholder="그 밖의 날" allowDeselect={false} searchable nothingFoundMessage="맞는 것이 없습니다." maxDropdownHeight={280} onChange={goYear} />
          <DateField label="기준일" value={typed} error={isDay(typed) ? null : '날짜를 2026-11-22처럼 입력해 주세요.'} onChange={(value) => { if (isDay(value)) go(value); else setTyped(value === null ? null : String(value)); }} />
        </div>
        {found.error ? <FailureNotice error={found.error} onRetry={() => void found.refetch()} /> : null}
        {found.data || found.error ? null : <p className="cd-soft">{words.loading}</p>}
      </Section>
      {found.data ? <PeriodRules rule={found.data.period} shipped={found.data.shippedPeriod} day={day} /> : null}
      {found.data ? <SupportRules rules={found.data.support} day={day} /> : null}
    </div>
  );
};
