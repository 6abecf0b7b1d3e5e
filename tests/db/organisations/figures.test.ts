import { afterAll, beforeAll, expect, test } from 'vitest';
import { growthBetween } from '../../../db/organisations/growth.ts';
import type { Figures, FiguresChange } from '../../../db/organisations/figures.ts';
import { testApplication, type TestApplication } from '../../support/store.ts';

let desk: TestApplication;
beforeAll(async () => { desk = await testApplication({ now: () => Date.parse('2026-11-22T03:00:00Z') }); });
afterAll(() => desk.dispose());

const firm = async (values: object = {}): Promise<string> => (await desk.call<{ id: string }>('mutation', 'organisations.create', { values: { name: '한빛정밀', kind: 'firm', ...values } })).id;
const save = (id: string, changes: FiguresChange[]): Promise<unknown> => desk.call('mutation', 'organisations.figures.save', { id, changes });
const figures = (id: string): Promise<Figures> => desk.call('query', 'organisations.figures.of', { id });
const own = (id: string): unknown => desk.app.read.get('SELECT employees, employees_on, sales FROM organisation WHERE id = ?', [id]);

test('growth stands beside each year, and the mean yearly rate over the whole', async () => {
  const id = await firm();
  await save(id, [{ year: 2005, values: { employees: 13_524, sales: 100 } }, { year: 2006, values: { sales: 110, employees: null } }, { year: 2011, values: { employees: 40_052, sales: 0 } }]);
  const { years, whole } = await figures(id);
  expect(years.map((one) => [one.year, one.growth.sales?.percent ?? null, one.growth.employees?.percent ?? null])).toEqual([[2005, null, null], [2006, 10, null], [2011, -100, 19.8]]);
  expect(whole.employees).toEqual({ percent: 19.8, years: 6 });
  expect([growthBetween({ year: 2010, value: 0 }, { year: 2011, value: 5 }), growthBetween({ year: 2005, value: 995 }, { year: 2011, value: 4205 })]).toEqual([null, { percent: 27.2, years: 6 }]);
});

test('the newest year becomes the firm’s own figures, in one step to undo', async () => {
  const id = await firm({ employees: 40, employees_on: '2020-12-31', sales: 5 });
  await save(id, [{ year: 2024, values: { employees: 55, sales: 900 } }, { year: 2025, values: { employees: 61, sales: 1_000 } }]);
  expect(own(id)).toEqual({ employees: 61, employees_on: '2025-12-31', sales: 1_000 });
  await save(id, [{ year: 2024, values: { employees: 56 }, was: { employees: 55 } }]);
  expect(own(id)).toEqual({ employees: 61, employees_on: '2025-12-31', sales: 1_000 });
  await save(id, [{ year: 2026, values: { employees: 64 } }]);
  expect(own(id)).toEqual({ employees: 64, employees_on: '2026-11-22', sales: 1_000 });
  for (let steps = 0; steps < 3; steps += 1) await desk.call('mutation', 'device.undo', {});
  expect([own(id), (await figures(id)).years]).toEqual([{ employees: 40, employees_on: '2020-12-31', sales: 5 }, []]);
});

test('a later count of the firm itself is not overwritten by an older year', async () => {
  const id = await firm({ employees: 70, employees_on: '2026-03-01' });
  await save(id, [{ year: 2024, values: { employees: 55 } }]);
  expect(own(id)).toMatchObject({ employees: 70, employees_on: '2026-03-01' });
});

test('an emptied year goes, a bad cell is named with its year and nothing is kept', async () => {
  const id = await firm();
  await save(id, [{ year: 2020, values: { employees: 5 } }]);
  await save(id, [{ year: 2020, values: { employees: null }, was: { employees: 5 } }]);
  expect((await figures(id)).years).toEqual([]);
  await save(id, [{ year: 2020, values: { employees: 6 } }]);
  await expect(save(id, [{ year: 2021, values: { employees: 7 } }, { year: 2022, values: { employees: -1 } }])).rejects.toMatchObject({ data: { refusal: { code: 'invalid', details: [{ field: '2022.employees' }] } } });
  await expect(save(id, [{ year: 2020, values: { employees: 9 }, was: { employees: 5 } }])).rejects.toMatchObject({ data: { refusal: { code: 'conflict', details: [{ field: '2020.employees' }] } } });
  expect((await figures(id)).years.map((one) => [one.year, one.employees])).toEqual([[2020, 6]]);
});
