import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ImportResult } from '../../../db/imports/commit.ts';
import type { PastImport } from '../../../db/imports/batches.ts';
import type { Preview } from '../../../db/imports/preview.ts';
import { csvBytes } from '../../../db/imports/encode-csv.ts';
import { fileRoute } from '../../../db/files.ts';
import type { JobReport } from '../../../db/kernel/jobs.ts';
import { testApplication, type TestApplication } from '../../support/store.ts';

let desk: TestApplication;
beforeEach(async () => { desk = await testApplication(); });
afterEach(() => desk.dispose());

const realFile = (name: string): Uint8Array => readFileSync(new URL(`../../support/data/${name}`, import.meta.url));
const csv = (...rows: string[][]): Uint8Array => csvBytes(rows);

const open = (bytes: Uint8Array, name = '목록.csv'): Promise<{ id: string; encoding: string | null; importedBefore: unknown[] }> =>
  desk.call('mutation', 'imports.open', { name, base64: Buffer.from(bytes).toString('base64') });
const look = (id: string, more: object = {}): Promise<Preview> => desk.call('mutation', 'imports.preview', { id, ...more });
const finished = async (started: JobReport): Promise<JobReport> => {
  for (;;) {
    const job = (await desk.call<JobReport[]>('query', 'device.jobs')).find((one) => one.id === started.id);
    if (job && job.state !== 'running') return job;
    await new Promise((resolve) => { setTimeout(resolve, 5); });
  }
};
const commit = async (id: string, more: object = {}): Promise<ImportResult> => {
  const job = await finished(await desk.call<JobReport>('mutation', 'imports.commit', { id, ...more }));
  expect(job.message ?? '').toBe('');
  return job.result as ImportResult;
};
const count = (table: string): number => desk.app.read.value<number>(`SELECT count(*) FROM ${table} WHERE _del = 0`) ?? 0;
const failedFile = async (address: string): Promise<Uint8Array> =>
  new Uint8Array(await (await fileRoute(desk.app, new Request(`http://application${address}`), address.slice('/files/'.length))).arrayBuffer());

test('no resident number reaches the page: not in the first rows, the samples, the cells, the reasons', async () => {
  const { id } = await open(csv(['기업명', '대표자', '비고 900101-1234567'], ['가온정밀', '김가온 850505-2345678', '담당 900101-1234567'], ['나래기계', '', '900101-1234567']));
  const seen = JSON.stringify([await look(id, { limit: 10 }), await desk.call('query', 'imports.peek', { id })]);
  expect(seen).toContain('900101-*******');
  expect(seen).not.toMatch(/1234567|2345678/);
});

describe('the sixty real factories', () => {
  test('looked at, imported as one action, again unchanged, undone in one step', async () => {
    const { id, encoding } = await open(realFile('factories_60_cp949.csv'), 'factories_60_cp949.csv');
    expect(encoding).toBe('cp949');
    const before = await look(id, { limit: 2 });
    expect(before).toMatchObject({ encoding: 'cp949', missing: [], total: 60, rowCount: 60, counts: { create: 60, match: 0, unchanged: 0, refuse: 0, ask: 0 } });
    expect(before.rows.map((row) => row.name)).toEqual(['(주)일흥', '(주)파트라']);
    expect(count('organisation')).toBe(0);

    const first = await commit(id);
    expect(first).toMatchObject({ counts: { create: 60 }, failedRows: null, table: 'organisation' });
    expect(count('organisation')).toBe(60);
    expect(desk.app.read.get('SELECT name, district, employees, name_key FROM organisation WHERE name_key = ?', ['심텍'])).toEqual({ name: '(주)심텍', district: '청주시', employees: 1903, name_key: '심텍' });
    expect(desk.app.read.value('SELECT count(*) FROM action WHERE label LIKE ?', ['가져오기:%'])).toBe(1);
    expect(await desk.call('query', 'device.selection', { id: first.selection })).toMatchObject({ count: 60, table: 'organisation' });

    const again = await open(realFile('factories_60_utf8bom.csv'));
    expect((await look(again.id)).counts).toMatchObject({ create: 0, match: 0, unchanged: 60 });
    const second = await commit(again.id);
    expect(second.counts.unchanged).toBe(60);
    expect(count('organisation')).toBe(60);
    expect((await open(realFile('factories_60_cp949.csv'))).importedBefore).toHaveLength(1);

    await desk.call('mutation', 'imports.undo', { batch: second.batch });
    await desk.call('mutation', 'imports.undo', { batch: first.batch });
    expect([count('organisation'), count('site'), count('import_batch')]).toEqual([0, 0, 0]);
    const past = await desk.call<PastImport[]>('query', 'imports.past', { limit: 10 });
    expect(past.map((one) => [one.file_name, one.isUndone, one.rows_created])).toEqual([['목록.csv', true, 0], ['factories_60_cp949.csv', true, 60]]);
    expect(past[1]?.by).toBe('시험 사용자');

    await desk.call('mutation', 'device.redo', {});
    expect(count('organisation')).toBe(60);
  });
});

