/** What the application consists of while it runs: the store, the reader threads, jobs, windows, and who is here. */
import { randomUUID } from 'node:crypto';
import { Refusal } from './errors.ts';
import { startCheckpoints } from './kernel/checkpoints.ts';
import { createFeed, type Feed } from './kernel/feed.ts';
import type { Actor } from './kernel/actor.ts';
import { createJobs, type Jobs } from './kernel/jobs.ts';
import { isListQuery } from './kernel/list.ts';
import { createLists } from './kernel/lists/ask.ts';
import type { ListRequest } from './kernel/list-types.ts';
import type { Query } from './kernel/query.ts';
import type { Reader } from './kernel/reader.ts';
import { startReaders } from './kernel/readers.ts';
import { keepStatistics } from './kernel/statistics.ts';
import { openStore, type Store } from './kernel/store.ts';
import { followers } from './followers.ts';
import { keepers } from './keepers.ts';
import { currentAccount } from './accounts/current.ts';
import { records } from './records.ts';
import { buildWhereNeeded } from './search/build-job.ts';
import { keepCatchingUp } from './search/catch-up.ts';

export type Application = {
  readonly store: Store;
  /** Point reads on the application thread; anything that may pass 10 ms goes through `query`. */
  readonly read: Reader;
  /** Runs a declared query in a reader thread. @throws Refusal `cancelled` once `signal` is aborted */
  query<Input, Output>(query: Query<Input, Output>, input: Input, signal?: AbortSignal): Promise<Output>;
  /** @throws Refusal `forbidden` before anybody has given a name */
  actor(): Actor;
  /** Resolves when no long work holds the door. */
  doorIsFree(): Promise<void>;
  /** For long work in many short transactions: resolves when the write-ahead log is short enough to go on. */
  caughtUp(): Promise<void>;
  readonly jobs: Jobs;
  readonly feed: Feed;
  readonly isDemo: boolean;
  /** Logs a bug whole and returns the id the user is shown. */
  onBug(error: unknown): string;
  close(): Promise<void>;
};

export type ApplicationOptions = {
  dataDir: string;
  isDemo: boolean;
  readerEntry: URL;
  now?: () => number;
};

/** When statistics of the rows are looked at: after the start, and then every hour. */
const firstLookMs = 30_000;
const laterLooksMs = 3_600_000;

const logBug = (error: unknown): string => {
  const id = randomUUID().slice(0, 8);
  console.error(`bug ${id}`, error);
  return id;
};

/** Opens the data folder and starts everything. @throws Refusal as `openStore` */
export const startApplication = ({ dataDir, isDemo, readerEntry, now = Date.now }: ApplicationOptions): Application => {
  const store = openStore({ dataDir, records, followers, keepers, now });
  const versions: Record<string, number> = {};
  let commits = 0;
  const feed = createFeed();
  store.listeners.add((change) => {
    commits += 1;
    for (const [table, what] of Object.entries(change.tables)) {
      const columns = what.rowsCameOrWent ? ['*', ...what.fields] : what.fields;
      for (const column of columns) versions[`${table}.${column}`] = (versions[`${table}.${column}`] ?? 0) + 1;
    }
    lists.changed({ number: commits, tables: change.tables });
    feed.send({ type: 'changed', ...change });
  });
  let isClosing = false;
  // Long after the first screen is there, and again for a day that takes much in.
  const look = (): void => { keepStatistics(store, () => isClosing).catch(logBug); };
  const statistics = [setTimeout(look, firstLookMs), setInterval(look, laterLooksMs)];
  for (const timer of statistics) timer.unref();
  const catchingUp = keepCatchingUp(store, logBug);
  const readers = startReaders(readerEntry, store.path, () => ({ versions, commits }));
  const lists = createLists(readers);
  const checkpoints = startCheckpoints(store, new URL('./checkpointer.ts', import.meta.url), logBug);
  const app: Application = {
    store,
    read: store.read,
    query: <Input, Output>(query: Query<Input, Output>, input: Input, signal?: AbortSignal) =>
      // A list's query takes and gives what its own type says; the compiler cannot follow that through the guard.
      (isListQuery(query) ? lists.ask(query, input as ListRequest, signal) as Promise<Output> : readers.run(query, input, signal)),
    actor: () => {
      const account = currentAccount(store.read);
      if (!account) throw new Refusal('forbidden', '먼저 이름을 알려 주세요. 기록마다 누가 썼는지 남습니다.');
      return { number: account.number, name: account.name };
    },
    doorIsFree: async () => {
      // Long work gives the thread back between slices; a command that meets it waits its turn.
      while (store.door.isOpen) await new Promise((resolve) => { setTimeout(resolve, 10); });
    },
    caughtUp: () => checkpoints.caughtUp(),
    jobs: createJobs((job) => feed.send({ type: 'job', job }), logBug),
    feed,
    isDemo,
    onBug: logBug,
    close: async () => {
      isClosing = true;
      for (const timer of statistics) clearTimeout(timer);
      feed.close();
      catchingUp.stop();
      await readers.close();
      await checkpoints.close();
      store.close();
    },
  };
  buildWhereNeeded(app);
  return app;
};
