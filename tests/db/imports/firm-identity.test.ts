import { afterEach, beforeEach, expect, test } from 'vitest';
import { csvBytes } from '../../../db/imports/encode-csv.ts';
import type { ImportResult } from '../../../db/imports/commit.ts';
import type { Preview } from '../../../db/imports/preview.ts';
import type { JobReport } from '../../../db/kernel/jobs.ts';
import type { Warning } from '../../../db/organisations/check.ts';
import { testApplication, type TestApplication } from '../../support/store.ts';

let desk: TestApplication;
beforeEach(async () => { desk = await testApplication(); });
afterEach(() => desk.dispose());

const open = async (...rows: string[][]): Promise<string> =>
  (await desk.call<{ id: string }>('mutation', 'imports.open', { name: '목록.csv', base64: Buffer.from(csvBytes(rows)).toString('base64') })).id;
const look = (id: string, more: object = {}): Promise<Preview> => desk.call('mutation', 'imports.preview', { id, limit: 20, ...more });
const commit = async (id: string, more: object = {}): Promise<ImportResult['counts']> => {
  const started = await desk.call<JobReport>('mutation', 'imports.commit', { id, ...more });
  for (;;) {
    const job = (await desk.call<JobReport[]>('query', 'device.jobs')).find((one) => one.id === started.id);
    if (job && job.state !== 'running') { expect(job.message ?? '').toBe(''); return (job.result as ImportResult).counts; }
    await new Promise((resolve) => { setTimeout(resolve, 5); });
  }
};
const firm = (name: string): Record<string, unknown> | undefined => desk.app.read.get('SELECT * FROM organisation WHERE name = ? AND _del = 0', [name]);

test('a number whose sum fails comes in with the reason of an import, stays a warning, and the file changes nothing again', async () => {
  const file = await open(['기업명', '사업자등록번호', '업종코드', '차수', '업종명'], ['새론금속', '123-45-67890', '29294 외 3 종', '10', '주형 및 금형 제조업']);
  const { rows: [row] } = await look(file);
  expect(row?.reasons.join()).toContain('검증 번호가 맞지 않습니다');
  expect(await commit(file)).toMatchObject({ create: 1 });
  expect(firm('새론금속')).toMatchObject({ business_no: '1234567890', business_no_reason: '가져온 값', industry_code: '29294', industry_name: '주형 및 금형 제조업 외 3 종' });
  expect(await desk.call<Warning[]>('query', 'organisations.check', { values: { business_no: '1234567890', business_no_reason: '가져온 값' } })).toMatchObject([{ message: expect.stringContaining('가져온 값이라') as string }, {}]);
  expect(await commit(file)).toMatchObject({ create: 0, match: 0, unchanged: 1 });
});

test('a code of no revision is left out and said so; the row comes in', async () => {
  const file = await open(['기업명', '업종코드'], ['새론금속', '40111']);
  expect((await look(file)).rows[0]?.reasons.join()).toContain('넣지 않습니다');
  await commit(file);
  expect(firm('새론금속')).toMatchObject({ industry_code: null });
});

test('a former name is recognised, and an address the file changes is kept as a former one', async () => {
  const { id } = await desk.call<{ id: string }>('mutation', 'organisations.create', { values: { name: '현대중공업(주)', kind: 'firm', address: '울산 동구 1' } });
  await desk.call('mutation', 'organisations.change', { id, patch: { name: '현대일렉트릭(주)' }, meaning: { from: '2017-04-01' } });
  const file = await open(['기업명', '대표자'], ['㈜현대중공업', '김대표']);
  expect((await look(file)).rows[0]).toMatchObject({ kind: 'match', reasons: expect.arrayContaining(['예전 이름이 같은 기업입니다. 지금 이름: 현대일렉트릭(주)']) as string[] });
  await commit(file);
  expect(firm('현대일렉트릭(주)')).toMatchObject({ id, representative: '김대표' });
});
