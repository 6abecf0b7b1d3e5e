/** Serves the built page. A path without an extension is a place in the page, so it gets index.html. */
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2', '.png': 'image/png', '.ico': 'image/x-icon', '.json': 'application/json; charset=utf-8', '.txt': 'text/plain; charset=utf-8',
};

const notFound = (): Response => new Response('없는 파일입니다.', { status: 404, headers: { 'content-type': 'text/plain; charset=utf-8' } });

/** @param pathname path part of the request's address */
export const pageRoute = async (pageDir: string, request: Request, pathname: string): Promise<Response> => {
  if (request.method !== 'GET' && request.method !== 'HEAD') return new Response(null, { status: 405, headers: { allow: 'GET, HEAD' } });
  const extension = extname(pathname);
  const path = normalize(join(pageDir, extension === '' ? 'index.html' : decodeURIComponent(pathname)));
  if (!path.startsWith(normalize(pageDir) + sep)) return notFound();
  try {
    const body = await readFile(path);
    // Built files carry a hash of their content in their name; the entry does not.
    const cache = path.includes(`${sep}assets${sep}`) ? 'public, max-age=31536000, immutable' : 'no-cache';
    return new Response(request.method === 'HEAD' ? null : new Uint8Array(body), {
      headers: { 'content-type': types[extname(path)] ?? 'application/octet-stream', 'content-length': String(body.byteLength), 'cache-control': cache },
    });
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'EISDIR')) return notFound();
    throw error;
  }
};
