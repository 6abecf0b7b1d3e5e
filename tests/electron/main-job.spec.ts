import { expect, test } from '@playwright/test';
import { absence, launchDesktop } from './launch.ts';

test.describe('the real program in the desktop window', () => {
  test.skip(absence !== '', absence);

  test('opens on an empty data folder and shows the page', async () => {
    const desktop = await launchDesktop();
    const page = await desktop.firstWindow();
    await expect(page.locator('#root')).not.toBeEmpty();
    expect(await page.evaluate(async () => ((await (await fetch('/shell')).json()) as { shell: string }).shell)).toBe('electron');
    await desktop.close();
  });
});