test('a person’s later edit is kept when the file comes again', async () => {
  const bytes = csv(['회사명', '주소', '종업원수'], ['(주)가', '경기도 안산시 1', '10']);
  await commit((await open(bytes)).id);
  const id = desk.app.read.value<string>('SELECT id FROM organisation') ?? '';
  await desk.call('mutation', 'organisations.change', { id, patch: { employees: 25 } });
  const again = await open(bytes);
  const seen = await look(again.id);
  expect(seen.counts.unchanged).toBe(1);
  expect(seen.rows[0]?.reasons.join()).toContain('상시근로자 25 (파일: 10)');
  expect((await look(again.id, { options: { policy: 'overwrite' } })).counts.match).toBe(1);
});

test('rows left out are kept in a file that can be repaired and imported again', async () => {
  const { id } = await open(csv(
    ['회사명', '주소', '종업원수'], ['(주)가', '경기도 안산시 1', '10'], ['(주)나', '경기도 안산시 2', '열둘'], ['', '경기도 안산시 3', '3'], ['다 900101-1234568', '', ''],
  ), '입주기업.csv');
  const result = await commit(id);
  expect(result.counts).toEqual({ create: 1, match: 0, unchanged: 0, refuse: 3, ask: 0 });
  const bytes = await failedFile(result.failedRows ?? '');
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const text = Buffer.from(bytes).toString('utf8');
  expect(text).toContain('회사명,주소,종업원수,사유\r\n(주)나,경기도 안산시 2,열둘,종업원수: ‘열둘’을 수로 읽을 수 없습니다.\r\n');
  expect(text).toContain('900101-*******');
  expect(text).not.toContain('1234568');
  const repaired = await open(Buffer.from(text.replace('열둘', '12').replace(/^다.*\r\n/m, ''), 'utf8'), '고친 파일.csv');
  expect(await look(repaired.id)).toMatchObject({ counts: { create: 1, refuse: 1 } });
  const second = await commit(repaired.id);
  expect(Buffer.from(await failedFile(second.failedRows ?? '')).toString('utf8').split('\r\n')[0]).toBe('\uFEFF회사명,주소,종업원수,사유');
  expect(count('organisation')).toBe(2);
});

test('a question stays a question until it is decided', async () => {
  await commit((await open(csv(['회사명', '주소'], ['대영정공', '경기도 안산시 1']))).id);
  const other = await open(csv(['회사명', '주소'], ['대영정공', '부산광역시 사상구 2'], ['대영정공', '부산광역시 사상구 3']));
  const seen = await look(other.id, { show: 'ask' });
  expect(seen).toMatchObject({ counts: { ask: 2 }, rowCount: 2 });
  const candidate = seen.rows[0]?.candidates[0];
  expect(candidate).toMatchObject({ name: '대영정공', note: '경기도 안산시 1' });
  const result = await commit(other.id, { decisions: { 2: { as: 'same', id: candidate?.id }, 3: { as: 'new' } } });
  expect(result.counts).toMatchObject({ match: 1, create: 1, ask: 0 });
  expect([count('organisation'), count('site')]).toEqual([2, 1]);
});

test('rows about one firm that the file itself makes', async () => {
  const result = await commit((await open(csv(
    ['회사명', '주소', '생산품', '공장관리번호'], ['대륙전선(주)', '경북 영천시 도남동 87-2', '', ''], ['대륙전선(주)2공장', '경북 영천시 도남동 99', '전선', '130111000624600'], ['대륙전선㈜', '경북 영천시 도남동 87-2', '케이블', ''],
  ))).id);
  expect(result.counts).toMatchObject({ create: 1, match: 2 });
  expect(desk.app.read.all('SELECT name, products FROM organisation')).toEqual([{ name: '대륙전선(주)', products: '케이블' }]);
  expect(desk.app.read.all('SELECT name, factory_no, products FROM site')).toEqual([{ name: '2공장', factory_no: '130111000624600', products: '전선' }]);
});

test('columns a person chose are remembered for the next file', async () => {
  const bytes = csv(['업소', '소재'], ['(주)가', '경기도 안산시 1']);
  const { id } = await open(bytes);
  expect(await look(id, { headerRow: 1 })).toMatchObject({ missing: ['기업명'], counts: { create: 0 } });
  await expect(desk.call('mutation', 'imports.commit', { id }).then((job) => finished(job as JobReport))).resolves.toMatchObject({ state: 'failed', message: expect.stringContaining('기업명') as string });
  await commit(id, { chosen: { 0: 'name', 1: 'address' } });
  const next = await look((await open(csv(['업소', '소재'], ['(주)나', '경기도 안산시 2']))).id);
  expect(next.mapping.map((column) => [column.target, column.how])).toEqual([['name', 'remembered'], ['address', 'remembered']]);
  expect(next.counts.create).toBe(1);
});

