/** The reader threads: queries run there, on read-only connections, while the application thread goes on. */
import { Worker } from 'node:worker_threads';
import { Refusal, type Problem, type RefusalCode } from '../errors.ts';
import type { Query } from './query.ts';

export type ReaderRequest = { id: number; name: string; input: unknown; versions: Record<string, number> };
export type ReaderAnswer =
  | { id: number; ok: true; value: unknown; ms: number }
  | { id: number; ok: false; refusal?: { code: RefusalCode; message: string; details: readonly Problem[] }; error?: string; ms: number };

export type Readers = {
  /**
   * Runs a query in a reader thread. Queries of the same name go to the same thread, which keeps their
   * snapshots.
   */
  run<Input, Output>(query: Query<Input, Output>, input: Input): Promise<Output>;
  close(): Promise<void>;
};

/** Queries slower than this are logged by name. */
const slowMs = 200;

type Waiting = { name: string; resolve: (value: unknown) => void; reject: (reason: unknown) => void };
type Thread = { worker: Worker; waiting: Map<number, Waiting> };

const spread = (name: string, threads: number): number => {
  let sum = 0;
  for (const character of name) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) >>> 0;
  return sum % threads;
};

/**
 * @param entry file of the thread (`db/reader.ts`)
 * @param path database file
 * @param versions column versions as of now (see QueryContext)
 */
export const startReaders = (entry: URL, path: string, versions: () => Record<string, number>, count = 2): Readers => {
  const threads: (Thread | undefined)[] = Array.from({ length: count }, () => undefined);
  let lastId = 0;
  let isClosed = false;

  const start = (index: number): Thread => {
    const thread: Thread = { worker: new Worker(entry, { workerData: { path } }), waiting: new Map() };
    thread.worker.on('message', (answer: ReaderAnswer) => {
      const waiting = thread.waiting.get(answer.id);
      thread.waiting.delete(answer.id);
      if (!waiting) return;
      if (answer.ms > slowMs) console.warn(`slow query ${waiting.name}: ${Math.round(answer.ms)} ms`);
      if (answer.ok) waiting.resolve(answer.value);
      else if (answer.refusal) waiting.reject(new Refusal(answer.refusal.code, answer.refusal.message, answer.refusal.details));
      else waiting.reject(new Error(`query ${waiting.name}: ${answer.error ?? 'failed'}`));
    });
    const fail = (reason: unknown): void => {
      if (threads[index] === thread) threads[index] = undefined;
      for (const waiting of thread.waiting.values()) waiting.reject(isClosed ? new Refusal('cancelled', '프로그램을 닫는 중입니다.') : reason);
      thread.waiting.clear();
    };
    thread.worker.on('error', fail);
    thread.worker.on('exit', () => fail(new Error('a reader thread ended')));
    threads[index] = thread;
    return thread;
  };

  // A thread takes about 150 ms to start (measured): it is ready before the first list is asked for.
  for (let index = 0; index < count; index += 1) start(index);

  return {
    run: <Input, Output>(query: Query<Input, Output>, input: Input) => {
      const index = spread(query.name, count);
      const thread = threads[index] ?? start(index);
      return new Promise<Output>((resolve, reject) => {
        lastId += 1;
        // The thread runs this very query by its name, so what it answers is this query's output.
        thread.waiting.set(lastId, { name: query.name, resolve: (value) => resolve(value as Output), reject });
        thread.worker.postMessage({ id: lastId, name: query.name, input, versions: versions() } satisfies ReaderRequest);
      });
    },
    close: async () => {
      isClosed = true;
      await Promise.all(threads.flatMap((thread) => thread?.worker.terminate() ?? []));
    },
  };
};
