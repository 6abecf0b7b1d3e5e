import { expect, test } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contractScript, proveInPage } from '../support/contract-in-page.ts';
import { launchLoopback, type Launched } from '../support/launch.ts';
import { duties } from './contract.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'clusterdesk-shell-'));
let shell: Launched;
let script: string;

test.beforeAll(async () => {
  shell = await launchLoopback({ dataDir, worker: join(import.meta.dirname, 'stand-in.ts') });
  script = await contractScript();
});
test.afterAll(async () => {
  await shell.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

test.describe('a page in real Chromium finds the contract kept by loopback', () => {
  for (const duty of duties) {
    test(duty.name, async ({ page }) => {
      await page.goto(shell.url);
      await proveInPage(page, script, duty.name, shell.token);
    });
  }
});

test.describe('a page from elsewhere', () => {
  test('cannot read, call or frame the application, whatever it sends', async ({ page }) => {
    const other = await launchLoopback({ dataDir, worker: join(import.meta.dirname, 'stand-in.ts') });
    await page.goto(other.url);
    const got = await page.evaluate(
      async ([origin, token]) => {
        const outcome = (path: string, init: RequestInit): Promise<string> => fetch(`${origin}${path}`, init).then((answer) => `${answer.type} ${answer.status}`, () => 'refused');
        return [await outcome('/api/seen', { headers: { 'x-clusterdesk-token': token } }), await outcome('/api/echo', { method: 'POST', body: 'x', mode: 'no-cors' })];
      },
      [shell.origin, shell.token] as const,
    );
    expect(got).toEqual(['refused', 'refused']);
    await other.stop();
  });

  test('cannot run a script that is written into the page', async ({ page }) => {
    const told: string[] = [];
    page.on('console', (message) => told.push(message.text()));
    await page.goto(shell.url);
    await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'document.title = "run"';
      document.head.append(script);
    });
    expect(await page.title()).not.toBe('run');
    expect(told.join()).toContain('Content Security Policy');
  });
});