test('a cancel leaves nothing behind', async () => {
  const rows = Array.from({ length: 5000 }, (_, at) => [`(주)기업${at}`, `경기도 안산시 ${at}`, at === 7 ? '몇 명' : '3']);
  const { id } = await open(csvBytes([['회사명', '주소', '종업원수'], ...rows]));
  const started = await desk.call<JobReport>('mutation', 'imports.commit', { id });
  while ((await desk.call<JobReport[]>('query', 'device.jobs')).every((job) => job.id !== started.id || job.done < 450)) await new Promise((resolve) => { setTimeout(resolve, 2); });
  await desk.call('mutation', 'device.cancelJob', { id: started.id });
  expect(await finished(started)).toMatchObject({ state: 'cancelled' });
  expect([count('organisation'), count('import_batch')]).toEqual([0, 0]);
  expect(desk.app.read.value('SELECT count(*) FROM action WHERE label LIKE ?', ['가져오기:%'])).toBe(0);
  expect(existsSync(join(desk.dataDir, 'imports')) ? readFileSync(join(desk.dataDir, 'imports')) : null).toBeNull();
});

test('other shapes get a sentence, an unknown encoding a choice', async () => {
  await expect(open(Buffer.from('PK\u0003\u0004 xl/workbook.xml', 'latin1'))).rejects.toThrow(/^엑셀 통합 문서/);
  await expect(open(new Uint8Array())).rejects.toThrow(/^빈 파일/);
  const odd = await open(Buffer.concat([Buffer.from('회사명,주소\n가'), Buffer.from([0xff, 0xff]), Buffer.from(',나\n')]));
  expect(odd.encoding).toBeNull();
  await expect(look(odd.id)).rejects.toThrow(/인코딩을 알 수 없습니다/);
  expect(await desk.call('query', 'imports.peek', { id: odd.id, encoding: 'cp949' })).toMatchObject({ encoding: 'cp949', delimiter: ',' });
  expect(await look(odd.id, { encoding: 'utf-8' })).toMatchObject({ unreadable: 2, counts: { create: 1 } });
  await expect(look('없음')).rejects.toThrow(/다시 골라/);
});

test('the mini-clusters of the press', async () => {
  const bytes = realFile('mini_clusters_from_press.csv');
  const { id } = await open(bytes, 'mini_clusters_from_press.csv');
  const seen = await look(id, { target: 'mini_cluster' });
  expect(seen.counts).toMatchObject({ refuse: 0, ask: 0 });
  expect(seen.counts.create + seen.counts.unchanged + seen.counts.match).toBe(56);
  const result = await commit(id, { target: 'mini_cluster' });
  expect(count('mini_cluster')).toBe(result.counts.create);
  expect(desk.app.read.get('SELECT hub, founded_on, kind, memo FROM mini_cluster WHERE name = ?', ['LED'])).toEqual({ hub: '광주', founded_on: '2005-01-01', kind: 'general', memo: '구성(보도): 기업 22\n출처: hankyung 2005093074661' });
  expect((await look((await open(bytes)).id, { target: 'mini_cluster' })).counts).toMatchObject({ create: 0, match: 0, unchanged: 56 });
  expect(await desk.call('mutation', 'imports.records', { batch: result.batch })).toMatchObject({ count: result.counts.create, table: 'mini_cluster' });
});

test('people, with organisations that are there', async () => {
  await commit((await open(csv(['회사명'], ['(주)가'], ['(주)나']))).id);
  const bytes = csv(
    ['성명', '소속', '직위', '휴대폰'],
    ['김하나', '주식회사 가', '부장', '010-1234-5678'], ['김하나', '㈜나', '이사', '010-9999-8888'], ['김하나', '가', '', '01012345678'], ['이둘', '없는 회사', '', ''],
  );
  const { id } = await open(bytes);
  expect((await look(id, { target: 'person' })).rows.map((row) => row.kind)).toEqual(['create', 'create', 'unchanged', 'refuse']);
  const result = await commit(id, { target: 'person' });
  expect(result).toMatchObject({ counts: { create: 2, unchanged: 1, refuse: 1 }, table: 'person' });
  expect(desk.app.read.all(`SELECT p.position, p.mobile, o.name FROM person p JOIN organisation o ON o.id = p.organisation WHERE p.name = '김하나' ORDER BY p.n`)).toEqual([
    { position: '부장', mobile: '01012345678', name: '(주)가' }, { position: '이사', mobile: '01099998888', name: '(주)나' },
  ]);
  const again = await look((await open(bytes)).id, { target: 'person' });
  expect(again.counts).toMatchObject({ create: 0, unchanged: 3 });
});
