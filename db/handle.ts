/** The application as one function from Request to Response. It never throws. */
import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { api } from './api.ts';
import type { Application } from './application.ts';
import { Refusal, statusOfRefusal } from './errors.ts';
import { fileRoute } from './files.ts';
import { statusOfErrors } from './kernel/rpc.ts';
import { pageRoute } from './page.ts';
import type { Handle } from './serve-port.ts';

const streamHeaders = { 'content-type': 'application/x-ndjson; charset=utf-8', 'cache-control': 'no-store' };

const json = (status: number, body: unknown): Response => {
  const text = JSON.stringify(body);
  return new Response(text, { status, headers: { 'content-type': 'application/json; charset=utf-8', 'content-length': String(new TextEncoder().encode(text).length) } });
};

const route = async (app: Application, pageDir: string, request: Request): Promise<Response> => {
  const { pathname } = new URL(request.url);
  if (pathname.startsWith('/api/')) {
    return fetchRequestHandler({ endpoint: '/api', req: request, router: api, createContext: () => ({ app }), responseMeta: ({ errors }) => { const status = statusOfErrors(errors); return status === undefined ? {} : { status }; } });
  }
  if (pathname === '/events') return new Response(app.feed.open(request.signal), { headers: streamHeaders });
  if (pathname.startsWith('/files/')) return fileRoute(app, request, pathname.slice('/files/'.length));
  return pageRoute(pageDir, request, pathname);
};

/** @param pageDir folder of the built page */
export const createHandle = (app: Application, pageDir: string): Handle => async (request) => {
  try {
    return await route(app, pageDir, request);
  } catch (error) {
    if (error instanceof Refusal) return json(statusOfRefusal[error.code], { refusal: { code: error.code, message: error.message, details: error.details } });
    const bug = app.onBug(error);
    return json(500, { bug, message: `문제가 발생했습니다 (${bug})` });
  }
};
