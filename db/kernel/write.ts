/** The one door for writes: rows and log in the same transaction, values before kept beside it. */
import { Refusal, type Problem } from '../errors.ts';
import type { Actor } from './actor.ts';
import { problemOf, problemsOf, type AnyRecord, type Cell, type Fields, type RecordType, type Values } from './field.ts';
import { tellFollowers } from './follow.ts';
import { askKeepers } from './keep.ts';
import { newId } from './id.ts';
import { appendOperations, type ActionEntry, type Pending } from './append.ts';
import type { Patch, PatchValue } from './operation.ts';
import type { Reader } from './reader.ts';
import { cleanCell, deriveInto, insertRow, rowOf, updateRow, type StoredRow } from './row.ts';
import { refusalOfSqlite } from './sqlite-refusal.ts';
import type { Change, Store } from './store.ts';

export type Tx = {
  readonly actor: Actor;
  /** Sees what this transaction has written so far. */
  readonly read: Reader;
  /** Calendar day of the device, `YYYY-MM-DD`. */
  readonly today: string;
  /** Makes a record; with the id of an existing one (a relation made twice) it is brought to these values and revived. */
  create<F extends Fields>(type: RecordType<F>, values: Partial<Values<F>>, id?: string): string;
  /**
   * Changes the given fields. `was` holds the values its author saw: if one of them has changed since,
   * nothing is written.
   * @throws Refusal `not-found`, `invalid`, `conflict`
   */
  change<F extends Fields>(type: RecordType<F>, id: string, patch: Partial<Values<F>>, was?: Partial<Values<F>>): void;
  remove(type: AnyRecord, id: string): void;
  restore(type: AnyRecord, id: string): void;
  /** Writes without checks: for undo, which brings back what once passed them. */
  put(type: AnyRecord, id: string, cells: Readonly<Record<string, Cell>>): void;
};

export type OpenWrite = { readonly tx: Tx; commit(): Change | null; rollBack(): void };

/** Calendar day of the device, `YYYY-MM-DD`. */
export const dayOf = (ms: number): string => {
  const local = new Date(ms);
  return `${local.getFullYear()}-${String(local.getMonth() + 1).padStart(2, '0')}-${String(local.getDate()).padStart(2, '0')}`;
};

/** Starts a transaction at the door, for `write`, `writeInSlices` and `undo` alone. */
export const openWrite = (store: Store, actor: Actor, entry: ActionEntry): OpenWrite => {
  if (store.door.isOpen) throw new Refusal('locked', '긴 작업이 자료를 쓰고 있습니다. 끝난 뒤 다시 저장하세요.');
  const pending = new Map<string, Pending>();
  const clockBefore = store.clock.last;
  store.db.exec('BEGIN IMMEDIATE');
  store.door.isOpen = true;

  const close = (sql: 'COMMIT' | 'ROLLBACK'): void => {
    store.door.isOpen = false;
    if (store.db.inTransaction) store.db.exec(sql);
  };

  /** Applies cells to a row now and remembers them for the one operation this row gets at the end. */
  const put = (type: AnyRecord, id: string, cells: Readonly<Record<string, Cell>>): void => {
    const row = rowOf(store, type, id);
    const changed = Object.entries(cells).filter(([name, value]) => !row || ((row[name] ?? null) !== value && !isSettled(type, row, name)));
    if (row && changed.length === 0) return;
    const key = `${type.table} ${id}`;
    const known = pending.get(key);
    const entry: Pending = known ?? {
      type, id, hlc: store.clock.tick(), parents: row?._heads ?? '', patch: {}, before: row ? {} : { _del: 1 }, isNew: !row,
    };
    pending.set(key, entry);
    const columns: Record<string, Cell> = {};
    for (const [name, value] of changed) {
      if (row && !entry.isNew && !(name in entry.before)) entry.before[name] = row[name] ?? null;
      const patched = asPatchValue(type, name, row, value);
      entry.patch[name] = patched;
      columns[name] = value;
      if (typeof patched === 'object' && patched !== null) columns[`${name}_n`] = patched.n;
    }
    const values = deriveInto(type, row, columns);
    if (row) updateRow(store, type, id, values, entry.hlc);
    else insertRow(store, type, id, values, entry.hlc);
  };

  const tx: Tx = {
    actor,
    read: store.read,
    today: dayOf(store.now()),
    put,
    create: (type, values, id = newId(store.now())) => {
      const cells = cleaned(type, values);
      const problems = problemsOf(type, cells);
      if (problems.length > 0) throw refusalOf(type, problems);
      const exists = rowOf(store, type, id) !== undefined;
      put(type, id, exists ? { ...cells, _del: 0 } : withoutNulls(cells));
      return id;
    },
    change: (type, id, patch, was) => {
      const row = liveRow(store, type, id);
      const cells = cleaned(type, patch);
      if (was) refuseIfChanged(type, row, cells, cleaned(type, was));
      refuseIfWrong(type, row, cells);
      put(type, id, cells);
    },
    remove: (type, id) => {
      liveRow(store, type, id);
      put(type, id, { _del: 1 });
    },
    restore: (type, id) => put(type, id, { _del: 0 }),
  };

  return {
    tx,
    commit: () => {
      try {
        const rows = [...pending.values()];
        askKeepers(store, actor, entry.kind, rows);
        const change = appendOperations(store, actor, entry, rows);
        tellFollowers(store, rows.map((row) => ({ table: row.type.table, id: row.id, fields: Object.keys(row.patch), was: row.isNew ? null : row.before })));
        close('COMMIT');
        if (change) for (const listener of store.listeners) listener(change);
        return change;
      } catch (error) {
        close('ROLLBACK');
        store.clock.rewind(clockBefore);
        throw refusalOfSqlite(error);
      }
    },
    rollBack: () => {
      close('ROLLBACK');
      store.clock.rewind(clockBefore);
    },
  };
};

