/** National figures as a sheet: years down, measures across, each with its unit and its source. */
import { Refusal } from '../errors.ts';
import { allOrNone } from '../kernel/all-or-none.ts';
import { relationId } from '../kernel/id.ts';
import type { Reader } from '../kernel/reader.ts';
import type { Tx } from '../kernel/write.ts';
import { nationalMeasures, unitOf, unitsFor, type NationalMeasure } from './choices.ts';
import { nationalIndicator } from './fields.ts';

/** Which sheet: complexes, industry (null = all), quarter (null = whole years). */
export type NationPlace = { complex_group: string; industry_group: string | null; quarter: number | null };

export type NationFigure = { value: string; unit: string; source: string };
export type NationYear = { year: number; figures: Partial<Record<NationalMeasure, NationFigure>> };

/** New figures of a year; a value of null takes the figure away. Without a unit or a source those it had stay. */
export type NationChange = { year: number; source?: string | null | undefined; values: Record<string, { value: string | null; unit?: string | undefined }> };

export const nationId = (measure: string, { complex_group, industry_group, quarter }: NationPlace, year: number): string =>
  relationId('national_indicator', measure, complex_group, industry_group, String(year), quarter === null ? null : String(quarter));

const placeSql = 'complex_group = :complex_group AND industry_group IS :industry_group AND quarter IS :quarter';

/** Oldest year first. Two that arrived from two devices have one id, so there is one of each. */
export const nationYears = (read: Reader, place: NationPlace): NationYear[] => {
  const years = new Map<number, NationYear>();
  for (const { measure, year, ...figure } of read.all<NationFigure & { measure: NationalMeasure; year: number }>(
    `SELECT measure, year, value, unit, source FROM national_indicator WHERE ${placeSql} AND _del = 0 AND value IS NOT NULL ORDER BY year, n`, place)) {
    const line = years.get(year) ?? { year, figures: {} };
    line.figures[measure] = figure;
    years.set(year, line);
  }
  return [...years.values()];
};

const measureName = (code: string): string => nationalMeasures.find((one) => one.code === code)?.ko ?? code;

const putYear = (tx: Tx, place: NationPlace, { year, source, values }: NationChange): void => {
  const stored = (measure: string) => tx.read.get<NationFigure & { _del: number }>('SELECT value, unit, source, _del FROM national_indicator WHERE id = ?', [nationId(measure, place, year)]);
  for (const [measure, given] of Object.entries(values)) {
    const known = stored(measure);
    const id = nationId(measure, place, year);
    if (given.value === null) { if (known?._del === 0) tx.remove(nationalIndicator, id); continue; }
    const from = source ?? (known?._del === 0 ? known.source : null);
    if (from === null || from.trim() === '') {
      const message = `${year}년 ${measureName(measure)}: 출처를 적어야 저장합니다. 출처 칸에 자료 이름과 발행 기관을 써 주세요.`;
      throw new Refusal('invalid', message, [{ field: 'source', value: null, message }]);
    }
    const unit = given.unit ?? (known?._del === 0 ? known.unit : undefined) ?? unitsFor(measure)[0] ?? '';
    tx.create(nationalIndicator, { measure, ...place, year, value: given.value, unit: unitOf(measure, unit) ?? unit, source: from }, id);
  }
  // Only the source was written: it is that of every figure of the year.
  if (source === undefined || source === null || Object.keys(values).length > 0) return;
  for (const { code } of nationalMeasures) {
    const known = stored(code);
    if (known?._del === 0 && known.source !== source) tx.change(nationalIndicator, nationId(code, place, year), { source });
  }
};

/** Writes years of a sheet, all or none. @throws Refusal `invalid` that names every refused year */
export const putNationYears = (tx: Tx, place: NationPlace, changes: readonly NationChange[]): void => {
  allOrNone(changes, (change) => putYear(tx, place, change), {
    named: (problem, { year }) => ({ ...problem, field: `${year}.${problem.field}` }),
    told: (_years, count) => (count === 1 ? '' : `${count}칸을 저장하지 못했습니다.`),
  });
};
