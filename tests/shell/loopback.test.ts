import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchLoopback, type Launched } from '../support/launch.ts';
import { duties } from './contract.ts';

const worker = join(import.meta.dirname, 'stand-in.ts');
const dataDir = mkdtempSync(join(tmpdir(), 'clusterdesk-shell-'));
let shell: Launched;

beforeAll(async () => {
  shell = await launchLoopback({ dataDir, worker });
});
afterAll(async () => {
  await shell.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

/** What a browser cannot be made to send, asked with Node's own client: status and body of GET `path` with exactly these headers. */
function raw(path: string, headers: Record<string, string>, method = 'GET'): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const asked = request(`${shell.origin}${path}`, { method, headers: { host: new URL(shell.origin).host, ...headers } }, (answer) => {
      let body = '';
      answer.setEncoding('utf8').on('data', (piece: string) => (body += piece));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body }));
    });
    asked.on('error', reject);
    asked.end();
  });
}

describe('the loopback shell keeps the contract', () => {
  const ask = (path: string, init?: RequestInit): Promise<Response> => {
    const headers = new Headers(init?.headers);
    headers.set('x-clusterdesk-token', shell.token);
    return fetch(`${shell.origin}${path}`, { ...init, headers });
  };
  for (const duty of duties) it(duty.name, () => duty.prove({ ask }));
});

describe('the loopback shell serves only its own page', () => {
  const paths = ['/api/seen', '/events', '/files/list.csv', '/shell', '/shell/reveal'];

  it('refuses everything private without the token, or with another', async () => {
    for (const path of paths) {
      expect((await raw(path, {})).status, path).toBe(401);
      expect((await raw(path, { 'x-clusterdesk-token': 'x'.repeat(32) })).status, path).toBe(401);
      expect((await raw(`${path}?token=${shell.token}`, {})).status, path).toBe(401);
    }
  });
  it('gives the static page without it, since an address bar cannot send a header', async () => {
    expect((await raw('/', { 'sec-fetch-site': 'none' })).status).toBe(200);
  });
  it('refuses another host name on everything', async () => {
    for (const host of ['localhost:80', 'evil.example', shell.origin.replace('http://127.0.0.1', 'localhost')]) {
      expect((await raw('/', { host })).status, host).toBe(421);
      expect((await raw('/api/seen', { host, 'x-clusterdesk-token': shell.token })).status, host).toBe(421);
    }
  });
  it('refuses other origins and sites even with the token', async () => {
    const token = { 'x-clusterdesk-token': shell.token };
    expect((await raw('/api/seen', { ...token, origin: 'https://evil.example' })).status).toBe(403);
    expect((await raw('/api/seen', { ...token, origin: 'null' })).status).toBe(403);
    for (const site of ['cross-site', 'same-site', 'none']) expect((await raw('/api/seen', { ...token, 'sec-fetch-site': site })).status, site).toBe(403);
    expect((await raw('/api/seen', { ...token, origin: shell.origin, 'sec-fetch-site': 'same-origin' })).status).toBe(200);
  });
  it('refuses methods no page of ours uses, and writing to the page', async () => {
    expect((await raw('/api/seen', { 'x-clusterdesk-token': shell.token }, 'OPTIONS')).status).toBe(405);
    expect((await raw('/', {}, 'POST')).status).toBe(405);
  });
  it('a strange path or a broken header is an answer, not the end of the process', async () => {
    expect((await raw('//evil.example/api/seen', {})).status).toBeGreaterThanOrEqual(400);
    expect((await raw('/%', {})).status).toBe(200);
  });
});

it('keeps an idle connection longer than a browser does, so that no request meets its end', async () => {
  const answer = await fetch(`${shell.origin}/api/seen`, { headers: { 'x-clusterdesk-token': shell.token } });
  await answer.arrayBuffer();
  const [, seconds] = /timeout=(\d+)/.exec(answer.headers.get('keep-alive') ?? '') ?? [];
  expect(Number(seconds)).toBeGreaterThan(300);
});

describe('the loopback process', () => {
  it('lets the application close its database before it ends', async () => {
    const own = await launchLoopback({ dataDir, worker });
    await own.stop();
    expect(own.log()).toContain('stand-in closed');
  });
  it('gives each run its own token', async () => {
    const own = await launchLoopback({ dataDir, worker });
    expect(own.token).not.toBe(shell.token);
    await own.kill();
  });
  it('answers with an id, not for ever restarting, when the application cannot start', async () => {
    const own = await launchLoopback({ dataDir, worker: join(import.meta.dirname, 'absent.ts') });
    for (let time = 0; time < 8; time += 1) {
      const response = await fetch(`${own.origin}/`);
      expect(response.status).toBe(500);
    }
    expect(own.log()).toContain('is not started again');
    await own.stop();
  });
  it('makes the data folder', async () => {
    const deep = join(dataDir, 'a', '한글 폴더');
    const own = await launchLoopback({ dataDir: deep, worker });
    expect(existsSync(deep)).toBe(true);
    await own.kill();
  });
});
