/** A list of several hundred people: to a letter by the keyboard, narrowed while asking goes on, and out into a file with personal data hidden. */
import { expect, test } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { ask } from '../support/ask.ts';
import { freshProgram } from './program.ts';

const app = freshProgram();
const family = Array.from('가나다라마바사아자차카타파하');

test.beforeAll(async () => {
  await ask(app, 'accounts.enter', { name: '김담당', role: 'coordinator', office: null }, 'POST');
  const rows = Array.from({ length: 420 }, (_, index) => ({ name: `${family[index % 14] ?? ''}길${String(index).padStart(3, '0')}`, mobile: `010-1234-${5000 + index}` }));
  for (const values of rows) await ask(app, 'people.create', { values }, 'POST');
});

test('Ctrl+G goes to an initial consonant in the order, upward and downward', async ({ page }) => {
  await page.goto(app.url.replace('/#', '/people#'));
  await expect(page.locator('.ag-row').first()).toBeVisible();
  await page.keyboard.press('Control+g');
  await page.getByLabel(/순서에서 갈 곳/).fill('ㅅ');
  await page.keyboard.press('Enter');
  await expect(page.locator('.ag-row').filter({ hasText: '사길006' })).toBeVisible();
  await expect(page.locator('.ag-cell-focus').first()).toBeVisible();
});

test('the whole list goes into a file, every row once, telephones hidden unless told otherwise', async ({ page }) => {
  await page.goto(app.url.replace('/#', '/people#'));
  await page.getByRole('button', { name: '목록 내보내기' }).click();
  await expect(page.getByRole('dialog')).toContainText('421건');
  const [masked] = await Promise.all([page.waitForEvent('download'), page.getByRole('dialog').getByRole('button', { name: '저장' }).click()]);
  const lines = readFileSync(await masked.path(), 'utf8').replace('\ufeff', '').trimEnd().split('\r\n');
  expect(lines).toHaveLength(422);
  expect(lines[0]).toMatch(/^성명,/);
  expect(new Set(lines).size).toBe(422);
  expect(lines.join('\n')).not.toContain('010-1234');
  expect(lines.join('\n')).toMatch(/010-\*{4}-5000/);
  await page.getByRole('button', { name: '목록 내보내기' }).click();
  await page.getByRole('checkbox', { name: '개인정보를 가리고 저장' }).uncheck();
  const [open] = await Promise.all([page.waitForEvent('download'), page.getByRole('dialog').getByRole('button', { name: '저장' }).click()]);
  expect(readFileSync(await open.path(), 'utf8')).toContain('010-1234-5000');
});
