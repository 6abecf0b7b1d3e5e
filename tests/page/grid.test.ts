import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from '@playwright/test';
import { startGallery, type Gallery } from './gallery.ts';

let gallery: Gallery;
beforeAll(async () => { gallery = await startGallery(); });
afterAll(async () => { await gallery.close(); });

const cell = (page: Page, row: number, column: string) => page.locator(`.ag-row[row-index="${row}"] [col-id="${column}"]`);
/** The input that takes what is typed has arrived in the focused cell. An input method waits for it by itself: its first key does. */
const inputReady = (page: Page) => page.locator('.cd-cell-input:focus').waitFor();
const calls = (page: Page, name: string) => page.evaluate((wanted) => window.calls.filter((call): call is unknown[] => Array.isArray(call) && call[0] === wanted), name);
const focused = (page: Page) => page.evaluate(() => { const at = document.activeElement?.closest('.ag-cell'); return at ? `${at.closest('.ag-row')?.getAttribute('row-index')}:${at.getAttribute('col-id')}` : null; });
const selected = (page: Page) => page.locator('.cd-status [role=status]').innerText();
const paste = (page: Page, text: string) => page.evaluate((block) => {
  const data = new DataTransfer();
  data.setData('text/plain', block);
  document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
}, text);
const copy = (page: Page) => page.evaluate(() => {
  const event = new ClipboardEvent('copy', { clipboardData: new DataTransfer(), bubbles: true, cancelable: true });
  document.activeElement?.dispatchEvent(event);
  return { text: event.clipboardData?.getData('text/plain') ?? '', html: event.clipboardData?.getData('text/html') ?? '' };
});

test('the keyboard goes everywhere: arrows, Home, End, PageDown, Ctrl+End and back', async () => {
  const page = await gallery.open('grid');
  await cell(page, 0, 'number').click();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => focused(page)).toBe('0:title');
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => focused(page)).toBe('1:title');
  await page.keyboard.press('End');
  await expect.poll(() => focused(page)).toBe('1:is_urgent');
  await page.keyboard.press('Home');
  await expect.poll(() => focused(page)).toBe('1:number');
  await page.keyboard.press('PageDown');
  const [row] = (await focused(page) ?? '').split(':').map(Number);
  expect(row).toBeGreaterThan(10);
  await page.keyboard.press('Control+End');
  await expect.poll(() => focused(page)).toBe('999:is_urgent');
  await page.keyboard.press('Control+Home');
  await expect.poll(() => focused(page)).toBe('0:number');
  await page.context().close();
});

test('Enter and Space on an ordinary cell open the record; Esc closes it', async () => {
  const page = await gallery.open('grid');
  await cell(page, 1, 'number').click();
  await page.keyboard.press('Space');
  await expect.poll(() => calls(page, 'preview')).toEqual([['preview', 'row-1']]);
  await cell(page, 2, 'number').click();
  await page.keyboard.press('Enter');
  await expect.poll(() => calls(page, 'open')).toEqual([['open', 'row-2']]);
  await page.getByRole('button', { name: '닫기' }).focus();
  await page.keyboard.press('Escape');
  await page.getByRole('separator').waitFor({ state: 'detached' });
  await page.context().close();
});

test('Esc in the list closes the record too; leaving the list keeps what was typed', async () => {
  const page = await gallery.open('grid');
  await cell(page, 1, 'number').click();
  await page.keyboard.press('Space');
  await page.getByRole('separator').waitFor();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.type('abc');
  await page.getByRole('button', { name: '과제 관리카드' }).click();
  await expect.poll(async () => (await calls(page, 'edit')).map((call) => call.slice(1, 4))).toEqual([['row-1', 'title', 'abc']]);
  await page.keyboard.press('Escape');
  await page.getByRole('separator').waitFor({ state: 'detached' });
  await expect.poll(() => focused(page)).toBe('1:title');
  await page.keyboard.press('Space');
  await page.getByRole('separator').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('separator').waitFor({ state: 'detached' });
  await page.context().close();
});

test('Latin typing, F2, Delete and a date written short', async () => {
  const page = await gallery.open('grid');
  await cell(page, 0, 'title').click();
  await page.keyboard.type('abc');
  await page.keyboard.press('Enter');
  await page.keyboard.press('F2');
  await page.keyboard.type('!');
  await page.keyboard.press('Tab');
  await cell(page, 3, 'received_on').click();
  await page.keyboard.type('2026.3.7');
  await page.keyboard.press('ArrowDown');
  await cell(page, 2, 'budget').click();
  await inputReady(page);
  await page.keyboard.type('1억 2,000만원');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Delete');
  await expect.poll(async () => (await calls(page, 'edit')).map((call) => call.slice(1, 4))).toEqual([
    ['row-0', 'title', 'abc'], ['row-1', 'title', '대성금형 용접 불량률 개선 2!'], ['row-3', 'received_on', '2026-03-07'], ['row-2', 'budget', 120_000_000], ['row-3', 'budget', null],
  ]);
  await page.context().close();
});

