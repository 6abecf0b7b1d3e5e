/** What a person feels: start to first rows, and a key press to its echo on screen, against the barest page over the same data. */
import { chromium, type Browser, type Page } from '@playwright/test';
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { databaseName } from '../../db/kernel/store.ts';
import { chromiumFlags, chromiumPath } from '../support/chromium.ts';
import { launchLoopback } from '../support/launch.ts';
import { testApplication } from '../support/store.ts';
import { fill, rowsInList } from './handle.ts';
import { median, percentile, type Figure } from './measure.ts';

const starts = 5;
const keys = 120;

const startBare = async (path: string): Promise<{ child: ChildProcess; url: string }> => {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'bare-server.ts'), path], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return { child, url: line.toString().trim() };
};

/** Milliseconds from each key press to the moment after the frame that shows it. */
const echoes = async (page: Page, input: string): Promise<number[]> => {
  await page.locator(input).first().focus();
  await page.evaluate(() => {
    const times: number[] = [];
    Reflect.set(globalThis, 'echoes', times);
    let pressed = 0;
    document.addEventListener('keydown', (event) => { pressed = event.timeStamp; }, true);
    document.addEventListener('input', () => {
      const at = pressed;
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => times.push(performance.now() - at);
        port2.postMessage(null);
      });
    }, true);
  });
  for (let index = 0; index < keys; index += 1) {
    await page.keyboard.press(index % 6 === 5 ? 'Backspace' : 'abcde'[index % 6] ?? 'a');
    await page.waitForTimeout(70);
  }
  return page.evaluate(() => Reflect.get(globalThis, 'echoes') as number[]);
};

const openPage = async (browser: Browser, url: string, row: string): Promise<Page> => {
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, locale: 'ko-KR' });
  await page.goto(url);
  await page.locator(row).first().waitFor();
  return page;
};

/** The figures of the page level. */
export const measurePage = async (): Promise<Figure[]> => {
  execFileSync(process.execPath, [join(import.meta.dirname, '../../scripts/build.mjs')], { stdio: 'inherit' });
  const desk = await testApplication();
  fill(desk.app.store);
  const { dataDir } = desk;
  await desk.app.close();
  const executablePath = chromiumPath();
  const browser = await chromium.launch({ args: chromiumFlags, ...(executablePath === undefined ? {} : { executablePath }) });

  const [ours, theirs]: [number[], number[]] = [[], []];
  const [ourEchoes, theirEchoes]: [number[], number[]] = [[], []];
  for (let round = 0; round <= starts; round += 1) {
    let began = performance.now();
    const shell = await launchLoopback({ dataDir });
    const mine = await openPage(browser, shell.url.replace('/#', '/organisations#'), '.ag-row [col-id="name"]');
    const mineMs = performance.now() - began;
    began = performance.now();
    const bare = await startBare(join(dataDir, databaseName));
    const plain = await openPage(browser, bare.url, '.row');
    const plainMs = performance.now() - began;
    // The first start also warms the file cache and is not counted.
    if (round > 0) { ours.push(mineMs); theirs.push(plainMs); }
    if (round === starts) {
      ourEchoes.push(...await echoes(mine, 'main input[type=text], main input:not([type])'));
      theirEchoes.push(...await echoes(plain, 'input'));
    }
    await mine.close();
    await plain.close();
    await shell.stop();
    bare.child.kill();
  }
  await browser.close();
  rmSync(dataDir, { recursive: true, force: true });
  const figure = (name: string, mine: number, other: number, what: string): Figure => ({ name, ours: mine, theirs: other, ratio: mine / other, unit: 'ms', what });
  return [
    figure(`start to first rows (${rowsInList.toLocaleString()} in the list)`, median(ours), median(theirs), 'npm start without npm: process, page, first block / bare server, plain table'),
    figure('key press to painted echo, p50', median(ourEchoes), median(theirEchoes), 'the list’s search box over 100,000 rows / a plain input'),
    figure('key press to painted echo, p95', percentile(ourEchoes, 0.95), percentile(theirEchoes, 0.95), 'the same'),
  ];
};
