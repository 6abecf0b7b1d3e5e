/** What stands in a cell, and the records it opens. */
import { countText, percentOf, percentText } from './cell-format.ts';
import type { Indicator, Slice } from './indicator.ts';
import type { MeasureOrNull } from './measure.ts';
import type { CellKey, RecordTable, ReportCell } from './table-types.ts';
import { digitsOf, measuredText, numberText, printedAmount, roundedTo } from './units.ts';

/** A slice of an indicator. */
export type Amount = { indicator: Indicator; slice: Slice };

export type CellSpec =
  | ({ show: 'value' } & Amount)
  /** Share of a slice in a larger one; opens the records of the part. */
  | ({ show: 'percent'; whole: Slice } & Amount)
  /** Records of `indicator` that are not in `before`, less those of `before` that are not in `indicator`; opens both. */
  | ({ show: 'change'; before: Indicator } & Amount)
  /** One indicator in another, in percent or as a plain number (times, per piece); opens the records of the part. */
  | { show: 'ratio'; part: Amount; whole: Amount; as: 'percent' | 'number'; digits?: number }
  /** A sum by a number of records, printed in the unit of the sum; opens those records. */
  | { show: 'mean'; sum: Amount; count: Amount; digits?: number }
  /** What the layout worked out itself: a text, a growth rate, a number that is hidden. `ids` is asked only when the cell is opened. */
  | { show: 'given'; value: number | null; text: string; digits?: number; opens: { table: RecordTable; ids: () => readonly string[] } | null };

const nothing: ReportCell = { value: null, text: '', drill: null };

const quotient = (part: number, whole: number, digits: number): number | null => (whole === 0 ? null : roundedTo(part / whole, digits));

/** The indicators a cell is measured by. */
export const indicatorsIn = (spec: CellSpec): Indicator[] => {
  if (spec.show === 'given') return [];
  if (spec.show === 'ratio') return [spec.part.indicator, spec.whole.indicator];
  if (spec.show === 'mean') return [spec.sum.indicator, spec.count.indicator];
  return spec.show === 'change' ? [spec.indicator, spec.before] : [spec.indicator];
};

const amountsOf = (measure: MeasureOrNull, amounts: readonly Amount[]): number[] | null => {
  const found = amounts.map(({ indicator, slice }) => measure(indicator, slice));
  return found.some((amount) => amount === null) ? null : found.map(Number);
};

/** The cell; one whose indicator cannot be narrowed as asked stays empty. */
export const cellOf = (measure: MeasureOrNull, spec: CellSpec | null, key: CellKey): ReportCell => {
  if (!spec) return nothing;
  if (spec.show === 'given') return { value: spec.value, text: spec.text, drill: spec.opens ? key : null, ...(spec.digits === undefined ? {} : { digits: spec.digits }) };
  if (spec.show === 'ratio') {
    const [part, whole] = amountsOf(measure, [spec.part, spec.whole]) ?? [];
    if (part === undefined || whole === undefined) return nothing;
    const digits = spec.digits ?? 1;
    const value = quotient(spec.as === 'percent' ? part * 100 : part, whole, digits);
    return { value, text: numberText(value, digits), drill: part === 0 ? null : key, digits };
  }
  if (spec.show === 'mean') {
    const [sum, count] = amountsOf(measure, [spec.sum, spec.count]) ?? [];
    if (sum === undefined || count === undefined) return nothing;
    const { unit } = spec.sum.indicator;
    const digits = spec.digits ?? Math.max(1, digitsOf(unit));
    const value = count === 0 ? null : printedAmount(sum / count, unit, digits);
    return { value, text: measuredText(value, digits), drill: count === 0 ? null : key, digits };
  }
  const amount = measure(spec.indicator, spec.slice);
  if (amount === null) return nothing;
  if (spec.show === 'percent') {
    const share = percentOf(amount, measure(spec.indicator, spec.whole) ?? 0);
    return { value: share, text: percentText(share), drill: amount === 0 ? null : key };
  }
  if (spec.show === 'change') {
    const before = measure(spec.before, spec.slice) ?? 0;
    return { value: amount - before, text: countText(amount - before), drill: amount + before === 0 ? null : key };
  }
  const [value, digits] = [printedAmount(amount, spec.indicator.unit), digitsOf(spec.indicator.unit)];
  return { value, text: numberText(value, digits), drill: amount === 0 ? null : key, ...(digits > 0 ? { digits } : {}) };
};

const symmetric = (one: readonly string[], other: readonly string[]): string[] => {
  const [inOne, inOther] = [new Set(one), new Set(other)];
  return [...one.filter((id) => !inOther.has(id)), ...other.filter((id) => !inOne.has(id))];
};

/** Answers the records of a slice of an indicator, each once. */
export type AskRecords = (indicator: Indicator, slice: Slice) => string[];

/** The records behind a cell; null where a cell opens none. */
export const recordsOfSpec = (ask: AskRecords, spec: CellSpec): { table: RecordTable; ids: string[] } | null => {
  if (spec.show === 'given') return spec.opens ? { table: spec.opens.table, ids: [...spec.opens.ids()] } : null;
  if (spec.show === 'ratio' || spec.show === 'mean') {
    const { indicator, slice } = spec.show === 'ratio' ? spec.part : spec.count;
    return { table: indicator.table, ids: ask(indicator, slice) };
  }
  const now = ask(spec.indicator, spec.slice);
  return { table: spec.indicator.table, ids: spec.show === 'change' ? symmetric(now, ask(spec.before, spec.slice)) : now };
};