test('keys that come at once after a click or a move are not lost', async () => {
  const page = await gallery.open('grid');
  const title = await cell(page, 1, 'title').boundingBox();
  await page.mouse.click((title?.x ?? 0) + 40, (title?.y ?? 0) + 10);
  await page.keyboard.press('F2');
  await page.keyboard.type('?');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.type('abc');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Delete');
  await expect.poll(async () => (await calls(page, 'edit')).map((call) => call.slice(1, 4))).toEqual([
    ['row-1', 'title', '대성금형 용접 불량률 개선 2?'], ['row-2', 'title', 'abc'],
  ]);
  // The title is required: emptying it is refused in the cell.
  await page.locator('.cd-cell-refused').waitFor();
  await page.context().close();
});

test('a value that cannot be read stays, red, with the reason, and is not sent', async () => {
  const page = await gallery.open('grid');
  await cell(page, 0, 'received_on').click();
  await inputReady(page);
  await page.keyboard.type('언젠가');
  await page.keyboard.press('Enter');
  await page.locator('.cd-cell-refused').waitFor();
  expect(await cell(page, 0, 'received_on').innerText()).toBe('언젠가');
  expect(await calls(page, 'edit')).toEqual([]);
  await page.context().close();
});

test('a word of a choice is found by its initial consonants', async () => {
  const page = await gallery.open('grid');
  await cell(page, 0, 'state').click();
  await inputReady(page);
  await page.keyboard.insertText('ㅇㄹ');
  await page.getByRole('option', { name: '완료' }).waitFor();
  await page.keyboard.press('Enter');
  await expect.poll(() => calls(page, 'edit')).toEqual([['edit', 'row-0', 'state', 'done', 'received']]);
  await page.context().close();
});

test('copies a cell, or the selected rows with their headings, as text and as a table', async () => {
  const page = await gallery.open('grid');
  await cell(page, 1, 'title').click();
  expect((await copy(page)).text).toBe('대성금형 용접 불량률 개선 2');
  await page.keyboard.press('Shift+ArrowDown');
  await expect.poll(() => selected(page)).toContain('2건 선택');
  const { text, html } = await copy(page);
  expect(text.split('\r\n')).toHaveLength(3);
  expect(text.split('\r\n')[0]).toContain('과제번호\t과제명\t기업');
  expect(html).toContain('<td>대성금형 용접 불량률 개선 2</td>');
  await cell(page, 5, 'number').click({ modifiers: ['Shift'] });
  await expect.poll(() => selected(page)).toContain('선택');
  await page.context().close();
});

test('pastes a block from the focused cell on, names what has no place, and marks what cannot be read', async () => {
  const page = await gallery.open('grid');
  await cell(page, 0, 'received_on').click();
  await paste(page, '2026-01-02\t1,000\r\n2026. 2. 3.\t없음\r\n');
  await expect.poll(() => calls(page, 'paste')).toEqual([['paste', [
    { id: 'row-0', column: 'received_on', value: '2026-01-02', was: '2026-01-01' }, { id: 'row-0', column: 'budget', value: 1000, was: null }, { id: 'row-1', column: 'received_on', value: '2026-02-03', was: '2026-02-02' },
  ], []]]);
  await page.locator('.cd-cell-refused').waitFor();
  await page.keyboard.press('Control+End');
  await expect.poll(() => focused(page)).toBe('999:is_urgent');
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => focused(page)).toBe('999:title');
  await paste(page, '하나\r\n둘\r\n셋\r\n');
  await expect.poll(async () => (await calls(page, 'paste')).at(-1)).toEqual(['paste', [{ id: 'row-999', column: 'title', value: '하나', was: '서진산업 해외 인증 취득 지원 1000' }], [['둘'], ['셋']]]);
  await page.getByRole('button', { name: '새 행으로 2건 추가' }).click();
  await expect.poll(() => calls(page, 'add')).toEqual([['add', [{ title: '둘' }, { title: '셋' }]]]);
  await page.context().close();
});

test('Ctrl+D takes the value above, or that of the first selected row for all of them, as one change', async () => {
  const page = await gallery.open('grid');
  await cell(page, 1, 'budget').click();
  await inputReady(page);
  await page.keyboard.press('Control+KeyD');
  await expect.poll(() => calls(page, 'paste')).toEqual([['paste', [{ id: 'row-1', column: 'budget', value: null, was: 1_250_000 }], []]]);
  await cell(page, 3, 'received_on').click();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect.poll(() => selected(page)).toContain('3건 선택');
  await page.keyboard.press('Control+KeyD');
  await expect.poll(async () => (await calls(page, 'paste')).at(-1)).toEqual(['paste', [
    { id: 'row-4', column: 'received_on', value: '2026-04-04', was: '2026-05-05' }, { id: 'row-5', column: 'received_on', value: '2026-04-04', was: '2026-06-06' },
  ], []]);
  await expect.poll(() => cell(page, 5, 'received_on').innerText()).toBe('2026-04-04');
  // The number cannot be edited: nothing is sent, and it is said.
  await cell(page, 2, 'number').click();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+KeyD');
  await page.getByText('고칠 수 없는 칸').waitFor();
  expect((await calls(page, 'paste')).length).toBe(2);
  await page.context().close();
});

