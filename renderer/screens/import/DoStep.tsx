/** Step 4: one button, then progress, then the result. */
import { Button } from '@mantine/core';
import { FileInput } from 'lucide-react';
import { useState } from 'react';
import { api } from '../../api.ts';
import { JobBar, type Job } from '../../parts/layout/JobBar.tsx';
import { useShortcut } from '../../parts/keys/shortcut.ts';
import { FailureNotice } from '../../parts/notice/Notices.tsx';
import { resultOf } from './import-result.ts';
import { changeImport, importState, requestOf, type Preview } from './import-state.ts';
import { Result } from './Result.tsx';
import { Step } from './Step.tsx';
import { countOf } from './verdicts.ts';

/** The job counts in thousandths: up to 150 it reads, up to 400 it judges, then it writes (db/imports/commit.ts). */
const phaseOf = (job: Job): string => (job.done < 150 ? '파일을 읽고 있습니다.' : job.done < 400 ? '행을 살펴보고 있습니다.' : '기록하고 있습니다.');

/** In hundredths, with what it is doing and what a cancel leaves. */
const asPercent = (job: Job): Job => ({
  ...job, done: job.total === 0 ? 0 : Math.floor((job.done / job.total) * 100), total: 100,
  message: job.state === 'running' ? `${phaseOf(job)} 취소하면 아무것도 남지 않습니다.` : job.message,
});

export type DoStepProps = { preview: Preview | null; job: Job | null; noun: string; isReady: boolean };

export const DoStep = ({ preview, job, noun, isReady }: DoStepProps) => {
  const [failure, setFailure] = useState<unknown>(null);
  const [isStarting, setStarting] = useState(false);
  const amount = preview ? preview.counts.create + preview.counts.match : 0;
  const canStart = isReady && preview !== null && preview.missing.length === 0 && amount > 0 && job === null && !isStarting;
  const start = async (): Promise<void> => {
    const request = requestOf(importState());
    if (!request || !canStart) return;
    setFailure(null);
    setStarting(true);
    try {
      const report = await api.imports.commit.mutate(request);
      changeImport({ job: report.id });
    } catch (error) {
      setFailure(error);
    } finally {
      setStarting(false);
    }
  };
  useShortcut('Ctrl+Enter', () => void start(), { enabled: canStart });

  const result = resultOf(job?.result);
  if (job?.state === 'done' && result) return <Step number={4} title="가져오기" state="done"><Result result={result} noun={noun} /></Step>;
  if (job?.state === 'running') {
    return <Step number={4} title="가져오기" state="now"><JobBar job={asPercent(job)} onCancel={(id) => void api.device.cancelJob.mutate({ id })} /></Step>;
  }
  if (job) return <Step number={4} title="가져오기" state="now"><JobBar job={asPercent(job)} onClose={() => changeImport({ job: null })} /></Step>;
  if (!preview || preview.missing.length > 0) return <Step number={4} title="가져오기" state="waiting" note="한 번에 모두 들어가고, 나중에 한 번에 되돌릴 수 있습니다." />;

  const { counts } = preview;
  const left = [counts.refuse > 0 ? `거절 ${countOf(counts.refuse)}` : '', counts.ask > 0 ? `확인 필요 ${countOf(counts.ask)}` : ''].filter((part) => part !== '');
  return (
    <Step number={4} title="가져오기" state="now">
      {failure ? <FailureNotice error={failure} /> : null}
      <div className="cd-im-do">
        <Button size="sm" loading={isStarting} disabled={!canStart} leftSection={<FileInput size={16} aria-hidden />} onClick={() => void start()}>
          {amount > 0 ? `${noun} ${countOf(amount)} 가져오기` : '가져올 행이 없습니다'}{amount > 0 ? <span className="cd-key">Ctrl+Enter</span> : null}
        </Button>
        <p className="cd-soft cd-flat cd-number">
          {amount === 0 && counts.unchanged > 0 && left.length === 0 ? '모든 행이 이미 있는 기록과 같습니다.' : null}
          {amount > 0 ? `새로 만듦 ${countOf(counts.create)}, 보탬 ${countOf(counts.match)}. 한 번에 되돌릴 수 있습니다.` : null}
          {left.length > 0 ? ` ${left.join(', ')}은 가져오지 않습니다.` : null}
        </p>
      </div>
    </Step>
  );
};
