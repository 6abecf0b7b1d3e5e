import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'vitest';
import { launchLoopback, type Launched } from '../support/launch.ts';
import { firstSitting, readTables, secondSitting, type Call } from './main-job.ts';

let dataDir: string;
let shell: Launched | undefined;
beforeEach(() => { dataDir = mkdtempSync(join(tmpdir(), 'clusterdesk-day-')); });
afterEach(async () => {
  await shell?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const callsOf = ({ origin, token }: Launched): Call => async <Result>(kind: 'query' | 'mutation', path: string, input?: unknown) => {
  const address = `${origin}/api/${path}`;
  const headers = { 'content-type': 'application/json', 'x-clusterdesk-token': token };
  const answer = await (kind === 'mutation'
    ? fetch(address, { method: 'POST', headers, body: JSON.stringify(input ?? {}) })
    : fetch(input === undefined ? address : `${address}?input=${encodeURIComponent(JSON.stringify(input))}`, { headers }));
  const body = (await answer.json()) as { result?: { data: Result }; error?: { message: string } };
  if (body.error) throw new Error(body.error.message);
  return body.result?.data as Result;
};

test('the main job, over loopback, with a restart in between', async () => {
  shell = await launchLoopback({ dataDir });
  const left = await firstSitting(callsOf(shell));
  await readTables(callsOf(shell));
  await shell.stop();
  shell = await launchLoopback({ dataDir });
  await secondSitting(callsOf(shell), left);
}, 60_000);
