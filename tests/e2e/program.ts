/** A program of its own for the tests of a file or of a group: over an empty folder before them, gone with it after them. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from '@playwright/test';
import { launchLoopback, type Launched } from '../support/launch.ts';

/** Whatever runs at the moment. */
export type Program = Launched & {
  /** Over the same folder, after it was stopped or killed. */
  startAgain(): Promise<void>;
};

/** `CLUSTERDESK_PAGE` names another folder of the built page. A `beforeAll` that follows finds it running. */
export const freshProgram = ({ demo = false }: { demo?: boolean } = {}): Program => {
  let dataDir = '';
  let running: Launched | null = null;
  const now = (): Launched => {
    if (!running) throw new Error('the program is not running');
    return running;
  };
  const start = async (): Promise<void> => {
    const pageDir = process.env['CLUSTERDESK_PAGE'];
    running = await launchLoopback({ dataDir, demo, ...(pageDir === undefined ? {} : { pageDir }) });
  };
  test.beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'clusterdesk-e2e-'));
    await start();
  });
  test.afterAll(async () => {
    await running?.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });
  return {
    get url() { return now().url; },
    get origin() { return now().origin; },
    get token() { return now().token; },
    get pid() { return now().pid; },
    log: () => now().log(),
    stop: () => now().stop(),
    kill: () => now().kill(),
    startAgain: start,
  };
};
