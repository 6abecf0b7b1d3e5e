/**
 * Types Hangul into the list with a real input method: Xvfb, ibus-hangul and xdotool drive a headed Chromium, as a
 * Korean keyboard would. Synthetic compositions (tests/page/grid-hangul.test.ts) do not show how the first key gets lost.
 * Skipped, loudly, where the programs are missing: Debian has them as xvfb openbox ibus ibus-hangul xdotool dbus.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const programs = ['Xvfb', 'openbox', 'ibus-daemon', 'ibus', 'gsettings', 'xdotool', 'dbus-run-session'];
const missing = programs.filter((name) => !(process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, name))));
const engine = ['/usr/libexec/ibus-engine-hangul', '/usr/lib/ibus/ibus-engine-hangul'].some((path) => existsSync(path));
if (!engine) missing.push('ibus-engine-hangul');

if (process.platform !== 'linux' || missing.length > 0) {
  console.log('##########');
  console.log(`SKIPPED: Hangul with a real input method was NOT tested here (${process.platform === 'linux' ? `missing: ${missing.join(', ')}` : 'Linux only'}).`);
  console.log('##########');
  process.exit(0);
}

// The server itself chooses a display that is free and says which.
const screen = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1366x768x24', '-nolisten', 'tcp'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
const told = screen.stdio[3];
if (!told) throw new Error('Xvfb was started without a pipe to say its display');
const [number] = (await once(told, 'data')) as [Buffer];
const display = `:${number.toString().trim()}`;
const env = { ...process.env, DISPLAY: display, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8', XMODIFIERS: '@im=ibus', GTK_IM_MODULE: 'xim', QT_IM_MODULE: 'ibus', GSETTINGS_BACKEND: 'memory', NO_AT_BRIDGE: '1', IBUS_ENABLE_SYNC_MODE: '1' };
// Its own process group: the bus starts daemons that outlive it, and all of them end here.
const inside = spawn('dbus-run-session', ['--', process.execPath, join(import.meta.dirname, 'type-hangul.ts')], { env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
inside.stdout.on('data', (text: Buffer) => process.stdout.write(text));
// The bus and the toolkit talk a lot; what they say matters only when the typing failed.
let said = '';
inside.stderr.on('data', (text: Buffer) => { said += text.toString(); });
const end = (code: number): never => {
  try {
    process.kill(-(inside.pid ?? 0), 'SIGKILL');
  } catch {
    // The whole group has already ended.
  }
  // Asked, not killed: so it takes its lock file with it.
  screen.kill('SIGTERM');
  if (code !== 0) console.error(said);
  process.exit(code);
};
setTimeout(() => { console.error('gave up after 90 s'); end(1); }, 90_000);
inside.on('exit', (code) => end(code ?? 1));
