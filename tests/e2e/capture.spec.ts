/** Quick capture by keyboard alone: what an input method is still making is never taken for an answer, and what was typed outlives the process. */
import { expect, test, type Page } from '@playwright/test';
import { composing } from '../page/compose.ts';
import { ask, askList } from '../support/ask.ts';
import { freshProgram } from './program.ts';

const app = freshProgram();

const box = (page: Page, label: string) => page.getByRole('dialog').getByLabel(label, { exact: false }).and(page.locator('input, textarea')).first();
const sessions = async (): Promise<number> => (await askList<unknown>(app, 'sessions.list', { start: 0, end: 10, sort: [], filter: {}, quick: null, selection: null })).length;

const openCapture = async (page: Page): Promise<void> => {
  await expect(page.getByRole('navigation')).toBeVisible();
  await page.keyboard.press('Alt+KeyN');
  await expect(box(page, '기업')).toBeFocused();
};

test.beforeAll(async () => {
  await ask(app, 'accounts.enter', { name: '김담당', role: 'coordinator', office: null }, 'POST');
  await ask(app, 'organisations.create', { values: { name: '금형산업', kind: 'firm', address: '경상남도 창원시 성산구' } }, 'POST');
});

test('Enter while composing neither chooses, moves nor saves; the finished word does', async ({ page }) => {
  await page.goto(app.url);
  await openCapture(page);
  const ime = await composing(page);
  await ime.type('금형');
  await expect(page.getByRole('option', { name: /금형산업/ })).toBeVisible();
  await ime.enter();
  await expect(box(page, '기업')).toBeFocused();
  await ime.end('금형');
  await page.keyboard.press('Enter');
  await expect(box(page, '날짜')).toBeFocused();
  await expect(box(page, '기업')).toHaveValue('금형산업');

  await box(page, '다음 할 일').focus();
  await ime.type('한글');
  await ime.enter();
  await expect(box(page, '다음 할 일')).toBeFocused();
  await ime.end('한글');
  await expect(box(page, '다음 할 일')).toHaveValue('한글');
  expect(await sessions()).toBe(0);
  await box(page, '애로 요지').fill('치수가 맞지 않음');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
  expect(await sessions()).toBe(1);
});

test('what was typed is there again after the process was killed', async ({ page }) => {
  await page.goto(app.url);
  await openCapture(page);
  await page.keyboard.type('금형산업', { delay: 20 });
  await page.keyboard.press('Enter');
  await expect(box(page, '날짜')).toBeFocused();
  await box(page, '애로 요지').fill('금형 수명이 짧음');
  await expect.poll(async () => (await ask<{ body: string }[]>(app, 'device.drafts', null)).map((one) => one.body.includes('금형 수명이 짧음'))).toEqual([true]);
  await app.kill();

  await app.startAgain();
  await page.goto(app.url);
  await openCapture(page);
  await expect(page.getByText('쓰던 내용을 이어서 보여 드립니다.')).toBeVisible();
  await expect(box(page, '기업')).toHaveValue('금형산업');
  await expect(box(page, '애로 요지')).toHaveValue('금형 수명이 짧음');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect.poll(() => ask<unknown[]>(app, 'device.drafts', null)).toEqual([]);
  expect(await sessions()).toBe(2);
});
