/**
 * `npm run shots [-- part-of-a-name]`: a picture of every screen, with sample data and empty, at the two sizes of office
 * screens, light and dark, into shots/. A screen that logs an error or scrolls sideways fails the run.
 */
import { chromium, type Browser, type Page } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromiumFlags, chromiumPath } from '../support/chromium.ts';
import { launchLoopback, type Launched } from '../support/launch.ts';

const out = join(import.meta.dirname, '../../shots');
const only = process.argv[2] ?? '';
const sizes = [{ width: 1366, height: 768 }, { width: 1920, height: 1080 }];
const problems: string[] = [];

type Place = { name: string; path: string; before?: (page: Page) => Promise<void> };

const firstId = async (shell: Launched, noun: string): Promise<string> => {
  const input = encodeURIComponent(JSON.stringify({ start: 0, end: 3, sort: [], filter: {}, quick: null, selection: null }));
  const answer = await fetch(`${shell.origin}/api/${noun}.list?input=${input}`, { headers: { 'x-clusterdesk-token': shell.token } });
  const body = (await answer.json()) as { result: { data: { rows: { id: string }[] } } };
  return body.result.data.rows.at(-1)?.id ?? '';
};

const openCapture = async (page: Page): Promise<void> => { await page.keyboard.press('Alt+KeyN'); };

const places = async (shell: Launched): Promise<Place[]> => {
  const nouns = ['organisations', 'people', 'tasks', 'sessions', 'clusters', 'meetings'];
  const records = await Promise.all(nouns.map(async (noun) => ({ name: `${noun}-record`, path: `/${noun}/${await firstId(shell, noun)}` })));
  return [
    { name: 'today', path: '/today' }, ...nouns.map((noun) => ({ name: noun, path: `/${noun}` })), ...records,
    ...['tasks', 'sessions', 'meetings', 'clusters', 'organisations'].map((noun) => ({ name: `${noun}-new`, path: `/${noun}/new` })),
    { name: 'reports-t1', path: '/reports/t1' }, { name: 'reports-t2', path: '/reports/t2' }, { name: 'reports-t3', path: '/reports/t3' },
    { name: 'import', path: '/import' }, { name: 'settings', path: '/settings' }, { name: 'capture', path: '/today', before: openCapture },
  ];
};

const emptyPlaces: Place[] = ['today', 'organisations', 'people', 'tasks', 'sessions', 'clusters', 'meetings', 'reports', 'import'].map((noun) => ({ name: `empty-${noun}`, path: `/${noun}` }));

const shoot = async (browser: Browser, shell: Launched, list: readonly Place[], look: 'light' | 'dark'): Promise<void> => {
  for (const size of sizes) {
    const context = await browser.newContext({ viewport: size, locale: 'ko-KR', timezoneId: 'Asia/Seoul', colorScheme: look });
    const page = await context.newPage();
    let current = '';
    page.on('pageerror', (error) => problems.push(`${current}: ${error.message}`));
    page.on('console', (message) => { if (message.type() === 'error') problems.push(`${current}: ${message.text()}`); });
    await page.goto(shell.url);
    await page.locator('nav').first().waitFor();
    if (look === 'dark') await page.evaluate(() => document.documentElement.setAttribute('data-mantine-color-scheme', 'dark'));
    for (const place of list.filter((one) => one.name.includes(only))) {
      current = `${place.name} ${size.width} ${look}`;
      await page.evaluate((path) => {
        history.pushState(null, '', path);
        dispatchEvent(new PopStateEvent('popstate'));
      }, place.path);
      await page.waitForTimeout(900);
      await place.before?.(page);
      await page.waitForTimeout(place.before ? 500 : 0);
      const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      if (sideways > 0) problems.push(`${current}: the page scrolls sideways by ${sideways} px`);
      await page.screenshot({ path: join(out, `${place.name}-${size.width}${look === 'dark' ? '-dark' : ''}.png`) });
      if (place.before) await page.keyboard.press('Escape');
    }
    await context.close();
  }
};

execFileSync(process.execPath, [join(import.meta.dirname, '../../scripts/build.mjs')], { stdio: 'inherit' });
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
const executablePath = chromiumPath();
const browser = await chromium.launch({ args: chromiumFlags, ...(executablePath === undefined ? {} : { executablePath }) });
const demo = await launchLoopback({ dataDir: mkdtempSync(join(tmpdir(), 'clusterdesk-shots-')), demo: true });
const list = await places(demo);
await shoot(browser, demo, list, 'light');
await shoot(browser, demo, list, 'dark');
await demo.stop();
const emptyDir = mkdtempSync(join(tmpdir(), 'clusterdesk-shots-'));
const empty = await launchLoopback({ dataDir: emptyDir });
await fetch(`${empty.origin}/api/accounts.enter`, { method: 'POST', headers: { 'content-type': 'application/json', 'x-clusterdesk-token': empty.token }, body: JSON.stringify({ name: '김코디', role: 'coordinator', office: null }) });
await shoot(browser, empty, emptyPlaces, 'light');
await empty.stop();
await browser.close();
for (const problem of problems) console.error(problem);
console.log(`${list.length + emptyPlaces.length} screens in shots/, ${problems.length} problems`);
process.exitCode = problems.length > 0 ? 1 : 0;
