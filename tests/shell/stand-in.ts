import { parentPort, workerData } from 'node:worker_threads';
import { serve } from '../../db/serve-port.ts';

/** An application with no database: each route does one thing a shell must be able to carry. The real one has the same shape. */
const seen = { aborted: [] as string[], pieces: 0, closed: false };
const json = (value: unknown, status = 200): Response => Response.json(value, { status });

async function handle(request: Request): Promise<Response> {
  const url = new URL(request.url);
  const size = Number(url.searchParams.get('size') ?? 0);
  const name = url.searchParams.get('name') ?? '';
  request.signal.addEventListener('abort', () => seen.aborted.push(name));
  switch (url.pathname) {
    case '/api/seen':
      return json(seen);
    case '/api/echo':
      return new Response(await request.arrayBuffer(), { headers: { 'content-type': 'application/octet-stream' } });
    case '/api/meta':
      return json({ method: request.method, path: url.pathname + url.search, headers: Object.fromEntries(request.headers), start: Boolean(workerData) });
    case '/api/mirror':
      return new Response(request.body, { headers: { 'content-type': 'application/octet-stream' } });
    case '/api/unread':
      return json({ ok: true });
    case '/api/large':
      return large(size);
    case '/api/endless':
      return endless(name);
    case '/api/breaks':
      return new Response(new ReadableStream({ start: (c) => c.enqueue(new Uint8Array(10)), pull: (c) => c.error(new Error('broken on purpose')) }));
    case '/api/status':
      return new Response(null, { status: Number(url.searchParams.get('code')) });
    case '/api/headers':
      return new Response('x', { headers: { 'strict-transport-security': 'max-age=1', 'cross-origin-opener-policy': 'same-origin', 'set-cookie': 'a=b', etag: '"1"', 'content-type': 'text/plain' } });
    case '/api/throws':
      throw new Error('thrown on purpose');
    case '/api/dies':
      setTimeout(() => {
        throw new Error('uncaught on purpose');
      }, 1);
      return await new Promise<Response>(() => undefined);
    case '/api/slow':
      return await new Promise<Response>((resolve) => setTimeout(() => resolve(json({ name })), size));
    case '/events':
      return events(name);
    case '/files/list.csv':
      return new Response('\uFEFF과제번호,제목\r\n', { headers: { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': "attachment; filename*=UTF-8''%EA%B3%BC%EC%A0%9C.csv" } });
    default:
      return new Response('<!doctype html><html lang="ko"><title>stand-in</title><p>자리</p></html>', { headers: { 'content-type': 'text/html; charset=utf-8' } });
  }
}

/** `size` bytes whose value is their position modulo 251, in pieces of 256 KiB, made only when asked for. */
function large(size: number): Response {
  let at = 0;
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      if (at >= size) return controller.close();
      const piece = new Uint8Array(Math.min(256 * 1024, size - at));
      for (let index = 0; index < piece.length; index += 1) piece[index] = (at + index) % 251;
      at += piece.length;
      controller.enqueue(piece);
    },
  });
  return new Response(body, { headers: { 'content-length': String(size), 'content-type': 'application/octet-stream' } });
}

/** Never ends by itself; counts how many pieces were asked for, and says when it was cancelled. */
function endless(name: string): Response {
  seen.pieces = 0;
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      seen.pieces += 1;
      controller.enqueue(new Uint8Array(256 * 1024));
    },
    cancel: () => void seen.aborted.push(`${name}:cancelled`),
  });
  return new Response(body, { headers: { 'content-type': 'application/octet-stream' } });
}

/** One line each 20 ms; the line is the same bytes every time, as a heartbeat would be. */
function events(name: string): Response {
  const beat = new TextEncoder().encode('{"beat":true}\n');
  let timer: NodeJS.Timeout | undefined;
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => void (timer = setInterval(() => controller.enqueue(beat), 20)),
    cancel: () => {
      clearInterval(timer);
      seen.aborted.push(`${name}:closed`);
    },
  });
  return new Response(body, { headers: { 'content-type': 'application/x-ndjson' } });
}

if (parentPort === null) throw new Error('the stand-in runs in a worker thread');
serve(parentPort, handle, () => {
  seen.closed = true;
  console.error('stand-in closed');
});
