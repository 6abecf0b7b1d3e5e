/**
 * `npm run shots [-- part-of-a-name]`: a picture of every screen, with sample data and empty, at the two sizes of office
 * screens, light and dark, and of states a screen can be in, into shots/ (or the folder SHOTS_DIR names).
 * A screen that logs an error or scrolls sideways fails the run.
 */
import { chromium, type Browser, type Page } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromiumFlags, chromiumPath } from '../support/chromium.ts';
import { launchLoopback, type Launched } from '../support/launch.ts';
import { emptyScreens, screens, tell, visit, type Place } from './places.ts';
import { largeLetters, states } from './states.ts';

const root = join(import.meta.dirname, '../..');
const out = process.env['SHOTS_DIR'] ?? join(root, 'shots');
const only = process.argv[2] ?? '';
type Look = 'light' | 'dark';
const small = { width: 1366, height: 768 };
const wide = { width: 1920, height: 1080 };
const looks: Look[] = ['light', 'dark'];
const temporary = mkdtempSync(join(tmpdir(), 'clusterdesk-shots-'));
const pageDir = join(temporary, 'page');
const problems: string[] = [];
let pictures = 0;

/** Nothing is being loaded and nothing has moved for a moment. */
const settled = async (page: Page): Promise<void> => {
  await page.waitForTimeout(250);
  await page.waitForFunction(() => document.querySelector('.ag-loading, .ag-row-loading, .mantine-Loader-root') === null, undefined, { timeout: 5000 }).catch(() => undefined);
  await page.waitForTimeout(350);
};

const shoot = async (browser: Browser, shell: Launched, list: readonly Place[], size: { width: number; height: number }, look: Look): Promise<void> => {
  const wanted = list.filter((one) => one.name.includes(only));
  if (wanted.length === 0) return;
  const context = await browser.newContext({ viewport: size, locale: 'ko-KR', timezoneId: 'Asia/Seoul', colorScheme: look });
  const page = await context.newPage();
  let current = '';
  page.on('pageerror', (error) => problems.push(`${current}: ${error.message}`));
  page.on('console', (message) => { if (message.type() === 'error' && !message.text().includes('409 (Conflict)')) problems.push(`${current}: ${message.text()}`); });
  await page.goto(shell.url);
  await page.locator('nav').first().waitFor();
  for (const place of wanted) {
    current = `${place.name} ${place.width ?? size.width} ${look}`;
    await page.setViewportSize({ ...size, width: place.width ?? size.width });
    if (place.anew === true) await page.reload();
    await visit(page, place.path);
    await settled(page);
    try {
      await place.before?.(page);
      if (place.before) await settled(page);
    } catch (error) {
      problems.push(`${current}: ${error instanceof Error ? error.message : String(error)}`);
    }
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (sideways > 0) problems.push(`${current}: the page scrolls sideways by ${sideways} px`);
    await page.screenshot({ path: join(out, `${place.name}-${place.width ?? size.width}${look === 'dark' ? '-dark' : ''}.png`) });
    pictures += 1;
    if (place.before) await page.keyboard.press('Escape');
  }
  await context.close();
};

const all = async (browser: Browser, shell: Launched, list: readonly Place[], sizes: readonly { width: number; height: number }[]): Promise<void> => {
  for (const size of sizes) await Promise.all(looks.map((look) => shoot(browser, shell, list, size, look)));
};

// A page of its own: whoever builds dist/page meanwhile does not take the files away.
execFileSync(process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--outDir', pageDir, '--logLevel', 'warn'], { cwd: root, stdio: 'inherit' });
if (only === '') rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
const executablePath = chromiumPath();
const browser = await chromium.launch({ args: chromiumFlags, ...(executablePath === undefined ? {} : { executablePath }) });

const demo = await launchLoopback({ dataDir: join(temporary, 'sample'), demo: true, pageDir });
await all(browser, demo, await screens(demo), [small, wide]);
const special = await states(demo);
for (const look of looks) await shoot(browser, demo, special, small, look);
await all(browser, demo, await largeLetters(demo), [small]);
await demo.stop();

const empty = await launchLoopback({ dataDir: join(temporary, 'empty'), pageDir });
await tell(empty, 'accounts.enter', { name: '김코디', role: 'coordinator', office: null });
await all(browser, empty, emptyScreens, [small, wide]);
await empty.stop();

await browser.close();
rmSync(temporary, { recursive: true, force: true });
for (const problem of problems) console.error(problem);
console.log(`${pictures} pictures in ${out}, ${problems.length} problems`);
process.exitCode = problems.length > 0 ? 1 : 0;
