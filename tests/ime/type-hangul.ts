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
const type = async (keys: string) => { for (const key of keys) { run('xdotool', 'key', '--clearmodifiers', key); await pause(150); } };
const press = async (key: string) => { run('xdotool', 'key', '--clearmodifiers', key); await pause(250); };

/** Keys of the two-set keyboard, what they make, and the key that ends it while the last syllable is still open. */
const words = [
  { keys: 'gksrmf', word: '한글', end: 'Return' },
  { keys: 'rmagud', word: '금형', end: 'Down' },
  { keys: 'dkssud', word: '안녕', end: 'Return' },
];
/**
 * ibus-x11 hands a finished syllable and the next one over separately, and on a busy machine swaps them (ㄱ한 for 한ㄱ): 2 of 10
 * words in an ordinary text box. So a word may be typed again; a list that loses the first key loses it every time.
 */
const mostTries = 6;

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
  await page.locator('.ag-row[row-index="0"] [col-id="title"]').click();
  await pause(500);
  await press('Hangul');

  let row = 0;
  for (const { keys, word, end } of words) {
    const tries: string[] = [];
    while (!tries.includes(word) && tries.length < mostTries) {
      await type(keys);
      if (row === 0) await page.screenshot({ path: join(shots, 'ime-composing.png') });
      await press(end);
      tries.push(String((await calls()).at(-1)?.[2]));
      row += 1;
      // Enter or an arrow while composing takes the word and moves once: neither never nor twice.
      assert.equal(await focused(), `${row}:title`);
      assert.equal((await calls()).length, row);
    }
    console.log(`${word}: ${tries.join(', ')}`);
    assert.ok(tries.includes(word), `${word} never arrived whole`);
  }
  await page.screenshot({ path: join(shots, 'ime-typed.png') });
  passed = true;
  console.log('Hangul typed with a real input method arrives whole.');
} finally {
  await gallery.close();
  run('ibus', 'exit');
  for (const child of children) child.kill();
}
// The daemons of the input method would keep this process waiting.
process.exit(passed ? 0 : 1);
