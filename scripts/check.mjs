// The fast part of the tests: types of every room, lint, who may import whom.
// `npm run check` does all; `npm run check -- db` looks at one folder only.
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { runPackage } from './process.mjs';

/** Runs the named steps; resolves to [name, passed] for each. */
export async function check(rooms = []) {
  const types = await runPackage('typescript/bin/tsc', ['-b', ...rooms]);
  const lint = await runPackage('oxlint/bin/oxlint', ['--type-aware', '--deny-warnings', ...rooms]);
  return [
    ['types', types === 0],
    ['lint', lint === 0],
  ];
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const rooms = process.argv.slice(2);
  const steps = await check(rooms);
  if (rooms.length === 0) steps.push(['architecture', (await runPackage('vitest/vitest.mjs', ['run', 'tests/architecture.test.ts', '--reporter=dot'])) === 0]);
  for (const [name, passed] of steps) console.log(`${passed ? 'ok    ' : 'FAILED'} ${name}`);
  process.exit(steps.every(([, passed]) => passed) ? 0 : 1);
}
