import { mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Refusal } from '../errors.ts';
import { maskResidentNumbers } from '../korean/resident-number.ts';
import type { Store } from '../kernel/store.ts';
import type { Analysis } from './analyse.ts';
import { csvBytes } from './encode-csv.ts';
import { headerKey } from './header-key.ts';

/** Header of the column that says why a row was left out; ignored when the repaired file comes back. */
export const REASON_HEADER = '사유';
const KEPT_FILES = 100;

/** The rows that were refused or are still a question, as the file had them, with the reason; null when there are none. Resident numbers are masked. */
export function failedRows(analysis: Analysis): string[][] | null {
  const failed = new Map(analysis.judged.filter((row) => row.kind === 'refuse' || row.kind === 'ask').map((row) => [row.row, row.reasons]));
  if (failed.size === 0) return null;
  const { names } = analysis.table.header;
  const kept = names.map((name, at) => ({ name, at })).filter(({ name }) => headerKey(name) !== REASON_HEADER);
  const rows = analysis.table.data.flatMap(({ row, cells }) => {
    const reasons = failed.get(row);
    if (!reasons) return [];
    const extra = cells.slice(names.length).filter((cell) => cell.trim() !== '');
    return [[...kept.map(({ at }) => maskResidentNumbers(cells[at] ?? '')), [...reasons, ...(extra.length > 0 ? [`남은 칸: ${maskResidentNumbers(extra.join(' / '))}`] : [])].join(' ')]];
  });
  return [[...kept.map(({ name }) => name), REASON_HEADER], ...rows];
}

function folderOf(store: Store): string {
  return join(dirname(store.path), 'imports');
}

function pathOf(store: Store, batch: string): string {
  if (!/^[\w-]+$/.test(batch)) throw new Refusal('not-found', '없는 파일입니다.');
  return join(folderOf(store), `${batch}.csv`);
}

/** Keeps the rows beside the database as UTF-8 with BOM and CRLF, under the id of the import; the oldest beyond 100 files go. */
export function keepFailedRows(store: Store, batch: string, rows: readonly (readonly string[])[]): void {
  mkdirSync(folderOf(store), { recursive: true });
  writeFileSync(pathOf(store, batch), csvBytes(rows));
  const files = readdirSync(folderOf(store)).map((name) => ({ name, at: statSync(join(folderOf(store), name)).mtimeMs }));
  for (const old of files.toSorted((a, b) => b.at - a.at).slice(KEPT_FILES)) rmSync(join(folderOf(store), old.name), { force: true });
}

/** Forgets the rows of an import that was not made after all. */
export function dropFailedRows(store: Store, batch: string): void {
  rmSync(pathOf(store, batch), { force: true });
}

/** Ids of the imports whose failed rows are kept. */
export function keptFailedRows(store: Store): ReadonlySet<string> {
  try {
    return new Set(readdirSync(folderOf(store)).map((name) => name.replace(/\.csv$/, '')));
  } catch {
    // The folder is made by the first import that leaves rows out.
    return new Set();
  }
}

/** @throws Refusal `not-found` */
export function readFailedRows(store: Store, batch: string): Uint8Array {
  if (!keptFailedRows(store).has(batch)) throw new Refusal('not-found', '거절된 행의 파일이 없습니다. 오래되어 지워졌거나 거절된 행이 없었습니다.');
  return readFileSync(pathOf(store, batch));
}
