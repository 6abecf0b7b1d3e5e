/** The traps of domain.md §18 that concern satisfaction and growth, by their number, through the doors a person has. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { plainParams } from '../../db/reports/report-input.ts';
import type { ReportTable } from '../../db/reports/api.ts';
import { testApplication, type TestApplication } from '../support/store.ts';

let desk: TestApplication;
beforeEach(async () => { desk = await testApplication(); });
afterEach(() => desk.dispose());

const made = async (path: string, input: unknown): Promise<string> => (await desk.call<{ id: string }>('mutation', path, input)).id;
const table = (report: string): Promise<ReportTable> => desk.call('query', 'reports.table', { report, params: { ...plainParams, asOf: '2012-12-31', fromYear: 2005, toYear: 2011 } });
const text = (shown: ReportTable, row: string, column: string): string | undefined => shown.cells[shown.rows.findIndex(({ key }) => key === row)]?.[shown.columns.findIndex(({ key }) => key === column)]?.text;

it('18: a nation that shrinks gives no multiple', async () => {
  const firm = await made('organisations.create', { values: { name: '한빛정밀', kind: 'firm' } });
  const cluster = await made('clusters.create', { values: { name: 'MC', hub: '창원', kind: 'general', founded_on: '2004-04-01' } });
  await desk.call('mutation', 'clusters.members.add', { cluster, organisation: firm, kind: 'firm', joined_on: '2005-04-01' });
  await desk.call('mutation', 'organisations.figures.save', { id: firm, changes: [{ year: 2005, values: { employees: 100, sales: 100_000_000 } }, { year: 2011, values: { employees: 130, sales: 300_000_000 } }] });
  await desk.call('mutation', 'nation.save', { place: { complex_group: 'national', industry_group: null, quarter: null }, changes: [
    { year: 2005, source: '산업동향', values: { employment: { value: '1000' }, production: { value: '1000' } } }, { year: 2011, source: '산업동향', values: { employment: { value: '900' }, production: { value: '1100' } } },
  ] });
  const shown = await table('t10');
  expect([text(shown, 'members:employment', 'cagr'), text(shown, 'nation:national:employment', 'cagr'), text(shown, 'members:employment', 'multiple:national')]).toEqual(['4.5', '△1.7', '비교 불가']);
  // 20.1 % a year against 1.6 %.
  expect(text(shown, 'members:production', 'multiple:national')).toBe('12.5');
});

it('20: answers of seven points and of a hundred are never averaged together silently', async () => {
  const asked = async (name: string, lowest: number, highest: number, scores: readonly string[]): Promise<string> => {
    const id = await made('surveys.create', { values: { name, year: 2010, lowest, highest } });
    const { ids: [item = ''] } = await desk.call<{ ids: string[] }>('mutation', 'surveys.items.createMany', { survey: id, names: ['종합'] });
    await desk.call('mutation', 'surveys.sheets.addMany', { survey: id, rows: scores.map((score) => ({ [item]: score })) });
    return id;
  };
  const seven = await asked('7점 조사', 1, 7, ['5', '5', '5', '4', '4', '5']);
  const hundred = await asked('100점 조사', 0, 100, ['80', '85', '90', '75', '84', '83']);
  const shown = await table('t9');
  expect([text(shown, `${seven}|all`, 'mean'), text(shown, `${seven}|all`, 'hundred'), text(shown, `${hundred}|all`, 'mean'), text(shown, `${hundred}|all`, 'hundred')]).toEqual(['4.67', '61.1', '82.8', '82.8']);
  expect([text(shown, 'all', 'mean'), text(shown, 'all', 'hundred')]).toEqual(['척도가 다름', '72.0']);
  expect(shown.footnotes.map((note) => note.text).join()).toContain('100점으로 환산한 뒤 평균');
});
