/** 만족도: a survey made, its items and answers typed, pasted and undone, and the table that comes of it; figures of the nation beside. */
import { expect, test } from '@playwright/test';
import { ask } from '../support/ask.ts';
import { freshProgram } from './program.ts';

const app = freshProgram();

test.beforeAll(async () => {
  await ask(app, 'accounts.enter', { name: '김담당', role: 'coordinator', office: null }, 'POST');
  await ask(app, 'organisations.create', { values: { name: '(주)한빛정밀', kind: 'firm' } }, 'POST');
});

test('a survey from its registration to its table', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(app.url.replace('/#', '/surveys#'));
  await page.getByRole('button', { name: '만족도 조사 등록' }).click();
  await page.keyboard.type('수혜기업 만족도');
  await page.getByRole('button', { name: /7점 척도/ }).click();
  await page.getByRole('textbox', { name: /조사명/ }).press('Control+S');
  await expect(page.getByRole('heading', { name: '수혜기업 만족도' })).toBeVisible();
  await expect(page.getByText('7점 척도(1~7)')).toBeVisible();

  // Without items the record opens on them.
  const newItem = page.getByRole('textbox', { name: '새 문항' }).last();
  await newItem.fill('전반적인 만족도');
  await newItem.press('Enter');
  await expect(page.getByRole('textbox', { name: '1번째 문항' }).last()).toHaveValue('전반적인 만족도');
  await page.getByRole('textbox', { name: '새 문항' }).last().fill('처리의 신속성');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tab', { name: /문항/ })).toContainText('2');

  await page.getByRole('tab', { name: /응답/ }).click();
  const box = (name: string) => page.getByRole('textbox', { name });
  await box('새 응답 번호').fill('1');
  await box('새 1. 전반적인 만족도').fill('9');
  await box('새 2. 처리의 신속성').fill('6');
  await box('새 2. 처리의 신속성').press('Enter');
  await expect(page.getByText(/9점은 1~7점 척도를 벗어납니다/).first()).toBeVisible();
  await box('새 1. 전반적인 만족도').fill('7');
  await box('새 1. 전반적인 만족도').press('Enter');
  await expect(box('1번째 1. 전반적인 만족도')).toHaveValue('7');

  // The rest of the sheets come from Excel, one of them out of the scale.
  await page.getByRole('button', { name: '엑셀에서 붙여넣기' }).click();
  const rows = ['2\t한빛정밀\t6\t5', '3\t\t6\t6', '4\t\t5\t6', '5\t\t6\t7', '6\t\t8\t7'];
  await page.getByLabel('엑셀에서 복사한 칸').fill(`연번\t기업명\t전반적인 만족도\t문항2\n${rows.join('\n')}`);
  await expect(page.getByText('넣을 수 없는 행 1개')).toBeVisible();
  await page.getByRole('button', { name: '응답 4건 넣기' }).click();
  await expect(page.getByRole('tab', { name: /응답/ })).toContainText('5');
  await page.keyboard.press('Control+KeyZ');
  await expect(page.getByRole('tab', { name: /응답/ })).toContainText('1');
  await page.keyboard.press('Control+Shift+KeyZ');
  await expect(page.getByRole('tab', { name: /응답/ })).toContainText('5');

  await page.getByRole('button', { name: '만족도 표' }).click();
  const table = page.getByRole('table', { name: /만족도/ });
  // (7+6+6+6+5+6+5+6+6+7) ÷ 10 = 6.0 of seven, 83.3 of a hundred.
  await expect(table.getByRole('row', { name: /수혜기업 만족도.*계/ }).first()).toContainText('6.00');
  await expect(table.getByRole('row', { name: /수혜기업 만족도.*계/ }).first()).toContainText('83.3');
  await table.getByRole('button', { name: '83.3' }).first().click();
  await expect(page.getByText('5건', { exact: true }).first()).toBeVisible();
  await expect(page).toHaveURL(/\/surveys\/responses\?selection=/);
});

test('figures of the nation wait for their source', async ({ page }) => {
  await page.goto(app.url.replace('/#', '/nation#'));
  const year = new Date().getFullYear() - 1;
  const box = (name: string) => page.getByRole('textbox', { name: `${year}년 ${name}`, exact: true });
  await box('생산').fill('5,600,000');
  await box('수출').fill('1,860.5억불');
  await box('수출').press('Tab');
  await expect(page.getByText('출처를 적으면 저장합니다.')).toBeVisible();
  await box('출처').fill('국가산업단지 산업동향');
  await box('출처').press('Enter');
  await expect(page.getByText('출처를 적으면 저장합니다.')).toHaveCount(0);
  const stored = await ask<{ year: number; figures: Record<string, { value: string; unit: string }> }[]>(app, 'nation.years', { complex_group: 'national', industry_group: null, quarter: null });
  expect(stored).toMatchObject([{ year, figures: { production: { value: '5600000', unit: '억원' }, exports: { value: '1860.5', unit: '억불' } } }]);
  await page.reload();
  await expect(box('수출')).toHaveValue('1,860.5 억불');
});
