/** What a person sees of a long list: a jump of the scrollbar and a new order to the moment the rows are painted, in real Chromium. */
import { createReadStream, statSync } from 'node:fs';
import { totalmem } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { databaseName } from '../../db/kernel/store.ts';
import { chromiumFlags, chromiumPath } from '../support/chromium.ts';
import { launchLoopback } from '../support/launch.ts';
import { figure, median, percentile, type Figure } from './measure.ts';

const jumps = 40;
const sorts = ['title', 'lead_org_name', 'status', 'found_on'] as const;

/** Milliseconds from a deed to the frame that shows rows which hold, in a page that has the list of tasks open. */
const paintedAfter = async (page: Page, deed: { scrollTo: number } | { sort: string }): Promise<number> => page.evaluate(async (wanted) => {
  const body = document.querySelector('.cd-grid-body');
  const viewport = body?.querySelector('.ag-grid-viewport') ?? null;
  if (!body || !viewport) throw new Error('no list on the page');
  const painted = (): Promise<void> => new Promise((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve();
      port2.postMessage(null);
    });
  });
  const height = Number.parseFloat(body.querySelector<HTMLElement>('.ag-row[row-index]')?.style.height ?? '');
  /** Rows wholly within sight, as index and title; without a title while the block is on its way. Places are worked out: measuring each row would cost as much as drawing it. */
  const seen = (): string[] => {
    const titles = new Map([...body.querySelectorAll('.ag-row[row-index] [col-id="title"]')].map((cell) => [Number(cell.closest('.ag-row')?.getAttribute('row-index')), cell.textContent ?? '']));
    const [top, bottom] = [Math.ceil(viewport.scrollTop / height), Math.floor((viewport.scrollTop + viewport.clientHeight) / height)];
    return Array.from({ length: bottom - top }, (_, at) => `${top + at} ${titles.get(top + at) ?? ''}`);
  };
  const isWhole = (rows: readonly string[]): boolean => rows.length > 3 && rows.every((row) => /^\d+ \S/.test(row));
  const before = seen().join('|');
  const started = performance.now();
  if ('scrollTo' in wanted) viewport.scrollTop = (viewport.scrollHeight - viewport.clientHeight) * wanted.scrollTo;
  else body.querySelector<HTMLElement>(`.ag-header-cell[col-id="${wanted.sort}"] .ag-header-cell-label`)?.click();
  for (;;) {
    await painted();
    const rows = seen();
    if (isWhole(rows) && rows.join('|') !== before) return performance.now() - started;
    if (performance.now() - started > 60_000) throw new Error(`nothing new within a minute after ${JSON.stringify(wanted)}: ${rows.slice(0, 3).join(' | ')}`);
  }
}, deed);

/** What a painted frame costs on this machine without any of ours: text set in a plain table of 40 rows. */
const plainPaint = async (page: Page): Promise<number> => page.evaluate(async () => {
  const table = document.createElement('table');
  table.innerHTML = '<tr><td>가<td>나<td>다'.repeat(40);
  document.body.append(table);
  const started = performance.now();
  for (const cell of table.querySelectorAll('td')) cell.textContent = `${started}`;
  await new Promise<void>((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve();
      port2.postMessage(null);
    });
  });
  const took = performance.now() - started;
  table.remove();
  return took;
});

/** Reads a file that fits into memory, so that the page is measured and not the disk, which the suites before have emptied the memory of. */
const warm = async (path: string): Promise<void> => {
  if (statSync(path).size > totalmem() / 2) return;
  for await (const piece of createReadStream(path, { highWaterMark: 4 * 1024 * 1024 })) void piece;
};

export const measurePainted = async (dataDir: string): Promise<Figure[]> => {
  await warm(join(dataDir, databaseName));
  const executablePath = chromiumPath();
  const shell = await launchLoopback({ dataDir });
  const browser = await chromium.launch({ args: chromiumFlags, ...(executablePath === undefined ? {} : { executablePath }) });
  try {
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, locale: 'ko-KR' });
    await page.goto(shell.url.replace('/#', '/tasks#'));
    await page.locator('.ag-row [col-id="title"]').first().waitFor({ timeout: 120_000 });
    // The order is complete once the whole list can be scrolled.
    await page.waitForTimeout(3000);
    const [ours, theirs]: [number[], number[]] = [[], []];
    for (let at = 0; at < jumps; at += 1) {
      // The golden ratio visits the whole list without order, and never a block twice.
      ours.push(await paintedAfter(page, { scrollTo: (at * 0.618_034 + 0.05) % 1 }));
      theirs.push(await plainPaint(page));
      await page.waitForTimeout(60);
    }
    const orders: number[] = [];
    for (const sort of sorts) {
      orders.push(await paintedAfter(page, { sort }));
      await page.waitForTimeout(500);
    }
    const again: number[] = [];
    for (const sort of sorts) {
      again.push(await paintedAfter(page, { sort }));
      await page.waitForTimeout(200);
    }
    const plain = median(theirs);
    return [
      figure('jump of the scrollbar, painted, p50', median(ours), plain, `${jumps} jumps through the list of tasks / text set in a plain table, painted`),
      figure('jump of the scrollbar, painted, p95', percentile(ours, 0.95), percentile(theirs, 0.95), 'the same, p95 of both', { most: 50 }),
      figure('a new order, painted, worst', Math.max(...orders), plain, `first by ${sorts.map((sort, at) => `${sort} ${orders[at]?.toFixed(0)}`).join(', ')} ms / the plain table`, { most: 100, unsteady: true }),
      figure('an order asked for again, painted, worst', Math.max(...again), plain, 'the other direction / the plain table', { most: 100, unsteady: true }),
    ];
  } finally {
    await browser.close();
    await shell.stop();
  }
};
