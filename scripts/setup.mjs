import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { root } from './process.mjs';

const wanted = join(root, 'package-lock.json');
const present = join(root, 'node_modules', '.package-lock.json');

/** Installs when node_modules is missing or differs from the lock. Throws a sentence when npm fails. */
export function installIfStale() {
  const state = compareInstalled(readPackages(wanted), readPackages(present));
  if (state === 'same') return;
  console.log(state === 'missing' ? '필요한 패키지를 설치합니다.' : '패키지가 바뀌어 다시 맞춥니다.');
  // `npm ci` deletes node_modules first; on Windows the node.exe in it may be the one running, so a stale tree is only topped up.
  const args = state === 'missing' ? ['ci'] : ['install', '--no-save'];
  const code = runNpm([...args, '--loglevel=error']);
  if (code !== 0) throw new Error(`npm ${args.join(' ')} failed (${code}). Check the network once, or run it by hand to see why.`);
}

/**
 * Compares the packages of the lock with those installed, by version and integrity.
 * An optional one may be absent: npm leaves out the binaries of other platforms.
 */
export function compareInstalled(lock, installed) {
  if (installed === undefined) return 'missing';
  for (const [path, entry] of Object.entries(lock ?? {})) {
    if (path === '') continue;
    const found = installed[path];
    if (found === undefined) {
      if (entry.optional === true || entry.peer === true || entry.devOptional === true) continue;
      return 'stale';
    }
    if (found.version !== entry.version || found.integrity !== entry.integrity) return 'stale';
  }
  return 'same';
}

/**
 * The absolute path of the Node to run under: the platform package of the lock, else this Node if it is new enough
 * (no package exists for macOS). Throws a sentence when neither is there.
 */
export function lockedNode() {
  const system = process.platform === 'win32' ? 'win' : process.platform;
  const folder = join(root, 'node_modules', `node-${system}-${process.arch}`);
  const exe = join(folder, process.platform === 'win32' ? 'bin/node.exe' : 'bin/node');
  if (existsSync(exe)) return exe;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  throw new Error(
    `ClusterDesk needs Node 24. There is no Node package for ${process.platform}-${process.arch}, and this is Node ${process.versions.node}: install Node 24 from https://nodejs.org and run the command again.`,
  );
}

function readPackages(file) {
  if (!existsSync(file)) return undefined;
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}

function runNpm(args) {
  const { program, first } = npmCommand();
  return spawnSync(program, [...first, ...args], { cwd: root, stdio: 'inherit', windowsHide: true }).status ?? 1;
}

/** npm runs as the file it is under the Node it came with: on Windows `npm.cmd` cannot be started without a shell. */
export function npmCommand() {
  const { npm_node_execpath: node, npm_execpath: npm } = process.env;
  if (npm !== undefined && /npm-cli\.c?js$/.test(npm)) return { program: node ?? process.execPath, first: [npm] };
  const folder = dirname(process.execPath);
  const beside = [join(folder, 'node_modules/npm/bin/npm-cli.js'), join(folder, '../lib/node_modules/npm/bin/npm-cli.js')].find((path) => existsSync(path));
  if (beside !== undefined) return { program: process.execPath, first: [beside] };
  return process.platform === 'win32' ? { program: 'cmd.exe', first: ['/d', '/c', 'npm'] } : { program: 'npm', first: [] };
}
