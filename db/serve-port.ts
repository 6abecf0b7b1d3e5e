import { randomUUID } from 'node:crypto';
import type { MessagePort } from 'node:worker_threads';

/** The application: one function from Request to Response. */
export type Handle = (request: Request) => Promise<Response>;

/** What the shell thread says. `cancel` means nobody reads the answer any more; `pull` asks for one more piece of it. */
export type ToApplication =
  | { type: 'request'; id: number; method: string; url: string; headers: [string, string][]; body: ArrayBuffer | null; streamed: boolean }
  | { type: 'body-piece'; id: number; piece: Uint8Array }
  | { type: 'body-end'; id: number; failed: boolean }
  | { type: 'pull'; id: number }
  | { type: 'cancel'; id: number }
  | { type: 'close' };

/** What the application thread says. `body-pull` asks for one more piece of a streamed request body. */
export type ToShell =
  | { type: 'head'; id: number; status: number; statusText: string; headers: [string, string][]; hasBody: boolean }
  | { type: 'piece'; id: number; piece: Uint8Array }
  | { type: 'end'; id: number; failed: boolean }
  | { type: 'body-pull'; id: number }
  | { type: 'body-cancel'; id: number }
  | { type: 'closed' };

/** Pieces of an answer that may be on their way before the reader asks again. */
const AHEAD = 4;
/** From this size a piece changes hands; below it is copied, so that whoever made it may use the same bytes again. */
const HAND_OVER = 64 * 1024;

interface Open {
  abort: AbortController;
  credit: number;
  wake: () => void;
  body: ReadableStreamDefaultController<Uint8Array> | undefined;
}

/**
 * The application's end of the port whose other end is electron/carry.ts: every message `request` becomes a call of `handle`,
 * and its Response goes back piece by piece, never more than a few pieces ahead of the reader. `request.signal` aborts when
 * the reader goes away. `close` is called when the shell asks to end; the port is closed after it.
 */
export function serve(port: MessagePort, handle: Handle, close: () => void | Promise<void> = () => undefined): void {
  const open = new Map<number, Open>();
  const say = (message: ToShell, transfer: ArrayBuffer[] = []): void => port.postMessage(message, transfer);

  port.on('message', (message: ToApplication) => {
    if (message.type === 'request') return void answer(message);
    if (message.type === 'close') return void end();
    const one = open.get(message.id);
    if (one === undefined) return;
    if (message.type === 'pull') {
      one.credit += 1;
      one.wake();
    } else if (message.type === 'cancel') {
      one.abort.abort();
      one.wake();
      failBody(one);
    } else if (message.type === 'body-piece') one.body?.enqueue(message.piece);
    else if (message.failed) failBody(one);
    else {
      one.body?.close();
      one.body = undefined;
    }
  });

  async function answer(asked: Extract<ToApplication, { type: 'request' }>): Promise<void> {
    const { id } = asked;
    const one: Open = { abort: new AbortController(), credit: AHEAD, wake: () => undefined, body: undefined };
    open.set(id, one);
    try {
      const response = await answered(() => handle(toRequest(asked, one)), asked.url);
      const body = asked.method === 'HEAD' ? null : response.body;
      if (body === null) void response.body?.cancel().catch(() => undefined);
      say({ type: 'head', id, status: response.status, statusText: response.statusText, headers: [...response.headers], hasBody: body !== null });
      if (body !== null) await send(id, one, body);
    } finally {
      open.delete(id);
    }
  }

  async function send(id: number, one: Open, body: ReadableStream<Uint8Array>): Promise<void> {
    const reader = body.getReader();
    const stop = (): void => void reader.cancel(one.abort.signal.reason).catch(() => undefined);
    one.abort.signal.addEventListener('abort', stop, { once: true });
    if (one.abort.signal.aborted) stop();
    try {
      for (;;) {
        while (one.credit === 0 && !one.abort.signal.aborted) await new Promise<void>((resolve) => (one.wake = resolve));
        const { done, value } = await reader.read();
        if (one.abort.signal.aborted) return;
        if (done) return say({ type: 'end', id, failed: false });
        one.credit -= 1;
        const whole = value.byteLength >= HAND_OVER && value.buffer instanceof ArrayBuffer && value.byteLength === value.buffer.byteLength;
        const piece = whole ? value : value.slice();
        say({ type: 'piece', id, piece }, piece.buffer instanceof ArrayBuffer ? [piece.buffer] : []);
      }
    } catch (bug) {
      if (!one.abort.signal.aborted) {
        console.error('the body of an answer failed:', bug);
        say({ type: 'end', id, failed: true });
      }
    } finally {
      one.abort.signal.removeEventListener('abort', stop);
    }
  }

  async function end(): Promise<void> {
    for (const one of open.values()) {
      one.abort.abort();
      one.wake();
    }
    try {
      await close();
    } finally {
      say({ type: 'closed' });
      port.close();
    }
  }

  function toRequest(asked: Extract<ToApplication, { type: 'request' }>, one: Open): Request {
    const { id, method, url, headers } = asked;
    const signal = one.abort.signal;
    if (!asked.streamed) return new Request(url, { method, headers, signal, body: asked.body });
    const body = new ReadableStream<Uint8Array>(
      {
        start: (controller) => void (one.body = controller),
        pull: () => say({ type: 'body-pull', id }),
        cancel: () => {
          one.body = undefined;
          say({ type: 'body-cancel', id });
        },
      },
      { highWaterMark: 1 },
    );
    return new Request(url, { method, headers, signal, body, duplex: 'half' });
  }
}

function failBody(one: Open): void {
  one.body?.error(new Error('the request was broken off'));
  one.body = undefined;
}

/** `handle` never throws by contract; if it does, it is still one answer with an id and not the end of the thread. */
async function answered(ask: () => Promise<Response>, url: string): Promise<Response> {
  try {
    return await ask();
  } catch (bug) {
    const id = randomUUID().slice(0, 8);
    console.error(`bug ${id}: handle threw for ${new URL(url).pathname}`, bug);
    return Response.json({ bug: id, message: `문제가 발생했습니다 (${id})` }, { status: 500 });
  }
}
