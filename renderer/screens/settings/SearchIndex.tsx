/** 검색 색인: how far it is, and making it anew. */
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api.ts';
import { useJobs } from '../../live.ts';
import { JobBar, type Job } from '../../parts/layout/JobBar.tsx';
import { Section } from '../../parts/layout/Section.tsx';
import { FailureNotice } from '../../parts/notice/Notices.tsx';

const label = '검색 색인 다시 만들기';

export const SearchIndex = () => {
  const state = useQuery({ queryKey: ['search', 'state'], queryFn: () => api.search.state.query(), refetchOnMount: 'always' });
  // One that began by itself, after an upgrade, is shown as well.
  const running = useQuery({ queryKey: ['search', 'job'], queryFn: async () => (await api.device.jobs.query()).find((one) => one.label === label && one.state === 'running') ?? null, refetchOnMount: 'always' });
  const [heard, setHeard] = useState<Job | null>(null);
  const [isClosed, setClosed] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  useJobs((step) => {
    if (step.label !== label) return;
    setHeard(step);
    if (step.state !== 'running') void state.refetch();
  });
  const job = heard ?? running.data ?? null;
  const start = () => {
    setFailure(null);
    setClosed(false);
    api.search.rebuild.mutate().then((begun) => setHeard((before) => (before?.id === begun.id ? before : begun)), setFailure);
  };
  const { waiting = 0, isWhole = true } = state.data ?? {};
  return (
    <Section title="검색 색인" actions={<Button size="compact-sm" variant="default" disabled={job?.state === 'running'} onClick={start}>{label}</Button>}>
      <p className="cd-soft">찾기(Ctrl+K)가 쓰는 색인입니다. 저장할 때마다 함께 고쳐지므로 보통은 손댈 일이 없습니다. 있어야 할 기록이 찾아지지 않을 때 다시 만드세요. 하는 동안에도 찾기는 됩니다.</p>
      {state.data ? <p role="status">{!isWhole ? '색인을 만들고 있어 아직 일부만 찾습니다.' : waiting > 0 ? `색인 중 ${waiting.toLocaleString('ko-KR')}건` : '모든 기록이 색인에 있습니다.'}</p> : null}
      {failure ? <FailureNotice error={failure} /> : null}
      {job && !isClosed ? <JobBar job={job} onCancel={(id) => void api.device.cancelJob.mutate({ id })} onClose={() => setClosed(true)} /> : null}
    </Section>
  );
};
