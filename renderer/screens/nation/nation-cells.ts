/** How figures of the nation are typed, written and pasted: a number with or without its unit; years down or across. */
import { nationalMeasures, unitOf, unitsFor, type NationalMeasure } from '../../../db/nation/choices.ts';
import { formatNumber, parseDecimal } from '../../../db/korean/parse-number.ts';

export type TypedFigure = { value: string | null; unit: string };

/** A typed figure; a unit written behind it wins over that of its column. Null when it cannot be read. */
export const readFigure = (measure: string, text: string, unit: string): TypedFigure | null => {
  const plain = text.normalize('NFKC').trim();
  if (plain === '' || /^[-–—]$/.test(plain)) return { value: null, unit };
  const found = /^([-+△▲()\d.,\s]*\d[\d.,)]*)\s*(\D*)$/.exec(plain);
  if (!found) return null;
  const value = parseDecimal(found[1] ?? '');
  const written = (found[2] ?? '').trim();
  const known = written === '' ? unit : unitOf(measure, written);
  return value === null || known === null ? null : { value: String(value), unit: known };
};

/** `1,860.5`, with its unit where the column counts in another one. */
export const writeFigure = (value: string, unit: string, columnUnit: string): string => {
  const [, decimals = ''] = value.split('.');
  return `${formatNumber(Number(value), decimals.length)}${unit === columnUnit ? '' : ` ${unit}`}`;
};

const yearIn = (text: string | undefined): number | null => {
  const found = /^\s*['’]?((?:19|20)\d{2})\s*(?:년|년도)?\s*$/.exec(text ?? '');
  return found ? Number(found[1]) : null;
};

const headings: readonly (readonly [RegExp, NationalMeasure])[] = [[/생산/, 'production'], [/수출/, 'exports'], [/고용|근로자|종업원/, 'employment'], [/연구|R&D/i, 'rnd'], [/가동률|가동율/, 'operating-rate'], [/업체/, 'firms']];
const measureOf = (heading: string): NationalMeasure | undefined => headings.find(([pattern]) => pattern.test(heading))?.[1];
const unitIn = (measure: string, heading: string): string | null => unitOf(measure, /[([]\s*(?:단위\s*:?)?\s*([^)\]]+)[)\]]/.exec(heading)?.[1] ?? '');

export type PastedNation = {
  changes: { year: number; values: Partial<Record<NationalMeasure, TypedFigure>> }[];
  unread: { year: number; measure: NationalMeasure; text: string }[];
};

const transposed = (block: readonly (readonly string[])[]): string[][] =>
  Array.from({ length: Math.max(...block.map((row) => row.length)) }, (_, column) => block.map((row) => row[column] ?? ''));
const hasYearsDown = (block: readonly (readonly string[])[]): boolean => block.some((row) => row.length > 1) && block.filter((row) => yearIn(row[0]) !== null).length >= Math.max(1, block.length - 1);

/**
 * What a pasted block means.
 * @param at where its first cell lands when it brings no years of its own
 * @param unitsShown unit of each column as shown
 */
export const pastedNation = (given: readonly (readonly string[])[], years: readonly number[], at: { year: number; measure: NationalMeasure }, unitsShown: Readonly<Record<NationalMeasure, string>>): PastedNation => {
  const isAcross = given.length > 1 && !hasYearsDown(given) && (given[0] ?? []).length > 1 && (given[0] ?? []).slice(1).every((cell) => yearIn(cell) !== null);
  const block = isAcross ? transposed(given) : given.map((row) => [...row]);
  const bringsYears = hasYearsDown(block);
  const heading = bringsYears && yearIn(block[0]?.[0]) === null ? (block[0] ?? []).slice(1) : [];
  const order = nationalMeasures.map(({ code }) => code);
  const first = bringsYears ? 0 : order.indexOf(at.measure);
  const columnOf = (index: number): { measure: NationalMeasure; unit: string } | null => {
    const measure = heading.length > 0 ? measureOf(heading[index] ?? '') : order[first + index];
    return measure === undefined ? null : { measure, unit: unitIn(measure, heading[index] ?? '') ?? unitsShown[measure] };
  };
  const result: PastedNation = { changes: [], unread: [] };
  for (const [down, row] of block.entries()) {
    const year = bringsYears ? yearIn(row[0]) : years[years.indexOf(at.year) + down];
    if (year === null || year === undefined) continue;
    const values: PastedNation['changes'][number]['values'] = {};
    for (const [index, text] of (bringsYears ? row.slice(1) : row).entries()) {
      const column = columnOf(index);
      if (!column || text.trim() === '') continue;
      const figure = readFigure(column.measure, text, column.unit);
      if (figure) values[column.measure] = figure;
      else result.unread.push({ year, measure: column.measure, text: text.trim() });
    }
    if (Object.keys(values).length > 0) result.changes.push({ year, values });
  }
  return result;
};

/** The usual unit of each measure. */
export const usualUnits = (): Record<NationalMeasure, string> => {
  const of = (code: NationalMeasure): string => unitsFor(code)[0] ?? '';
  return { production: of('production'), exports: of('exports'), employment: of('employment'), rnd: of('rnd'), 'operating-rate': of('operating-rate'), firms: of('firms') };
};
