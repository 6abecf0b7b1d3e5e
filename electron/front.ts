import { randomUUID } from 'node:crypto';
import type { Carry } from './carry.ts';
import { guard, TOKEN_HEADER, type House } from './guard.ts';
import { withFixedHeaders } from './headers.ts';
import { bugResponse } from './refusals.ts';

/** What the window or server around us can do: answers GET /shell and the paths below it. */
export type Native = (request: Request) => Promise<Response>;

/** The way every Request takes in every shell: guard, then the shell's own abilities or the application, then the fixed headers. */
export function createFront(house: House, carry: Carry, native: Native): (request: Request, initiatorOrigin?: string) => Promise<Response> {
  return async (request, initiatorOrigin) => {
    try {
      const url = new URL(request.url);
      const refused = guard({ method: request.method, url, headers: request.headers, initiatorOrigin }, house);
      if (refused !== undefined) return withFixedHeaders(refused);
      const own = url.pathname === '/shell' || url.pathname.startsWith('/shell/');
      return withFixedHeaders(await (own ? native(request) : carry.ask(withoutToken(request))));
    } catch (bug) {
      // Whoever asked has gone: nobody reads this answer, and nothing is wrong.
      if (request.signal.aborted) return withFixedHeaders(new Response(null, { status: 204 }));
      const id = randomUUID().slice(0, 8);
      console.error(`bug ${id}: the shell could not answer ${request.method}`, bug);
      return withFixedHeaders(bugResponse(id));
    }
  };
}

/** The token is the shell's business; the application and its logs never see it. */
function withoutToken(request: Request): Request {
  if (request.headers.has(TOKEN_HEADER)) request.headers.delete(TOKEN_HEADER);
  return request;
}
