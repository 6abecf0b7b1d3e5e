/** T9 and T10 as they were handed in: a changed score and a changed figure are told of the sheet and of the firm. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { miniCluster, membership } from '../../../db/clusters/fields.ts';
import type { Comparison, Why } from '../../../db/frozen/api.ts';
import { write } from '../../../db/kernel/write.ts';
import { organisation } from '../../../db/organisations/fields.ts';
import { plainParams } from '../../../db/reports/report-input.ts';
import { survey } from '../../../db/surveys/fields.ts';
import { addSheet } from '../../../db/surveys/sheets.ts';
import { addItems } from '../../../db/surveys/write-surveys.ts';
import { testApplication, tester, type TestApplication } from '../../support/store.ts';

let desk: TestApplication;
beforeEach(async () => { desk = await testApplication(); });
afterEach(() => desk.dispose());

const params = { ...plainParams, asOf: '2012-12-31', fromYear: 2005, toYear: 2011 };
const submission = { submitted_on: '2013-01-10', submitted_to: '본사', submitted_by: '김보고', document_no: null };
const freeze = async (report: string): Promise<string> => (await desk.call<{ id: string }>('mutation', 'frozen.freeze', { report, params, submission })).id;

it('a score that was corrected explains the mean', async () => {
  const made = write(desk.app.store, tester, '조사', (tx) => {
    const firm = tx.create(organisation, { name: '한빛정밀', kind: 'firm' });
    const id = tx.create(survey, { name: '조사', year: 2010, lowest: 1, highest: 5 });
    const [item = ''] = addItems(tx, id, ['전문성']);
    return { id, item, sheets: Array.from({ length: 6 }, (_, at) => addSheet(tx, id, { organisation: firm, sheet_no: String(at + 1), [item]: '3' })) };
  });
  const frozen = await freeze('t9');
  await desk.call('mutation', 'surveys.sheets.change', { id: made.sheets[1], patch: { [made.item]: '5' } });
  const { cells, total } = await desk.call<Comparison>('query', 'frozen.compare', { id: frozen });
  expect(total).toMatchObject({ added: 0, removed: 0, edited: 1 });
  const cell = cells.find(({ key }) => key === `${made.id}|all~mean`);
  expect(cell).toMatchObject({ before: '3.00', now: '3.33', edited: 1 });
  const why = await desk.call<Why>('query', 'frozen.why', { id: frozen, cell: cell?.key });
  expect(why.records).toMatchObject([{ id: made.sheets[1], how: 'edited', label: '한빛정밀 응답 2', page: { table: 'survey', id: made.id }, changes: [{ label: '전문성 점수', before: '3', after: '5' }] }]);
});

it('a figure that was corrected explains the growth', async () => {
  const firm = write(desk.app.store, tester, '기업', (tx) => {
    const cluster = tx.create(miniCluster, { name: 'MC', hub: '창원', kind: 'general', founded_on: '2004-01-01' });
    const id = tx.create(organisation, { name: '한빛정밀', kind: 'firm' });
    tx.create(membership, { cluster, organisation: id, kind: 'firm', joined_on: '2005-01-01' });
    return id;
  });
  const save = (year: number, employees: number): Promise<unknown> => desk.call('mutation', 'organisations.figures.save', { id: firm, changes: [{ year, values: { employees } }] });
  await save(2005, 100);
  await save(2011, 200);
  const frozen = await freeze('t10');
  await save(2011, 300);
  const { cells } = await desk.call<Comparison>('query', 'frozen.compare', { id: frozen });
  expect(cells.find(({ key }) => key === 'members:employment~end')).toMatchObject({ before: '200', now: '300', edited: 1 });
  const why = await desk.call<Why>('query', 'frozen.why', { id: frozen, cell: 'members:employment~end' });
  expect(why.records[0]).toMatchObject({ id: firm, how: 'edited', label: '한빛정밀' });
  expect(why.records[0]?.changes).toContainEqual(expect.objectContaining({ label: '2011년 상시근로자', before: '200명', after: '300명' }));
});
