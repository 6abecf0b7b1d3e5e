// The launcher behind every npm script: `node scripts/run.mjs <name> [arguments]`. No dependency, runs on Node 20.
// It makes the installed packages match the lock, then re-runs under the Node version the lock names.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { installIfStale, lockedNode } from './setup.mjs';
import { dist, root, runHere } from './process.mjs';

/** Name of the npm script → the file that does it. */
const tasks = {
  start: 'scripts/start.mjs',
  test: 'scripts/test.mjs',
  long: 'scripts/long.mjs',
  check: 'scripts/check.mjs',
  build: 'scripts/build.mjs',
  bench: 'tests/bench/run.ts',
  'bench:check': 'tests/bench/check.ts',
  'bench:data': 'tests/bench/data/run.ts',
  shots: 'tests/shots/run.ts',
  ime: 'tests/ime/run.ts',
  names: 'tests/names/run.ts',
  access: 'scripts/access.mjs',
  'check-lock': 'scripts/check-lock.mjs',
};

// Without a locale Chromium can neither read nor save a file with a Korean name.
if (process.platform === 'linux' && !process.env.LANG && !process.env.LC_ALL && !process.env.LC_CTYPE) process.env.LC_ALL = 'C.UTF-8';

// Compiled code is kept: the program answers 0.15 s sooner from its second start on (measured, of 0.4 s).
process.env.NODE_COMPILE_CACHE ??= join(dist, 'compile-cache');

const [name, ...rest] = process.argv.slice(2);
const task = Object.hasOwn(tasks, name ?? '') ? tasks[name] : undefined;
if (task === undefined) {
  console.error(`Say one of: ${Object.keys(tasks).join(', ')}`);
  process.exit(2);
}
try {
  installIfStale();
  const node = lockedNode();
  if (!existsSync(join(root, task))) {
    console.error(`${name}: ${task} does not exist`);
    process.exit(2);
  }
  process.exit(await runHere(node, [join(root, task), ...rest]));
} catch (problem) {
  console.error(problem instanceof Error ? problem.message : String(problem));
  process.exit(1);
}
