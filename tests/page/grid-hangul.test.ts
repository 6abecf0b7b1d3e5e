import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from '@playwright/test';
import { composing } from './compose.ts';
import { startGallery, type Gallery } from './gallery.ts';

let gallery: Gallery;
beforeAll(async () => { gallery = await startGallery(); });
afterAll(async () => { await gallery.close(); });

const cell = (page: Page, row: number, column: string) => page.locator(`.ag-row[row-index="${row}"] [col-id="${column}"]`);
const edits = (page: Page) => page.evaluate(() => window.calls.filter((call) => Array.isArray(call) && call[0] === 'edit'));
const focused = (page: Page) => page.evaluate(() => { const at = document.activeElement?.closest('.ag-cell'); return at ? `${at.closest('.ag-row')?.getAttribute('row-index')}:${at.getAttribute('col-id')}` : null; });

test('Hangul typed straight onto a focused cell arrives whole, and Enter while composing neither submits nor moves', async () => {
  const page = await gallery.open('grid');
  const ime = await composing(page);
  await cell(page, 0, 'title').click();
  await ime.type('한글');
  await ime.enter();
  expect(await focused(page)).toBe('0:title');
  expect(await edits(page)).toEqual([]);
  await ime.end('한글');
  expect(await edits(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect.poll(() => edits(page)).toEqual([['edit', 'row-0', 'title', '한글', '한빛정밀 사출 금형 수명 연장 1']]);
  expect(await focused(page)).toBe('1:title');
  expect(await cell(page, 0, 'title').innerText()).toBe('한글');
  await page.context().close();
});

test('after the arrows the next cell takes Hangul too', async () => {
  const page = await gallery.open('grid');
  const ime = await composing(page);
  await cell(page, 0, 'title').click();
  for (let row = 1; row <= 3; row += 1) {
    await page.keyboard.press('ArrowDown');
    await ime.type('금형');
    await ime.end('금형');
  }
  await page.keyboard.press('ArrowUp');
  await expect.poll(async () => (await edits(page)).map((call) => (call as unknown[]).slice(1, 4))).toEqual([['row-1', 'title', '금형'], ['row-2', 'title', '금형'], ['row-3', 'title', '금형']]);
  expect(await focused(page)).toBe('2:title');
  await page.context().close();
});

test('Esc gives up what was typed; a click elsewhere keeps it', async () => {
  const page = await gallery.open('grid');
  const ime = await composing(page);
  await cell(page, 0, 'title').click();
  await ime.type('금형');
  await ime.end('금형');
  await page.keyboard.press('Escape');
  expect(await cell(page, 0, 'title').innerText()).toBe('한빛정밀 사출 금형 수명 연장 1');
  await ime.type('금형');
  await ime.end('금형');
  await cell(page, 4, 'number').click();
  await expect.poll(() => edits(page)).toEqual([['edit', 'row-0', 'title', '금형', '한빛정밀 사출 금형 수명 연장 1']]);
  await page.context().close();
});

test('a refused value stays in its cell, red and with the reason', async () => {
  const page = await gallery.open('grid');
  const ime = await composing(page);
  await cell(page, 0, 'title').click();
  await ime.type('거절');
  await ime.end('거절');
  await page.keyboard.press('Enter');
  await page.locator('.cd-cell-refused').waitFor();
  expect(await cell(page, 0, 'title').innerText()).toBe('거절');
  await page.keyboard.press('ArrowUp');
  await expect.poll(() => page.locator('.cd-grid-reason').innerText()).toContain('다른 사람이 먼저 고쳤습니다');
  await page.context().close();
});