/**
 * Runs one user command. Everything `fn` changes is written to the rows and appended to this device's log
 * in one transaction; whatever it throws undoes all of it.
 * @param label Korean name of the action, as the list of recent actions shows it
 * @throws Refusal as `fn` does, and `disk-full`, `read-only`, `locked`, `damaged`
 */
export const write = <T>(store: Store, actor: Actor, label: string, fn: (tx: Tx) => T): T => {
  const open = openWrite(store, actor, { label, kind: 'do', undoes: null });
  let result: T;
  try {
    result = fn(open.tx);
  } catch (error) {
    open.rollBack();
    throw refusalOfSqlite(error);
  }
  open.commit();
  return result;
};

/**
 * As `write`, for work too long for one turn of the thread: `fn` awaits between slices. The door stays
 * closed to others meanwhile, and a crash or a throw leaves nothing behind.
 * @returns what `fn` returned, and the id of the action (null when nothing changed)
 */
export const writeInSlices = async <T>(store: Store, actor: Actor, label: string, fn: (tx: Tx) => Promise<T>): Promise<{ result: T; action: number | null }> => {
  const open = openWrite(store, actor, { label, kind: 'do', undoes: null });
  let result: T;
  try {
    result = await fn(open.tx);
  } catch (error) {
    open.rollBack();
    throw refusalOfSqlite(error);
  }
  return { result, action: open.commit()?.action ?? null };
};

/** A field whose first write stays takes no second one. */
const isSettled = (type: AnyRecord, row: StoredRow, name: string): boolean => type.fields[name]?.merge === 'first' && (row[name] ?? null) !== null;

const asPatchValue = (type: AnyRecord, name: string, row: StoredRow | undefined, value: Cell): PatchValue => {
  if (type.fields[name]?.merge !== 'workflow' || value === null) return value;
  const from = row?.[name] ?? null;
  return { f: from === null ? null : String(from), t: String(value), n: Number(row?.[`${name}_n`] ?? 0) + 1 };
};

const cleaned = (type: AnyRecord, values: Readonly<Record<string, unknown>>): Record<string, Cell> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined).map(([name, value]) => [name, cleanCell(type.fields[name], value)]));

const withoutNulls = (cells: Patch | Record<string, Cell>): Record<string, Cell> =>
  Object.fromEntries(Object.entries(cells).filter((entry): entry is [string, Cell] => entry[1] !== null));

const liveRow = (store: Store, type: AnyRecord, id: string): StoredRow => {
  const row = rowOf(store, type, id);
  if (!row || row._del === 1) throw new Refusal('not-found', `${type.ko} 기록이 없거나 삭제되었습니다. 목록을 새로 고친 뒤 다시 시도하세요.`, [{ field: '', value: id, message: `${type.ko} ${id}` }]);
  return row;
};

const refusalOf = (type: AnyRecord, problems: readonly Problem[]): Refusal =>
  new Refusal('invalid', problems.length === 1 ? (problems[0]?.message ?? '') : `${type.ko}: ${problems.length}가지를 고쳐 주세요. ${problems[0]?.message ?? ''}`, problems);

/** Only what this edit breaks is refused: a record that arrived incomplete can still be mended field by field. */
const refuseIfWrong = (type: AnyRecord, row: StoredRow, cells: Readonly<Record<string, Cell>>): void => {
  const own = Object.entries(cells).flatMap(([name, value]) => {
    const field = type.fields[name];
    return field ? (problemOf(name, field, value) ?? []) : [{ field: name, value, message: `${type.ko}에 없는 항목입니다: ${name}` }];
  });
  if (own.length > 0) throw refusalOf(type, own);
  const fieldsOf = (source: Readonly<Record<string, unknown>>): Record<string, unknown> => Object.fromEntries(Object.keys(type.fields).map((name) => [name, source[name] ?? null]));
  const before = new Set(problemsOf(type, fieldsOf(row)).map((problem) => `${problem.field} ${problem.message}`));
  const across = problemsOf(type, fieldsOf({ ...row, ...cells })).filter((problem) => !before.has(`${problem.field} ${problem.message}`));
  if (across.length > 0) throw refusalOf(type, across);
};

const refuseIfChanged = (type: AnyRecord, row: StoredRow, cells: Readonly<Record<string, Cell>>, was: Readonly<Record<string, Cell>>): void => {
  const changed = Object.entries(was).filter(([name, seen]) => name in cells && (row[name] ?? null) !== seen && (row[name] ?? null) !== cells[name]);
  if (changed.length === 0) return;
  throw new Refusal('conflict', '그사이 다른 곳에서 값이 바뀌었습니다. 두 값을 보고 골라 주세요.', changed.map(([name]) => ({
    field: name, value: row[name] ?? null, message: `${type.fields[name]?.ko ?? name}: 지금 저장된 값은 “${row[name] ?? '(빈 값)'}”입니다.`,
  })));
};
