import { expect, test } from 'vitest';
import { createJobs, type JobReport } from '../../../db/kernel/jobs.ts';

const watch = (): { reports: JobReport[]; jobs: ReturnType<typeof createJobs>; ended: (id: string) => Promise<JobReport> } => {
  const reports: JobReport[] = [];
  const jobs = createJobs((report) => reports.push(report), () => 'b1');
  const ended = async (id: string): Promise<JobReport> => {
    for (;;) {
      const report = jobs.get(id);
      if (report && report.state !== 'running') return report;
      await new Promise((resolve) => { setTimeout(resolve, 1); });
    }
  };
  return { reports, jobs, ended };
};

test('progress is announced and the result kept', async () => {
  const { reports, jobs, ended } = watch();
  const { id } = jobs.start('세기', async (job) => { for (let step = 1; step <= 3; step += 1) await job.progress(step, 3); return 42; });
  expect(await ended(id)).toMatchObject({ state: 'done', done: 3, total: 3, result: 42 });
  expect(reports.map((report) => report.done)).toEqual([0, 1, 2, 3, 3]);
});

test('a cancel stops the work within 200 ms', async () => {
  const { jobs, ended } = watch();
  const { id } = jobs.start('끝없는 일', async (job) => { for (let step = 0; ; step += 1) await job.progress(step, 0); });
  const asked = performance.now();
  jobs.cancel(id);
  expect((await ended(id)).state).toBe('cancelled');
  expect(performance.now() - asked).toBeLessThan(200);
});

test('a bug inside a job is reported with its id', async () => {
  const { jobs, ended } = watch();
  const { id } = jobs.start('고장', () => Promise.reject(new Error('안에서')));
  expect(await ended(id)).toMatchObject({ state: 'failed', message: '문제가 발생했습니다 (b1)' });
});
