/** What may not happen at the door, whoever asks for it: keepers look at all that a transaction changed, right before it is committed. The merge does not ask them. */
import type { Actor } from './actor.ts';
import type { ActionKind, Pending } from './append.ts';
import type { Reader } from './reader.ts';
import type { Store } from './store.ts';

/** A row the transaction changed; `before` holds the values of the changed fields as they were. */
export type KeptRow = Pick<Pending, 'id' | 'isNew' | 'before'> & { readonly table: string };

/** What is about to be committed. */
export type Committing = {
  /** Sees what the transaction has written. */
  readonly read: Reader;
  readonly actor: Actor;
  /** Whether it is a new action, or takes one back. */
  readonly kind: ActionKind;
  /** The changed rows of the keeper's tables. */
  readonly rows: readonly KeptRow[];
};

export type Keeper = Readonly<{
  /** Record tables it looks at. */
  tables: readonly string[];
  /** @throws Refusal, which rolls all of the transaction back */
  keep: (committing: Committing) => void;
}>;

export const askKeepers = (store: Store, actor: Actor, kind: ActionKind, pending: readonly Pending[]): void => {
  for (const { tables, keep } of store.keepers) {
    const rows = pending.flatMap(({ type, id, isNew, before }) => (tables.includes(type.table) ? [{ table: type.table, id, isNew, before }] : []));
    if (rows.length > 0) keep({ read: store.read, actor, kind, rows });
  }
};
