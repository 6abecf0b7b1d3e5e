/** What stands in the way of an undo, in words: which record, which field, what the action wrote and what stands there now. */
import { labelOf, type AnyRecord, type Cell } from '../kernel/field.ts';
import { labelsOf, recordName } from '../kernel/label.ts';
import type { Reader } from '../kernel/reader.ts';
import type { Store } from '../kernel/store.ts';
import type { Obstacle } from '../kernel/undo.ts';

export type ObstacleLine = {
  kind: Obstacle['kind'];
  /** What kind of record, and its name. */
  type: string;
  record: string;
  /** Label of the field; of a record in use, of the field that points to it. */
  field: string;
  /** What the action wrote; null for an empty field, and for a record in use. */
  written: string | null;
  /** What stands there now; of a record in use, the record that uses it. */
  now: string | null;
};

export type ObstacleLines = { lines: ObstacleLine[]; /** Obstacles that are not listed. */ more: number };

const mostLines = 100;

const inWords = (read: Reader, type: AnyRecord, name: string, value: Cell): string | null => {
  if (name === '_del') return value === 1 ? '삭제됨' : '있음';
  if (value === null) return null;
  const field = type.fields[name];
  if (field?.kind === 'link' && field.to !== undefined) return labelsOf(read, field.to, [String(value)])[0]?.label ?? String(value);
  if (field?.choices) return labelOf(field, value);
  if (field?.kind === 'flag') return value === 1 ? '예' : '아니요';
  if (typeof value === 'number') return `${value.toLocaleString('ko-KR')}${field?.unit ?? ''}`;
  return field?.show?.(value) ?? value;
};

const lineOf = (store: Pick<Store, 'read' | 'records'>, one: Obstacle): ObstacleLine[] => {
  const type = store.records.get(one.table);
  if (!type) return [];
  const record = recordName(store.read, type, one.id);
  if (one.kind === 'changed') {
    return [{ kind: one.kind, type: type.ko, record, field: one.field === '_del' ? '삭제 여부' : (type.fields[one.field]?.ko ?? one.field), written: inWords(store.read, type, one.field, one.written), now: inWords(store.read, type, one.field, one.now) }];
  }
  const [table = '', name = ''] = one.field.split('.');
  const user = store.records.get(table);
  if (!user) return [];
  return [{ kind: one.kind, type: type.ko, record, field: user.fields[name]?.ko ?? name, written: null, now: `${user.ko}: ${recordName(store.read, user, String(one.now))}` }];
};

/** The first hundred obstacles in words. */
export const obstacleLines = (store: Pick<Store, 'read' | 'records'>, obstacles: readonly Obstacle[]): ObstacleLines =>
  ({ lines: obstacles.slice(0, mostLines).flatMap((one) => lineOf(store, one)), more: Math.max(0, obstacles.length - mostLines) });
