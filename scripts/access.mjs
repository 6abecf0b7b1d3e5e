// `npm run access`: every screen by the rules of WCAG 2.2 AA, light and dark.
import process from 'node:process';
import { buildPageIfStale } from './page.mjs';
import { runPackage } from './process.mjs';
import { prepareMachine } from './system.mjs';

const missing = prepareMachine();
if (missing !== undefined) {
  console.error(missing);
  process.exit(1);
}
await buildPageIfStale();
process.exit(await runPackage('@playwright/test/cli.js', ['test', '--project=page', '--grep', '@long', 'tests/e2e/accessible.spec.ts'], { TEST_DEPTH: '1' }));
