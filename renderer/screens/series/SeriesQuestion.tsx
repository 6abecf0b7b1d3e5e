/** 이 회의만·이후 모두·전체: asked where a meeting of a series is changed. Draws nothing for a meeting that stands alone. */
import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { CalendarSync } from 'lucide-react';
import { useLocation } from 'wouter';
import type { ChangeScope } from '../../../db/series/api.ts';
import { seriesWords } from '../../../db/series/choices.ts';
import { api } from '../../api.ts';
import './series.css';

const scopes: readonly { value: ChangeScope; label: string; says: string }[] = [
  { value: 'this', label: '이 회의만', says: '다른 회의는 그대로입니다.' },
  { value: 'following', label: '이후 모두', says: '이 회의와 그 뒤의 정기 회의가 바뀝니다. 이미 연 회의는 그대로입니다.' },
  { value: 'all', label: '전체', says: '정기 회의의 시각·장소·주재가 바뀌고, 아직 열지 않은 회의가 모두 따릅니다.' },
];

/** What is saved with `api.series.changeMeeting` when `scope` is not `this`. */
export type SeriesQuestionProps = { meeting: string; scope: ChangeScope; onScope: (scope: ChangeScope) => void };

export const SeriesQuestion = ({ meeting, scope, onScope }: SeriesQuestionProps) => {
  const [, go] = useLocation();
  const found = useQuery({ queryKey: ['meeting_series', 'meeting', 'series of', meeting], queryFn: () => api.series.ofMeeting.query({ id: meeting }) });
  if (!found.data) return null;
  const { series } = found.data;
  return (
    <div className="cd-series-question" role="group" aria-label="정기 회의에서 바꿀 범위">
      <CalendarSync size={15} aria-hidden />
      <p><button type="button" className="cd-link" onClick={() => go(`/series/${series.id}`)}>{series.title}</button> <span className="cd-soft">{seriesWords(series)}</span></p>
      <SegmentedControl aria-label="바꿀 범위" size="xs" value={scope} data={scopes.map(({ value, label }) => ({ value, label }))} onChange={(value) => onScope(scopes.find((one) => one.value === value)?.value ?? 'this')} />
      <p className="cd-small cd-soft">{scopes.find((one) => one.value === scope)?.says}</p>
    </div>
  );
};
