import { test } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchLoopback } from '../support/launch.ts';
import { firstSitting, secondSitting } from './main-job.ts';

test('the main job, from an empty folder to the three tables and back', async ({ page }) => {
  test.setTimeout(180_000);
  const dataDir = mkdtempSync(join(tmpdir(), 'clusterdesk-day-'));
  let shell = await launchLoopback({ dataDir });
  await page.goto(shell.url);
  await firstSitting(page);
  await shell.stop();

  shell = await launchLoopback({ dataDir });
  await page.goto(shell.url);
  await secondSitting(page);
  await shell.stop();
  rmSync(dataDir, { recursive: true, force: true });
});
