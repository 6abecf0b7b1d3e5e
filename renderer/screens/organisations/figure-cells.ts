/** How the figures of a year are typed, written and pasted: years down or years across, with or without their headings. */
import type { Cell } from '../../../db/kernel/field.ts';
import { figureFields, type FigureName } from '../../../db/organisations/choices.ts';
import { firmYear } from '../../../db/organisations/fields.ts';
import { formatNumber, parseInteger } from '../../../db/korean/parse-number.ts';
import { WON_UNITS, type WonUnit } from '../../../db/korean/parse-won.ts';
import { readWon, writeWon } from '../../../db/korean/read-won.ts';

export const isWon = (figure: FigureName): boolean => firmYear.fields[figure].kind === 'won';

/** The value of a typed text; null when it cannot be read. Bare digits of money count in `unit`. */
export const readFigure = (figure: FigureName, text: string, unit: WonUnit): number | null => {
  if (isWon(figure)) { const found = readWon(text, unit); return 'won' in found ? found.won : null; }
  const value = parseInteger(text.replace(/[$＄달러불명인]/g, ''));
  return value === null || value < 0 ? null : value;
};

export const writeFigure = (figure: FigureName, value: Cell, unit: WonUnit): string =>
  (typeof value !== 'number' ? String(value ?? '') : isWon(figure) ? writeWon(value, unit) : formatNumber(value));

export type PastedFigures = {
  changes: { year: number; values: Partial<Record<FigureName, number | null>> }[];
  unread: { year: number; figure: FigureName; text: string }[];
};

const yearIn = (text: string | undefined): number | null => {
  const found = /^\s*['’]?((?:19|20)\d{2})\s*(?:년|년도)?\s*$/.exec(text ?? '');
  return found ? Number(found[1]) : null;
};

/** Which figure a heading of another sheet means, and in which unit its column counts. */
const headings: readonly (readonly [RegExp, FigureName])[] = [
  [/근로자|종업원|인원|고용|직원/, 'employees'], [/수출/, 'exports_usd'], [/연구|R&D/i, 'rnd_cost'], [/매출/, 'sales'],
];
const figureOf = (heading: string): FigureName | undefined => headings.find(([pattern]) => pattern.test(heading))?.[1];
const unitIn = (heading: string): WonUnit | undefined => (Object.keys(WON_UNITS) as WonUnit[]).toSorted((a, b) => b.length - a.length).find((unit) => heading.includes(unit));

type Line = { figure: FigureName; unit: WonUnit };
const transposed = (block: readonly (readonly string[])[]): string[][] =>
  Array.from({ length: Math.max(...block.map((row) => row.length)) }, (_, column) => block.map((row) => row[column] ?? ''));

/** Years stand in the first column of at least two rows, below a heading or not. */
const hasYearsDown = (block: readonly (readonly string[])[]): boolean =>
  block.filter((row) => yearIn(row[0]) !== null).length >= Math.max(1, block.length - 1) && block.some((row) => row.length > 1);

/**
 * What a pasted block means.
 * @param at where its first cell lands, when it brings no years of its own
 * @param years the years shown, in their order
 */
export const pastedFigures = (given: readonly (readonly string[])[], years: readonly number[], at: { year: number; figure: FigureName }, unit: WonUnit): PastedFigures => {
  const across = given.length > 1 && !hasYearsDown(given) && (given[0] ?? []).filter((cell) => yearIn(cell) !== null).length >= 1 && (given[0] ?? []).slice(1).every((cell) => yearIn(cell) !== null);
  const block = across ? transposed(given) : given.map((row) => [...row]);
  const bringsYears = hasYearsDown(block);
  const first = figureFields.indexOf(at.figure);
  const heading = bringsYears && yearIn(block[0]?.[0]) === null ? (block[0] ?? []) : [];
  const lines = (bringsYears ? (block.at(-1) ?? []).slice(1) : (block[0] ?? [])).map((_, index): Line | undefined => {
    const named = figureOf(heading[index + 1] ?? '');
    const figure = heading.length > 0 && named ? named : figureFields[(bringsYears && heading.length > 0 ? 0 : first) + index];
    return figure === undefined || (heading.some((one) => figureOf(one)) && !named) ? undefined : { figure, unit: unitIn(heading[index + 1] ?? '') ?? unit };
  });
  const result: PastedFigures = { changes: [], unread: [] };
  for (const [down, row] of block.entries()) {
    const year = bringsYears ? yearIn(row[0]) : years[years.indexOf(at.year) + down];
    if (year === null || year === undefined) continue;
    const values: PastedFigures['changes'][number]['values'] = {};
    for (const [index, text] of (bringsYears ? row.slice(1) : row).entries()) {
      const line = lines[index];
      if (!line) continue;
      const value = /^\s*[-–—]?\s*$/.test(text) ? null : readFigure(line.figure, text.trim(), line.unit);
      if (value === null && !/^\s*[-–—]?\s*$/.test(text)) result.unread.push({ year, figure: line.figure, text: text.trim() });
      else values[line.figure] = value;
    }
    if (Object.keys(values).length > 0) result.changes.push({ year, values });
  }
  return result;
};
