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

/** Starts the loopback shell, prints its address, opens a window on it; ends with it. */
async function loopback() {
  const args = [join(root, 'electron/loopback-run.ts'), ...shared, ...(values.port === undefined ? [] : ['--port', values.port])];
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['inherit', 'pipe', 'inherit'] });
  const profile = mkdtempSync(join(tmpdir(), 'clusterdesk-window-'));
  createInterface({ input: child.stdout }).on('line', (line) => {
    console.log(line);
    const address = /^ClusterDesk: (http:\S+)$/.exec(line)?.[1];
    if (address !== undefined) show(address, profile);
  });
  const pass = () => child.kill('SIGTERM');
  process.on('SIGTERM', pass);
  process.on('SIGINT', () => undefined);
  const code = await new Promise((resolve) => child.on('exit', (exit) => resolve(exit ?? 1)));
  rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
  return code;
}

function show(address, profile) {
  const browser = values['no-open'] || !hasDisplay() ? undefined : findBrowser();
  if (browser !== undefined) openAppWindow(browser, address, profile);
  else console.log('위 주소를 이 컴퓨터의 브라우저에서 여세요. 끝내려면 Ctrl+C를 누르세요.');
}
