import { defineConfig } from 'vitest/config';

const pages = ['tests/page/**/*.test.ts', 'tests/print/**/*.test.ts'];
const elsewhere = ['tests/e2e/**', 'tests/electron/**', 'tests/bench/**', 'node_modules/**'];
// A shared machine can be slow; a poll that fails is given up late, one that holds costs nothing.
const patience = { testTimeout: 30_000, hookTimeout: 60_000, expect: { poll: { timeout: 10_000 } } };

/**
 * Everything that vitest runs: in Node, and parts of the page in real Chromium. Whole screens (tests/e2e) and Electron
 * (tests/electron) belong to Playwright: their files end in .spec.ts.
 */
export default defineConfig({
  test: {
    passWithNoTests: true,
    globalSetup: 'tests/support/template.ts',
    projects: [
      // Files share the two processes: a new one for each of 250 would read the application anew. None leaves anything behind (tests/README.md).
      { test: { name: 'node', include: ['tests/**/*.test.{ts,mjs}'], exclude: [...elsewhere, ...pages], pool: 'forks', isolate: false, maxWorkers: 2, ...patience } },
      // Keys and frames race where a browser shares two cores with others; only where a run decides about a change are they given a second try.
      { test: { name: 'page', include: pages, globalSetup: 'tests/page/gallery.ts', pool: 'forks', fileParallelism: false, retry: process.env['CI'] ? 2 : 0, ...patience } },
    ],
  },
});
