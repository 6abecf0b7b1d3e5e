import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Warning } from '../../../db/organisations/check.ts';
import { testApplication, type TestApplication } from '../../support/store.ts';

let desk: TestApplication;
beforeAll(async () => { desk = await testApplication(); });
afterAll(() => desk.dispose());

const bad = '123-45-67890';
const create = (values: object): Promise<{ id: string }> => desk.call('mutation', 'organisations.create', { values: { name: '새론금속', kind: 'firm', ...values } });
const refused = (attempt: Promise<unknown>): Promise<unknown> => attempt.then(() => 'accepted', (error: { data: { refusal: unknown } }) => error.data.refusal);
const stored = (id: string): unknown => desk.app.read.get('SELECT business_no, business_no_reason FROM organisation WHERE id = ?', [id]);
const noReason = (field: string): unknown => expect.objectContaining({ code: 'invalid', details: [expect.objectContaining({ field, message: expect.stringContaining('사업자등록증으로 확인했으면 사유를 적으세요') as string })] });

test('form, cell, pasted block and pasted rows ask for the same reason', async () => {
  const { id } = await create({});
  expect(await refused(create({ business_no: bad }))).toEqual(noReason('business_no'));
  expect(await refused(desk.call('mutation', 'organisations.change', { id, patch: { business_no: bad }, was: { business_no: null } }))).toEqual(noReason('business_no'));
  expect(await refused(desk.call('mutation', 'organisations.changeMany', { changes: [{ id, patch: { business_no: bad } }] }))).toEqual(noReason(`${id}.business_no`));
  expect(await refused(desk.call('mutation', 'organisations.createMany', { rows: [{ name: '가', kind: 'firm' }, { name: '나', kind: 'firm', business_no: bad }] }))).toEqual(noReason('1.business_no'));
  expect(stored(id)).toEqual({ business_no: null, business_no_reason: null });
  await desk.call('mutation', 'organisations.changeMany', { changes: [{ id, patch: { business_no: bad, business_no_reason: '사본 확인' } }] });
  expect(stored(id)).toEqual({ business_no: '1234567890', business_no_reason: '사본 확인' });
});

test('the reason belongs to its number: another number needs its own', async () => {
  const { id } = await create({ business_no: bad, business_no_reason: '사본 확인' });
  expect(await refused(desk.call('mutation', 'organisations.change', { id, patch: { business_no: '123-45-67892' } }))).toEqual(noReason('business_no'));
  await desk.call('mutation', 'organisations.change', { id, patch: { business_no: '123-45-67891' } });
  expect(stored(id)).toEqual({ business_no: '1234567891', business_no_reason: null });
});

test('a record that holds a bad number from elsewhere can still be changed in other fields', async () => {
  const { id } = await create({ business_no: bad, business_no_reason: '사본 확인' });
  await desk.call('mutation', 'organisations.change', { id, patch: { products: '감속기' } });
  expect(await refused(desk.call('mutation', 'organisations.change', { id, patch: { business_no_reason: null } }))).toEqual(noReason('business_no'));
});

test('a code of no revision is refused, the tail of a code goes to the name of the industry', async () => {
  for (const industry_code of ['04111', 'A29294', '금형', '292941']) expect(await refused(create({ industry_code }))).toMatchObject({ code: 'invalid', details: [{ field: 'industry_code' }] });
  const { id } = await create({ industry_code: 'c29294 외 3 종', industry_revision: 10, industry_name: '주형 및 금형 제조업' });
  expect(desk.app.read.get('SELECT industry_code, industry_name FROM organisation WHERE id = ?', [id])).toEqual({ industry_code: 'C29294', industry_name: '주형 및 금형 제조업 외 3 종' });
  await desk.call('mutation', 'organisations.change', { id, patch: { industry_code: '29293', industry_revision: 11 } });
  expect(desk.app.read.value('SELECT industry_name FROM organisation WHERE id = ?', [id])).toBe('주형 및 금형 제조업 외 3 종');
});

test('a factory number a spreadsheet destroyed is refused with the way out; a rounded or shared one is warned of', async () => {
  const [one, other] = [await create({}), await create({ name: '가온금형' })];
  const site = (values: object): Promise<{ id: string }> => desk.call('mutation', 'organisations.sites.create', { values: { organisation: one.id, name: '제1공장', ...values } });
  for (const factory_no of ['4.15903E+14', 'E+14', '4.15903e14']) {
    expect(await refused(site({ factory_no }))).toMatchObject({ code: 'invalid', details: [{ field: 'factory_no', message: expect.stringContaining('텍스트로 바꾸어 다시 저장') as string }] });
  }
  const { id } = await site({ factory_no: '130111-0006246-00' });
  expect(desk.app.read.value('SELECT factory_no FROM site WHERE id = ?', [id])).toBe('130111000624600');
  const check = (values: object): Promise<Warning[]> => desk.call('query', 'organisations.sites.check', { values });
  expect(await check({ factory_no: '130111000624600', organisation: one.id })).toEqual([]);
  expect(await check({ factory_no: '13011 10006 24600', organisation: other.id })).toMatchObject([{ others: [{ id: one.id, name: '새론금속' }] }]);
  expect(await check({ factory_no: '415902000000000', organisation: one.id })).toMatchObject([{ message: expect.stringContaining('엑셀이 줄인 번호') as string }]);
  expect(await check({ factory_no: '4159', organisation: one.id })).toMatchObject([{ message: expect.stringContaining('15자리') as string }]);
  const { sites } = await desk.call<{ sites: { factory_no: string }[] }>('query', 'organisations.relations', { id: one.id });
  expect(sites.map((found) => found.factory_no)).toEqual(['13011 ***** *****']);
});
