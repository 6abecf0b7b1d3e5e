/** The result of an import job as its report carries it. */
import type { Verdict } from './import-state.ts';
import { verdicts } from './verdicts.ts';

export type ImportResult = Readonly<{ batch: string; action: number | null; counts: Readonly<Record<Verdict, number>>; failedRows: string | null; selection: string; table: string }>;

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const isResult = (value: unknown): value is ImportResult => {
  if (!isObject(value)) return false;
  const counts = value['counts'];
  return isObject(counts) && verdicts.every(({ kind }) => typeof counts[kind] === 'number')
    && typeof value['batch'] === 'string' && typeof value['selection'] === 'string' && typeof value['table'] === 'string'
    && (value['action'] === null || typeof value['action'] === 'number') && (value['failedRows'] === null || typeof value['failedRows'] === 'string');
};

/** Null when the job is not over or was not an import. */
export const resultOf = (value: unknown): ImportResult | null => (isResult(value) ? value : null);
