/** What has happened to records since a clock value, in words. */
import { authorName } from '../kernel/actor.ts';
import { timeOfClock } from '../kernel/clock.ts';
import { labelOf, type AnyRecord, type Cell } from '../kernel/field.ts';
import { labelsOf } from '../kernel/label.ts';
import { isTransition, readPatch, type Operation } from '../kernel/operation.ts';
import type { Reader } from '../kernel/reader.ts';
import { formatNumber } from '../korean/parse-number.ts';
import type { RecordChange } from './frozen-types.ts';

const wordsOf = (read: Reader, type: AnyRecord, name: string, value: Cell): string | null => {
  const field = type.fields[name];
  if (value === null) return null;
  if (field?.kind === 'link' && field.to !== undefined) return labelsOf(read, field.to, [String(value)])[0]?.label ?? '';
  if (field?.choices) return labelOf(field, value);
  if (field?.kind === 'flag') return value === 1 ? '예' : '아니요';
  return typeof value === 'number' ? `${formatNumber(value)}${field?.unit ?? ''}` : (field?.show?.(value) ?? value);
};

/** Long texts and memos move no number. */
const isCounted = (type: AnyRecord, name: string): boolean => type.fields[name]?.kind !== 'long';

/** Records of a type with an operation after the clock that touches more than long texts. */
export const changedSince = (read: Reader, type: AnyRecord, clock: number): ReadonlySet<string> => {
  const ops = read.all<Pick<Operation, 'row_id' | 'patch'>>(
    `SELECT l.row_id, l.patch FROM ${type.table} t JOIN sync_log l ON l.row_id = t.id AND l.tbl = :tbl AND l.hlc > :clock WHERE t._h > :clock`, { tbl: type.table, clock });
  return new Set(ops.flatMap(({ row_id, patch }) => (Object.keys(readPatch({ patch })).some((name) => isCounted(type, name)) ? [row_id] : [])));
};

/** The changes of one record after the clock, oldest first, and whether it was not there before. */
export const changesSince = (read: Reader, type: AnyRecord, id: string, clock: number, names: ReadonlyMap<number, string>): { changes: RecordChange[]; isNew: boolean } => {
  const ops = read.all<Pick<Operation, 'hlc' | 'user_id' | 'patch'>>('SELECT hlc, user_id, patch FROM sync_log WHERE row_id = ? AND tbl = ? ORDER BY hlc, writer', [id, type.table]);
  const isNew = !ops.some(({ hlc }) => hlc <= clock);
  const held = new Map<string, Cell>();
  const changes: RecordChange[] = [];
  for (const op of ops) {
    for (const [field, value] of Object.entries(readPatch(op))) {
      const after = isTransition(value) ? value.t : value;
      const before = held.get(field) ?? null;
      held.set(field, after);
      if (op.hlc <= clock || isNew || !isCounted(type, field)) continue;
      const label = field === '_del' ? (after === 1 ? '삭제' : '되살림') : (type.fields[field]?.ko ?? field);
      changes.push({ field, label, before: field === '_del' ? null : wordsOf(read, type, field, before), after: field === '_del' ? null : wordsOf(read, type, field, after), by: authorName(names, op.user_id), at: timeOfClock(op.hlc) });
    }
  }
  return { changes, isNew };
};
