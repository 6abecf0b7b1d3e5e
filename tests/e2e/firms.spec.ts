/** A firm over the years: renamed from a day, found by its former name, its figures pasted from a report, a number that needs a reason. */
import { expect, test, type Page } from '@playwright/test';
import { ask } from '../support/ask.ts';
import { freshProgram } from './program.ts';

const app = freshProgram();
let firm: string;
let person: string;

const box = (page: Page, name: string) => page.locator(`.cd-record input[name="${name}"]`);
const stored = async (): Promise<Record<string, unknown>> => (await ask<{ values: Record<string, unknown> }>(app, 'organisations.get', { id: firm })).values;
const save = (page: Page): Promise<void> => page.getByRole('button', { name: /^저장/ }).click();

test.beforeAll(async () => {
  await ask(app, 'accounts.enter', { name: '김담당', role: 'coordinator', office: null }, 'POST');
  ({ id: firm } = await ask<{ id: string }>(app, 'organisations.create', { values: { name: '현대중공업(주)', kind: 'firm' } }, 'POST'));
  ({ id: person } = await ask<{ id: string }>(app, 'people.create', { values: { name: '홍길동', organisation: firm, position: '과장' } }, 'POST'));
  await ask(app, 'organisations.create', { values: { name: '가온금형', kind: 'firm' } }, 'POST');
});

test('a new name from a day, found by the former one; a typo keeps nothing', async ({ page }) => {
  await page.goto(app.url.replace('/#', `/organisations/${firm}#`));
  await box(page, 'name').fill('현대일랙트릭(주)');
  await page.getByRole('textbox', { name: '언제부터' }).fill('2017-04-01');
  await save(page);
  await expect.poll(async () => (await stored())['name']).toBe('현대일랙트릭(주)');
  await box(page, 'name').fill('현대일렉트릭(주)');
  await page.getByRole('checkbox', { name: '오타 고침' }).check();
  await save(page);
  await expect.poll(async () => (await stored())['name']).toBe('현대일렉트릭(주)');
  await page.getByRole('tab', { name: '이력' }).click();
  await expect(page.getByRole('textbox', { name: '1번째 예전 값' })).toHaveValue('현대중공업(주)');
  await expect(page.getByRole('textbox', { name: '1번째 이날까지' })).toHaveValue('2017-03-31 (금)');
  await expect(page.getByRole('textbox', { name: '2번째 예전 값' })).toHaveCount(0);
  await page.getByPlaceholder('목록 안에서 찾기').fill('ㅎㄷㅈㄱㅇ');
  await expect(page.locator('.ag-row').filter({ hasText: '현대일렉트릭(주)' }).first()).toBeVisible();
  await expect(page.locator('.ag-row').filter({ hasText: '가온금형' })).toHaveCount(0);
});

test('a number whose sum fails is refused until a reason stands beside it', async ({ page }) => {
  await page.goto(app.url.replace('/#', `/organisations/${firm}#`));
  await box(page, 'business_no').fill('123-45-67890');
  await save(page);
  await expect(page.getByText('사업자등록증으로 확인했으면 사유를 적으세요').first()).toBeVisible();
  expect((await stored())['business_no']).toBeNull();
  await box(page, 'business_no_reason').fill('사업자등록증 사본 확인');
  await save(page);
  await expect.poll(async () => (await stored())['business_no']).toBe('1234567890');
});

test('figures of a report with years across are pasted in one step, the newest year becomes the firm’s own', async ({ page }) => {
  await page.goto(app.url.replace('/#', `/organisations/${firm}#`));
  await page.getByRole('tab', { name: '연도·규모' }).click();
  const newest = new Date().getFullYear() - 1;
  await page.getByRole('textbox', { name: `${newest}년 상시근로자` }).focus();
  await page.evaluate((text) => {
    const data = new DataTransfer();
    data.setData('text/plain', text);
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, `구분\t${newest - 1}\t${newest}\r\n상시근로자(명)\t50\t61\r\n매출액(백만원)\t4,000\t5,000\r\n`);
  await expect.poll(async () => { const { employees, sales, employees_on } = await stored(); return [employees, sales, employees_on]; }).toEqual([61, 5_000_000_000, `${newest}-12-31`]);
  await expect(page.getByText('+22%').first()).toBeVisible();
  await page.getByRole('textbox', { name: `${newest}년 매출액` }).fill('51억 3,000만원');
  await expect(page.getByText('= 5,130,000,000원 (51억 3,000만원)')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await stored())['sales']).toBe(5_130_000_000);
});

test('somebody goes to another firm, and the consent that is missing is said', async ({ page }) => {
  await page.goto(app.url.replace('/#', `/people/${person}#`));
  await expect(page.getByText('동의를 받은 날이 없습니다')).toBeVisible();
  const employer = page.getByRole('combobox', { name: '소속' });
  await employer.fill('가온');
  await page.getByRole('option', { name: /가온금형/ }).click();
  await page.getByRole('textbox', { name: '언제부터' }).fill('2020-03-01');
  await save(page);
  await page.getByRole('tab', { name: '이력' }).click();
  await expect(page.getByRole('textbox', { name: '2번째 끝' })).toHaveValue('2020-02-29 (토)');
  await expect(page.getByRole('textbox', { name: '1번째 시작' })).toHaveValue('2020-03-01 (일)');
});
