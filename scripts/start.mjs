// `npm start [-- --data DIR] [--demo] [--port N] [--no-open]`: the desktop window where Electron is, else the loopback shell.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { findBrowser, hasDisplay, openAppWindow } from './browser.mjs';
import { obtainElectron } from './electron-binary.mjs';
import { buildPageIfStale } from './page.mjs';
import { dist, root, runHere } from './process.mjs';
import { bundleShellIfStale } from './shell.mjs';

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    demo: { type: 'boolean', default: false },
    port: { type: 'string' },
    'no-open': { type: 'boolean', default: false },
    loopback: { type: 'boolean', default: false },
  },
});

/** A browser that lived longer than this was the window itself. */
const HANDED_OVER_MS = 5_000;

await buildPageIfStale();
const shared = [...(values.data === undefined ? [] : ['--data', values.data]), ...(values.demo ? ['--demo'] : [])];
const wantsBrowser = values.port !== undefined || values['no-open'] || values.loopback;
const why = wantsBrowser ? '브라우저 실행을 골랐습니다' : await tryDesktop();
if (why !== undefined) {
  console.log(`데스크톱 창 대신 브라우저로 엽니다: ${why}.`);
  process.exitCode = await loopback();
}

/** Runs the desktop shell to its end; a sentence when it cannot. */
async function tryDesktop() {
  if (!hasDisplay()) return '화면이 연결되어 있지 않습니다 (no display)';
  const { path, reason } = await obtainElectron();
  if (path === undefined) return `Electron 실행 파일이 없습니다 (${reason})`;
  await bundleShellIfStale();
  const began = Date.now();
  // Chromium's own sandbox refuses to run as root; a person at an office PC is never root.
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const code = await runHere(path, [...asRoot, join(dist, 'shell/main.js'), ...shared]);
  if (code !== 0 && Date.now() - began < 5_000) return `Electron이 시작하지 못했습니다 (${code})`;
  process.exitCode = code;
  return undefined;
}

/** Starts the loopback shell, prints its address, opens a window on it. Either one's end is the other's. */
async function loopback() {
  const args = [join(root, 'electron/loopback-run.ts'), ...shared, ...(values.port === undefined ? [] : ['--port', values.port])];
  const server = spawn(process.execPath, args, { cwd: root, stdio: ['pipe', 'pipe', 'inherit'], env: { ...process.env, CLUSTERDESK_PARENT: 'stdin' } });
  const profile = mkdtempSync(join(tmpdir(), 'clusterdesk-window-'));
  let browser;
  createInterface({ input: server.stdout }).on('line', (line) => {
    console.log(line);
    const address = /^ClusterDesk: (http:\S+)$/.exec(line)?.[1];
    if (address !== undefined) browser = show(address, profile, () => server.stdin.end());
  });
  process.on('SIGTERM', () => server.stdin.end());
  process.on('SIGINT', () => server.stdin.end());
  const code = await new Promise((resolve) => server.on('exit', (exit) => resolve(exit ?? 1)));
  browser?.kill();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  return code;
}

/** The window, or a sentence where none can be opened. `closed` is called when the person closes it. */
function show(address, profile, closed) {
  const path = values['no-open'] || !hasDisplay() ? undefined : findBrowser();
  if (path === undefined) {
    console.log('위 주소를 이 컴퓨터의 브라우저에서 여세요. 끝내려면 Ctrl+C를 누르세요.');
    return undefined;
  }
  const began = Date.now();
  const browser = openAppWindow(path, address, profile);
  // A browser that ends at once has only handed the address to another process of its own, or could not open it.
  browser.on('exit', () => Date.now() - began > HANDED_OVER_MS && closed());
  return browser;
}
