/** Work that takes a while: what, how far, and a way to stop it. */
import { Button, Progress } from '@mantine/core';
import { words } from '../../words.ts';

export type Job = {
  id: string;
  label: string;
  done: number;
  /** 0 while it is not known. */
  total: number;
  state: 'running' | 'done' | 'failed' | 'cancelled';
  message?: string | undefined;
  /** What the work came to, when it is done. */
  result?: unknown;
};

const stateWords: Record<Job['state'], string> = { running: '진행 중', done: '끝났습니다', failed: '끝내지 못했습니다', cancelled: '취소했습니다' };

export type JobBarProps = { job: Job; onCancel?: (id: string) => void; onClose?: (id: string) => void };

export const JobBar = ({ job, onCancel, onClose }: JobBarProps) => {
  const share = job.state === 'done' ? 100 : job.total ? Math.min(100, (job.done / job.total) * 100) : 100;
  const amount = job.total === 0 ? job.done.toLocaleString('ko-KR') : `${job.done.toLocaleString('ko-KR')} / ${job.total.toLocaleString('ko-KR')}`;
  return (
    <div className="cd-job" data-state={job.state} role="status">
      <div className="cd-job-line">
        <strong>{job.label}</strong>
        <span className="cd-soft cd-number">{stateWords[job.state]} · {amount}</span>
        {job.state === 'running' && onCancel ? <Button size="compact-xs" variant="default" onClick={() => onCancel(job.id)}>{words.cancel}</Button> : null}
        {job.state !== 'running' && onClose ? <Button size="compact-xs" variant="default" onClick={() => onClose(job.id)}>{words.close}</Button> : null}
      </div>
      <Progress value={share} animated={job.state === 'running' && job.total === 0} color={job.state === 'failed' ? 'danger' : 'primary'} aria-label={job.label} />
      {job.message ? <p className="cd-small">{job.message}</p> : null}
    </div>
  );
};
