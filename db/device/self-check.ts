/** 자료 점검: every row folded again from the log and compared with its table, in slices, so that everybody works on meanwhile. */
import { wrongCanonicals } from '../identity/canonical.ts';
import type { Job } from '../kernel/jobs.ts';
import { sliceMs } from '../kernel/jobs.ts';
import { differencesOfRow, type Difference } from '../kernel/merge.ts';
import type { Store } from '../kernel/store.ts';

export type SelfCheck = {
  rows: number;
  operations: number;
  /** What SQLite says of the file itself; `ok` when it is whole. */
  file: string;
  /** The first 200 values in which table and log differ. */
  differences: (Difference & { ko: string })[];
  differing: number;
};

const shown = 200;

/** @throws Refusal `cancelled` */
export const selfCheck = async (store: Store, job: Pick<Job, 'progress'>): Promise<SelfCheck> => {
  const rows = [...store.records.values()].flatMap((type) =>
    store.read.column<string>(`SELECT row_id FROM sync_log WHERE tbl = :table UNION SELECT id FROM ${type.table}`, { table: type.table }).map((id) => ({ type, id })));
  const differences: SelfCheck['differences'] = [];
  let differing = 0;
  let since = performance.now();
  for (const [index, { type, id }] of rows.entries()) {
    for (const difference of differencesOfRow(store, type, id)) {
      differing += 1;
      if (differences.length < shown) differences.push({ ...difference, ko: type.ko });
    }
    if (performance.now() - since < sliceMs) continue;
    await job.progress(index + 1, rows.length);
    since = performance.now();
  }
  for (const { id, inTable, inRows } of wrongCanonicals(store.read)) {
    differing += 1;
    if (differences.length < shown) differences.push({ table: 'organisation_same', id, column: 'canonical', inTable, inLog: inRows, ko: '같은 곳' });
  }
  await job.progress(rows.length, rows.length);
  return {
    rows: rows.length, operations: store.read.value<number>('SELECT count(*) FROM sync_log') ?? 0,
    file: store.read.value<string>('PRAGMA quick_check(1)') ?? '', differences, differing,
  };
};
