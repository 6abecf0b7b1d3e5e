import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

/** Installed Chromium, Chrome or Edge: `CHROMIUM_PATH`, the usual places, then PATH. Undefined when there is none. */
export function findBrowser(env = process.env, platform = process.platform) {
  if (env.CHROMIUM_PATH) return env.CHROMIUM_PATH;
  return candidates(env, platform).find((path) => existsSync(path));
}

/** True when a window can be shown at all. */
export function hasDisplay(env = process.env, platform = process.platform) {
  if (platform === 'win32' || platform === 'darwin') return true;
  return Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

/** Opens `address` as an app window (no address bar) with a profile of its own in `profile`, and gives the browser's process. */
export function openAppWindow(browser, address, profile) {
  const args = [`--app=${address}`, `--user-data-dir=${profile}`, '--no-first-run', '--no-default-browser-check', '--window-size=1366,820', '--lang=ko', '--disable-features=Translate', '--disable-sync'];
  if (process.platform === 'linux' && process.getuid?.() === 0) args.push('--no-sandbox', '--test-type');
  const child = spawn(browser, args, { stdio: 'ignore' });
  child.on('error', (problem) => console.error(`${browser}: ${problem.message}`));
  return child;
}

function candidates(env, platform) {
  if (platform === 'win32') {
    const bases = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(Boolean);
    const places = ['Microsoft\\Edge\\Application\\msedge.exe', 'Google\\Chrome\\Application\\chrome.exe', 'Chromium\\Application\\chrome.exe'];
    return places.flatMap((place) => bases.map((base) => join(base, place)));
  }
  if (platform === 'darwin') {
    return ['Google Chrome', 'Microsoft Edge', 'Chromium'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
  }
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
  const folders = [...new Set([...(env.PATH ?? '').split(':').filter(Boolean), '/usr/bin', '/usr/local/bin', '/snap/bin'])];
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}
