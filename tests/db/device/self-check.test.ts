import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SelfCheck } from '../../../db/device/self-check.ts';
import type { JobReport } from '../../../db/kernel/jobs.ts';
import { testApplication, type TestApplication } from '../../support/store.ts';

let desk: TestApplication;
beforeAll(async () => { desk = await testApplication(); });
afterAll(() => desk.dispose());

const check = async (): Promise<SelfCheck> => {
  let job = await desk.call<JobReport>('mutation', 'device.check');
  while (job.state === 'running') {
    await new Promise((resolve) => { setTimeout(resolve, 5); });
    job = await desk.call<JobReport>('query', 'device.job', { id: job.id });
  }
  expect(job.state).toBe('done');
  return job.result as SelfCheck;
};

test('an untouched database agrees with its log', async () => {
  await desk.call('mutation', 'organisations.create', { values: { name: '한빛', kind: 'firm' } });
  expect(await check()).toMatchObject({ rows: 3, operations: 3, file: 'ok', differing: 0, differences: [] });
});

test('a value changed past the door is found and named', async () => {
  const { store } = desk.app;
  store.door.isOpen = true;
  store.db.exec("UPDATE organisation SET name = '바뀜'");
  store.door.isOpen = false;
  const found = await check();
  expect(found.differences).toMatchObject([{ table: 'organisation', ko: '기업·기관', column: 'name', inTable: '바뀜', inLog: '한빛' }]);
  expect(found.differing).toBe(1);
});
