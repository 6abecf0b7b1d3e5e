/** National figures as they are typed and pasted. */
import { describe, expect, it } from 'vitest';
import { pastedNation, readFigure, usualUnits, writeFigure } from '../../renderer/screens/nation/nation-cells.ts';

const units = usualUnits();
const at = { year: 2023, measure: 'production' } as const;

describe('a typed figure', () => {
  it('counts in the unit of its column, or in the one written behind it', () => {
    expect(readFigure('production', '5,600,000', '억원')).toEqual({ value: '5600000', unit: '억원' });
    expect(readFigure('exports', '1,860.5억불', '백만불')).toEqual({ value: '1860.5', unit: '억불' });
    expect(readFigure('exports', '1,860.5 억달러', '백만불')).toEqual({ value: '1860.5', unit: '억불' });
    expect(readFigure('operating-rate', '83.1%', '%')).toEqual({ value: '83.1', unit: '%' });
    expect(readFigure('employment', '△3', '명')).toEqual({ value: '-3', unit: '명' });
  });
  it('is nothing, or cannot be read', () => {
    expect(readFigure('production', ' - ', '억원')).toEqual({ value: null, unit: '억원' });
    expect(readFigure('production', '많음', '억원')).toBeNull();
    expect(readFigure('production', '12명', '억원')).toBeNull();
  });
  it('is written with its unit where the column has another one', () => {
    expect([writeFigure('1860.5', '억불', '백만불'), writeFigure('5600000', '억원', '억원'), writeFigure('81.0', '%', '%')]).toEqual(['1,860.5 억불', '5,600,000', '81.0']);
  });
});

describe('a pasted block', () => {
  it('with years down and headings with their units', () => {
    expect(pastedNation([['연도', '수출(억불)', '생산액(조원)', '비고'], ['2023', '1,750', '5,907', 'x'], ['2024년', '1,860', '없음', '']], [2023, 2024], at, units)).toEqual({
      changes: [{ year: 2023, values: { exports: { value: '1750', unit: '억불' }, production: { value: '5907', unit: '조원' } } }, { year: 2024, values: { exports: { value: '1860', unit: '억불' } } }],
      unread: [{ year: 2024, measure: 'production', text: '없음' }],
    });
  });
  it('with years across', () => {
    expect(pastedNation([['구분', '2023', '2024'], ['생산', '1', '2'], ['고용', '3', '4']], [2023, 2024], at, units).changes).toEqual([
      { year: 2023, values: { production: { value: '1', unit: '억원' }, employment: { value: '3', unit: '명' } } }, { year: 2024, values: { production: { value: '2', unit: '억원' }, employment: { value: '4', unit: '명' } } },
    ]);
  });
  it('of bare numbers lands where it was put', () => {
    expect(pastedNation([['1', '2'], ['3', '4']], [2022, 2023, 2024], { year: 2023, measure: 'exports' }, units).changes).toEqual([
      { year: 2023, values: { exports: { value: '1', unit: '백만불' }, employment: { value: '2', unit: '명' } } }, { year: 2024, values: { exports: { value: '3', unit: '백만불' }, employment: { value: '4', unit: '명' } } },
    ]);
  });
});
