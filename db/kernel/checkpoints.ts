/**
 * Copies the write-ahead log into the database in a thread of its own (`db/checkpointer.ts`). SQLite would do it inside a commit, which
 * then waits for the disk: after long readers had held the log back, one commit stood for 17 s (600,000 sessions, a slow disk).
 */
import { Worker } from 'node:worker_threads';
import type { Store } from './store.ts';

/** Pages of log that are left alone, and how often it is looked at: SQLite's own threshold. */
const worthwhilePages = 1000;
const lookMs = 500;
/** Pages after which long work in turns waits until the log has been copied: a longer log makes every read look further. */
const mostPages = 16_000;

export type Checkpoints = {
  /** For long work in many short transactions: resolves at once, or when a log that has grown long is in the database. */
  caughtUp(): Promise<void>;
  close(): Promise<void>;
};

type Log = { log: number; checkpointed: number };

/**
 * Takes the checkpoints away from the writing connection.
 * @param entry file of the thread
 * @param onBug told when the thread ends by itself; SQLite then does it inside commits again
 */
export const startCheckpoints = (store: Store, entry: URL, onBug: (error: unknown) => string): Checkpoints => {
  const { db } = store;
  let worker: Worker | null = null;
  let running: Promise<void> | null = null;
  let isClosed = false;
  db.pragma('wal_autocheckpoint = 0');

  /** Pages of the log that are not in the database yet. */
  const behind = (): number => {
    if (!db.open || db.inTransaction) return 0;
    const [at] = db.pragma('main.wal_checkpoint(NOOP)') as Log[];
    return at ? at.log - at.checkpointed : 0;
  };

  const giveUp = (error: unknown): void => {
    worker = null;
    if (isClosed) return;
    isClosed = true;
    clearInterval(timer);
    if (db.open) db.pragma(`wal_autocheckpoint = ${worthwhilePages}`);
    onBug(error);
  };

  /** The thread starts when the log is worth it for the first time: a small folder never needs it. */
  const started = (): Worker => {
    if (worker) return worker;
    worker = new Worker(entry, { workerData: { path: store.path } });
    worker.unref();
    worker.on('error', giveUp);
    return worker;
  };

  const checkpoint = (): Promise<void> => {
    running ??= new Promise<void>((resolve) => {
      const thread = started();
      const end = (): void => {
        thread.off('message', end).off('exit', end);
        running = null;
        resolve();
      };
      thread.on('message', end).on('exit', end).postMessage('go');
    });
    return running;
  };

  const timer = setInterval(() => { if (!isClosed && behind() > worthwhilePages) void checkpoint(); }, lookMs);
  timer.unref();

  return {
    caughtUp: async () => { if (!isClosed && behind() > mostPages) await checkpoint(); },
    close: async () => {
      isClosed = true;
      clearInterval(timer);
      await running;
      await worker?.terminate();
    },
  };
};
