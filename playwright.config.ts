import { defineConfig } from '@playwright/test';
import { depth } from './tests/property/depth.ts';
import { chromiumFlags, chromiumPath } from './tests/support/chromium.ts';

const executablePath = chromiumPath();
/** The page as an office PC shows it. */
const inChromium = {
  locale: 'ko-KR',
  timezoneId: 'Asia/Seoul',
  viewport: { width: 1366, height: 768 },
  // Recording every test took a third of the time; what fails in CI is recorded when it is tried again, by hand `--trace on` asks for it.
  trace: 'on-first-retry' as const,
  launchOptions: { args: chromiumFlags, ...(executablePath === undefined ? {} : { executablePath }) },
};

/** `page` and `shell` drive the loopback shell in real Chromium, `electron` drives the desktop window. */
export default defineConfig({
  outputDir: 'test-results',
  timeout: 240_000,
  expect: { timeout: 10_000 },
  // Each file starts a program of its own; two of them at a time keep `npm test` under ten minutes on two cores.
  workers: 2,
  retries: process.env['CI'] ? 2 : 0,
  fullyParallel: false,
  // What takes minutes alone runs where a whole look is asked for: `npm run long`, `npm run access`.
  ...(depth < 1 ? { grepInvert: /@long/ } : {}),
  forbidOnly: process.env['CI'] !== undefined,
  reporter: [['list'], ['json', { outputFile: process.env['PLAYWRIGHT_JSON'] ?? 'test-results/report.json' }]],
  projects: [
    { name: 'page', testDir: 'tests/e2e', testMatch: '**/*.spec.ts', use: inChromium },
    { name: 'shell', testDir: 'tests/shell', testMatch: '**/*.spec.ts', use: inChromium },
    { name: 'electron', testDir: 'tests/electron', testMatch: '**/*.spec.ts' },
  ],
});
