/** Indexes what the last transactions left waiting, in short turns of the application thread, and what a crash left behind at start; then merges what has become many segments. */
import type { Local } from '../kernel/follow.ts';
import { run } from '../kernel/row.ts';
import type { Store } from '../kernel/store.ts';
import { keepWritesShort, mergeSome } from './merge.ts';
import { indexWaiting } from './upkeep.ts';

/** One turn: others wait no longer than this. */
const turnMs = 20;
/** A turn that only merges, and how long after a write it comes: nobody waits for it. */
const mergeMs = 5;
const restMs = 300;
/** Rows between two looks at the clock: about 10 ms, and one segment of the index. */
const atATime = 100;

export const localOf = (store: Store): Local => ({ read: store.read, run: (sql, parameters) => run(store, sql, parameters) });

/** Indexes waiting rows for one turn. @returns whether some are left */
export const catchUp = (store: Store, most = turnMs): boolean => {
  if (store.db.inTransaction) return true;
  const started = performance.now();
  const local = localOf(store);
  return store.db.transaction(() => {
    for (;;) {
      if (indexWaiting(local, atATime) < atATime) return false;
      if (performance.now() - started > most) return true;
    }
  }).immediate();
};

export type CatchingUp = { stop(): void };

/** Catches up after every commit that leaves rows waiting, and now. */
export const keepCatchingUp = (store: Store, onBug: (error: unknown) => string): CatchingUp => {
  let timer: NodeJS.Timeout | null = null;
  let isStopped = false;
  const later = (ms: number): void => {
    if (!isStopped && timer === null) timer = setTimeout(turn, ms);
  };
  const turn = (): void => {
    timer = null;
    if (isStopped) return;
    try {
      // Between two turns requests get theirs; while long work holds the door its transaction is not ours to write in.
      const isBehind = catchUp(store);
      if (mergeSome(store, mergeMs) || isBehind) later(store.db.inTransaction ? 50 : 1);
    } catch (error) {
      onBug(error);
      later(5000);
    }
  };
  const look = (): void => later(store.read.value<number>('SELECT 1 FROM search_waiting LIMIT 1') === undefined ? restMs : 0);
  keepWritesShort(store);
  store.listeners.add(look);
  look();
  return { stop: () => {
    isStopped = true;
    store.listeners.delete(look);
    if (timer) clearTimeout(timer);
  } };
};
