import { randomUUID } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import type { ToApplication, ToShell } from '../db/serve-port.ts';
import { bugResponse } from './refusals.ts';

/** What the application thread is told when it starts. */
export interface Start {
  dataDir: string;
  pageDir: string;
  demo: boolean;
}

/** The line to the application thread. */
export interface Carry {
  /** Carries one Request there and its Response back. Rejects only when `request.signal` aborts before the answer has begun. */
  ask(request: Request): Promise<Response>;
  /** Lets the application close its database, then ends the thread; after `graceMs` it is ended anyway. */
  close(graceMs?: number): Promise<void>;
}

/** A thread that keeps dying is not started for ever: the page then shows the bug instead of a wheel that turns. */
const RESTARTS = 5;
/** A request body up to this size crosses in one message; a longer one, or one of unknown length, is streamed. */
const WHOLE_BODY = 4 * 1024 * 1024;
/** How long a thread whose database is closed may take to end by itself. */
const LAST_WORDS_MS = 500;
const NULL_BODY = new Set([204, 205, 304]);

interface Asked {
  begin: (response: Response) => void;
  /** There once the answer has begun and has a body. */
  reply: ReadableStreamDefaultController<Uint8Array> | undefined;
  /** Ends the wait of the one outstanding `pull`. */
  arrived: () => void;
  body: ReadableStreamDefaultReader<Uint8Array> | undefined;
}

/** Starts `entry` (db/worker.ts or its bundle) in a thread and carries Requests to it; a thread that dies is started again. */
export function startCarry(entry: URL, start: Start, restarts = RESTARTS): Carry {
  const open = new Map<number, Asked>();
  let lastId = 0;
  let left = restarts;
  let closing = false;
  let closed: () => void = () => undefined;
  let worker: Worker | undefined = begin();

  function begin(): Worker {
    const thread = new Worker(entry, { workerData: start, name: 'application' });
    thread.on('message', hear);
    thread.on('error', (bug) => console.error('the application thread failed:', bug));
    thread.on('exit', ended);
    return thread;
  }

  function ended(code: number): void {
    closed();
    worker = undefined;
    if (open.size > 0 || !closing) {
      const id = newBugId();
      console.error(`bug ${id}: the application thread ended (${code}) with ${open.size} open requests`);
      for (const one of open.values()) {
        if (one.reply === undefined) one.begin(bugResponse(id));
        else one.reply.error(new Error(`bug ${id}`));
        one.arrived();
        void one.body?.cancel().catch(() => undefined);
      }
      open.clear();
    }
    if (closing) return;
    left -= 1;
    if (left >= 0) worker = begin();
    else console.error(`the application thread ended ${restarts + 1} times and is not started again`);
  }

  const say = (message: ToApplication, transfer: ArrayBuffer[] = []): void => worker?.postMessage(message, transfer);

  function hear(message: ToShell): void {
    if (message.type === 'closed') return closed();
    const one = open.get(message.id);
    if (one === undefined) return;
    switch (message.type) {
      case 'head':
        return one.begin(answer(message, one));
      case 'piece':
        one.reply?.enqueue(message.piece);
        return one.arrived();
      case 'end':
        open.delete(message.id);
        void one.body?.cancel().catch(() => undefined);
        if (message.failed) one.reply?.error(new Error('the answer was broken off'));
        else one.reply?.close();
        return one.arrived();
      case 'body-pull':
        return void sendPiece(message.id, one);
      case 'body-cancel':
        return void one.body?.cancel().catch(() => undefined);
    }
  }

  function answer(message: Extract<ToShell, { type: 'head' }>, one: Asked): Response {
    const { id, status, statusText, headers } = message;
    if (!message.hasBody || NULL_BODY.has(status)) {
      forget(id);
      return new Response(null, { status, statusText, headers });
    }
    const body = new ReadableStream<Uint8Array>(
      {
        start: (controller) => void (one.reply = controller),
        // Waiting for the piece here makes every pull worth exactly one piece, however often the stream asks.
        pull: async () => {
          const arrival = new Promise<void>((resolve) => (one.arrived = resolve));
          say({ type: 'pull', id });
          await arrival;
        },
        cancel: () => forget(id),
      },
      { highWaterMark: 1 },
    );
    return new Response(body, { status, statusText, headers });
  }

  /** Nobody waits for this answer any more. Harmless when the application has already finished it. */
  function forget(id: number): void {
    const one = open.get(id);
    if (!open.delete(id)) return;
    one?.arrived();
    void one?.body?.cancel().catch(() => undefined);
    say({ type: 'cancel', id });
  }

  async function sendPiece(id: number, one: Asked): Promise<void> {
    try {
      const next = await one.body?.read();
      if (next === undefined || !open.has(id)) return;
      if (next.done) say({ type: 'body-end', id, failed: false });
      else say({ type: 'body-piece', id, piece: next.value.slice() });
    } catch {
      say({ type: 'body-end', id, failed: true });
    }
  }

  async function ask(request: Request): Promise<Response> {
    const { method, url, signal } = request;
    const headers: [string, string][] = [...request.headers];
    const length = Number(request.headers.get('content-length') ?? Number.NaN);
    const streamed = request.body !== null && !(length <= WHOLE_BODY);
    const body = request.body === null || streamed ? null : await request.arrayBuffer();
    signal.throwIfAborted();
    if (worker === undefined || closing) return bugResponse(newBugId());
    lastId += 1;
    const id = lastId;
    return await new Promise<Response>((resolve, reject) => {
      const one: Asked = {
        begin: resolve,
        reply: undefined,
        arrived: () => undefined,
        body: streamed ? request.body?.getReader() : undefined,
      };
      open.set(id, one);
      const onAbort = (): void => {
        if (!open.has(id)) return;
        one.reply?.error(signal.reason);
        forget(id);
        reject(new DOMException('the request was aborted', 'AbortError'));
      };
      signal.addEventListener('abort', onAbort, { once: true });
      say({ type: 'request', id, method, url, headers, body, streamed }, body === null ? [] : [body]);
    });
  }

  async function close(graceMs = 5_000): Promise<void> {
    const thread = worker;
    if (closing || thread === undefined) return;
    closing = true;
    const gone = new Promise<void>((resolve) => (closed = resolve));
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, graceMs)));
    const exited = new Promise((resolve) => thread.once('exit', resolve));
    thread.postMessage({ type: 'close' } satisfies ToApplication);
    await Promise.race([gone, late]);
    clearTimeout(timer);
    // Its database is closed; what it still has to say on stderr comes with its own end.
    await Promise.race([exited, new Promise((resolve) => setTimeout(resolve, LAST_WORDS_MS))]);
    await thread.terminate();
  }

  return { ask, close };
}

const newBugId = (): string => randomUUID().slice(0, 8);
