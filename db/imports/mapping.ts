import { maskResidentNumbers } from '../korean/resident-number.ts';
import type { WonUnit } from '../korean/parse-won.ts';
import { bareHeaderKey, headerKey, moneyUnit } from './header-key.ts';
import { isSynonym, type IsKnownHeader } from './header-row.ts';
import type { ImportTarget, TargetColumn } from './target.ts';

/** What a person chose for a header, kept for the next file: the key of a target column, or null for "do not import". */
export type RememberedMapping = Readonly<Record<string, string | null>>;

export type MappedColumn = Readonly<{
  /** 0-based position in the file. */
  index: number;
  header: string;
  /** Key of the target column, or null when the column is not imported. */
  target: string | null;
  /** `chosen` by the person now, `remembered` from an earlier import, by its `header`, or `none`. `taken` = another column already fills that target. */
  how: 'chosen' | 'remembered' | 'header' | 'none' | 'taken';
  unit: WonUnit | null;
  /** The first three values of the column that are not empty; resident numbers are masked. */
  samples: readonly string[];
}>;

const SAMPLES = 3;

/** Tells whether a header names anything the target takes. */
export function knownHeaders(target: ImportTarget): IsKnownHeader {
  const keys = new Set(target.columns.flatMap((column) => [column.ko, ...column.headers]).map(headerKey));
  return (header) => isSynonym(header, keys);
}

/** How well a header fits a column: place in its list of synonyms, a match without brackets coming after every full match; null = not at all. */
function fit(header: string, column: TargetColumn): number | null {
  const names = [...column.headers, column.ko].map(headerKey);
  const full = names.indexOf(headerKey(header));
  if (full >= 0) return full;
  const bare = names.indexOf(bareHeaderKey(header));
  return bare >= 0 ? names.length + bare : null;
}

function bestColumn(header: string, target: ImportTarget): { key: string; fit: number } | null {
  let best: { key: string; fit: number } | null = null;
  for (const column of target.columns) {
    const at = fit(header, column);
    if (at !== null && (!best || at < best.fit)) best = { key: column.key, fit: at };
  }
  return best;
}

/**
 * Which column of the file becomes what. What the person chose now wins, then what was remembered for that header, then synonyms;
 * of two columns for one target the better synonym gets it and the other is reported as `taken`.
 */
export function mapColumns(
  headers: readonly string[],
  rows: readonly (readonly string[])[],
  target: ImportTarget,
  remembered: RememberedMapping = {},
  chosen: Readonly<Record<number, string | null>> = {},
): MappedColumn[] {
  const keys = new Set(target.columns.map((column) => column.key));
  const wishes = headers.map((header, index) => {
    const memory = remembered[headerKey(header)];
    const now = chosen[index];
    if (now !== undefined) return { how: 'chosen' as const, key: now !== null && keys.has(now) ? now : null, rank: -2 };
    if (memory !== undefined && (memory === null || keys.has(memory))) return { how: 'remembered' as const, key: memory, rank: -1 };
    const best = header === '' ? null : bestColumn(header, target);
    return best ? { how: 'header' as const, key: best.key, rank: best.fit } : { how: 'none' as const, key: null, rank: 0 };
  });
  const winners = new Map<string, number>();
  for (const [index, wish] of wishes.entries()) {
    if (wish.key === null) continue;
    const holder = winners.get(wish.key);
    if (holder === undefined || wish.rank < (wishes[holder]?.rank ?? 0)) winners.set(wish.key, index);
  }
  return wishes.map((wish, index) => {
    const header = headers[index] ?? '';
    const isTaken = wish.key !== null && winners.get(wish.key) !== index;
    return {
      index,
      header: maskResidentNumbers(header),
      target: isTaken ? null : wish.key,
      how: isTaken ? 'taken' : wish.how,
      unit: moneyUnit(header),
      samples: samplesOf(rows, index),
    };
  });
}

function samplesOf(rows: readonly (readonly string[])[], index: number): string[] {
  const samples: string[] = [];
  for (const row of rows) {
    const cell = (row[index] ?? '').trim();
    if (cell !== '') samples.push(maskResidentNumbers(cell));
    if (samples.length === SAMPLES) break;
  }
  return samples;
}

/** Labels of the required columns no column of the file was mapped to. */
export function missingColumns(mapping: readonly MappedColumn[], target: ImportTarget): string[] {
  const mapped = new Set(mapping.map((column) => column.target));
  return target.columns.filter((column) => column.required === true && !mapped.has(column.key)).map((column) => column.ko);
}

/** What to remember of a mapping: every header with a name and the target it was given. */
export function rememberedFrom(mapping: readonly MappedColumn[]): RememberedMapping {
  const named = mapping.filter((column) => column.header !== '' && (column.how === 'chosen' || column.how === 'remembered'));
  return Object.fromEntries(named.map((column) => [headerKey(column.header), column.target]));
}
