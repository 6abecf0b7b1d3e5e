/** Local tables that follow record rows: brought up to date in the same transaction that changes the rows, by the door and by the merge alike. */
import type { Cell } from './field.ts';
import type { Reader } from './reader.ts';
import { run } from './row.ts';
import type { Store } from './store.ts';

/** What a follower may touch: the rows as they now stand, and its own local tables. */
export type Local = { readonly read: Reader; run(sql: string, parameters: readonly Cell[]): void };

export type Follower = Readonly<{
  /** Record table that is followed. */
  table: string;
  /** Fields whose changes matter; `_del` when coming and going does. */
  fields: readonly string[];
  /** Called with every row of the transaction that changed in one of those fields. */
  follow: (local: Local, ids: readonly string[]) => void;
  /** Makes the local tables anew from the rows. */
  rebuild: (local: Local) => void;
  /** Called once per transaction that changed something, after every follower has been told. */
  settle?: (local: Local) => void;
}>;

/** A changed row; `fields` is null when it is not known which of them changed. */
export type ChangedRow = Readonly<{ table: string; id: string; fields: readonly string[] | null }>;

const localOf = (store: Store): Local => ({ read: store.read, run: (sql, parameters) => run(store, sql, parameters) });

/** Tells each follower of its rows; called inside the transaction, right before it is committed. */
export const tellFollowers = (store: Store, rows: readonly ChangedRow[]): void => {
  for (const follower of store.followers) {
    const ids = rows.filter((row) => row.table === follower.table && (row.fields === null || row.fields.some((field) => follower.fields.includes(field)))).map((row) => row.id);
    if (ids.length > 0) follower.follow(localOf(store), [...new Set(ids)]);
  }
  if (rows.length > 0) for (const follower of store.followers) follower.settle?.(localOf(store));
};

/** Makes every followed table anew; inside a transaction of the caller. */
export const rebuildFollowers = (store: Store): void => {
  for (const follower of store.followers) follower.rebuild(localOf(store));
};
