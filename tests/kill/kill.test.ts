/**
 * A power cut at a random moment of a stream of writes, again and again on the same data folder: every
 * acknowledged write is there, nothing is half there, and the tables equal the log.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { compareWithLog } from '../../db/kernel/merge.ts';
import { launchLoopback, type Launched } from '../support/launch.ts';
import { randomFrom } from '../property/arbitrary-edits.ts';
import { depth } from '../property/depth.ts';
import { openTestStore } from '../support/store.ts';

/** Each takes about two seconds, most of them the start: eight are a look, fifty the whole. */
const rounds = Number(process.env['KILLS'] ?? (depth < 1 ? 8 : 50 * depth));

let dataDir: string;
beforeEach(() => { dataDir = mkdtempSync(join(tmpdir(), 'clusterdesk-kill-')); });
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

const send = async (shell: Launched, path: string, input: unknown): Promise<{ id: string }> => {
  const answer = await fetch(`${shell.origin}/api/${path}`, {
    method: 'POST', headers: { 'content-type': 'application/json', 'x-clusterdesk-token': shell.token }, body: JSON.stringify(input),
  });
  const body = (await answer.json()) as { result?: { data: { id: string } }; error?: { message: string } };
  if (!body.result) throw new Error(body.error?.message ?? 'no answer');
  return body.result.data;
};

/** Writes as fast as answers come, until the process is gone; what was answered is acknowledged. */
const streamOfWrites = async (shell: Launched, round: number, acknowledged: Map<string, string>): Promise<void> => {
  for (let index = 0; ; index += 1) {
    const name = `기업 ${round}-${index}`;
    try {
      const { id } = await send(shell, 'organisations.create', { values: { name, kind: 'firm', employees: index } });
      acknowledged.set(id, name);
      if (index % 3 === 0) {
        await send(shell, 'organisations.change', { id, patch: { name: `${name} 고침`, memo: '두 항목이 함께' } });
        acknowledged.set(id, `${name} 고침`);
      }
    } catch {
      return;
    }
  }
};

test(`${rounds} kills at random moments lose no acknowledged write`, async () => {
  const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000_000);
  console.log(`kill: seed ${seed}`);
  const random = randomFrom(seed);
  const acknowledged = new Map<string, string>();
  for (let round = 0; round < rounds; round += 1) {
    const shell = await launchLoopback({ dataDir });
    if (round === 0) await send(shell, 'accounts.enter', { name: '시험 사용자', role: 'coordinator', office: null });
    const before = acknowledged.size;
    const writers = [0, 1, 2].map(() => streamOfWrites(shell, round, acknowledged));
    // Every fifth power cut comes at any moment from the start on; the others once writes are under way.
    while (round % 5 !== 0 && acknowledged.size === before) await new Promise((resolve) => { setTimeout(resolve, 5); });
    await new Promise((resolve) => { setTimeout(resolve, random(round % 5 === 0 ? 450 : 150)); });
    await shell.kill();
    await Promise.all(writers);

    const store = openTestStore({ dataDir });
    try {
      expect(store.db.pragma('quick_check', { simple: true })).toBe('ok');
      const names = new Map(store.read.all<{ id: string; name: string; memo: string | null }>('SELECT id, name, memo FROM organisation').map((row) => [row.id, row]));
      for (const [id, name] of acknowledged) {
        const row = names.get(id);
        // A change that was under way when the power went may be there or not, but whole.
        expect(row?.name.startsWith(name), `round ${round}: ${name} is lost`).toBe(true);
        expect(row?.memo ?? null).toBe(row?.name.endsWith('고침') ? '두 항목이 함께' : null);
      }
      expect(compareWithLog(store)).toEqual([]);
    } finally {
      store.close();
    }
  }
  console.log(`kill: ${rounds} kills, ${acknowledged.size} acknowledged records, none lost`);
  expect(acknowledged.size).toBeGreaterThan(rounds);
}, 300_000);
