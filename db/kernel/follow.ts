/** Local tables that follow record rows: brought up to date in the same transaction that changes the rows, by the door and by the merge alike. */
import type { Cell } from './field.ts';
import type { Reader } from './reader.ts';
import { run } from './row.ts';
import type { Store } from './store.ts';

/** What a follower may touch: the rows as they now stand, and its own local tables. */
export type Local = { readonly read: Reader; run(sql: string, parameters: readonly (Cell | Uint8Array)[]): void };

type OneTable = Readonly<{
  /** Record table that is followed. */
  table: string;
  /** Fields whose changes matter; `_del` when coming and going does. */
  fields: readonly string[];
  /**
   * Called with every row of the transaction that changed in one of those fields. It may answer rows of its own local
   * table that it changed: followers named after it are told of them like of any other.
   */
  follow: (local: Local, ids: readonly string[]) => readonly ChangedRow[] | void;
  /** Makes the local tables anew from the rows. */
  rebuild: (local: Local) => void;
  /** What an upgrade does instead, when making them anew may take longer than a start. */
  rebuildLater?: (local: Local) => void;
  /** Called once per transaction that changed something, after every follower has been told. */
  settle?: (local: Local) => void;
}>;

/** A local table that several tables make: it is told once per transaction, of all of them. */
type ManyTables = Readonly<{
  /** Fields that matter of each table, record tables or local ones of followers before this; `*` = rows that are new. */
  tables: Readonly<Record<string, readonly string[]>>;
  followAll: (local: Local, rows: readonly ChangedRow[]) => readonly ChangedRow[] | void;
  rebuild: (local: Local) => void;
}>;

export type Follower = OneTable | ManyTables;

/**
 * A changed row; `fields` is null when it is not known which of them changed. `was` = values before, as far as they changed;
 * null when the row is new, left out when nobody knows.
 */
export type ChangedRow = Readonly<{ table: string; id: string; fields: readonly string[] | null; was?: Readonly<Record<string, Cell>> | null }>;

const localOf = (store: Store): Local => ({ read: store.read, run: (sql, parameters) => run(store, sql, parameters) });

const matters = ({ fields, was }: ChangedRow, wanted: readonly string[]): boolean =>
  fields === null || (was === null && wanted.includes('*')) || fields.some((field) => wanted.includes(field));

const toldBy = (follower: Follower, local: Local, rows: readonly ChangedRow[]): readonly ChangedRow[] => {
  if ('tables' in follower) {
    const own = rows.filter((row) => { const wanted = follower.tables[row.table]; return wanted !== undefined && matters(row, wanted); });
    return own.length > 0 ? (follower.followAll(local, own) ?? []) : [];
  }
  const ids = rows.filter((row) => row.table === follower.table && matters(row, follower.fields)).map((row) => row.id);
  return ids.length > 0 ? (follower.follow(local, [...new Set(ids)]) ?? []) : [];
};

/** Tells each follower of its rows, in the order in which they are named; called inside the transaction, right before it is committed. */
export const tellFollowers = (store: Store, rows: readonly ChangedRow[]): void => {
  const local = localOf(store);
  const known = [...rows];
  for (const follower of store.followers) for (const row of toldBy(follower, local, known)) known.push(row);
  if (rows.length > 0) for (const follower of store.followers) if ('settle' in follower) follower.settle?.(local);
};

/** Makes every followed table anew; inside a transaction of the caller. With `mayWait` one that takes long may leave it for later. */
export const rebuildFollowers = (store: Store, mayWait = false): void => {
  const local = localOf(store);
  for (const follower of store.followers) {
    if (mayWait && 'rebuildLater' in follower && follower.rebuildLater) follower.rebuildLater(local);
    else follower.rebuild(local);
  }
};
