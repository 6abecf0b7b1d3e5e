import { expect, test, type ElectronApplication, type Page } from '@playwright/test';
import { duties } from '../shell/contract.ts';
import { contractScript, proveInPage } from '../support/contract-in-page.ts';
import { absence, launchDesktop } from './launch.ts';

test.describe('the desktop window keeps the contract', () => {
  test.skip(absence !== '', absence);
  let desktop: ElectronApplication;
  let page: Page;
  let script: string;

  test.beforeAll(async () => {
    if (absence !== '') return;
    desktop = await launchDesktop({ standIn: true });
    page = await desktop.firstWindow();
    await page.waitForLoadState();
    script = await contractScript();
  });
  test.afterAll(async () => {
    if (absence === '') await desktop.close();
  });

  for (const duty of duties) test(duty.name, () => proveInPage(page, script, duty.name, null));

  test('the page has no Node, no preload and no way out', async () => {
    expect(await page.evaluate(() => [typeof Reflect.get(globalThis, 'require'), typeof Reflect.get(globalThis, 'process'), typeof Reflect.get(globalThis, 'electron')])).toEqual(['undefined', 'undefined', 'undefined']);
    expect(await page.evaluate(() => window.open('https://example.com/') === null)).toBe(true);
    await page.evaluate(() => location.assign('https://example.com/'));
    await page.waitForTimeout(300);
    expect(page.url()).toMatch(/^app:\/\/desk\//);
    expect(await page.evaluate(async () => (await navigator.permissions.query({ name: 'geolocation' })).state)).not.toBe('granted');
  });

  test('the menu is Korean and shows the shortcuts of the page', async () => {
    const labels = await desktop.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map((item) => item.label));
    expect(labels).toEqual(['파일(&F)', '편집(&E)', '보기(&V)', '이동(&G)', '도움말(&H)']);
  });
});
