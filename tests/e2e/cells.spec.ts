/** A list as a sheet: a cell typed over, a block from Excel as one step, and both taken back and done again after a restart. */
import { expect, test, type Page } from '@playwright/test';
import { ask, askList } from '../support/ask.ts';
import { freshProgram } from './program.ts';

const app = freshProgram();

type Firm = { name: string; employees: number | null; representative: string | null };

const stored = async (): Promise<[string, number | null, string | null][]> => {
  const rows = await askList<Firm>(app, 'organisations.list', { start: 0, end: 10, sort: [{ column: 'name', descending: false }], filter: {}, quick: null, selection: null });
  return rows.map((row) => [row.name, row.employees, row.representative]);
};

const cell = (page: Page, name: string, column: string) => page.locator('.ag-row').filter({ hasText: name }).first().evaluate((row) => row.getAttribute('row-index')).then((row) => page.locator(`.ag-row[row-index="${row}"] [col-id="${column}"]`));

const paste = (page: Page, block: string): Promise<void> => page.evaluate((text) => {
  const data = new DataTransfer();
  data.setData('text/plain', text);
  document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
}, block);

const openList = async (page: Page): Promise<void> => {
  await page.goto(app.url.replace('/#', '/organisations#'));
  await expect(page.locator('.ag-row').filter({ hasText: '다온' })).toBeVisible();
};

test.beforeAll(async () => {
  await ask(app, 'accounts.enter', { name: '김담당', role: 'coordinator', office: null }, 'POST');
  await ask(app, 'organisations.createMany', { rows: ['가온', '나래', '다온'].map((name) => ({ name, kind: 'firm', employees: 1 })) }, 'POST');
});

test('a cell, a block, undo and redo, with a restart between', async ({ page }) => {
  await openList(page);
  await expect(page.locator('.ag-row[row-index="0"]').filter({ hasText: '가온' }).first()).toBeVisible();
  await (await cell(page, '가온', 'employees')).click();
  await page.keyboard.type('7');
  await page.keyboard.press('Enter');
  const typed: Awaited<ReturnType<typeof stored>> = [['가온', 7, null], ['나래', 1, null], ['다온', 1, null]];
  await expect.poll(stored).toEqual(typed);

  await (await cell(page, '가온', 'employees')).click();
  await paste(page, '10\t김가온\r\n20\t이나래\r\n30\t박다온\r\n');
  const pasted: Awaited<ReturnType<typeof stored>> = [['가온', 10, '김가온'], ['나래', 20, '이나래'], ['다온', 30, '박다온']];
  await expect.poll(stored).toEqual(pasted);
  await expect(await cell(page, '나래', 'representative')).toHaveText('이나래');

  await page.keyboard.press('Control+KeyZ');
  await expect.poll(stored).toEqual(typed);
  await expect(await cell(page, '나래', 'representative')).toHaveText('');
  await page.keyboard.press('Control+Shift+KeyZ');
  await expect.poll(stored).toEqual(pasted);

  await app.stop();
  await app.startAgain();
  await openList(page);
  // As fast as a person presses it: each press is a step.
  await page.keyboard.press('Control+KeyZ');
  await page.keyboard.press('Control+KeyZ');
  await expect.poll(stored).toEqual([['가온', 1, null], ['나래', 1, null], ['다온', 1, null]]);
  await page.keyboard.press('Control+Shift+KeyZ');
  await page.keyboard.press('Control+Shift+KeyZ');
  await expect.poll(stored).toEqual(pasted);
});

test('pasted rows past the end of the list become new records, taken back in one step', async ({ page }) => {
  await openList(page);
  await expect(page.locator('.ag-row[row-index="2"]').filter({ hasText: '다온' }).first()).toBeVisible();
  await (await cell(page, '다온', 'name')).click();
  await paste(page, '다온\r\n라라\r\n마루\r\n');
  await page.getByRole('button', { name: '새 행으로 2건 추가' }).click();
  await expect.poll(async () => (await stored()).map(([name]) => name)).toEqual(['가온', '나래', '다온', '라라', '마루']);
  await page.keyboard.press('Control+KeyZ');
  await expect.poll(async () => (await stored()).map(([name]) => name)).toEqual(['가온', '나래', '다온']);
});
