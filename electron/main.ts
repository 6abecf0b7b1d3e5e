import { app, BrowserWindow, Menu, protocol, screen, session, type MenuItemConstructorOptions, type WebContents } from 'electron';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { startCarry, type Carry } from './carry.ts';
import { defaultDataDir } from './data-dir.ts';
import { createFront } from './front.ts';
import { keyEvent, menu, type MenuEntry } from './menu.ts';
import { createNative } from './native.ts';
import { readWindowState, writeWindowState } from './window-state.ts';

const SCHEME = 'app';
const ORIGIN = `${SCHEME}://desk`;

// Electron's own switches share this command line, so unknown ones are not an error.
const { values } = parseArgs({
  args: process.argv.slice(1),
  strict: false,
  allowPositionals: true,
  options: { data: { type: 'string' }, demo: { type: 'boolean' }, page: { type: 'string' }, worker: { type: 'string' } },
});
const given = (name: string): string | undefined => (typeof values[name] === 'string' ? values[name] : undefined);
const demo = values['demo'] === true;
const throwAway = demo && given('data') === undefined;
const dataDir = throwAway ? mkdtempSync(join(tmpdir(), 'clusterdesk-demo-')) : resolve(given('data') ?? defaultDataDir());
const pageDir = resolve(given('page') ?? join(import.meta.dirname, '../dist/page'));
// Only an unpackaged program takes another application thread: the tests' stand-in.
const otherWorker = app.isPackaged ? undefined : given('worker');
const worker = otherWorker === undefined ? new URL('../db/worker.ts', import.meta.url) : pathToFileURL(resolve(otherWorker));

// One program per data folder: the lock, like everything of the browser, lies in a folder of its own inside it.
const windowDir = join(dataDir, 'window');
mkdirSync(windowDir, { recursive: true });
app.setPath('userData', windowDir);
app.enableSandbox();
protocol.registerSchemesAsPrivileged([
  { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true } },
]);

let window: BrowserWindow | undefined;
let carry: Carry | undefined;

if (!app.requestSingleInstanceLock()) app.quit();
else {
  app.on('second-instance', () => {
    if (window?.isMinimized() === true) window.restore();
    window?.focus();
  });
  app.on('web-contents-created', (_, contents) => lock(contents));
  app.on('window-all-closed', () => app.quit());
  app.on('before-quit', (event) => {
    if (carry === undefined) return;
    event.preventDefault();
    const last = carry;
    carry = undefined;
    void last.close().finally(() => {
      if (throwAway) rmSync(dataDir, { recursive: true, force: true });
      app.quit();
    });
  });
  // Not awaited: Electron gets ready only after this module has been evaluated.
  void app.whenReady().then(open);
}

function open(): void {
  carry = startCarry(worker, { dataDir, pageDir, demo });
  const front = createFront({ kind: 'app', origin: ORIGIN }, carry, createNative(() => window));
  protocol.handle(SCHEME, (request: Request & { initiatorOrigin?: string }) => front(request, request.initiatorOrigin));

  // Copying a table to Excel writes the clipboard; the page may ask the system for nothing else.
  const granted = (permission: string): boolean => permission === 'clipboard-sanitized-write';
  session.defaultSession.setPermissionRequestHandler((_, permission, answer) => answer(granted(permission)));
  session.defaultSession.setPermissionCheckHandler((_, permission) => granted(permission));
  session.defaultSession.setDevicePermissionHandler(() => false);

  const file = join(windowDir, 'place.json');
  const state = readWindowState(file, screen.getAllDisplays().map((display) => display.workArea));
  const opened = new BrowserWindow({
    ...state,
    minWidth: 960,
    minHeight: 600,
    show: false,
    title: '클러스터데스크',
    webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, webviewTag: false, spellcheck: false },
  });
  window = opened;
  if (state.maximized) opened.maximize();
  opened.once('ready-to-show', () => opened.show());
  opened.on('close', () => writeWindowState(file, { ...opened.getNormalBounds(), maximized: opened.isMaximized() }));
  opened.on('closed', () => (window = undefined));
  Menu.setApplicationMenu(Menu.buildFromTemplate(menu.map(({ label, entries }) => ({ label, submenu: entries.map(toItem) }))));
  void opened.loadURL(`${ORIGIN}/`);
}

/** The page stays the page: no other address, no second window, no embedded one; a renderer that dies is loaded again. */
function lock(contents: WebContents): void {
  contents.on('will-navigate', (event) => {
    if (!event.url.startsWith(`${ORIGIN}/`)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('render-process-gone', (_, details) => {
    console.error('the page ended:', details.reason);
    if (details.reason !== 'clean-exit') contents.reload();
  });
}

function toItem(entry: MenuEntry): MenuItemConstructorOptions {
  if (entry.kind === 'line') return { type: 'separator' };
  if (entry.kind === 'role') return { label: entry.label, role: entry.role };
  const click = (): void => {
    const event = keyEvent(entry.accelerator);
    window?.webContents.sendInputEvent({ type: 'keyDown', ...event });
    window?.webContents.sendInputEvent({ type: 'keyUp', ...event });
  };
  return { label: entry.label, accelerator: entry.accelerator.replace('Ctrl', 'CmdOrCtrl'), registerAccelerator: false, click };
}
