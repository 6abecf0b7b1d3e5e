import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { defaultDataDir } from '../../electron/data-dir.ts';
import { keyEvent, menu } from '../../electron/menu.ts';
import { readWindowState, writeWindowState } from '../../electron/window-state.ts';

const folder = mkdtempSync(join(tmpdir(), 'clusterdesk-window-'));
const file = join(folder, 'place.json');
const screens = [{ x: 0, y: 0, width: 1920, height: 1040 }];
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('remembers where the window was', () => {
  const state = { x: 100, y: 50, width: 1200, height: 700, maximized: true };
  writeWindowState(file, state);
  expect(readWindowState(file, screens)).toEqual(state);
});

it('opens on a screen that is there: a second monitor may have been taken away', () => {
  writeWindowState(file, { x: 2500, y: 50, width: 1200, height: 700, maximized: false });
  expect(readWindowState(file, screens)).toEqual({ width: 1200, height: 700, maximized: false });
});

it('opens as usual when the file is missing, damaged or of another shape', () => {
  for (const text of ['', '{', '[]', '{"width":"wide"}', '{"width":1e999,"height":1,"maximized":true}']) {
    writeFileSync(file, text);
    expect(readWindowState(file, screens).width, text).toBe(1366);
  }
  expect(readWindowState(join(folder, 'absent.json'), screens).width).toBe(1366);
});

it('costs only the memory when the folder cannot be written', () => {
  expect(() => writeWindowState(join(folder, 'absent', 'place.json'), { width: 1, height: 1, maximized: false })).not.toThrow();
});

it('the menu has five Korean parts and no key twice', () => {
  expect(menu.map(({ label }) => label.slice(0, 2))).toEqual(['파일', '편집', '보기', '이동', '도움']);
  const keys = menu.flatMap(({ entries }) => entries).flatMap((entry) => (entry.kind === 'key' ? [entry.accelerator] : []));
  expect(new Set(keys).size).toBe(keys.length);
});

it('sends the page the key that the menu shows', () => {
  expect(keyEvent('Ctrl+Shift+Z', 'win32')).toEqual({ keyCode: 'Z', modifiers: ['control', 'shift'] });
  expect(keyEvent('Ctrl+1', 'darwin')).toEqual({ keyCode: '1', modifiers: ['meta'] });
  expect(keyEvent('F1', 'linux')).toEqual({ keyCode: 'F1', modifiers: [] });
});

it('keeps data where the operating system keeps a person’s data', () => {
  expect(defaultDataDir({ APPDATA: join('C:', 'Roaming') }, 'win32')).toBe(join('C:', 'Roaming', 'ClusterDesk'));
  expect(defaultDataDir({}, 'darwin')).toBe(join(homedir(), 'Library', 'Application Support', 'ClusterDesk'));
  expect(defaultDataDir({ XDG_DATA_HOME: '/d' }, 'linux')).toBe(join('/d', 'clusterdesk'));
});
