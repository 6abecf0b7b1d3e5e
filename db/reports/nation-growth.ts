/** The nation's figures of two years, and how growth is set against them (domain.md §16). */
import type { Reader } from '../kernel/reader.ts';
import { complexGroups, unitSize } from '../nation/choices.ts';
import { roundedTo } from './units.ts';

/** (end/start)^(1/n) − 1, not rounded; null without years between, or a start of nothing. */
export const yearlyGrowth = (start: number, end: number, years: number): number | null => (years < 1 || start <= 0 || end < 0 ? null : (end / start) ** (1 / years) - 1);

/** Members' yearly growth ÷ the nation's; null (비교 불가) where the nation did not grow or a figure is missing. */
export const multipleOf = (ours: number | null, nation: number | null): number | null => (ours === null || nation === null || nation <= 0 ? null : ours / nation);

export type NationGrowth = {
  group: string; measure: string; unit: string;
  /** In `unit`, which is that of the first figure. */
  start: number | null; end: number | null;
  /** Unrounded. */
  rate: number | null;
  ids: string[];
};

type Row = { id: string; measure: string; complex_group: string; year: number; value: string; unit: string };

/** Whole years of all industries, for every group of complexes that has a figure in one of the two years, in the order of the list. */
export const nationGrowth = (read: Reader, fromYear: number, toYear: number): NationGrowth[] => {
  const rows = read.all<Row>(`SELECT id, measure, complex_group, year, value, unit FROM national_indicator
    WHERE _del = 0 AND year IN (:from, :to) AND quarter IS NULL AND industry_group IS NULL AND value IS NOT NULL AND unit IS NOT NULL ORDER BY year, n`, { from: fromYear, to: toYear });
  const order = (group: string): number => { const at = complexGroups.findIndex(({ code }) => code === group); return at === -1 ? complexGroups.length : at; };
  return [...Map.groupBy(rows, (row) => `${row.complex_group} ${row.measure}`).values()].flatMap((own): NationGrowth[] => {
    const [one] = own;
    if (!one) return [];
    const [first, last] = [own.find((row) => row.year === fromYear), own.find((row) => row.year === toYear)];
    const unit = (first ?? one).unit;
    const inUnit = (row: Row | undefined): number | null => {
      const [size, wanted] = [unitSize(one.measure, row?.unit ?? ''), unitSize(one.measure, unit)];
      // Twelve decimals: 1,750 억불 in 백만불 is 175,000, not 175,000.00000000003.
      return row === undefined || size === null || wanted === null ? null : roundedTo((Number(row.value) * size) / wanted, 6);
    };
    const [start, end] = [inUnit(first), inUnit(last)];
    return [{ group: one.complex_group, measure: one.measure, unit, start, end, rate: start === null || end === null ? null : yearlyGrowth(start, end, toYear - fromYear), ids: own.map((row) => row.id) }];
  }).sort((one, other) => order(one.group) - order(other.group));
};
