/** 정기 회의: the series of all mini-clusters, and the open one beside them with its days. */
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ArrowLeft, CalendarSync, Plus } from 'lucide-react';
import { useLocation } from 'wouter';
import { api } from '../../api.ts';
import { useStatusText } from '../../parts/frame/status.tsx';
import { EmptyState } from '../../parts/layout/EmptyState.tsx';
import { SplitView } from '../../parts/layout/SplitView.tsx';
import { FailureNotice } from '../../parts/notice/Notices.tsx';
import type { ScreenProps } from '../../places.ts';
import { words } from '../../words.ts';
import { NewSeries } from './NewSeries.tsx';
import { SeriesList } from './SeriesList.tsx';
import { SeriesRecord } from './SeriesRecord.tsx';
import '../../parts/layout/record.css';
import '../clusters/clusters.css';
import '../meetings/meetings.css';
import './series.css';

export const Screen = ({ place, id }: ScreenProps) => {
  const [, go] = useLocation();
  const found = useQuery({ queryKey: ['meeting_series', 'series_cluster', 'series_exception', 'meeting', 'mini_cluster', 'series list'], queryFn: () => api.series.list.query() });
  useStatusText(found.data ? `정기 회의 ${found.data.length.toLocaleString('ko-KR')}건` : '');
  const close = () => {
    go(place);
    setTimeout(() => document.querySelector<HTMLElement>(`[data-row="${CSS.escape(id ?? '')}"]`)?.focus(), 0);
  };
  const startNew = () => go(`${place}/new`);
  const list = (
    <div className="cd-series">
      <header className="cd-series-head">
        <Button variant="subtle" size="compact-sm" leftSection={<ArrowLeft size={14} aria-hidden />} onClick={() => go('/meetings')}>회의</Button>
        <h1>정기 회의</h1>
        <Button leftSection={<Plus size={14} aria-hidden />} onClick={startNew}>새 정기 회의</Button>
      </header>
      {found.error ? <div className="cd-pad"><FailureNotice error={found.error} onRetry={() => void found.refetch()} /></div>
        : !found.data ? <p className="cd-soft cd-pad">{words.loading}</p>
          : found.data.length === 0 ? (
            <EmptyState icon={CalendarSync} title="아직 정기 회의가 없습니다." action={{ label: '정기 회의 등록', onClick: startNew }} second={{ label: '회의 목록으로', onClick: () => go('/meetings') }}>
              ‘매월 둘째 수요일 14:00’처럼 주기를 정해 두면 날이 나오고, 그날의 회의를 안건까지 한 번에 만듭니다.
            </EmptyState>
          ) : <SeriesList lines={found.data} openId={id} onOpen={(one) => go(`${place}/${one}`)} />}
    </div>
  );
  return (
    <SplitView
      name="series" share={0.6} onClose={close} list={list}
      record={id === null ? null : id === 'new' ? <NewSeries onClose={close} onMade={(made) => go(`${place}/${made}`)} /> : <SeriesRecord key={id} id={id} onClose={close} onOpen={(other) => go(`${place}/${other}`, { replace: true })} />}
    />
  );
};
