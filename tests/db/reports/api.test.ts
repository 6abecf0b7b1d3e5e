/** The reports as the page asks for them: tables, records behind a number, files. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import iconv from 'iconv-lite';
import { createHandle } from '../../../db/handle.ts';
import { membership, miniCluster } from '../../../db/clusters/fields.ts';
import { write } from '../../../db/kernel/write.ts';
import { organisation } from '../../../db/organisations/fields.ts';
import { csvRows, lostInCp949 } from '../../../db/reports/report-csv.ts';
import type { ReportTable } from '../../../db/reports/table-types.ts';
import { task } from '../../../db/tasks/fields.ts';
import { testApplication, tester, type TestApplication } from '../../support/store.ts';

let it_: TestApplication;
const params = { asOf: '2010-12-31', fromYear: 2009, toYear: 2010 };

beforeAll(async () => {
  it_ = await testApplication();
  write(it_.app.store, tester, '준비', (tx) => {
    const firm = tx.create(organisation, { name: '한빛정밀', kind: 'firm' });
    for (const employees of [50, 51]) tx.create(task, { title: '과제', status: 'selected', lead_org: firm, found_on: '2009-01-02', decided_on: '2009-07-01', employees_at_decision: employees });
    const cluster = tx.create(miniCluster, { name: '=HYPERLINK("x") 똠방 MC–1', hub: 'changwon', kind: 'general', founded_on: '2008-01-01' });
    tx.create(membership, { cluster, organisation: firm, kind: 'firm', joined_on: '2009-01-01' });
  });
});
afterAll(() => it_.dispose());

const ask = async (path: string): Promise<Response> => createHandle(it_.app, it_.dataDir)(new Request(`http://application${path}`));

describe('table and records', () => {
  it('gives the table and opens the records of a cell as a selection its list understands', async () => {
    const table = await it_.call<ReportTable>('query', 'reports.table', { report: 't1', params });
    const cell = table.cells[1]?.[0];
    expect(cell).toEqual({ value: 1, text: '1', drill: '10-50~2009' });
    const opened = await it_.call<{ id: string; table: string; label: string; count: number }>('mutation', 'reports.open', { report: 't1', params, cell: '10-50~2009' });
    expect(opened).toMatchObject({ table: 'task', count: 1, label: '기업규모별 클러스터사업 과제지원 현황: 10~50인 · 연도별 지원 건수 · 2009' });
    const list = await it_.list('tasks.list', { start: 0, end: 100, sort: [], filter: {}, quick: null, selection: opened.id });
    expect(list.total).toBe(1);
  });

  it('opens members of a mini-cluster in their own list', async () => {
    const opened = await it_.call<{ id: string; table: string }>('mutation', 'reports.open', { report: 't3', params, cell: 'all~members' });
    expect(opened.table).toBe('membership');
    const list = await it_.list('reports.members', { start: 0, end: 100, sort: [], filter: {}, quick: null, selection: opened.id });
    expect(list.rows[0]).toMatchObject({ organisation_name: '한빛정밀', hub: '창원', kind: 'firm' });
  });

  it('refuses parameters that make no table, and a cell that is not there', async () => {
    await expect(it_.call('query', 'reports.table', { report: 't1', params: { ...params, fromYear: 2011 } })).rejects.toThrow('시작 연도가 끝 연도보다 늦습니다');
    await expect(it_.call('query', 'reports.table', { report: 't1', params: { ...params, asOf: '2010-13-01' } })).rejects.toThrow('기준일과 연도를 다시 확인해 주세요');
    await expect(it_.call('query', 'reports.table', { report: 't1', params: { ...params, fromYear: 1990 } })).rejects.toThrow('15개까지');
    await expect(it_.call('mutation', 'reports.open', { report: 't1', params, cell: 'nothing~2009' })).rejects.toThrow('표를 새로 고친 뒤');
  });

  it('says which reports there are, what they answer and by which rules', async () => {
    const about = await it_.call<{ code: string; indicators: { rule: string }[] }[]>('query', 'reports.about');
    expect(about.map((one) => one.code)).toEqual(expect.arrayContaining(['t1', 't2', 't3', 't4', 't7s']));
    expect(about.flatMap((one) => one.indicators).every((one) => one.rule.length > 10)).toBe(true);
    expect(await it_.call('query', 'reports.years')).toEqual({ first: 2009, last: 2009 });
  });
});

describe('CSV', () => {
  const path = '/files/report/t3?asOf=2010-12-31&fromYear=2009&toYear=2010';

  it('is UTF-8 with BOM and CRLF, numbers plain, text that looks like a formula defused', async () => {
    const answer = await ask(path);
    const bytes = new Uint8Array(await answer.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const text = new TextDecoder().decode(bytes);
    expect(text.split('\r\n').length).toBeGreaterThan(8);
    expect(text.replaceAll('\r\n', '')).not.toContain('\n');
    expect(text).toContain(`"'=HYPERLINK(""x"") 똠방 MC–1",1,1,1,0,0,0,0,0`);
    expect(decodeURIComponent(answer.headers.get('content-disposition') ?? '')).toContain('미니클러스터 구성 규모 및 참여회원 현황 (2010-12-31).csv');
  });

  it('can be CP949, after the characters it would lose have been told', async () => {
    const bytes = new Uint8Array(await (await ask(`${path}&encoding=cp949`)).arrayBuffer());
    expect(iconv.decode(Buffer.from(bytes), 'cp949')).toContain('똠방');
    expect(await it_.call('query', 'reports.lostInCp949', { report: 't3', params })).toEqual(['–']);
  });

  it('writes minus as a number and nothing where there is none', () => {
    const table: ReportTable = {
      code: 't3', title: '표', unit: '단위: 개', asOf: '2010. 12. 31. 기준', dataAsOf: null, heads: ['구분'], columns: [{ key: 'a', group: '묶음', label: '증감' }], footnotes: [], isEmpty: false,
      rows: [{ key: 'x', labels: ['-5도'], level: 1, kind: 'detail' }, { key: 'y', labels: ['없음'], level: 1, kind: 'detail' }],
      cells: [[{ value: -5, text: '△5', drill: null }], [{ value: null, text: '-', drill: null }]],
    };
    expect(csvRows(table).slice(3)).toEqual([['구분', '묶음 증감'], ["'-5도", '-5'], ['없음', '']]);
    expect(lostInCp949(table)).toEqual([]);
  });

  it('refuses a table that does not exist', async () => {
    expect((await ask('/files/report/t99')).status).toBe(404);
    expect((await ask('/files/report/t1?asOf=x')).status).toBe(400);
  });
});
