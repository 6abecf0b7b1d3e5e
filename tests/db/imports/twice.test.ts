import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import type { ImportResult } from '../../../db/imports/commit.ts';
import { csvBytes } from '../../../db/imports/encode-csv.ts';
import type { Preview } from '../../../db/imports/preview.ts';
import type { JobReport } from '../../../db/kernel/jobs.ts';
import { runsOf } from '../../property/depth.ts';
import { testApplication } from '../../support/store.ts';

const desk = await testApplication();
afterAll(() => desk.dispose());

const row = fc.tuple(
  fc.constantFrom('(주)가', '㈜ 가', '가', '(주)가청주공장', '가 2공장', '주식회사 나(제1공장)', '나', ''),
  fc.constantFrom('', '경상남도 창원시 성산구 1', '광주광역시 광산구 2', '부산 사상구 3', '부산광역시 사상구 3 (감전동)'),
  fc.constantFrom('', '', '124-81-00998', '220-81-62517'),
  fc.constantFrom('', '3', '40명', '몇 명'),
  fc.constantFrom('', '130111000624600', '4.15902E+14'),
).map((cells) => [...cells]);

const HEADER = ['회사명', '주소', '사업자등록번호', '종업원수', '공장관리번호'];

const look = async (bytes: Uint8Array): Promise<{ id: string; seen: Preview }> => {
  const { id } = await desk.call<{ id: string }>('mutation', 'imports.open', { name: '목록.csv', base64: Buffer.from(bytes).toString('base64') });
  return { id, seen: await desk.call<Preview>('mutation', 'imports.preview', { id }) };
};

const commit = async (id: string): Promise<ImportResult> => {
  const started = await desk.call<JobReport>('mutation', 'imports.commit', { id });
  for (;;) {
    const job = (await desk.call<JobReport[]>('query', 'device.jobs')).find((one) => one.id === started.id);
    if (job?.state === 'done') return job.result as ImportResult;
    if (job && job.state !== 'running') throw new Error(job.message);
    await new Promise((resolve) => { setTimeout(resolve, 2); });
  }
};

const stored = (): unknown => ['organisation', 'site'].map((table) => desk.app.read.all(`SELECT * FROM ${table} WHERE _del = 0 ORDER BY n`));

test('what a preview says is what an import does, what is stored is recognised again, and undo leaves nothing', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 8 }), async (rows) => {
      const bytes = csvBytes([HEADER, ...rows]);
      if (rows.every((cells) => cells.every((cell) => cell === ''))) return;
      const { id, seen } = await look(bytes);
      const done = await commit(id);
      expect(done.counts).toEqual(seen.counts);
      expect(desk.app.read.value('SELECT count(*) FROM organisation WHERE _del = 0')).toBe(seen.counts.create);
      const made: string[] = [done.batch];
      // What later rows tell of a firm may answer earlier questions: it comes to rest by the third time at the latest.
      for (let time = 0; time < 3; time += 1) made.push((await commit((await look(bytes)).id)).batch);
      expect((await look(bytes)).seen.counts).toMatchObject({ create: 0, match: 0, refuse: seen.counts.refuse });
      for (const batch of made.toReversed()) await desk.call('mutation', 'imports.undo', { batch });
      expect(stored()).toEqual([[], []]);
    }),
    { numRuns: runsOf(40), verbose: 1 },
  );
});
