/** Means and ratios of indicators, cells a layout works out itself, and indicators that a scope cannot narrow. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Values } from '../../../db/kernel/field.ts';
import { write } from '../../../db/kernel/write.ts';
import { organisation } from '../../../db/organisations/fields.ts';
import type { Indicator } from '../../../db/reports/indicator.ts';
import { cellRecords, tableOf, type CellSpec, type Report } from '../../../db/reports/layout.ts';
import { plainParams } from '../../../db/reports/report-input.ts';
import { t1 } from '../../../db/reports/t1.ts';
import { nationalFunds, supportedTasks, t2 } from '../../../db/reports/t2.ts';
import { taskParameters } from '../../../db/reports/task-rules.ts';
import { task } from '../../../db/tasks/fields.ts';
import { openTestStore, tester, type TestStore } from '../../support/store.ts';

let store: TestStore;
let firm: string;
beforeEach(() => {
  store = openTestStore();
  firm = write(store, tester, '기업', (tx) => tx.create(organisation, { name: '기업', kind: 'firm', province: '강원도' }));
});
afterEach(() => store.dispose());

const params = { ...plainParams, asOf: '2010-12-31', fromYear: 2009, toYear: 2010 };
const put = (values: Partial<Values<typeof task.fields>>): string => write(store, tester, '과제', (tx) =>
  tx.create(task, { title: '과제', status: 'selected', lead_org: firm, found_on: '2005-01-02', decided_on: '2009-07-01', ...values }));

const withFunds: Indicator = { ...supportedTasks, code: 'with-funds', ko: '국비가 적힌 과제', where: `${supportedTasks.where} AND f.fund_national IS NOT NULL` };

const reportWith = (spec: CellSpec, indicators: readonly Indicator[] = []): Report => ({
  code: 'd-test', title: '시험', answers: '', needs: '', uses: [], indicators,
  layout: (_read, given) => ({
    unit: '단위: 건', heads: ['구분'], columns: [{ key: 'c', group: '', label: '값' }], rows: [{ key: 'r', labels: ['행'], level: 1, kind: 'detail' }],
    parameters: taskParameters(given), cell: () => spec, footnotes: () => [], alive: [],
  }),
});
const cellIn = (spec: CellSpec, given = params) => tableOf(store.read, reportWith(spec, [supportedTasks, nationalFunds, withFunds]), given).cells[0]?.[0];

describe('mean and ratio', () => {
  it('divides a sum by a number of records and opens those records', () => {
    const ids = [put({ fund_national: 1_500_000 }), put({ fund_national: 3_000_000 })].sort();
    put({ fund_national: null });
    const mean: CellSpec = { show: 'mean', sum: { indicator: nationalFunds, slice: {} }, count: { indicator: withFunds, slice: {} } };
    expect(cellIn(mean)).toEqual({ value: 2.3, text: '2.3', drill: 'r~c', digits: 1 });
    expect(cellRecords(store.read, reportWith(mean), 'r~c', params)?.ids).toEqual(ids);
    const share: CellSpec = { show: 'ratio', part: { indicator: withFunds, slice: {} }, whole: { indicator: supportedTasks, slice: {} }, as: 'percent' };
    expect(cellIn(share)).toMatchObject({ value: 66.7, text: '66.7' });
    expect(cellIn(share, { ...params, fromYear: 2010 })).toMatchObject({ value: null, text: '-', drill: null });
  });

  it('shows what a layout worked out, and opens its records only when asked', () => {
    const id = put({});
    let asked = 0;
    const given: CellSpec = { show: 'given', value: null, text: '비교 불가', opens: { table: 'task', ids: () => { asked += 1; return [id]; } } };
    expect(cellIn(given)).toEqual({ value: null, text: '비교 불가', drill: 'r~c' });
    expect(asked).toBe(0);
    expect(cellRecords(store.read, reportWith(given), 'r~c', params)).toMatchObject({ table: 'task', ids: [id] });
    expect(cellRecords(store.read, reportWith({ ...given, opens: null }), 'r~c', params)).toBeNull();
  });
});

describe('scope', () => {
  it('narrows table and records alike, says so in the title line, and knows a province by every name it has had', () => {
    put({ office: '창원', decided_on: '2009-07-01' });
    put({ office: '구미', decided_on: '2010-02-01' });
    const at = (scope: Record<string, string>) => tableOf(store.read, t1, { ...params, scope });
    expect(at({ office: '창원' }).cells.at(-1)?.map((cell) => cell.text)).toEqual(['1', '-', '1', '100.0', '100.0']);
    expect(at({ office: '창원' }).asOf).toBe('2010. 12. 31. 기준 · 지사: 창원');
    expect(cellRecords(store.read, t1, 'all~sum', { ...params, scope: { office: '구미' } })).toMatchObject({ ids: [expect.any(String)], label: '기업규모별 클러스터사업 과제지원 현황: 구미 · 계 · 건수' });
    expect(at({ province: 'gangwon' }).cells.at(-1)?.[2]?.text).toBe('2');
    expect(at({ office: '' }).isEmpty).toBe(true);
  });

  it('counts program years from April', () => {
    put({ decided_on: '2010-03-31' });
    const table = tableOf(store.read, t2, { ...params, yearKind: 'program' });
    expect(table.columns.map((column) => column.label)).toEqual(['5차(2009)', '6차(2010)', '계']);
    expect(table.cells[1]?.map((cell) => cell.value)).toEqual([1, 0, 1]);
    expect(table.asOf).toBe('2010. 12. 31. 기준 · 사업연도(4월 시작)');
  });

  it('leaves the cells of an indicator empty that cannot be narrowed so, and names it', () => {
    put({ office: '창원' });
    const uncut: Indicator = { ...supportedTasks, code: 'uncut', ko: '나눌 수 없는 지표', scopes: {} };
    const table = tableOf(store.read, reportWith({ show: 'value', indicator: uncut, slice: {} }), { ...params, scope: { office: '창원' } });
    expect(table.cells[0]?.[0]).toEqual({ value: null, text: '', drill: null });
    expect(table.footnotes.map((note) => note.text)).toEqual(['※ 지사별로 나눌 수 없는 지표는 비워 두었습니다: 나눌 수 없는 지표']);
    expect(tableOf(store.read, reportWith({ show: 'value', indicator: uncut, slice: {} }), params).cells[0]?.[0]?.value).toBe(1);
  });
});
