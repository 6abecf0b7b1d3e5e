import { defineConfig } from 'vitest/config';

/** Everything that runs in Node. Real Chromium (tests/e2e) and Electron (tests/electron) belong to Playwright: their files end in .spec.ts. */
export default defineConfig({
  test: {
    include: ['tests/**/*.test.{ts,mjs}'],
    exclude: ['tests/e2e/**', 'tests/electron/**', 'tests/bench/**', 'node_modules/**'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    passWithNoTests: true,
  },
});
