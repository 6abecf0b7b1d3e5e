// `npm test`: types, lint, everything in Node (vitest), real Chromium and Electron (Playwright). Its last line sums them up.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { check } from './check.mjs';
import { presentElectron } from './electron-binary.mjs';
import { buildPageIfStale } from './page.mjs';
import { dist, runPackage } from './process.mjs';
import { bundleShellIfStale } from './shell.mjs';
import { prepareMachine } from './system.mjs';

const reports = join(dist, 'reports');
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
const sum = { passed: 0, failed: 0, skipped: 0 };

const missing = prepareMachine();
section('types and lint');
for (const [name, passed] of await check()) {
  console.log(`${passed ? 'ok    ' : 'FAILED'} ${name}`);
  add(passed ? 1 : 0, passed ? 0 : 1, 0);
}

section('page');
try {
  await buildPageIfStale();
  add(1, 0, 0);
} catch (problem) {
  console.error(problem instanceof Error ? problem.message : problem);
  add(0, 1, 0);
}

section('in Node');
const vitest = join(reports, 'vitest.json');
const inNode = await runPackage('vitest/vitest.mjs', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${vitest}`]);
countVitest(vitest, inNode);

section('in Chromium');
if (missing === undefined) await playwright('chromium', ['--project=page', '--project=shell']);
else {
  console.error(`FAILED: ${missing}`);
  add(0, 1, 0);
}

section('in Electron');
if (presentElectron() === undefined) {
  console.log('*** SKIPPED: the Electron binary is not on this machine, so NOTHING below ran in the real desktop window. ***');
  console.log('*** npm start downloads it where the network allows; .github/workflows run this suite on Windows, macOS and Linux. ***');
} else await bundleShellIfStale();
await playwright('electron', ['--project=electron']);

console.log('');
console.log(`${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped`);
process.exit(sum.failed === 0 ? 0 : 1);

async function playwright(name, projects) {
  const report = join(reports, `${name}.json`);
  const code = await runPackage('@playwright/test/cli.js', ['test', ...projects, '--pass-with-no-tests'], { PLAYWRIGHT_JSON: report });
  countPlaywright(report, code);
}

function section(title) {
  console.log(`\n── ${title} ──`);
}

function add(passed, failed, skipped) {
  sum.passed += passed;
  sum.failed += failed;
  sum.skipped += skipped;
}

/** A runner that fails outside any test (a file that does not load, an unhandled rejection) still counts as one failure. */
function countVitest(file, code) {
  const report = read(file);
  const unloaded = (report?.testResults ?? []).filter((one) => one.status === 'failed' && one.assertionResults.every(({ status }) => status !== 'failed')).length;
  const failed = (report?.numFailedTests ?? 0) + unloaded;
  add(report?.numPassedTests ?? 0, failed === 0 && code !== 0 ? 1 : failed, (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0));
}

function countPlaywright(file, code) {
  const stats = read(file)?.stats;
  const failed = stats?.unexpected ?? 0;
  add((stats?.expected ?? 0) + (stats?.flaky ?? 0), failed === 0 && code !== 0 ? 1 : failed, stats?.skipped ?? 0);
}

function read(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}
