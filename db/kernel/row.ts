/** Rows of synced tables as the door reads and writes them. */
import type { Statement } from 'better-sqlite3';
import type { AnyRecord, Cell, Field } from './field.ts';
import { normaliseText } from '../korean/text.ts';
import { opKey } from './operation.ts';
import type { Store } from './store.ts';

export type StoredRow = Readonly<Record<string, Cell>> & {
  readonly n: number; readonly id: string; readonly _del: number; readonly _h: number; readonly _heads: string; readonly _cf: number;
};

/** What is stored for a value as received: NFC, well-formed, trimmed, tidied as the field says; an empty text is no value. */
export const cleanCell = (field: Field | undefined, value: unknown): Cell => {
  if (value === null || value === undefined) return null;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'number') return value;
  if (typeof value !== 'string') return JSON.stringify(value);
  const text = normaliseText(value, field?.kind === 'long' ? 'block' : 'line');
  return text === '' ? null : (field?.tidy?.(text) ?? text);
};

export const rowOf = (store: Pick<Store, 'read'>, type: AnyRecord, id: string): StoredRow | undefined =>
  store.read.get<StoredRow>(`SELECT * FROM ${type.table} WHERE id = ?`, [id]);

/** The columns with the derived ones recomputed over the whole row. */
export const deriveInto = (type: AnyRecord, row: Readonly<Record<string, Cell>> | undefined, columns: Readonly<Record<string, Cell>>): Record<string, Cell> => {
  const derived = Object.entries(type.derived);
  if (derived.length === 0) return { ...columns };
  const whole = Object.fromEntries(Object.keys(type.fields).map((name) => [name, columns[name] ?? (name in columns ? null : (row?.[name] ?? null))]));
  // `whole` has exactly the declared fields, which is what the declaration's own functions take.
  return { ...columns, ...Object.fromEntries(derived.map(([name, compute]) => [name, compute(whole as never)])) };
};

const statements = new WeakMap<Store, Map<string, Statement<(Cell | Uint8Array)[]>>>();

/** Runs a statement on the writing connection; prepared once. */
export const run = (store: Store, sql: string, parameters: readonly (Cell | Uint8Array)[]): void => {
  const kept = statements.get(store) ?? new Map<string, Statement<(Cell | Uint8Array)[]>>();
  statements.set(store, kept);
  const statement = kept.get(sql) ?? store.db.prepare<(Cell | Uint8Array)[]>(sql);
  kept.set(sql, statement);
  statement.run(...parameters);
};

export const insertRow = (store: Store, type: AnyRecord, id: string, columns: Readonly<Record<string, Cell>>, hlc: number): void => {
  const names = Object.keys(columns);
  run(store, `INSERT INTO ${type.table} (id, _h, _w${names.map((name) => `, ${name}`).join('')}) VALUES (?, ?, ?${', ?'.repeat(names.length)})`,
    [id, hlc, store.writer, ...Object.values(columns)]);
};

export const updateRow = (store: Store, type: AnyRecord, id: string, columns: Readonly<Record<string, Cell>>, hlc: number): void => {
  const names = Object.keys(columns);
  run(store, `UPDATE ${type.table} SET _h = ?, _w = ?${names.map((name) => `, ${name} = ?`).join('')} WHERE id = ?`,
    [hlc, store.writer, ...Object.values(columns), id]);
};

/** Marks the operation that now is the row's only head. */
export const setHead = (store: Store, type: AnyRecord, id: string, seq: number): void =>
  run(store, `UPDATE ${type.table} SET _heads = ? WHERE id = ?`, [opKey({ writer: store.writer, seq }), id]);
