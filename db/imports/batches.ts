import { asRows, openSelection, type Selection } from '../device/selection.ts';
import { Refusal } from '../errors.ts';
import type { Store } from '../kernel/store.ts';
import { keptFailedRows } from './failed-rows.ts';
import { importerOf } from './targets.ts';

/** A past import as the list shows it. */
export type PastImport = {
  id: string;
  file_name: string;
  target: string;
  encoding: string | null;
  rows_total: number;
  rows_created: number;
  rows_matched: number;
  rows_refused: number;
  /** ISO time, and name of who did it. Null when the import was made on another device. */
  at: string | null;
  by: string | null;
  /** The action to undo; null when it cannot be undone here. */
  action: number | null;
  isUndone: boolean;
  /** Address of the rows left out, or null. */
  failedRows: string | null;
};

/** The action that made a batch: the one whose span of the own stream holds the first operation of the batch. */
const ACTION_OF = `SELECT a.id FROM sync_log l JOIN action a ON l.seq BETWEEN a.first_seq AND a.last_seq
  WHERE l.row_id = b.id AND l.tbl = 'import_batch' AND l.office = :office AND l.writer = :writer ORDER BY l.seq LIMIT 1`;

/** Past imports, newest first, undone ones too. */
export function pastImports(store: Store, limit: number): PastImport[] {
  const rows = store.read.all<Omit<PastImport, 'isUndone' | 'failedRows'> & { gone: number }>(
    `WITH batch AS (SELECT b.*, (${ACTION_OF}) AS action FROM import_batch b ORDER BY b.n DESC LIMIT :limit)
     SELECT batch.id, batch.file_name, batch.target, batch.encoding, coalesce(batch.rows_total, 0) AS rows_total, coalesce(batch.rows_created, 0) AS rows_created,
       coalesce(batch.rows_matched, 0) AS rows_matched, coalesce(batch.rows_refused, 0) AS rows_refused, batch.action, batch._del AS gone,
       a.at, (SELECT name FROM account WHERE number = a.user_id LIMIT 1) AS by
     FROM batch LEFT JOIN action a ON a.id = batch.action ORDER BY batch.n DESC`,
    { office: store.office, writer: store.writer, limit },
  );
  const kept = keptFailedRows(store);
  return rows.map(({ gone, ...row }) => ({ ...row, isUndone: gone === 1, failedRows: kept.has(row.id) ? `/files/import-failed/${row.id}` : null }));
}

/** Earlier imports of the very same file that still stand. */
export function sameFileImports(store: Store, sha256: string): { id: string; file_name: string }[] {
  return store.read.all('SELECT id, file_name FROM import_batch WHERE file_sha256 = ? AND _del = 0 ORDER BY n DESC', [sha256]);
}

/** The records a past import made or changed, as a set a list can open. @throws Refusal `not-found` */
export function recordsOfImport(store: Store, batch: string): Selection {
  const row = store.read.get<{ file_name: string; target: string; action: number | null }>(
    `SELECT b.file_name, b.target, (${ACTION_OF}) AS action FROM import_batch b WHERE b.id = :batch`, { office: store.office, writer: store.writer, batch });
  if (!row || row.action === null) throw new Refusal('not-found', '이 컴퓨터에서 한 가져오기가 아니어서 기록을 모아 볼 수 없습니다.');
  const { table, target } = importerOf(row.target);
  const ids = store.read.column<string>(
    `SELECT DISTINCT l.row_id FROM sync_log l JOIN action a ON a.id = :action AND l.seq BETWEEN a.first_seq AND a.last_seq
     WHERE l.office = :office AND l.writer = :writer AND l.tbl = :table`, { action: row.action, office: store.office, writer: store.writer, table });
  return openSelection(store, asRows(store.read, { table, label: `가져온 ${target.ko}: ${row.file_name}`, ids }));
}
