import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from '@playwright/test';
import { startGallery, type Gallery } from './gallery.ts';

let gallery: Gallery;
beforeAll(async () => { gallery = await startGallery(); });
afterAll(async () => { await gallery.close(); });

const box = (page: Page) => page.locator('.cd-form').getByRole('textbox', { name: '지원금' });
const reading = (page: Page) => page.locator('.cd-won-reading');
const choose = async (page: Page, unit: string) => {
  await page.locator('.cd-won-unit').first().click();
  await page.getByRole('menuitem', { name: unit, exact: true }).click();
};

test('what was read is shown while typing; bare digits count in the chosen unit, a unit word wins', async () => {
  const page = await gallery.open('form');
  await box(page).fill('120');
  expect(await reading(page).innerText()).toBe('= 120원');
  await box(page).fill('');
  await choose(page, '백만원');
  await box(page).fill('120');
  expect(await reading(page).innerText()).toBe('= 120,000,000원 (1억 2,000만원)');
  await box(page).fill('500원');
  expect(await reading(page).innerText()).toBe('= 500원');
  await box(page).press('Tab');
  expect([await reading(page).count(), await box(page).inputValue()]).toEqual([0, '0.0005']);
  await choose(page, '원');
  expect(await box(page).inputValue()).toBe('500');
  await page.context().close();
});

test('an amount that can mean two things says so, and stays to be repaired', async () => {
  const page = await gallery.open('form');
  await box(page).fill('1억 2000');
  expect(await reading(page).innerText()).toContain('만원인지 원인지 알 수 없습니다');
  await box(page).press('Tab');
  expect(await box(page).inputValue()).toBe('1억 2000');
  await page.getByText('만원인지 원인지 알 수 없습니다').waitFor();
  await page.context().close();
});
