/** 중복 확인: two records of one firm are found, merged by keys, and taken apart again. */
import { expect, test } from '@playwright/test';
import { ask } from '../support/ask.ts';
import { freshProgram } from './program.ts';

const app = freshProgram();

test.beforeAll(async () => {
  await ask(app, 'accounts.enter', { name: '김담당', role: 'coordinator', office: null }, 'POST');
});

const make = (values: object): Promise<{ id: string }> => ask(app, 'organisations.create', { values: { kind: 'firm', ...values } }, 'POST');
const valuesOf = async (id: string): Promise<Record<string, unknown>> => (await ask<{ values: Record<string, unknown> }>(app, 'organisations.get', { id })).values;

test('a pair is merged from the keyboard and taken apart from the record', async ({ page }) => {
  const address = '경상남도 창원시 성산구 예시로 9';
  const one = await make({ name: '(주)나래금속', address, employees: 40 });
  const other = await make({ name: '나래금속 주식회사', address, phone: '055-280-1234', employees: 55 });
  await make({ name: '대영정공', address: '경기도 시흥시 예시로 33' });
  await make({ name: '대영정공', address });

  await page.goto(app.url.replace('/#', '/organisations#'));
  await page.getByRole('button', { name: /중복 확인/ }).click();
  const queue = page.getByRole('navigation', { name: '중복일 수 있는 기록' });
  await expect(queue.getByRole('button')).toHaveCount(2);
  const compare = page.getByRole('region', { name: '두 기록 비교' });
  await expect(compare.getByText('주소가 같습니다')).toBeVisible();

  // 55 people are right: the second column, chosen by its number.
  await compare.getByRole('button', { name: '40명' }).focus();
  await page.keyboard.press('2');
  await expect(compare.getByRole('button', { name: '55명' })).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('합쳤습니다: (주)나래금속 ← 나래금속 주식회사')).toBeVisible();
  expect(await valuesOf(one.id)).toMatchObject({ name: '(주)나래금속', employees: 55, phone: '0552801234' });
  expect(await valuesOf(other.id)).toMatchObject({ merged_into: one.id });

  // The next pair is there already; its two are different firms.
  await expect(compare.getByText('흔한 이름이라 이름만으로는 알 수 없습니다')).toBeVisible();
  await page.keyboard.press('Control+Delete');
  await expect(page.getByText('확인할 중복이 없습니다.')).toBeVisible();

  await page.goto(app.url.replace('/#', `/organisations/${other.id}#`));
  await page.getByText('이 기록은').getByRole('link', { name: '(주)나래금속' }).click();
  await expect(page.getByText('이 기록에 합친 기록 1건')).toBeVisible();
  await page.getByRole('button', { name: '되돌리기' }).click();
  await expect(page.getByText(/되돌렸습니다: 기업 합치기/)).toBeVisible();
  expect(await valuesOf(one.id)).toMatchObject({ employees: 40, phone: null });
  expect(await valuesOf(other.id)).toMatchObject({ merged_into: null });
});
