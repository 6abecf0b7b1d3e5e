/**
 * The reader threads: queries run there, on read-only connections, while the application thread goes on. Each lane has its own
 * threads and its own queue. A thread is given one query at a time, so a question that nobody waits for any more is taken out of
 * the queue before it costs anything; one that already runs cannot be stopped (stack.md §6), its answer is dropped.
 */
import { Worker } from 'node:worker_threads';
import { Refusal, type Problem, type RefusalCode } from '../errors.ts';
import type { Lane, Query } from './query.ts';

export type ReaderRequest = { id: number; name: string; input: unknown; versions: Readonly<Record<string, number>>; commits: number };
export type ReaderAnswer =
  | { id: number; ok: true; value: unknown; ms: number }
  | { id: number; ok: false; refusal?: { code: RefusalCode; message: string; details: readonly Problem[] }; error?: string; ms: number };

export type Readers = {
  /** Runs a query in a thread of its lane. @throws Refusal `cancelled` once `signal` is aborted */
  run<Input, Output>(query: Query<Input, Output>, input: Input, signal?: AbortSignal): Promise<Output>;
  /** True while no query of the lane runs or waits. */
  isIdle(lane: Lane): boolean;
  close(): Promise<void>;
};

/** What the threads are told with each query. */
export type Known = { versions: Readonly<Record<string, number>>; commits: number };

/** Queries slower than this are logged by name; a report or a background build may take its time. */
const slowMs: Readonly<Record<Lane, number>> = { quick: 200, list: 200, build: 5000, long: 2000 };

/** Most threads of a lane. Lists have one: it keeps their orders. Two long ones let a report and an export run together. */
const mostThreads: Readonly<Record<Lane, number>> = { quick: 2, list: 1, build: 1, long: 2 };

/** After the first screens, which it must not hold up. */
const reportsReadyMs = 3000;

type Asked = { id: number; query: { name: string; lane: Lane }; input: unknown; resolve: (value: unknown) => void; reject: (reason: unknown) => void; isDropped: boolean };
type Thread = { worker: Worker; running: Asked | null; lastName: string };
type Threads = { threads: Thread[]; queue: Asked[] };

const dropped = (): Refusal => new Refusal('cancelled', '더 기다리지 않는 조회여서 그만두었습니다.');

/**
 * @param entry file of the thread (`db/reader.ts`)
 * @param path database file
 * @param known what the threads are told as of now
 */
export const startReaders = (entry: URL, path: string, known: () => Known): Readers => {
  const lanes: Record<Lane, Threads> = { quick: { threads: [], queue: [] }, list: { threads: [], queue: [] }, build: { threads: [], queue: [] }, long: { threads: [], queue: [] } };
  let lastId = 0;
  let isClosed = false;

  const start = (lane: Lane): Thread => {
    const thread: Thread = { worker: new Worker(entry, { workerData: { path } }), running: null, lastName: '' };
    thread.worker.on('message', (answer: ReaderAnswer) => {
      const asked = thread.running;
      thread.running = null;
      if (asked?.id === answer.id) settle(asked, answer);
      advance(lane);
    });
    const fail = (reason: unknown): void => {
      lanes[lane].threads = lanes[lane].threads.filter((one) => one !== thread);
      thread.running?.reject(isClosed ? new Refusal('cancelled', '프로그램을 닫는 중입니다.') : reason);
      thread.running = null;
      if (!isClosed) advance(lane);
    };
    thread.worker.on('error', fail);
    thread.worker.on('exit', () => fail(new Error('a reader thread ended')));
    lanes[lane].threads.push(thread);
    return thread;
  };

  const settle = (asked: Asked, answer: ReaderAnswer): void => {
    if (answer.ms > slowMs[asked.query.lane]) console.warn(`slow query ${asked.query.name}: ${Math.round(answer.ms)} ms`);
    if (asked.isDropped) return;
    if (answer.ok) asked.resolve(answer.value);
    else if (answer.refusal) asked.reject(new Refusal(answer.refusal.code, answer.refusal.message, answer.refusal.details));
    else asked.reject(new Error(`query ${asked.query.name}: ${answer.error ?? 'failed'}`));
  };

  /** Gives waiting queries to idle threads, one that ran the same query before first: some keep what they have worked out. */
  const advance = (lane: Lane): void => {
    const { queue } = lanes[lane];
    while (queue.length > 0 && !isClosed) {
      const next = queue[0];
      if (!next) return;
      const idle = lanes[lane].threads.filter((thread) => thread.running === null);
      const thread = idle.find((one) => one.lastName === next.query.name) ?? idle[0] ?? (lanes[lane].threads.length < mostThreads[lane] ? start(lane) : null);
      if (!thread) return;
      queue.shift();
      thread.running = next;
      thread.lastName = next.query.name;
      thread.worker.postMessage({ id: next.id, name: next.query.name, input: next.input, ...known() } satisfies ReaderRequest);
    }
  };

  const drop = (asked: Asked): void => {
    const { queue } = lanes[asked.query.lane];
    const at = queue.indexOf(asked);
    // What is being built is finished: the next who asks has it at once.
    if (at < 0 && asked.query.lane === 'build') return;
    asked.isDropped = true;
    if (at >= 0) queue.splice(at, 1);
    asked.reject(dropped());
  };

  // A thread takes about 150 ms to start (measured): these two are ready before the first screen asks, one for reports soon after it; the others start when needed.
  for (const lane of ['quick', 'list'] as const) start(lane);
  const soon = setTimeout(() => { if (!isClosed && lanes.long.threads.length === 0) start('long'); }, reportsReadyMs);
  soon.unref();

  return {
    run: <Input, Output>(query: Query<Input, Output>, input: Input, signal?: AbortSignal) => new Promise<Output>((resolve, reject) => {
      if (signal?.aborted) { reject(dropped()); return; }
      lastId += 1;
      // The thread runs this very query by its name, so what it answers is this query's output.
      const asked: Asked = { id: lastId, query, input, resolve: (value) => resolve(value as Output), reject, isDropped: false };
      signal?.addEventListener('abort', () => drop(asked), { once: true });
      lanes[query.lane].queue.push(asked);
      advance(query.lane);
    }),
    isIdle: (lane) => lanes[lane].queue.length === 0 && lanes[lane].threads.every((thread) => thread.running === null),
    close: async () => {
      isClosed = true;
      clearTimeout(soon);
      for (const lane of Object.values(lanes)) for (const asked of lane.queue.splice(0)) asked.reject(new Refusal('cancelled', '프로그램을 닫는 중입니다.'));
      await Promise.all(Object.values(lanes).flatMap((lane) => lane.threads.map((thread) => thread.worker.terminate())));
    },
  };
};
