/** The write-ahead log is copied into the database outside the writing thread, and by SQLite itself when that thread is gone. */
import { statSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startCheckpoints, type Checkpoints } from '../../../db/kernel/checkpoints.ts';
import { openTestStore, type TestStore } from '../../support/store.ts';

const entry = new URL('../../../db/checkpointer.ts', import.meta.url);

let store: TestStore;
let checkpoints: Checkpoints | null = null;
beforeEach(() => { store = openTestStore(); store.db.exec('CREATE TABLE much (x)'); });
afterEach(async () => {
  await checkpoints?.close();
  checkpoints = null;
  store.dispose();
});

/** About 8 MB, in many commits. */
const writeMuch = (): void => { for (let at = 0; at < 200; at += 1) store.db.exec('INSERT INTO much VALUES (randomblob(40000))'); };
const left = (): number => {
  const [{ log, checkpointed } = { log: 0, checkpointed: 0 }] = store.db.pragma('main.wal_checkpoint(NOOP)') as { log: number; checkpointed: number }[];
  return log - checkpointed;
};
const bug = (error: unknown): never => { throw error instanceof Error ? error : new Error(String(error)); };

test('a commit copies nothing; the thread does soon after, and the log is used again from its beginning', async () => {
  checkpoints = startCheckpoints(store, entry, bug);
  const before = statSync(store.path).size;
  writeMuch();
  expect(left()).toBeGreaterThan(1500);
  expect(statSync(store.path).size).toBe(before);
  await expect.poll(left).toBe(0);
  expect(statSync(store.path).size).toBeGreaterThan(before + 7_000_000);
  const size = statSync(`${store.path}-wal`).size;
  writeMuch();
  expect(statSync(`${store.path}-wal`).size).toBeLessThan(size * 1.2);
});

test('work in many short transactions waits once the log has grown long', async () => {
  checkpoints = startCheckpoints(store, entry, bug);
  let longest = 0;
  for (let at = 0; at < 20; at += 1) {
    writeMuch();
    longest = Math.max(longest, left());
    await checkpoints.caughtUp();
  }
  expect(longest).toBeLessThan(20_000);
});

test('without its thread SQLite copies the log in commits again', async () => {
  const told: unknown[] = [];
  checkpoints = startCheckpoints(store, new URL('./no-such-thread.ts', import.meta.url), (error) => { told.push(error); return ''; });
  expect(store.db.pragma('wal_autocheckpoint', { simple: true })).toBe(0);
  writeMuch();
  await expect.poll(() => told.length).toBe(1);
  expect(store.db.pragma('wal_autocheckpoint', { simple: true })).toBe(1000);
  writeMuch();
  expect(left()).toBeLessThan(1000);
});
