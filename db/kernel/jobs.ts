/** Long work in slices, with progress and cancel. */
import { Refusal } from '../errors.ts';
import { newId } from './id.ts';

export type JobState = 'running' | 'done' | 'failed' | 'cancelled';
export type JobReport = { id: string; label: string; done: number; total: number; state: JobState; message?: string; result?: unknown };

export type Job = {
  readonly id: string;
  /** Reports progress and lets the thread do something else. @throws Refusal `cancelled` after a cancel */
  progress(done: number, total: number): Promise<void>;
};

export type Jobs = {
  /** Starts work and returns at once. */
  start(label: string, work: (job: Job) => Promise<unknown>): JobReport;
  cancel(id: string): void;
  get(id: string): JobReport | undefined;
  list(): JobReport[];
};

/** Slices are at most this long, so that a cancel is noticed well within 200 ms. */
export const sliceMs = 20;

const keptJobs = 50;

/** @param announce is told of every step, for `/events` */
export const createJobs = (announce: (report: JobReport) => void, onBug: (error: unknown) => string): Jobs => {
  const reports = new Map<string, JobReport>();
  const cancelled = new Set<string>();
  const update = (id: string, change: Partial<JobReport>): void => {
    const report = reports.get(id);
    if (!report) return;
    const next = { ...report, ...change };
    reports.set(id, next);
    announce(next);
  };
  return {
    start: (label, work) => {
      const report: JobReport = { id: newId(), label, done: 0, total: 0, state: 'running' };
      reports.set(report.id, report);
      for (const old of [...reports.values()].filter((one) => one.state !== 'running').slice(0, Math.max(0, reports.size - keptJobs))) reports.delete(old.id);
      const job: Job = {
        id: report.id,
        progress: async (done, total) => {
          update(report.id, { done, total });
          await new Promise((resolve) => { setImmediate(resolve); });
          if (cancelled.has(report.id)) throw new Refusal('cancelled', '작업을 취소했습니다. 바뀐 것은 없습니다.');
        },
      };
      announce(report);
      void run(job, work, update, onBug);
      return report;
    },
    cancel: (id) => { cancelled.add(id); },
    get: (id) => reports.get(id),
    list: () => [...reports.values()],
  };
};

const run = async (job: Job, work: (job: Job) => Promise<unknown>, update: (id: string, change: Partial<JobReport>) => void, onBug: (error: unknown) => string): Promise<void> => {
  try {
    const result = await work(job);
    update(job.id, { state: 'done', result });
  } catch (error) {
    if (error instanceof Refusal) update(job.id, { state: error.code === 'cancelled' ? 'cancelled' : 'failed', message: error.message });
    else update(job.id, { state: 'failed', message: `문제가 발생했습니다 (${onBug(error)})` });
  }
};