test('a list comes back under the filters it was left with', async () => {
  const page = await gallery.open('grid');
  await page.locator('.ag-header-cell[col-id="state"] .ag-header-cell-filter-button').click();
  await page.getByRole('checkbox', { name: '완료' }).check();
  await expect.poll(() => selected(page)).toBe('애로과제 200건');
  await page.keyboard.press('Escape');
  await page.evaluate(() => { location.hash = '#/form'; });
  await page.getByRole('textbox', { name: '과제명' }).waitFor();
  await page.evaluate(() => { location.hash = '#/grid'; });
  await expect.poll(() => selected(page)).toBe('애로과제 200건');
  await page.getByRole('button', { name: '조건 지우기: 상태: 완료' }).click();
  await expect.poll(() => selected(page)).toBe('애로과제 1,000건');
  await page.context().close();
});

test('more than 200 rows are asked about first', async () => {
  const page = await gallery.open('grid');
  await cell(page, 0, 'title').click();
  await paste(page, Array.from({ length: 250 }, (_, index) => `이름 ${index}`).join('\r\n'));
  await page.getByRole('dialog').getByRole('button', { name: '붙여 넣기' }).click();
  await expect.poll(async () => ((await calls(page, 'paste'))[0]?.[1] as unknown[] | undefined)?.length).toBe(250);
  await page.context().close();
});

test('a filter narrows, says so in a chip, and is cleared', async () => {
  const page = await gallery.open('grid');
  await page.getByRole('textbox', { name: '애로과제 안에서 찾기' }).fill('한빛정밀');
  await expect.poll(() => selected(page)).toBe('애로과제 167건');
  await page.getByRole('textbox', { name: '애로과제 안에서 찾기' }).fill('');
  await page.locator('.ag-header-cell[col-id="state"] .ag-header-cell-filter-button').click();
  await page.getByRole('checkbox', { name: '완료' }).check();
  await expect.poll(() => selected(page)).toBe('애로과제 200건');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '조건 지우기: 상태: 완료' }).click();
  await expect.poll(() => selected(page)).toBe('애로과제 1,000건');
  await page.context().close();
});

test('sort and shown columns are remembered', async () => {
  const page = await gallery.open('grid');
  await page.locator('.ag-header-cell[col-id="number"] .ag-header-cell-text').click();
  await page.locator('.ag-header-cell[col-id="number"] .ag-header-cell-text').click();
  await expect.poll(() => cell(page, 0, 'number').innerText()).toBe('2026-1000');
  await page.getByRole('button', { name: '열 고르기' }).click();
  await page.getByRole('dialog').getByRole('checkbox', { name: '내용' }).check();
  const kept = (await calls(page, 'preference')).at(-1)?.[2] as { colId: string; hide: boolean; sort: string | null }[];
  expect(kept.find((one) => one.colId === 'number')?.sort).toBe('desc');
  expect(kept.find((one) => one.colId === 'note')?.hide).toBe(false);
  await page.context().close();
});

test('a change from elsewhere shows at once, also in the cell that waits for typing, and keeps place and selection', async () => {
  const page = await gallery.open('grid');
  await cell(page, 3, 'title').click();
  await page.keyboard.press('Shift+ArrowDown');
  await expect.poll(() => selected(page)).toContain('2건 선택');
  await page.evaluate(() => {
    for (const index of [4, 5]) { const row = window.rows[index]; if (row) row['title'] = `바뀐 이름 ${index}`; }
    window.announce({ type: 'changed', action: 1, tables: { sample: { ids: [], fields: ['title'] } } });
  });
  await expect.poll(() => cell(page, 5, 'title').innerText()).toBe('바뀐 이름 5');
  await expect.poll(() => cell(page, 4, 'title').innerText()).toBe('바뀐 이름 4');
  expect(await focused(page)).toBe('4:title');
  expect(await selected(page)).toContain('2건 선택');
  await page.context().close();
});

test('while a cell is being edited an answer from elsewhere waits', async () => {
  const page = await gallery.open('grid');
  await cell(page, 3, 'title').click();
  await page.keyboard.type('abc');
  await page.evaluate(() => {
    const row = window.rows[5];
    if (row) row['title'] = '바뀐 이름';
    window.announce({ type: 'changed', action: 1, tables: { sample: { ids: [], fields: ['title'] } } });
  });
  await page.keyboard.type('def');
  await page.keyboard.press('Enter');
  await expect.poll(() => calls(page, 'edit')).toEqual([['edit', 'row-3', 'title', 'abcdef', '서진산업 해외 인증 취득 지원 4']]);
  await expect.poll(() => cell(page, 5, 'title').innerText()).toBe('바뀐 이름');
  await page.context().close();
});
