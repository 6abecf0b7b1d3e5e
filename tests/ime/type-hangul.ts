/** Runs inside its own session bus and display: starts the input method, then types as a person does. */
import { strict as assert } from 'node:assert';
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startGallery } from '../page/gallery.ts';

const shots = join(import.meta.dirname, '../../shots');
mkdirSync(shots, { recursive: true });

const run = (name: string, ...args: string[]): string => {
  const { stdout, stderr, status } = spawnSync(name, args, { encoding: 'utf8', timeout: 20_000 });
  if (status !== 0) console.error(`${name} ${args.join(' ')}: ${stderr}`);
  return stdout.trim();
};
/** Keys of a two-set (두벌식) keyboard, with the pauses of fingers. */
const type = async (keys: string) => { for (const key of keys) { run('xdotool', 'key', '--clearmodifiers', key); await pause(60); } };
const press = async (key: string) => { run('xdotool', 'key', '--clearmodifiers', key); await pause(250); };

const children = [spawn('openbox', [], { stdio: 'ignore' })];
await pause(500);
children.push(spawn('ibus-daemon', ['--replace', '--xim', '--panel', 'disable', '--config', '/usr/libexec/ibus-memconf'], { stdio: 'ignore' }));
await pause(1500);
for (let tries = 0; tries < 10 && run('ibus', 'engine') !== 'hangul'; tries += 1) { run('ibus', 'engine', 'hangul'); await pause(300); }
console.log(`input method: ${run('ibus', 'engine')}`);

const gallery = await startGallery({ headless: false, flags: ['--window-size=1366,768', '--window-position=0,0'] });
let passed = false;
try {
  const page = await gallery.open('grid', { viewport: null });
  const calls = () => page.evaluate(() => window.calls.filter((call): call is unknown[] => Array.isArray(call) && call[0] === 'edit').map((call) => call.slice(1, 4)));
  const focused = () => page.evaluate(() => { const at = document.activeElement?.closest('.ag-cell'); return at ? `${at.closest('.ag-row')?.getAttribute('row-index')}:${at.getAttribute('col-id')}` : null; });
  await page.evaluate(() => {
    for (const name of ['keydown', 'compositionstart', 'compositionupdate', 'compositionend', 'input']) {
      window.addEventListener(name, (event) => window.calls.push(['event', name, event instanceof KeyboardEvent ? `${event.key}/${event.keyCode}` : event instanceof CompositionEvent ? event.data : '']), true);
    }
  });
  await page.locator('.ag-row[row-index="0"] [col-id="title"]').click();
  await pause(500);
  await press('Hangul');

  // 한글 is gksrmf, 금형 is rmagud, 안녕 is dkssud on the two-set keyboard.
  await type('gksrmf');
  await page.screenshot({ path: join(shots, 'ime-composing.png') });
  console.log(JSON.stringify(await page.evaluate(() => window.calls.filter((call) => Array.isArray(call) && call[0] === 'event').map((call) => (call as unknown[]).slice(1).join(' ')))));
  await press('Return');
  console.log('after Enter', JSON.stringify(await calls()), await focused());
  await type('rmagud');
  await press('Down');
  await type('dkssud');
  await press('Return');
  await pause(300);
  console.log('at the end', JSON.stringify(await calls()), await focused());
  await page.screenshot({ path: join(shots, 'ime-typed.png') });
  assert.deepEqual(await calls(), [['row-0', 'title', '한글'], ['row-1', 'title', '금형'], ['row-2', 'title', '안녕']]);
  assert.equal(await focused(), '3:title');
  passed = true;
  console.log('Hangul typed with a real input method arrives whole.');
} finally {
  await gallery.close();
  run('ibus', 'exit');
  for (const child of children) child.kill();
}
// The daemons of the input method would keep this process waiting.
process.exit(passed ? 0 : 1);
