import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { startCarry, type Start } from './carry.ts';
import { createFront, type Native } from './front.ts';
import { notHere } from './refusals.ts';

/** An answer that comes before the end of its question is kept up to this size. */
const MOST_KEPT = 64 * 1024 * 1024;

/**
 * How long an idle connection is kept: longer than browsers keep theirs (five minutes), so that it is never this side that closes it
 * at the moment a request is under way. After Node's five seconds a busy machine lost a POST so, and nobody could say whether it had arrived.
 */
const IDLE_MS = 600_000;

/** The loopback shell while it runs. */
export interface Loopback {
  /** Address of the page with the token of this run in its fragment, which no browser sends anywhere. */
  url: string;
  origin: string;
  token: string;
  close(): Promise<void>;
}

/**
 * Serves the application on 127.0.0.1 for a browser on the same machine. `worker` is the entry of the application thread;
 * `port` 0 takes any free one. Rejects when the port is taken.
 */
export async function startLoopback(start: Start, worker: URL, port = 0): Promise<Loopback> {
  const token = randomBytes(24).toString('base64url');
  const carry = startCarry(worker, start);
  const server = createServer({ keepAliveTimeout: IDLE_MS });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  }).catch(async (problem: unknown) => {
    await carry.close(0);
    throw problem;
  });
  const address = server.address();
  const host = `127.0.0.1:${typeof address === 'object' && address !== null ? address.port : port}`;
  const origin = `http://${host}`;
  const front = createFront({ kind: 'loopback', host, token }, carry, abilities);

  server.on('request', (message, reply) => {
    void serveOne(message, reply, origin, front).catch((problem: unknown) => {
      if (!reply.destroyed) console.error('an answer could not be sent:', problem);
      reply.destroy();
    });
  });

  async function close(): Promise<void> {
    const gone = new Promise<void>((resolve) => server.close(() => resolve()));
    await carry.close();
    server.closeAllConnections();
    await gone;
  }

  return { url: `${origin}/#token=${token}`, origin, token, close };
}

/** A plain server has no dialogs and no window: the page reads that here and offers downloads and the browser's print instead. */
const abilities: Native = (request) => {
  const { pathname } = new URL(request.url);
  if (pathname !== '/shell') return Promise.resolve(notHere());
  return Promise.resolve(Response.json({ shell: 'loopback', platform: process.platform, can: [] }));
};

async function serveOne(
  message: IncomingMessage,
  reply: ServerResponse,
  origin: string,
  front: (request: Request) => Promise<Response>,
): Promise<void> {
  const abort = new AbortController();
  reply.on('close', () => abort.abort());
  const response = await front(toRequest(message, origin, abort.signal)).catch(() => undefined);
  if (response === undefined) return void reply.writeHead(400).end();
  reply.writeHead(response.status, Object.fromEntries(response.headers));
  if (response.body === null) return void reply.end();
  // The head goes out at once: a reader of /events must know it is connected before anything happens.
  reply.flushHeaders();
  await pour(response.body as ReadableStream<Uint8Array>, reply, () => message.complete);
}

/**
 * Writes no faster than the browser reads, and stops the source when the browser goes away. Over HTTP/1 a browser reads nothing
 * before it has sent its whole body: until `hasArrived` the answer is kept in memory, or both would wait for each other.
 */
async function pour(body: ReadableStream<Uint8Array>, reply: ServerResponse, hasArrived: () => boolean): Promise<void> {
  const reader = body.getReader();
  let wake = (): void => undefined;
  reply.on('drain', () => wake());
  reply.on('close', () => {
    void reader.cancel().catch(() => undefined);
    wake();
  });
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return void reply.end();
    const full = !reply.write(value);
    const mayWait = hasArrived() || reply.writableLength > MOST_KEPT;
    if (full && mayWait && !reply.destroyed) await new Promise<void>((resolve) => (wake = resolve));
  }
}

function toRequest(message: IncomingMessage, origin: string, signal: AbortSignal): Request {
  const headers = new Headers();
  for (let at = 0; at + 1 < message.rawHeaders.length; at += 2) headers.append(message.rawHeaders[at] ?? '', message.rawHeaders[at + 1] ?? '');
  const method = message.method ?? 'GET';
  const hasBody = method !== 'GET' && method !== 'HEAD';
  const url = new URL(message.url ?? '/', origin);
  if (!hasBody) return new Request(url, { method, headers, signal });
  return new Request(url, { method, headers, signal, body: bodyOf(message), duplex: 'half' });
}

/** The body of a request. One that nobody reads to its end is let run out: destroying it would break the next request of the connection. */
function bodyOf(message: IncomingMessage): ReadableStream<Uint8Array> {
  const pieces = message.iterator({ destroyOnReturn: false }) as AsyncIterableIterator<Uint8Array, undefined>;
  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        const next = await pieces.next();
        if (next.done === true) controller.close();
        else controller.enqueue(next.value);
      },
      // The iterator must let go first: a message that someone listens to does not flow by itself.
      cancel: () => void pieces.return?.().then(() => message.resume()).catch(() => undefined),
    },
    { highWaterMark: 0 },
  );
}
