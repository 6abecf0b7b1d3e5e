/** The history of a record, read from the log. */
import { timeOfClock } from './clock.ts';
import type { AnyRecord, Cell } from './field.ts';
import { isTransition, readPatch, type Operation } from './operation.ts';
import type { Reader } from './reader.ts';

export type HistoryEntry = {
  /** ISO time of the change, by the clock of the device that made it. */
  at: string;
  user_id: number;
  field: string;
  /** Korean label of the field. */
  label: string;
  before: Cell;
  after: Cell;
};

/** Every change of a record, newest first; the values before are those a reader of the log saw then. */
export const historyOf = (read: Reader, type: AnyRecord, id: string): HistoryEntry[] => {
  const ops = read.all<Pick<Operation, 'hlc' | 'user_id' | 'patch' | 'parents'>>('SELECT hlc, user_id, patch, parents FROM sync_log WHERE row_id = ? AND tbl = ? ORDER BY hlc, writer', [id, type.table]);
  const current = new Map<string, Cell>();
  const entries: HistoryEntry[] = [];
  for (const op of ops) {
    for (const [field, value] of Object.entries(readPatch(op))) {
      const after = isTransition(value) ? value.t : value;
      const label = field === '_del' ? (after === 1 ? '삭제' : '되살림') : (type.fields[field]?.ko ?? field);
      entries.push({ at: timeOfClock(op.hlc), user_id: op.user_id, field, label, before: current.get(field) ?? null, after });
      current.set(field, after);
    }
  }
  return entries.reverse();
};
