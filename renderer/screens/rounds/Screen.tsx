/** 방문 계획: whom to visit next, what was done in a month, and handing work over. */
import { Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import { api } from '../../api.ts';
import { FailureNotice } from '../../parts/notice/Notices.tsx';
import type { ScreenProps } from '../../places.ts';
import { words } from '../../words.ts';
import { Activity } from './Activity.tsx';
import { Handover } from './Handover.tsx';
import { NextVisits } from './NextVisits.tsx';
import './rounds.css';

const parts = [{ id: 'next', word: '다음 방문' }, { id: 'activity', word: '월간 활동실적' }, { id: 'handover', word: '인수인계' }] as const;

export const Screen = ({ place, id }: ScreenProps) => {
  const [, go] = useLocation();
  const options = useQuery({ queryKey: ['person', 'account', 'mini_cluster', 'rounds', 'options'], queryFn: () => api.rounds.options.query() });
  const shown = parts.find((one) => one.id === id)?.id ?? 'next';
  if (options.error) return <div className="cd-pad"><FailureNotice error={options.error} onRetry={() => void options.refetch()} /></div>;
  return (
    <div className="cd-rounds">
      <header className="cd-rounds-head">
        <h1>방문 계획</h1>
        <Tabs value={shown} onChange={(next) => go(next === 'next' || next === null ? place : `${place}/${next}`)}>
          <Tabs.List>{parts.map((one) => <Tabs.Tab key={one.id} value={one.id}>{one.word}</Tabs.Tab>)}</Tabs.List>
        </Tabs>
      </header>
      {!options.data ? <p className="cd-soft cd-pad">{words.loading}</p>
        : shown === 'activity' ? <Activity options={options.data} /> : shown === 'handover' ? <Handover options={options.data} /> : <NextVisits options={options.data} />}
    </div>
  );
};
