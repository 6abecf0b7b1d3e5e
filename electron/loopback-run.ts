// Entry of the loopback shell as its own process: `node electron/loopback-run.ts [--data DIR] [--demo] [--port N] [--page DIR] [--worker FILE]`.
// Its one line on stdout, `ClusterDesk: <address>`, is what scripts/start.mjs and the tests read.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { defaultDataDir } from './data-dir.ts';
import { startLoopback } from './loopback.ts';

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    demo: { type: 'boolean', default: false },
    port: { type: 'string', default: '0' },
    page: { type: 'string', default: join(import.meta.dirname, '../dist/page') },
    worker: { type: 'string', default: join(import.meta.dirname, '../db/worker.ts') },
  },
});

/** `--demo` without `--data` works in a folder that is thrown away at the end. */
const throwAway = values.demo && values.data === undefined;
const dataDir = throwAway ? mkdtempSync(join(tmpdir(), 'clusterdesk-demo-')) : resolve(values.data ?? defaultDataDir());
mkdirSync(dataDir, { recursive: true });

const start = { dataDir, pageDir: resolve(values.page), demo: values.demo };
const shell = startLoopback(start, pathToFileURL(resolve(values.worker)), Number(values.port));

let ending = false;
async function end(): Promise<void> {
  if (ending) return;
  ending = true;
  // Ends by itself after this, so that the last lines of the log get out; the timer is for something that hangs.
  setTimeout(() => process.exit(1), 10_000).unref();
  await (await shell).close();
  if (throwAway) rmSync(dataDir, { recursive: true, force: true });
  process.stdin.destroy();
}
process.on('SIGINT', () => void end());
process.on('SIGTERM', () => void end());
// A parent that keeps our stdin open and then goes away takes us with it: the tests start us so.
if (process.env['CLUSTERDESK_PARENT'] === 'stdin') process.stdin.on('end', () => void end()).resume();

// Last: whoever reads this line may ask us to end in the same moment.
console.log(`ClusterDesk: ${(await shell).url}`);
