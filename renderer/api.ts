/** The typed client: the only file that calls fetch. Everything the page knows of the application comes through here. */
import { createTRPCClient, httpLink, type TRPCClient } from '@trpc/client';
import type { Api } from '../db/api.ts';

const tokenKey = 'clusterdesk-token';

/** The one-time token of the loopback shell, taken out of the address at the first load. The desktop window has none. */
const readToken = (): string | null => {
  const given = new URLSearchParams(location.hash.slice(1)).get('token');
  if (given === null) return sessionStorage.getItem(tokenKey);
  sessionStorage.setItem(tokenKey, given);
  history.replaceState(history.state, '', location.pathname + location.search);
  return given;
};

const token = readToken();
const headers = (): Record<string, string> => (token === null ? {} : { 'x-clusterdesk-token': token });

/** A plain request to the application: the event stream, a download, a file to read. */
export const ask = (path: string, init: RequestInit = {}): Promise<Response> =>
  fetch(path, { ...init, headers: { ...Object.fromEntries(new Headers(init.headers).entries()), ...headers() } });

export type Sending = { onProgress?: (sent: number) => void; signal?: AbortSignal };

/**
 * Sends a file as one body and tells how far it is, which `fetch` cannot.
 * @returns what the application answered. @throws its refusal, as a failed call does
 */
export const send = (path: string, body: ArrayBuffer, { onProgress, signal }: Sending = {}): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    for (const [name, value] of Object.entries(headers())) request.setRequestHeader(name, value);
    request.responseType = 'json';
    request.upload.onprogress = (event) => onProgress?.(event.loaded);
    request.onload = () => {
      const answer: unknown = request.response;
      if (request.status === 200) resolve(answer);
      else reject(Object.assign(new Error(`${path.split('?')[0] ?? ''} answered ${request.status}`), { data: answer }));
    };
    request.onerror = () => reject(new Error('the application did not answer'));
    request.onabort = () => reject(new DOMException('the upload was stopped', 'AbortError'));
    signal?.addEventListener('abort', () => request.abort(), { once: true });
    request.send(body);
  });

/** Reads, commands and jobs by noun: `api.tasks.list.query(…)`. A refused call throws; `refusal.ts` reads why. */
export const api: TRPCClient<Api> = createTRPCClient<Api>({ links: [httpLink({ url: '/api', headers })] });
