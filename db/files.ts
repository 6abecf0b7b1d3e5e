/** Files that come and go: `/files/<kind>/<id>` is handed out by GET and taken in by POST. Each kind belongs to a noun. */
import type { Application } from './application.ts';
import { Refusal } from './errors.ts';

/** A file to hand out, whole or as it is being made. Only what cannot run in a page may be shown `inline`; everything else is saved. */
export type Download = { name: string; type: string; body: Uint8Array | ReadableStream<Uint8Array>; inline?: boolean };

/** A file that comes in: its bytes as they arrive, and how many were announced (null when nobody said). */
export type Upload = { body: AsyncIterable<Uint8Array>; length: number | null; parameters: URLSearchParams };

type Maker = (app: Application, id: string, parameters: URLSearchParams) => Download | Promise<Download>;
type Taker = (app: Application, upload: Upload) => Promise<unknown>;

const makers = new Map<string, Maker>();
const takers = new Map<string, Taker>();

/** Registers a kind of download. */
export const serveFiles = (kind: string, make: Maker): void => { makers.set(kind, make); };

/** Registers a kind of file that comes in as one body; what `take` returns is answered as JSON. */
export const takeFiles = (kind: string, take: Taker): void => { takers.set(kind, take); };

const rangeOf = (header: string | null, length: number): { start: number; end: number } | 'bad' | null => {
  const match = header?.match(/^bytes=(\d*)-(\d*)$/);
  if (!match) return null;
  const [, from = '', to = ''] = match;
  const start = from === '' ? Math.max(0, length - Number(to)) : Number(from);
  const end = from === '' || to === '' ? length - 1 : Math.min(Number(to), length - 1);
  return start > end || start >= length ? 'bad' : { start, end };
};

async function* pieces(body: ReadableStream<Uint8Array> | null): AsyncGenerator<Uint8Array> {
  if (body === null) return;
  const reader = body.getReader();
  try {
    for (;;) {
      // The sender went away in the middle: nobody is there to be told, and it is no bug.
      const { done, value } = await reader.read().catch(() => { throw new Refusal('cancelled', '올리기가 중간에 끊겼습니다. 다시 올려 주세요.'); });
      if (done) return;
      yield value;
    }
  } finally {
    reader.releaseLock();
  }
}

const takeIn = async (app: Application, request: Request, kind: string): Promise<Response> => {
  const take = takers.get(kind);
  if (!take) throw new Refusal('not-found', '파일을 받지 않는 주소입니다.');
  const length = request.headers.get('content-length');
  const answer = await take(app, { body: pieces(request.body), length: length === null ? null : Number(length), parameters: new URL(request.url).searchParams });
  const text = new TextEncoder().encode(JSON.stringify(answer));
  return new Response(text, { headers: { 'content-type': 'application/json; charset=utf-8', 'content-length': String(text.byteLength) } });
};

/** @throws Refusal `not-found`, and as the kind does */
export const fileRoute = async (app: Application, request: Request, path: string): Promise<Response> => {
  const [kind = '', id = ''] = path.split('/').map(decodeURIComponent);
  if (request.method === 'POST') return takeIn(app, request, kind);
  const make = makers.get(kind);
  if (!make) throw new Refusal('not-found', '없는 파일입니다.');
  const file = await make(app, id, new URL(request.url).searchParams);
  const headers: Record<string, string> = {
    'content-type': file.type, 'cache-control': 'no-store', 'x-content-type-options': 'nosniff',
    'content-disposition': `${file.inline ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
  };
  // Nobody knows yet how long it will be: no length, no part of it.
  if (!(file.body instanceof Uint8Array)) return new Response(file.body, { headers });
  headers['accept-ranges'] = 'bytes';
  const range = rangeOf(request.headers.get('range'), file.body.byteLength);
  if (range === 'bad') return new Response(null, { status: 416, headers: { 'content-range': `bytes */${file.body.byteLength}` } });
  const body = range ? file.body.subarray(range.start, range.end + 1) : file.body;
  if (range) headers['content-range'] = `bytes ${range.start}-${range.end}/${file.body.byteLength}`;
  headers['content-length'] = String(body.byteLength);
  return new Response(new Uint8Array(body), { status: range ? 206 : 200, headers });
};
