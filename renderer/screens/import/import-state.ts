/** What was chosen on this page. It is kept outside React, so that the file and the choices are still there after a look at another screen. */
import { useSyncExternalStore } from 'react';
import type { api } from '../../api.ts';

export type OpenFile = Awaited<ReturnType<typeof api.imports.open.mutate>>;
export type ImportRequest = Parameters<typeof api.imports.commit.mutate>[0];
export type EncodingChoice = NonNullable<ImportRequest['encoding']>;
export type Decision = NonNullable<ImportRequest['decisions']>[number];
export type Options = NonNullable<ImportRequest['options']>;
export type Preview = Awaited<ReturnType<typeof api.imports.preview.mutate>>;
export type PreviewRow = Preview['rows'][number];
export type Verdict = PreviewRow['kind'];

export type ImportState = Readonly<{
  file: OpenFile | null;
  /** Why the last file was not taken, with its name. The file before it stays. */
  failure: Readonly<{ name: string; error: unknown }> | null;
  /** Name of the file that is being read. */
  reading: string | null;
  target: string;
  encoding: EncodingChoice;
  /** 1-based; null = found by the application. */
  headerRow: number | null;
  /** Target column (null = leave out) by column number from 0. */
  chosen: Readonly<Record<number, string | null>>;
  options: Required<Options>;
  decisions: Readonly<Record<number, Decision>>;
  /** Rows that were decided, as they were asked: they stay in their place so that the decision can be changed. */
  decided: Readonly<Record<number, PreviewRow>>;
  /** The verdict whose rows are shown; null = the first that has any. */
  show: Verdict | null;
  /** Page of these rows, from 1. */
  page: number;
  /** The import that runs or has run. */
  job: string | null;
}>;

const initial: ImportState = {
  file: null, failure: null, reading: null, target: 'organisation', encoding: 'auto', headerRow: null, chosen: {},
  options: { policy: 'fill', kind: 'firm', ksicRevision: 10 }, decisions: {}, decided: {}, show: null, page: 1, job: null,
};

let state = initial;
const listeners = new Set<() => void>();

export const importState = (): ImportState => state;

export const changeImport = (patch: Partial<ImportState>): void => {
  state = { ...state, ...patch };
  for (const listener of listeners) listener();
};

export const useImportState = (): ImportState =>
  useSyncExternalStore((changed) => { listeners.add(changed); return () => void listeners.delete(changed); }, importState);

/** What holds for one file only. */
const ofOneFile = { encoding: 'auto', headerRow: null, chosen: {}, decisions: {}, decided: {}, show: null, page: 1, job: null } as const satisfies Partial<ImportState>;

/** Puts a file in the place of the one before; target and options stay. */
export const takeFile = (file: OpenFile | null): void => changeImport({ ...ofOneFile, file, failure: null, reading: null });

/** The columns of another kind of record are other columns: what was chosen for them is void. */
export const chooseTarget = (target: string): void => changeImport({ target, chosen: {}, decisions: {}, decided: {}, show: null, page: 1, job: null });

/** How the file is read changed: rows may no longer be the same, so decisions about them are void. */
export const chooseReading = (patch: Partial<Pick<ImportState, 'encoding' | 'headerRow'>>): void => changeImport({ ...patch, decisions: {}, decided: {}, page: 1, job: null });

/** Gives a column of the file a field; another column that was given the same by hand goes back to what was guessed. */
export const chooseColumn = (index: number, target: string | null): void => {
  const others = Object.entries(state.chosen).filter(([at, key]) => Number(at) !== index && (key === null || key !== target));
  changeImport({ chosen: { ...Object.fromEntries(others), [index]: target }, page: 1 });
};

/** `null` asks about the row again. */
export const decide = (row: PreviewRow, decision: Decision | null): void => {
  const { [row.row]: _was, ...decisions } = state.decisions;
  const { [row.row]: _shown, ...decided } = state.decided;
  changeImport(decision === null ? { decisions, decided } : { decisions: { ...decisions, [row.row]: decision }, decided: { ...decided, [row.row]: row } });
};

/** The same answer for many rows. */
export const decideAll = (rows: readonly PreviewRow[], decision: Decision): void => changeImport({
  decisions: { ...state.decisions, ...Object.fromEntries(rows.map((row) => [row.row, decision])) },
  decided: { ...state.decided, ...Object.fromEntries(rows.map((row) => [row.row, row])) },
});

/** What the application is asked with, of everything chosen here. Null without a file. */
export const requestOf = ({ file, target, encoding, headerRow, chosen, options, decisions }: ImportState): ImportRequest | null =>
  file === null ? null : { id: file.id, target, encoding, chosen, options, decisions, ...(headerRow === null ? {} : { headerRow }) };
