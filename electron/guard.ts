import { timingSafeEqual } from 'node:crypto';
import { refuse } from './refusals.ts';

/** The header that carries the loopback shell's token. */
export const TOKEN_HEADER = 'x-clusterdesk-token';

/** What a shell knows about one request before it reads the body. */
export interface Asking {
  method: string;
  url: URL;
  headers: Headers;
  /** Electron: who issued it, as the browser and not the page says; undefined when the browser itself did (a navigation). */
  initiatorOrigin?: string | undefined;
}

/** Who is served. A loopback port can be reached by any local page, so it asks for more than Electron's own scheme. */
export type House = { kind: 'loopback'; host: string; token: string } | { kind: 'app'; origin: string };

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE']);
/** What only our own page may ask for. Everything else is the static page, which holds no data. */
const PRIVATE = /^\/(api|events|files|shell)(\/|$)/;

/** True for the paths that give data or act: the API, the event stream, downloads, the shell's abilities. */
export const isPrivate = (path: string): boolean => PRIVATE.test(path);

/**
 * Undefined when this request may go on, else the answer that ends it: 401 without the token, 403 from a foreign page,
 * 405 for a method no page of ours uses, 421 for another host name (DNS rebinding).
 */
export function guard(asking: Asking, house: House): Response | undefined {
  if (!METHODS.has(asking.method)) return refuse(405, 'method not served');
  if (!isPrivate(asking.url.pathname) && asking.method !== 'GET' && asking.method !== 'HEAD') return refuse(405, 'the page is only read');
  return house.kind === 'app' ? guardApp(asking, house.origin) : guardLoopback(asking, house.host, house.token);
}

function guardApp(asking: Asking, origin: string): Response | undefined {
  if (`${asking.url.protocol}//${asking.url.host}` !== origin) return refuse(421, 'another host');
  const from = asking.initiatorOrigin;
  if (from === undefined) return isPrivate(asking.url.pathname) ? refuse(403, 'not asked by the page') : undefined;
  return from === origin ? undefined : refuse(403, 'asked by another origin');
}

function guardLoopback(asking: Asking, host: string, token: string): Response | undefined {
  const { headers, url } = asking;
  if (headers.get('host') !== host) return refuse(421, 'another host');
  const origin = headers.get('origin');
  if (origin !== null && origin !== `http://${host}`) return refuse(403, 'asked by another origin');
  const site = headers.get('sec-fetch-site');
  // "none" is a person typing the address; a browser too old to say, or no browser at all, still needs the token.
  if (site !== null && site !== 'same-origin' && site !== 'none') return refuse(403, 'asked by another site');
  if (!isPrivate(url.pathname)) return undefined;
  if (site === 'none') return refuse(403, 'not asked by the page');
  return sameToken(headers.get(TOKEN_HEADER), token) ? undefined : refuse(401, 'the token of this run is missing or wrong');
}

function sameToken(given: string | null, token: string): boolean {
  const one = Buffer.from(given ?? '');
  const other = Buffer.from(token);
  return one.length === other.length && timingSafeEqual(one, other);
}
