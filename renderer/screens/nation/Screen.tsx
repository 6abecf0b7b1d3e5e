/** 전국 지표: figures of the nation as published, a sheet of years for each group of complexes; `/nation/figures` lists those behind a number. */
import { Button, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ArrowLeft, FileInput, List } from 'lucide-react';
import { useLocation } from 'wouter';
import { complexGroups } from '../../../db/nation/choices.ts';
import { kicoxGroups } from '../../../db/reference/choices/industry.ts';
import { api } from '../../api.ts';
import { FailureNotice } from '../../parts/notice/Notices.tsx';
import { usePreference } from '../../parts/preferences.tsx';
import type { ScreenProps } from '../../places.ts';
import { words } from '../../words.ts';
import { FigureList } from './FigureList.tsx';
import { NationSheet } from './NationSheet.tsx';
import '../../parts/lines/lines.css';
import './nation.css';

type Chosen = { complex_group: string; industry_group: string | null; quarter: number | null };
const usual: Chosen = { complex_group: 'national', industry_group: null, quarter: null };
const isChosen = (value: unknown): value is Chosen =>
  typeof value === 'object' && value !== null && 'complex_group' in value && typeof value.complex_group === 'string' && 'industry_group' in value && (value.industry_group === null || typeof value.industry_group === 'string')
  && 'quarter' in value && (value.quarter === null || typeof value.quarter === 'number');

const wholeYear = 'year';
const everyIndustry = 'all';

export const Screen = ({ id }: ScreenProps) => {
  const [, go] = useLocation();
  const [place, setPlace] = usePreference<Chosen>('nation.place', usual, isChosen);
  const years = useQuery({ queryKey: ['national_indicator', 'years', place], queryFn: () => api.nation.years.query(place) });
  if (id?.split('/')[0] === 'figures') return <FigureList />;
  return (
    <div className="cd-nation">
      <div className="cd-nation-bar">
        <div className="cd-row-wrap">
          <Select label="산업단지" w="11rem" allowDeselect={false} data={complexGroups.map(({ code, ko }) => ({ value: code, label: ko }))} value={place.complex_group} onChange={(code) => { if (code) setPlace({ ...place, complex_group: code }); }} />
          <Select label="업종" w="8.5rem" allowDeselect={false} data={[{ value: everyIndustry, label: '전체 업종' }, ...kicoxGroups.map(({ code, ko }) => ({ value: code, label: ko }))]} value={place.industry_group ?? everyIndustry} onChange={(code) => setPlace({ ...place, industry_group: code === everyIndustry ? null : code })} />
          <Select label="기간" w="7rem" allowDeselect={false} data={[{ value: wholeYear, label: '한 해' }, ...[1, 2, 3, 4].map((quarter) => ({ value: String(quarter), label: `${quarter}분기` }))]} value={place.quarter === null ? wholeYear : String(place.quarter)} onChange={(value) => setPlace({ ...place, quarter: value === null || value === wholeYear ? null : Number(value) })} />
        </div>
        <div className="cd-row-wrap">
          <Button variant="default" leftSection={<ArrowLeft size={15} aria-hidden />} onClick={() => go('/reports/t10')}>성과 비교 표</Button>
          <Button variant="default" leftSection={<List size={15} aria-hidden />} onClick={() => go('/nation/figures')}>모든 지표</Button>
          <Button variant="default" leftSection={<FileInput size={15} aria-hidden />} onClick={() => go('/import?target=national_indicator')}>파일 가져오기</Button>
        </div>
      </div>
      <p className="cd-soft cd-nation-lead">한국산업단지공단 산업동향 같은 공표 자료를 적힌 그대로 옮깁니다. 값과 단위는 바꾸지 않고, 출처 없이는 저장하지 않습니다. 성과 비교 표(표 10)는 <b>한 해 · 전체 업종</b>의 값을 회원 기업과 견줍니다.</p>
      {years.error ? <div className="cd-pad"><FailureNotice error={years.error} onRetry={() => void years.refetch()} /></div> : years.data ? <NationSheet key={JSON.stringify(place)} place={place} stored={years.data} /> : <p className="cd-soft cd-pad">{words.loading}</p>}
    </div>
  );
};
