import type { RecordRows } from '../../db/device/selection.ts';
import type { Reader } from '../../db/kernel/reader.ts';

/** Ids of the records a query hands out as row numbers, in their order. */
export const idsOf = (read: Reader, { table, rows }: RecordRows): string[] =>
  read.column<string>(`SELECT t.id FROM json_each(?) j JOIN ${table} t ON t.n = j.value ORDER BY t.id`, [rows]);
