import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { dist, root } from './process.mjs';

const home = join(root, 'node_modules', 'electron');
const note = join(dist, 'electron-absent.json');
const PROBE_MS = 4_000;
const DOWNLOAD_MS = 180_000;
/** A machine that could not reach the download is not asked again before this. */
const AGAIN_MS = 7 * 24 * 60 * 60 * 1000;
const names = { win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron' };

/** Where the Electron binary is, or undefined: `ELECTRON_OVERRIDE_DIST_PATH`, else node_modules/electron/dist. Looks, never downloads. */
export function presentElectron() {
  const name = names[process.platform] ?? 'electron';
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(home, 'dist');
  const path = join(folder, name);
  return existsSync(path) ? path : undefined;
}

/**
 * The binary, downloaded once if the network allows. `reason` says why there is none. Without a network it takes at most a few
 * seconds, and the failure is remembered so that the next start does not wait again.
 */
export async function obtainElectron() {
  const present = presentElectron();
  if (present !== undefined) return { path: present };
  if (!existsSync(join(home, 'install.js'))) return { reason: 'the electron package is not installed' };
  if (process.env.ELECTRON_SKIP_BINARY_DOWNLOAD) return { reason: 'ELECTRON_SKIP_BINARY_DOWNLOAD is set' };
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
  const before = remembered();
  if (before?.version === version && Date.now() - before.at < AGAIN_MS) return { reason: before.reason };
  const reason = await download();
  if (reason === undefined) return { path: presentElectron() };
  mkdirSync(dist, { recursive: true });
  writeFileSync(note, JSON.stringify({ version, at: Date.now(), reason }));
  return { reason };
}

async function download() {
  const source = process.env.ELECTRON_MIRROR ?? process.env.npm_config_electron_mirror ?? 'https://github.com/';
  // Behind a proxy only the download itself can tell; its own limit of time holds.
  const proxy = process.env.HTTPS_PROXY ?? process.env.https_proxy;
  try {
    if (!proxy) await fetch(source, { method: 'HEAD', signal: AbortSignal.timeout(PROBE_MS) });
  } catch {
    return `${new URL(source).host} cannot be reached`;
  }
  console.log('데스크톱 창에 필요한 Electron을 한 번 내려받습니다.');
  const env = { ...process.env, ...(proxy ? { ELECTRON_GET_USE_PROXY: '1', GLOBAL_AGENT_HTTPS_PROXY: proxy, NODE_USE_ENV_PROXY: '1' } : {}) };
  const code = await new Promise((resolve) => {
    const child = spawn(process.execPath, [join(home, 'install.js')], { cwd: home, stdio: 'ignore', timeout: DOWNLOAD_MS, env });
    child.on('error', () => resolve(1));
    child.on('exit', (exit) => resolve(exit ?? 1));
  });
  return code === 0 && presentElectron() !== undefined ? undefined : 'the Electron download failed';
}

function remembered() {
  try {
    return JSON.parse(readFileSync(note, 'utf8'));
  } catch {
    return undefined;
  }
}
