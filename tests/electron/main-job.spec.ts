import { expect, test } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as job from '../e2e/main-job.ts';
import { absence, launchDesktop } from './launch.ts';

test.describe('the real program in the desktop window', () => {
  test.skip(absence !== '', absence);

  test('the main job, with a restart in between', async () => {
    test.setTimeout(240_000);
    const dataDir = mkdtempSync(join(tmpdir(), 'clusterdesk-electron-day-'));
    let desktop = await launchDesktop({ dataDir });
    let page = await desktop.firstWindow();
    expect(await page.evaluate(async () => ((await (await fetch('/shell')).json()) as { shell: string }).shell)).toBe('electron');
    await job.firstSitting(page);
    await desktop.close();

    desktop = await launchDesktop({ dataDir });
    page = await desktop.firstWindow();
    await job.secondSitting(page);
    await desktop.close();
    rmSync(dataDir, { recursive: true, force: true });
  });
});
