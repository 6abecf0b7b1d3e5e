/** A report that was handed in keeps its numbers and its records, and says what has changed since. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Comparison, Frozen, FrozenLine, Why } from '../../../db/frozen/api.ts';
import { write } from '../../../db/kernel/write.ts';
import { organisation } from '../../../db/organisations/fields.ts';
import type { Indicator } from '../../../db/reports/indicator.ts';
import { plainParams } from '../../../db/reports/report-input.ts';
import type { ReportTable } from '../../../db/reports/table-types.ts';
import { nationalFunds } from '../../../db/reports/t2.ts';
import { createHandle } from '../../../db/handle.ts';
import { task } from '../../../db/tasks/fields.ts';
import { testApplication, tester, type TestApplication } from '../../support/store.ts';

let it_: TestApplication;
let firm: string;
beforeEach(async () => {
  it_ = await testApplication();
  firm = write(it_.app.store, tester, '기업', (tx) => tx.create(organisation, { name: '한빛정밀', kind: 'firm' }));
});
afterEach(() => it_.dispose());

const params = { ...plainParams, asOf: '2010-12-31', fromYear: 2009, toYear: 2010 };
const submission = { submitted_on: '2011-01-10', submitted_to: '국토교통부', submitted_by: '김보고', document_no: '산단-12' };
const put = (title: string, fund_national: number | null = 2_000_000, decided_on = '2009-07-01'): string =>
  write(it_.app.store, tester, '과제', (tx) => tx.create(task, { title, status: 'selected', lead_org: firm, found_on: '2009-01-02', decided_on, fund_national, employees_at_decision: 30 }));
const freeze = async (report = 't2'): Promise<string> => (await it_.call<{ id: string }>('mutation', 'frozen.freeze', { report, params, submission })).id;
const get = (id: string) => it_.call<Frozen>('query', 'frozen.get', { id });
const compare = (id: string) => it_.call<Comparison>('query', 'frozen.compare', { id });
const why = (id: string, cell: string) => it_.call<Why>('query', 'frozen.why', { id, cell });
const change = (id: string, patch: Record<string, unknown>) => it_.call('mutation', 'tasks.change', { id, patch });
const opened = async (id: string, cell: string): Promise<string[]> => {
  const { id: selection } = await it_.call<{ id: string }>('mutation', 'frozen.open', { id, cell });
  const rows = await it_.list('tasks.list', { start: 0, end: 100, sort: [], filter: {}, quick: null, selection });
  return rows.rows.map((row) => row.id).sort();
};

describe('a frozen report', () => {
  it('keeps its numbers, its records and its stamp whatever happens afterwards', async () => {
    const [kept, deleted, edited] = [put('남는 과제'), put('지울 과제'), put('고칠 과제')];
    const id = await freeze();
    const before = await get(id);
    expect(before).toMatchObject({ report: 't2', title: '연도별 과제지원 건수 및 지원기업 수', submitted_to: '국토교통부', document_no: '산단-12', records: 4, hasIds: true, withdrawn_on: null });
    const now = await it_.call<ReportTable>('query', 'reports.table', { report: 't2', params });
    expect(before.table).toEqual(now);
    write(it_.app.store, tester, '삭제', (tx) => tx.remove(task, deleted));
    await change(edited, { decided_on: '2010-02-01' });
    put('새 과제');
    expect((await get(id)).table).toEqual(now);
    expect(await opened(id, 'supported~2009')).toEqual([kept, edited].sort());
    expect((await it_.call<FrozenLine[]>('query', 'frozen.list', { report: 't2' })).map((line) => line.id)).toEqual([id]);
    expect(await it_.call('query', 'frozen.list', { report: 't1' })).toEqual([]);
  });

  it('lists for each cell what was added, removed and edited, with field, author and time', async () => {
    const [deleted, moved, sum] = [put('지울 과제'), put('옮길 과제'), put('금액을 고칠 과제')];
    const id = await freeze();
    expect(await compare(id)).toMatchObject({ cells: [], total: { cells: 0, added: 0, removed: 0, edited: 0 }, definitions: [] });
    write(it_.app.store, tester, '삭제', (tx) => tx.remove(task, deleted));
    await change(moved, { decided_on: '2010-02-01' });
    await change(sum, { fund_national: 7_000_000, memo: '메모는 숫자를 바꾸지 않습니다.' });
    const fresh = put('새 과제', 1_000_000);
    const found = await compare(id);
    expect(found.cells.find((cell) => cell.key === 'supported~2009')).toEqual({ key: 'supported~2009', row: '지원(선정) 건수', column: '연도 2009', before: '3', now: '2', added: 1, removed: 2, edited: 1 });
    expect(found.cells.find((cell) => cell.key === 'national~2009')).toMatchObject({ before: '6', now: '8', added: 1, removed: 2, edited: 1 });
    expect(found.total).toMatchObject({ added: 3, removed: 2, edited: 2 });
    const { records, more } = await why(id, 'national~2009');
    expect(more).toBe(0);
    const by = (record: string) => records.find((one) => one.id === record);
    expect(by(fresh)).toMatchObject({ how: 'added', isNew: true, label: '새 과제', changes: [], page: { table: 'task', id: fresh } });
    expect(by(deleted)).toMatchObject({ how: 'removed', isDeleted: true, changes: [{ label: '삭제', by: tester.name }] });
    expect(by(moved)).toMatchObject({ how: 'removed', changes: [{ field: 'decided_on', label: '결정일', before: '2009-07-01', after: '2010-02-01' }] });
    expect(by(sum)).toMatchObject({ how: 'edited', changes: [{ field: 'fund_national', before: '2,000,000원', after: '7,000,000원', by: tester.name }] });
    expect((await why(id, 'supported~2010')).records.map((record) => [record.id, record.how])).toEqual([[moved, 'added']]);
  });

  it('finds nothing different once a deleted record is restored and an amount is put back, but says that they were touched', async () => {
    const [one, other] = [put('하나'), put('둘')];
    const id = await freeze();
    write(it_.app.store, tester, '삭제', (tx) => tx.remove(task, one));
    write(it_.app.store, tester, '되살리기', (tx) => tx.restore(task, one));
    await change(other, { fund_national: 9_000_000 });
    await change(other, { fund_national: 2_000_000 });
    const found = await compare(id);
    expect(found.total).toEqual({ cells: 0, added: 0, removed: 0, edited: 2 });
    expect((await why(id, 'national~2009')).records.map((record) => `${record.id} ${record.how} ${record.changes.length}`).sort()).toEqual([`${one} edited 2`, `${other} edited 2`].sort());
  });

  it('names an indicator whose definition has changed since', async () => {
    put('과제');
    const id = await freeze();
    const asked = it_.app.read.value<string>('SELECT definitions FROM frozen_report WHERE id = ?', [id]) ?? '';
    const older = JSON.stringify((JSON.parse(asked) as Indicator[]).map((one) => (one.code === nationalFunds.code ? { ...one, version: 0, formula: '옛 산식' } : one)));
    it_.app.store.door.isOpen = true;
    it_.app.store.db.prepare('UPDATE frozen_report SET definitions = ? WHERE id = ?').run(older, id);
    it_.app.store.door.isOpen = false;
    expect((await compare(id)).definitions).toEqual([{ ko: '국비', before: 0, now: nationalFunds.version, formulaBefore: '옛 산식', formulaNow: nationalFunds.formula }]);
  });

  it('cannot be edited or deleted, can be withdrawn with a reason, and both freezing and withdrawal can be taken back', async () => {
    put('과제');
    const id = await freeze();
    const changing = it_.app.store.records.get('frozen_report');
    if (!changing) throw new Error('no such record');
    expect(() => write(it_.app.store, tester, '수정', (tx) => tx.put(changing, id, { numbers: '{}' }))).toThrow('제출본은 고치거나 지울 수 없습니다');
    expect(() => write(it_.app.store, tester, '삭제', (tx) => tx.remove(changing, id))).toThrow('철회하고 새로 확정');
    await expect(it_.call('mutation', 'frozen.withdraw', { id, reason: '' })).rejects.toThrow('요청의 값이 맞지 않습니다');
    await it_.call('mutation', 'frozen.withdraw', { id, reason: '국비가 빠져 있었습니다.' });
    const withdrawn = await get(id);
    expect([withdrawn.withdrawn_reason, withdrawn.withdrawn_on?.length]).toEqual(['국비가 빠져 있었습니다.', 10]);
    const undo = async (): Promise<void> => { const { undo: last } = await it_.call<{ undo: { id: number } }>('query', 'device.undoState'); await it_.call('mutation', 'device.undo', { id: last.id }); };
    await undo();
    expect((await get(id)).withdrawn_on).toBeNull();
    await undo();
    await expect(get(id)).rejects.toThrow('확정을 되돌렸습니다');
  });

  it('is a file with its stamp, and can be frozen as of a past day', async () => {
    put('과제');
    await expect(freeze('d-size')).rejects.toThrow('현황판의 카드는');
    const id = await freeze('t1');
    const answer = await createHandle(it_.app, it_.dataDir)(new Request(`http://application/files/frozen/${id}`));
    expect(await answer.text()).toContain('제출본 · 2011. 1. 10. 국토교통부 제출 · 문서 산단-12 · 제출자 김보고');
    const { id: past } = await it_.call<{ id: string }>('mutation', 'frozen.freeze', { report: 't1', params: { ...params, dataAsOf: '2020-01-01' }, submission });
    expect((await get(past)).table).toMatchObject({ isEmpty: true, dataAsOf: '2020-01-01' });
    expect((await compare(past)).total).toMatchObject({ added: 1, removed: 0 });
  });
});
