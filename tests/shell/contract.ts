import { assert } from './assert.ts';

/** A shell under test, reached the way its own page reaches it: paths relative to its origin, the token added by the caller. */
export interface Shell {
  /** As the page asks: with the token, from the same origin. */
  ask(path: string, init?: RequestInit): Promise<Response>;
}

/** One thing that any shell must do. The application behind it is tests/shell/stand-in.ts. */
export interface Duty {
  name: string;
  prove(shell: Shell): Promise<void>;
}

interface Seen {
  aborted: string[];
  pieces: number;
}

const text = (name: string): string => `${name}-${Math.random().toString(36).slice(2)}`;
/** Plain loops here and below: a callback for each of 45 million bytes takes ten times as long as the carrying that is proven. */
const pattern = (size: number): Uint8Array<ArrayBuffer> => {
  const made = new Uint8Array(size);
  for (let at = 0; at < size; at += 1) made[at] = at % 251;
  return made;
};
const seen = async (shell: Shell): Promise<Seen> => (await (await shell.ask('/api/seen')).json()) as Seen;

async function eventually(what: string, holds: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 5_000;
  while (!(await holds())) {
    assert.ok(Date.now() < end, `not within 5 s: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function bytes(response: Response): Promise<Uint8Array> {
  return new Uint8Array(await response.arrayBuffer());
}

function samePattern(found: Uint8Array, size: number): void {
  assert.equal(found.length, size);
  let at = 0;
  while (at < size && found[at] === at % 251) at += 1;
  assert.equal(at, size, 'every byte is in its place');
}

async function firstPiece(response: Response): Promise<ReadableStreamDefaultReader<Uint8Array>> {
  assert.ok(response.body !== null);
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  const { done } = await reader.read();
  assert.equal(done, false);
  return reader;
}

/** The list. Each is run against loopback always, and against Electron where its binary is present. */
export const duties: Duty[] = [
  {
    name: 'carries method, path, query and headers, Korean included, and keeps the token to itself',
    prove: async (shell) => {
      const path = `/api/meta?q=${encodeURIComponent('과제 번호')}&a=1&a=2`;
      const meta = (await (await shell.ask(path, { method: 'PUT', body: '{}', headers: { 'x-clusterdesk-window': 'w1', 'content-type': 'application/json' } })).json()) as {
        method: string;
        path: string;
        headers: Record<string, string>;
      };
      assert.equal(meta.method, 'PUT');
      assert.equal(meta.path, path);
      assert.equal(meta.headers['x-clusterdesk-window'], 'w1');
      assert.equal(meta.headers['content-type'], 'application/json');
      assert.equal(meta.headers['x-clusterdesk-token'], undefined);
    },
  },
  {
    name: 'carries a small body there and back, Korean included',
    prove: async (shell) => {
      const body = '{"제목":"애로과제 — 시제품"}';
      assert.equal(await (await shell.ask('/api/echo', { method: 'POST', body })).text(), body);
    },
  },
  {
    name: 'carries an empty POST body',
    prove: async (shell) => {
      assert.equal((await bytes(await shell.ask('/api/echo', { method: 'POST' }))).length, 0);
    },
  },
  {
    name: 'carries 20 MB up, whole',
    prove: async (shell) => {
      samePattern(await bytes(await shell.ask('/api/echo', { method: 'POST', body: pattern(20_000_000) })), 20_000_000);
    },
  },
  {
    name: 'mirrors a streamed body while it is still being sent',
    prove: async (shell) => {
      samePattern(await bytes(await shell.ask('/api/mirror', { method: 'POST', body: pattern(45_000_000) })), 45_000_000);
    },
  },
  {
    name: 'answers although the application did not read the body',
    prove: async (shell) => {
      const response = await shell.ask('/api/unread', { method: 'POST', body: pattern(6_000_000) });
      assert.deepEqual(await response.json(), { ok: true });
      assert.equal((await shell.ask('/api/seen')).status, 200);
    },
  },
  {
    name: 'carries 30 MB down with its length, whole',
    prove: async (shell) => {
      const response = await shell.ask('/api/large?size=30000000');
      assert.equal(response.headers.get('content-length'), '30000000');
      samePattern(await bytes(response), 30_000_000);
    },
  },
  {
    name: 'asks for a body no faster than it is read',
    prove: async (shell) => {
      const name = text('slow');
      const reader = await firstPiece(await shell.ask(`/api/endless?name=${name}`));
      await new Promise((resolve) => setTimeout(resolve, 400));
      const { pieces } = await seen(shell);
      await reader.cancel();
      // 256 KiB each: what the sockets and streams in between may hold, far from the thousands an unchecked source would make.
      assert.ok(pieces < 120, `${pieces} pieces were made for a reader that took one`);
    },
  },
  {
    name: 'tells the application when a body is no longer read',
    prove: async (shell) => {
      const name = text('cancel');
      const reader = await firstPiece(await shell.ask(`/api/endless?name=${name}`));
      await reader.cancel();
      await eventually('cancel and abort', async () => (await seen(shell)).aborted.filter((one) => one.startsWith(name)).length >= 2);
    },
  },
  {
    name: 'aborts the Request when whoever asked goes away before the answer',
    prove: async (shell) => {
      const name = text('abort');
      const abort = new AbortController();
      const asked = shell.ask(`/api/slow?size=20000&name=${name}`, { signal: abort.signal });
      setTimeout(() => abort.abort(), 100);
      await assert.rejects(asked);
      await eventually('abort', async () => (await seen(shell)).aborted.includes(name));
    },
  },
  {
    name: 'streams events as they happen, the same bytes again and again, and closes them',
    prove: async (shell) => {
      const name = text('events');
      const response = await shell.ask(`/events?name=${name}`);
      assert.equal(response.headers.get('content-type'), 'application/x-ndjson');
      assert.ok(response.body !== null);
      const reader = (response.body as ReadableStream<Uint8Array>).getReader();
      const decoder = new TextDecoder();
      let got = '';
      const end = Date.now() + 5_000;
      while (got.split('\n').length < 6 && Date.now() < end) got += decoder.decode((await reader.read()).value, { stream: true });
      assert.deepEqual(got.split('\n').slice(0, 5), Array.from({ length: 5 }, () => '{"beat":true}'));
      await reader.cancel();
      await eventually('close', async () => (await seen(shell)).aborted.includes(`${name}:closed`));
    },
  },
  {
    name: 'sends the head of an event stream before its first event',
    prove: async (shell) => {
      const response = await shell.ask('/events?name=head');
      assert.equal(response.status, 200);
      await response.body?.cancel();
    },
  },
  {
    name: 'answers concurrent requests each with its own, not in the order asked',
    prove: async (shell) => {
      const order: string[] = [];
      const asked = Array.from({ length: 5 }, async (_, at) => {
        const answer = (await (await shell.ask(`/api/slow?size=${(5 - at) * 60}&name=n${at}`)).json()) as { name: string };
        assert.equal(answer.name, `n${at}`);
        order.push(answer.name);
      });
      await Promise.all(asked);
      assert.equal(order[0], 'n4');
      const many = await Promise.all(Array.from({ length: 100 }, async (_, at) => (await shell.ask(`/api/meta?n=${at}`)).text()));
      assert.ok(many.every((one, at) => one.includes(`?n=${at}"`)));
    },
  },
  {
    name: 'keeps null-body statuses null',
    prove: async (shell) => {
      for (const code of [204, 205, 304]) {
        const response = await shell.ask(`/api/status?code=${code}`);
        assert.equal(response.status, code);
        assert.equal((await bytes(response)).length, 0);
      }
    },
  },
  {
    name: 'passes error statuses on as they are',
    prove: async (shell) => {
      for (const code of [400, 404, 409, 500, 503]) assert.equal((await shell.ask(`/api/status?code=${code}`)).status, code);
    },
  },
  {
    name: 'answers HEAD without a body',
    prove: async (shell) => {
      const response = await shell.ask('/api/large?size=1000', { method: 'HEAD' });
      assert.equal(response.status, 200);
      assert.equal((await bytes(response)).length, 0);
    },
  },
  {
    name: 'sets its fixed headers, keeps the named ones and drops every other',
    prove: async (shell) => {
      const { headers } = await shell.ask('/api/headers');
      assert.match(headers.get('content-security-policy') ?? '', /script-src 'self';/);
      assert.match(headers.get('content-security-policy') ?? '', /frame-ancestors 'none'/);
      assert.equal(headers.get('x-content-type-options'), 'nosniff');
      assert.equal(headers.get('referrer-policy'), 'no-referrer');
      assert.equal(headers.get('cache-control'), 'no-store');
      assert.equal(headers.get('etag'), '"1"');
      for (const name of ['strict-transport-security', 'cross-origin-opener-policy', 'set-cookie', 'x-powered-by', 'access-control-allow-origin']) assert.equal(headers.get(name), null, name);
    },
  },
  {
    name: 'serves a file with its name',
    prove: async (shell) => {
      const response = await shell.ask('/files/list.csv');
      assert.match(response.headers.get('content-disposition') ?? '', /filename\*=UTF-8''/);
      assert.deepEqual((await bytes(response)).slice(0, 3), Uint8Array.of(0xef, 0xbb, 0xbf));
    },
  },
  {
    name: 'serves the page for the root and for any path of the page',
    prove: async (shell) => {
      for (const path of ['/', '/tasks/0198', '/settings']) {
        const response = await shell.ask(path);
        assert.equal(response.status, 200);
        assert.match(response.headers.get('content-type') ?? '', /^text\/html/);
      }
    },
  },
  {
    name: 'says what it can do, and refuses the rest as not here',
    prove: async (shell) => {
      const can = (await (await shell.ask('/shell')).json()) as { shell: string; platform: string; can: string[] };
      assert.ok(['loopback', 'electron'].includes(can.shell));
      assert.ok(Array.isArray(can.can));
      const response = await shell.ask('/shell/no-such-thing', { method: 'POST', body: '{}' });
      assert.equal(response.status, 501);
      assert.equal(((await response.json()) as { refusal: { code: string } }).refusal.code, 'not-here');
    },
  },
  {
    name: 'answers a handler that throws with an id and no stack',
    prove: async (shell) => {
      const response = await shell.ask('/api/throws');
      assert.equal(response.status, 500);
      const body = await response.text();
      assert.match(body, /"bug":"[0-9a-f]{8}"/);
      assert.ok(!body.includes('on purpose'));
    },
  },
  {
    name: 'breaks off an answer whose body fails, instead of passing half of it as whole',
    prove: async (shell) => {
      const response = await shell.ask('/api/breaks');
      await assert.rejects(response.arrayBuffer());
    },
  },
  {
    name: 'answers what was open when the application dies, and starts it again',
    prove: async (shell) => {
      const streaming = await shell.ask('/events?name=dying');
      const response = await shell.ask('/api/dies');
      assert.equal(response.status, 500);
      assert.match(await response.text(), /"bug":"/);
      await assert.rejects(streaming.text());
      assert.equal((await shell.ask('/api/seen')).status, 200);
    },
  },
];
