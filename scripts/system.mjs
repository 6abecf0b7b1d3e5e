// What the end-to-end tests need from the machine: a Chromium and Korean fonts.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import process from 'node:process';
import { findBrowser } from './browser.mjs';

/**
 * Undefined when Chromium and a Korean font are here, or could be installed (root on Debian); else a sentence that says what to do.
 * Without a Korean font every screenshot would be boxes and every width wrong.
 */
export function prepareMachine() {
  const missing = [...(findBrowser() === undefined ? ['chromium'] : []), ...(hasKoreanFont() ? [] : ['fonts-noto-cjk'])];
  if (missing.length === 0) return undefined;
  const canInstall = process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (canInstall) {
    console.log(`Installing ${missing.join(' and ')} for the end-to-end tests.`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env });
    const done = spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing], { stdio: 'inherit', env });
    if (done.status === 0 && findBrowser() !== undefined && hasKoreanFont()) return undefined;
  }
  return missing.includes('chromium')
    ? 'The end-to-end tests need Chromium, Chrome or Edge: install one (Debian: apt-get install chromium fonts-noto-cjk), or name it in CHROMIUM_PATH.'
    : 'The end-to-end tests need a Korean font: install fonts-noto-cjk (Debian) or google-noto-sans-cjk-fonts (Fedora).';
}

/** Windows and macOS always have one. */
function hasKoreanFont() {
  if (process.platform !== 'linux') return true;
  const listed = spawnSync('fc-list', [':lang=ko', 'family'], { encoding: 'utf8' });
  return listed.status === 0 && listed.stdout.trim() !== '';
}
