/** What has happened to records since a clock value, in words. */
import { authorName } from '../kernel/actor.ts';
import { timeOfClock } from '../kernel/clock.ts';
import { labelOf, type AnyRecord, type Cell } from '../kernel/field.ts';
import { labelsOf } from '../kernel/label.ts';
import { isTransition, readPatch, type Operation } from '../kernel/operation.ts';
import type { Reader } from '../kernel/reader.ts';
import { formatNumber } from '../korean/parse-number.ts';
import type { RecordChange } from './frozen-types.ts';
import type { Part } from './parts.ts';

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

type Counts = (field: string) => boolean;

/** Rows of a table with an operation after the clock that touches a counted field; `id` is what of the row is told. */
const touchedSince = (read: Reader, table: string, id: string, clock: number, counts: Counts): string[] =>
  read.all<{ id: string; patch: Operation['patch'] }>(`SELECT ${id} AS id, l.patch FROM ${table} t JOIN sync_log l ON l.row_id = t.id AND l.tbl = :tbl AND l.hlc > :clock WHERE t._h > :clock`, { tbl: table, clock })
    .flatMap((op) => (Object.keys(readPatch(op)).some(counts) ? [op.id] : []));

const isOfPart = ({ fields }: Part): Counts => (field) => field === '_del' || fields.includes(field);

/** Records of a type with an operation after the clock that touches more than long texts, in themselves or in their parts. */
export const changedSince = (read: Reader, type: AnyRecord, clock: number, parts: readonly Part[]): ReadonlySet<string> => new Set([
  ...touchedSince(read, type.table, 't.id', clock, (name) => isCounted(type, name)),
  ...parts.flatMap((part) => touchedSince(read, part.type.table, `t.${part.link}`, clock, isOfPart(part))),
]);

type Told = { changes: RecordChange[]; isNew: boolean };

/** The operations of one record after the clock as changes. `prefix` names a part, whose coming is a change as well. */
const told = (read: Reader, type: AnyRecord, id: string, clock: number, names: ReadonlyMap<number, string>, counts: Counts, prefix: string | null): Told => {
  const ops = read.all<Pick<Operation, 'hlc' | 'user_id' | 'patch'>>('SELECT hlc, user_id, patch FROM sync_log WHERE row_id = ? AND tbl = ? ORDER BY hlc, writer', [id, type.table]);
  const isNew = !ops.some(({ hlc }) => hlc <= clock);
  const held = new Map<string, Cell>();
  const changes: RecordChange[] = [];
  for (const op of ops) {
    for (const [field, value] of Object.entries(readPatch(op))) {
      const after = isTransition(value) ? value.t : value;
      const before = held.get(field) ?? null;
      held.set(field, after);
      if (op.hlc <= clock || (isNew && prefix === null) || !counts(field)) continue;
      const label = field === '_del' ? (after === 1 ? '삭제' : '되살림') : (type.fields[field]?.ko ?? field);
      changes.push({ field, label: prefix === null ? label : `${prefix} ${label}`, before: field === '_del' ? null : wordsOf(read, type, field, before), after: field === '_del' ? null : wordsOf(read, type, field, after), by: authorName(names, op.user_id), at: timeOfClock(op.hlc) });
    }
  }
  return { changes, isNew };
};

/** The changes of one record and of its parts after the clock, oldest first, and whether it was not there before. */
export const changesSince = (read: Reader, type: AnyRecord, id: string, clock: number, names: ReadonlyMap<number, string>, parts: readonly Part[]): Told => {
  const own = told(read, type, id, clock, names, (field) => isCounted(type, field), null);
  const ofParts = own.isNew ? [] : parts.flatMap((part) => read.all<{ id: string; name: string | null }>(`SELECT t.id, ${part.name} AS name FROM ${part.type.table} t WHERE t.${part.link} = ? AND t._h > ?`, [id, clock])
    .flatMap((row) => told(read, part.type, row.id, clock, names, isOfPart(part), row.name ?? part.type.ko).changes));
  return { changes: [...own.changes, ...ofParts].sort((one, other) => (one.at === other.at ? 0 : one.at < other.at ? -1 : 1)), isNew: own.isNew };
};
