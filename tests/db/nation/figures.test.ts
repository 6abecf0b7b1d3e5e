/** National figures: as published, each with its unit and its source. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { unitOf, unitSize } from '../../../db/nation/choices.ts';
import type { NationYear } from '../../../db/nation/api.ts';
import { testApplication, type TestApplication } from '../../support/store.ts';

let desk: TestApplication;
beforeEach(async () => { desk = await testApplication(); });
afterEach(() => desk.dispose());

const place = { complex_group: 'national', industry_group: null, quarter: null };
const years = (): Promise<NationYear[]> => desk.call('query', 'nation.years', place);
const save = (...changes: unknown[]): Promise<unknown> => desk.call('mutation', 'nation.save', { place, changes });

it('keeps figures as published, with unit and source, one of each', async () => {
  await save({ year: 2024, source: '국가산업단지 산업동향 2024', values: { production: { value: '5800123' }, exports: { value: '1860.5', unit: '억불' }, employment: { value: '1012345' } } });
  expect(await years()).toEqual([{ year: 2024, figures: {
    production: { value: '5800123', unit: '억원', source: '국가산업단지 산업동향 2024' }, exports: { value: '1860.5', unit: '억불', source: '국가산업단지 산업동향 2024' }, employment: { value: '1012345', unit: '명', source: '국가산업단지 산업동향 2024' } } }]);
  await save({ year: 2024, values: { production: { value: '5800124' } } });
  expect((await years())[0]?.figures.production).toEqual({ value: '5800124', unit: '억원', source: '국가산업단지 산업동향 2024' });
  expect(desk.app.read.value('SELECT count(*) FROM national_indicator')).toBe(3);
});

it('refuses a figure without a source and a unit that is none', async () => {
  await expect(save({ year: 2023, values: { production: { value: '1' } } })).rejects.toMatchObject({ data: { refusal: { code: 'invalid', details: [{ field: '2023.source' }] } } });
  await expect(save({ year: 2023, source: '통계', values: { exports: { value: '1', unit: '억원' } } })).rejects.toThrow(/단위/);
  await expect(save({ year: 2023, source: '통계', values: { production: { value: '많음' } } })).rejects.toMatchObject({ data: { refusal: { details: [{ field: '2023.value' }] } } });
  expect(await years()).toEqual([]);
});

it('takes a figure away, and changes the source of a whole year', async () => {
  await save({ year: 2024, source: '가', values: { production: { value: '1' }, exports: { value: '2' } } });
  await save({ year: 2024, values: { production: { value: null } } }, { year: 2024, source: '나', values: {} });
  expect(await years()).toEqual([{ year: 2024, figures: { exports: { value: '2', unit: '백만불', source: '나' } } }]);
  await desk.call('mutation', 'device.undo', { insistence: 'ask' });
  expect((await years())[0]?.figures).toMatchObject({ production: { source: '가' }, exports: { source: '가' } });
});

it('knows units by other names', () => {
  expect([unitOf('exports', 'US 백만달러'), unitOf('exports', '천$'), unitOf('employment', '인'), unitOf('production', '명'), unitSize('exports', '억불'), unitSize('production', '조원')])
    .toEqual(['백만불', '천불', '명', null, 100_000_000, 1_000_000_000_000]);
});
