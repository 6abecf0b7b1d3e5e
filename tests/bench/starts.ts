/** From nothing to the first rows on screen, and the memory the program holds then. */
import { readFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { chromiumFlags, chromiumPath } from '../support/chromium.ts';
import { launchLoopback } from '../support/launch.ts';
import { median, figure, type Figure } from './measure.ts';

const rounds = 3;

/** Megabytes of a process: all it has in memory (RSS), and its part of what it shares (PSS). Zero where the system does not tell. */
export const memoryOf = (pid: number): { rss: number; pss: number } => {
  try {
    const told = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
    const of = (name: string): number => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(told)?.[1] ?? 0) / 1024;
    return { rss: of('Rss'), pss: of('Pss') };
  } catch {
    return { rss: 0, pss: 0 };
  }
};

/** @param name of the scale, for the figures */
export const measureStart = async (dataDir: string, name: string, empty: string): Promise<Figure[]> => {
  const executablePath = chromiumPath();
  const browser = await chromium.launch({ args: chromiumFlags, ...(executablePath === undefined ? {} : { executablePath }) });
  const once = async (folder: string, path: string, row: string): Promise<{ ms: number; rss: number; pss: number }> => {
    const began = performance.now();
    const shell = await launchLoopback({ dataDir: folder });
    try {
      const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, locale: 'ko-KR' });
      await page.goto(shell.url.replace('/#', `${path}#`));
      await page.locator(row).first().waitFor({ timeout: 180_000 });
      const ms = performance.now() - began;
      const memory = memoryOf(shell.pid);
      await page.close();
      return { ms, ...memory };
    } finally {
      await shell.stop();
    }
  };
  try {
    const [ours, theirs]: [Awaited<ReturnType<typeof once>>[], Awaited<ReturnType<typeof once>>[]] = [[], []];
    // The first start warms the file cache and is not counted.
    for (let round = 0; round <= rounds; round += 1) {
      const [mine, other] = [await once(dataDir, '/tasks', '.ag-row [col-id="title"]'), await once(empty, '/tasks', '.cd-grid-body, .cd-empty, main')];
      if (round > 0) { ours.push(mine); theirs.push(other); }
    }
    const of = (list: typeof ours, key: 'ms' | 'rss' | 'pss'): number => median(list.map((one) => one[key]));
    return [
      figure(`start to first rows, ${name}`, of(ours, 'ms'), of(theirs, 'ms'), 'process, page, first rows of the list of tasks / the same program over an empty folder'),
      figure(`memory with a list open, ${name}`, of(ours, 'pss'), of(theirs, 'pss'), `PSS; RSS ${of(ours, 'rss').toFixed(0)} / ${of(theirs, 'rss').toFixed(0)} MB`, { unit: 'MB' }),
    ];
  } finally {
    await browser.close();
  }
};
