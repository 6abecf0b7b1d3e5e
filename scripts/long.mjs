// `npm run long`: the look that `npm test` leaves a part of to stay under ten minutes. Everything in Node again with all its random runs
// and power cuts, and in Chromium what takes minutes alone: every screen for everybody, a session at the speed of a hand.
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
// TEST_DEPTH=10 before the command asks for ten times as many; a share below the whole would leave out what is promised here.
const deep = { TEST_DEPTH: String(Math.max(1, Number(process.env.TEST_DEPTH ?? 1))) };
const inNode = await runPackage('vitest/vitest.mjs', ['run'], deep);
const inChromium = await runPackage('@playwright/test/cli.js', ['test', '--project=page', '--grep', '@long'], deep);
for (const [name, code] of [['in Node', inNode], ['in Chromium', inChromium]]) console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name}`);
process.exit(inNode === 0 && inChromium === 0 ? 0 : 1);
