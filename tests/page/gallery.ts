/** Builds the gallery of parts and opens it in real Chromium. */
import react from '@vitejs/plugin-react';
import { chromium, type Browser, type BrowserContextOptions, type Page } from '@playwright/test';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, preview, type PreviewServer } from 'vite';
import { chromiumFlags, chromiumPath } from '../support/chromium.ts';

export type Gallery = {
  address: string;
  browser: Browser;
  /** Opens `#/grid`, `#/form` or `#/parts` in a window of its own. */
  open: (place: 'grid' | 'form' | 'parts', options?: BrowserContextOptions) => Promise<Page>;
  close: () => Promise<void>;
};

/** Where the files of a run find the gallery; without it, as outside vitest, each builds its own. */
const variable = 'CLUSTERDESK_GALLERY';

const root = join(import.meta.dirname, 'gallery');
const config = { root, configFile: false as const, logLevel: 'error' as const, plugins: [react()] };

const buildGallery = async (): Promise<string> => {
  const outDir = await mkdtemp(join(tmpdir(), 'clusterdesk-gallery-'));
  // vitest says NODE_ENV=test, which would build the slow React that nobody ships.
  const before = process.env['NODE_ENV'];
  process.env['NODE_ENV'] = 'production';
  await build({ ...config, build: { outDir, emptyOutDir: true, target: 'es2024', assetsInlineLimit: 0 } });
  process.env['NODE_ENV'] = before;
  return outDir;
};

/** Once before the first file that shows it, since a build takes as long as ten tests (vitest `globalSetup`). */
export async function setup(): Promise<() => Promise<void>> {
  const outDir = await buildGallery();
  process.env[variable] = outDir;
  return () => rm(outDir, { recursive: true, force: true });
}

/** Serves the built gallery; without `headless: false` no display is needed. */
export const startGallery = async ({ headless = true, flags = [] as string[] } = {}): Promise<Gallery> => {
  const shared = process.env[variable];
  const outDir = shared ?? await buildGallery();
  const server: PreviewServer = await preview({ ...config, build: { outDir }, preview: { port: 0, host: '127.0.0.1' } });
  const address = server.resolvedUrls?.local[0] ?? '';
  const executablePath = chromiumPath();
  const browser = await chromium.launch({ headless, args: [...chromiumFlags, ...flags], ...(executablePath === undefined ? {} : { executablePath }) });
  return {
    address,
    browser,
    open: async (place, options = {}) => {
      const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'ko-KR', timezoneId: 'Asia/Seoul', ...options });
      const page = await context.newPage();
      page.on('pageerror', (error) => { if (!error.message.includes('on purpose')) throw error; });
      await page.goto(`${address}#/${place}`);
      await page.locator(place === 'grid' ? '.ag-row [col-id="title"]' : '.cd-screen h3, .cd-screen h2').first().waitFor();
      return page;
    },
    close: async () => {
      await browser.close();
      await server.close();
      if (shared === undefined) await rm(outDir, { recursive: true, force: true });
    },
  };
};
