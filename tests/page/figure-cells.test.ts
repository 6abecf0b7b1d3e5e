import { expect, test } from 'vitest';
import { pastedFigures, readFigure, writeFigure } from '../../renderer/screens/organisations/figure-cells.ts';

const years = [2021, 2022, 2023];
const paste = (text: string, at: { year: number; figure: 'employees' | 'sales' | 'exports_usd' | 'rnd_cost' } = { year: 2021, figure: 'employees' }, unit: '원' | '백만원' = '원') =>
  pastedFigures(text.split('\n').map((line) => line.split('\t')), years, at, unit);

test('figures are read in Korean units and written in the chosen one', () => {
  expect([readFigure('sales', '1억 2,000만원', '원'), readFigure('sales', '120', '백만원'), readFigure('employees', '48명', '원'), readFigure('exports_usd', '$1,200', '원'), readFigure('employees', '많음', '원'), readFigure('employees', '-3', '원')])
    .toEqual([120_000_000, 120_000_000, 48, 1200, null, null]);
  expect([writeFigure('sales', 120_000_000, '백만원'), writeFigure('employees', 1200, '백만원'), writeFigure('sales', null, '원')]).toEqual(['120', '1,200', '']);
});

test('a plain block lands at the box, down the years and across the figures', () => {
  expect(paste('48\t900\n53\t', { year: 2022, figure: 'employees' }, '백만원').changes).toEqual([
    { year: 2022, values: { employees: 48, sales: 900_000_000 } }, { year: 2023, values: { employees: 53, sales: null } }]);
  expect(paste('1\n2\n3\n4', { year: 2022, figure: 'sales' }).changes.map((one) => one.year)).toEqual([2022, 2023]);
});

test('years down, with and without headings; the unit of a heading counts', () => {
  expect(paste('2019\t40\t100\n2020\t44\t120', undefined, '백만원').changes).toEqual([
    { year: 2019, values: { employees: 40, sales: 100_000_000 } }, { year: 2020, values: { employees: 44, sales: 120_000_000 } }]);
  expect(paste('연도\t매출액(천원)\t비고\t종업원수\n2019년\t100\t가\t40\n2020년\t-\t나\t44').changes).toEqual([
    { year: 2019, values: { sales: 100_000, employees: 40 } }, { year: 2020, values: { sales: null, employees: 44 } }]);
});

test('years across, as annual reports print them', () => {
  expect(paste('구분\t2021\t2022\n상시근로자(명)\t48\t53\n매출액(백만원)\t900\t1,050\n수출(달러)\t\t2000').changes).toEqual([
    { year: 2021, values: { employees: 48, sales: 900_000_000, exports_usd: null } }, { year: 2022, values: { employees: 53, sales: 1_050_000_000, exports_usd: 2000 } }]);
});

test('what cannot be read is named with its year and figure', () => {
  expect(paste('2021\t많음\t100')).toEqual({ changes: [{ year: 2021, values: { sales: 100 } }], unread: [{ year: 2021, figure: 'employees', text: '많음' }] });
});
