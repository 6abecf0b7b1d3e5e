import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from '@playwright/test';
import { composing } from './compose.ts';
import { startGallery, type Gallery } from './gallery.ts';

let gallery: Gallery;
beforeAll(async () => { gallery = await startGallery(); });
afterAll(async () => { await gallery.close(); });

const calls = (page: Page, name: string) => page.evaluate((wanted) => window.calls.filter((call): call is unknown[] => Array.isArray(call) && call[0] === wanted), name);
const field = (page: Page, label: string) => page.locator('.cd-form').getByRole('textbox', { name: label }).or(page.locator('.cd-form').getByRole('combobox', { name: label })).first();
const name = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('name'));

test('saves what changed, with what was seen, by Ctrl+Enter', async () => {
  const page = await gallery.open('form');
  await field(page, '과제명').fill('새 이름');
  await field(page, '접수일').fill('1122');
  await field(page, '지원금').fill('1억 2,000만원');
  await field(page, '방문 시각').fill('930');
  await page.keyboard.press('Control+Enter');
  const year = new Date().getFullYear();
  await expect.poll(() => calls(page, 'save')).toEqual([['save',
    { title: '새 이름', ...(year === 2026 ? {} : { received_on: `${year}-11-22` }), visit_at: '09:30', budget: 120_000_000 },
    { title: '사출 금형 수명 연장', ...(year === 2026 ? {} : { received_on: '2026-11-22' }), visit_at: '14:30', budget: 12_000_000 }]]);
  await page.getByText('저장하지 않은 내용이 있습니다.').waitFor({ state: 'detached' });
  await page.context().close();
});

test('Enter goes to the next field, but not while composing', async () => {
  const page = await gallery.open('form');
  const ime = await composing(page);
  await field(page, '과제명').fill('');
  await ime.type('한글');
  await ime.enter();
  expect(await name(page)).toBe('title');
  await ime.end('한글');
  expect(await field(page, '과제명').inputValue()).toBe('한글');
  await page.keyboard.press('Enter');
  await expect.poll(() => name(page)).toBe('number');
  expect(await calls(page, 'save')).toEqual([]);
  await page.context().close();
});

test('a field that is wrong says so below itself and gets the cursor; the contents stay', async () => {
  const page = await gallery.open('form');
  await field(page, '과제명').fill('');
  await field(page, '접수일').fill('언젠가');
  await page.keyboard.press('Control+s');
  await page.getByText('과제명: 필수 항목입니다. 값을 입력해 주세요.').waitFor();
  expect(await name(page)).toBe('title');
  expect(await field(page, '접수일').inputValue()).toBe('언젠가');
  expect(await calls(page, 'save')).toEqual([]);
  await page.context().close();
});

test('a refusal of the application is shown above and at its field', async () => {
  const page = await gallery.open('form');
  await field(page, '과제명').fill('거절');
  await page.keyboard.press('Control+s');
  await page.getByRole('alert').getByText('저장하지 못했습니다. 표시한 항목을 고쳐 주세요.').waitFor();
  expect(await page.getByText('과제명: 이미 있는 과제와 같습니다.').count()).toBe(2);
  expect(await field(page, '과제명').inputValue()).toBe('거절');
  await page.context().close();
});

test('a value that somebody else wrote meanwhile is shown beside the own one; either can stand', async () => {
  const page = await gallery.open('form');
  await field(page, '과제명').fill('충돌');
  await field(page, '참여 인원').fill('9');
  await page.keyboard.press('Control+s');
  const line = page.getByRole('row', { name: /충돌.*남이 고친 이름/ });
  await line.waitFor();
  await page.getByRole('button', { name: '과제명: 내 값 쓰기' }).click();
  await line.waitFor({ state: 'detached' });
  expect(await field(page, '과제명').inputValue()).toBe('충돌');
  await page.keyboard.press('Control+s');
  await expect.poll(async () => (await calls(page, 'save')).at(-1)).toEqual(['save', { title: '충돌', people: 9 }, { title: '남이 고친 이름', people: 4 }]);
  await page.context().close();
});

test('the stored value is taken over, and nothing else that was typed is lost', async () => {
  const page = await gallery.open('form');
  await field(page, '과제명').fill('충돌');
  await field(page, '참여 인원').fill('9');
  await page.keyboard.press('Control+s');
  await page.getByRole('button', { name: '과제명: 저장된 값 쓰기' }).click();
  expect(await field(page, '과제명').inputValue()).toBe('남이 고친 이름');
  await page.keyboard.press('Control+s');
  await expect.poll(async () => (await calls(page, 'save')).at(-1)).toEqual(['save', { people: 9 }, { people: 4 }]);
  await page.context().close();
});

test('what was typed comes back after the form was left', async () => {
  const page = await gallery.open('form');
  await field(page, '과제명').fill('쓰던 이름');
  await page.evaluate(() => { location.hash = '/parts'; });
  await page.getByRole('heading', { name: '변경 기록' }).waitFor();
  await page.evaluate(() => { location.hash = '/form'; });
  await page.getByRole('button', { name: '이어서 쓰기' }).click();
  expect(await field(page, '과제명').inputValue()).toBe('쓰던 이름');
  await page.locator('.cd-form').getByRole('button', { name: '취소' }).click();
  expect(await field(page, '과제명').inputValue()).toBe('사출 금형 수명 연장');
  await page.context().close();
});

test('the link picker searches half-made syllables and chooses nothing while composing', async () => {
  const page = await gallery.open('form');
  const ime = await composing(page);
  await field(page, '기업').click();
  await page.keyboard.press('Control+a');
  await ime.to('ㄷ');
  await ime.to('대');
  await page.getByRole('option', { name: /한빛정밀/ }).waitFor({ state: 'detached' });
  await page.getByRole('option', { name: /대성금형/ }).waitFor();
  await ime.enter();
  expect(await page.getByRole('option', { name: /대성금형/ }).count()).toBe(1);
  await ime.end('대');
  await page.keyboard.press('Enter');
  await expect.poll(() => field(page, '기업').inputValue()).toBe('대성금형');
  await page.keyboard.press('Control+s');
  await expect.poll(() => calls(page, 'save')).toEqual([['save', { firm: 'firm-1' }, { firm: 'firm-0' }]]);
  await page.context().close();
});

test('Enter pressed before the answer has come chooses from the answer, not from the list before it', async () => {
  const page = await gallery.open('form');
  await field(page, '기업').fill('서진');
  await page.keyboard.press('Enter');
  await expect.poll(() => field(page, '기업').inputValue()).toBe('서진산업');
  await page.context().close();
});

test('a firm that is not there yet is made from the picker', async () => {
  const page = await gallery.open('form');
  await field(page, '기업').fill('새별산업');
  await page.getByRole('option', { name: '새로 만들기: ‘새별산업’' }).click();
  await expect.poll(() => calls(page, 'create')).toEqual([['create', '새별산업']]);
  await expect.poll(() => field(page, '기업').inputValue()).toBe('새별산업');
  await page.context().close();
});

test('a date is picked from a Korean calendar', async () => {
  const page = await gallery.open('form');
  await field(page, '접수일').focus();
  await page.keyboard.press('Alt+ArrowDown');
  await page.getByRole('button', { name: '월 고르기' }).getByText('2026년 11월').waitFor();
  await page.locator('.mantine-DatePicker-day, .mantine-Day-day').getByText('25', { exact: true }).first().click();
  await expect.poll(() => field(page, '접수일').inputValue()).toBe('2026-11-25 (수)');
  await page.context().close();
});
