/** How the amounts of an indicator become printed numbers: won in millions, dollars in thousands, minutes in hours. */
import type { Unit } from './indicator.ts';

type Printing = { digits: number; divide: number };

const plain: Printing = { digits: 0, divide: 1 };
const printings: Readonly<Partial<Record<Unit, Printing>>> = {
  백만원: { digits: 0, divide: 1_000_000 }, 천원: { digits: 0, divide: 1_000 }, 천불: { digits: 0, divide: 1_000 }, 시간: { digits: 1, divide: 60 }, 점: { digits: 1, divide: 1 }, '%': { digits: 1, divide: 1 },
};

/** Half up, to so many decimals. */
export const roundedTo = (value: number, digits: number): number => Math.round((value + Number.EPSILON * Math.sign(value)) * 10 ** digits) / 10 ** digits;

/** Decimals an amount of this unit is printed with. */
export const digitsOf = (unit: Unit): number => (printings[unit] ?? plain).digits;

/** The printed number of an amount that was measured. */
export const printedAmount = (amount: number, unit: Unit, digits = digitsOf(unit)): number => roundedTo(amount / (printings[unit] ?? plain).divide, digits);

/** One for each number of decimals: making one for every cell took longer than reading the numbers (0.1 ms each, measured). */
const formats = new Map<number, Intl.NumberFormat>();
const formatOf = (digits: number): Intl.NumberFormat => {
  const kept = formats.get(digits) ?? new Intl.NumberFormat('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });
  formats.set(digits, kept);
  return kept;
};

/** A number with its decimals: `1,234`, `12.5`, `△3`, `-` for none and for zero. */
export const numberText = (value: number | null, digits: number): string =>
  (value === null || value === 0 ? '-' : `${value < 0 ? '△' : ''}${formatOf(digits).format(Math.abs(value))}`);

/** As `numberText`, where zero is a finding and not an absence: a difficulty solved the same day took `0.0` days. */
export const measuredText = (value: number | null, digits: number): string => (value === 0 ? (0).toFixed(digits) : numberText(value, digits));
