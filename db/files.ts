/** Downloads: `/files/<kind>/<id>`. Each kind is made by the noun it belongs to. */
import type { Application } from './application.ts';
import { Refusal } from './errors.ts';

/** A file to hand out. */
export type Download = { name: string; type: string; body: Uint8Array };

type Maker = (app: Application, id: string, parameters: URLSearchParams) => Download | Promise<Download>;

const makers = new Map<string, Maker>();

/** Registers a kind of download. */
export const serveFiles = (kind: string, make: Maker): void => { makers.set(kind, make); };

const rangeOf = (header: string | null, length: number): { start: number; end: number } | 'bad' | null => {
  const match = header?.match(/^bytes=(\d*)-(\d*)$/);
  if (!match) return null;
  const [, from = '', to = ''] = match;
  const start = from === '' ? Math.max(0, length - Number(to)) : Number(from);
  const end = from === '' || to === '' ? length - 1 : Math.min(Number(to), length - 1);
  return start > end || start >= length ? 'bad' : { start, end };
};

/** @throws Refusal `not-found` */
export const fileRoute = async (app: Application, request: Request, path: string): Promise<Response> => {
  const [kind = '', id = ''] = path.split('/').map(decodeURIComponent);
  const make = makers.get(kind);
  if (!make) throw new Refusal('not-found', '없는 파일입니다.');
  const file = await make(app, id, new URL(request.url).searchParams);
  const headers: Record<string, string> = {
    'content-type': file.type, 'cache-control': 'no-store', 'accept-ranges': 'bytes',
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
  };
  const range = rangeOf(request.headers.get('range'), file.body.byteLength);
  if (range === 'bad') return new Response(null, { status: 416, headers: { 'content-range': `bytes */${file.body.byteLength}` } });
  const body = range ? file.body.subarray(range.start, range.end + 1) : file.body;
  if (range) headers['content-range'] = `bytes ${range.start}-${range.end}/${file.body.byteLength}`;
  headers['content-length'] = String(body.byteLength);
  return new Response(new Uint8Array(body), { status: range ? 206 : 200, headers });
};
