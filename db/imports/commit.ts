import type { Application } from '../application.ts';
import { openSelection, rowsQuery } from '../device/selection.ts';
import { Refusal } from '../errors.ts';
import type { Actor } from '../kernel/actor.ts';
import { newId } from '../kernel/id.ts';
import { sliceMs, type Job } from '../kernel/jobs.ts';
import { writeInSlices, type Tx } from '../kernel/write.ts';
import { judgeRows, readColumns, refuseIfIncomplete, type Analysis, type Columns, type ImportRequest } from './analyse.ts';
import { dropFailedRows, failedRows, keepFailedRows } from './failed-rows.ts';
import { importBatch } from './fields.ts';
import type { Importer, Pace, VerdictKind } from './importer.ts';
import { rememberedFrom, type RememberedMapping } from './mapping.ts';
import type { OpenedFile } from './opened-files.ts';

/** What a finished import says, as the `result` of its job. */
export type ImportResult = Readonly<{
  /** Id of the `import_batch` record. */
  batch: string;
  /** The action to undo. */
  action: number | null;
  counts: Readonly<Record<VerdictKind, number>>;
  /** Address of the CSV of rows left out, to be repaired and imported again; null when there are none. */
  failedRows: string | null;
  /** Selection of the records made or changed, to be opened as a list. */
  selection: string;
  table: string;
}>;

/** Shares of the whole that reading, judging and writing take, in thousandths. */
const PHASES = { read: [0, 150], judge: [150, 400], write: [400, 1000] } as const;
const WHOLE = 1000;

/** Gives the thread away and reports at most once a slice; between slices it costs a clock reading. */
export function paceOf(job: Pick<Job, 'progress'>, [from, to]: readonly [number, number]): Pace {
  let last = performance.now();
  return async (done, total) => {
    if (performance.now() - last < sliceMs) return;
    await job.progress(Math.round(from + ((to - from) * done) / Math.max(1, total)), WHOLE);
    last = performance.now();
  };
}

/**
 * Imports a file as one action: judged and written behind the closed door, so that nothing changes in between, in slices, with progress.
 * A cancel or an error rolls the whole of it back. `remember` is told the mapping once it is done.
 */
export async function commitImport(
  app: Application,
  actor: Actor,
  job: Job,
  file: OpenedFile,
  importer: Importer,
  request: ImportRequest,
  remembered: RememberedMapping,
  remember: (mapping: RememberedMapping) => void,
): Promise<ImportResult> {
  await job.progress(0, WHOLE);
  const columns = await readColumns(file, importer, request, remembered, paceOf(job, PHASES.read));
  refuseIfIncomplete(columns);
  await app.doorIsFree();
  const batch = newId(app.store.now());
  try {
    const { result, action } = await writeInSlices(app.store, actor, `가져오기: ${file.name}`, (tx) => writeRows(app, tx, job, columns, file, importer, request, batch));
    remember(rememberedFrom(columns.mapping));
    const selection = openSelection(app.store, await app.query(rowsQuery, { table: importer.table, label: `가져온 ${importer.target.ko}: ${file.name}`, ids: result.ids }));
    await job.progress(WHOLE, WHOLE);
    return { batch, action, counts: result.analysis.counts, failedRows: result.hasFailed ? `/files/import-failed/${batch}` : null, selection: selection.id, table: importer.table };
  } catch (error) {
    dropFailedRows(app.store, batch);
    throw error;
  }
}

async function writeRows(
  app: Application, tx: Tx, job: Job, columns: Columns, file: OpenedFile, importer: Importer, request: ImportRequest, batch: string,
): Promise<{ analysis: Analysis; ids: string[]; hasFailed: boolean }> {
  const analysis = await judgeRows(tx.read, columns, importer, request, paceOf(job, PHASES.judge));
  const made = new Map<string, string>();
  const ids = new Set<string>();
  const pace = paceOf(job, PHASES.write);
  for (const [at, row] of analysis.judged.entries()) {
    try {
      row.write?.(tx, made);
    } catch (error) {
      // Half an import is never kept: a row the door refuses stops the whole, and says which one.
      if (error instanceof Refusal) throw new Refusal(error.code, `${row.row}행: ${error.message}`, error.details);
      throw error;
    }
    await pace(at, analysis.judged.length);
  }
  for (const id of made.values()) ids.add(id);
  const failed = failedRows(analysis);
  if (failed) keepFailedRows(app.store, batch, failed);
  const { counts } = analysis;
  tx.create(importBatch, {
    file_name: file.name.slice(-300),
    file_sha256: file.sha256,
    target: importer.target.kind,
    encoding: columns.source.encoding,
    mapping: JSON.stringify(Object.fromEntries(columns.mapping.flatMap((column) => (column.target === null ? [] : [[column.header, column.target]])))),
    rows_total: analysis.judged.length,
    rows_created: counts.create,
    rows_matched: counts.match + counts.unchanged,
    rows_refused: counts.refuse + counts.ask,
  }, batch);
  return { analysis, ids: recordsOf(importer, tx, ids), hasFailed: failed !== null };
}

/** Of everything a file made, the records of the importer's own table (sites go with their firms). */
function recordsOf(importer: Importer, tx: Tx, ids: ReadonlySet<string>): string[] {
  return tx.read.column<string>(`SELECT id FROM ${importer.table} WHERE id IN (SELECT value FROM json_each(?)) ORDER BY n`, [JSON.stringify([...ids])]);
}
