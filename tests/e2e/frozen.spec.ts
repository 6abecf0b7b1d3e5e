/** A report is handed in, a task changes, and the difference is found and opened; a past day shows what was known then. */
import { expect, test } from '@playwright/test';
import { tell } from '../shots/places.ts';
import { freshProgram } from './program.ts';

const program = freshProgram({ demo: true });

test('freeze, change a task, and see why the number differs', async ({ page }) => {
  test.setTimeout(120_000);
  await page.goto(program.url);
  const { id: firm } = await tell<{ id: string }>(program, 'organisations.create', { values: { name: '한결제출정밀', kind: 'firm' } });
  const day = new Date().toISOString().slice(0, 10);
  const { id: task } = await tell<{ id: string }>(program, 'tasks.create', { values: { title: '제출 뒤 지울 과제', lead_org: firm, field: 'rnd', found_on: day } });

  await page.goto(`${program.origin}/reports/t2?scope.province=seoul${new URL(program.url).hash}`);
  await page.getByRole('button', { name: /시도: 서울 지우기/ }).click();
  await expect(page.getByRole('button', { name: /시도: 서울/ })).toBeHidden();
  await page.getByRole('button', { name: '확정' }).click();
  await page.getByRole('menuitem', { name: '제출본으로 확정' }).click();
  const dialog = page.getByRole('dialog', { name: '제출본으로 확정' });
  await dialog.getByLabel('제출처').fill('국토교통부');
  await dialog.getByLabel('문서번호').fill('산단-12');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^제출본 · .* 국토교통부 제출 · 문서 산단-12 · 제출자/).first()).toBeVisible();
  await page.getByRole('tab', { name: '왜 숫자가 다른가' }).click();
  await expect(page.getByText('제출한 뒤 달라진 것이 없습니다.')).toBeVisible();

  await tell(program, 'tasks.remove', { id: task });
  await page.getByRole('tab', { name: '제출한 표' }).click();
  await page.getByRole('tab', { name: '왜 숫자가 다른가' }).click();
  await page.getByRole('button', { name: /^발굴 건수 · 계/ }).click();
  await expect(page.getByText('빠진 기록 1').last()).toBeVisible();
  await expect(page.getByText('제출 뒤 지울 과제')).toBeVisible();
  await expect(page.getByText('(지운 기록)')).toBeVisible();

  await page.getByRole('button', { name: '철회' }).click();
  await page.getByLabel('철회 사유').fill('과제를 잘못 넣었습니다.');
  await page.getByRole('dialog').getByRole('button', { name: '철회' }).click();
  await expect(page.getByText('철회 사유: 과제를 잘못 넣었습니다.')).toBeVisible();
  await page.getByRole('button', { name: '제출본 목록' }).click();
  await expect(page.getByRole('row', { name: /국토교통부.*철회/ })).toBeVisible();
});

test('shows a table as the data stood on a past day, and says so', async ({ page }) => {
  test.setTimeout(60_000);
  await page.goto(`${program.origin}/reports/t1${new URL(program.url).hash}`);
  await page.getByRole('button', { name: '당시 자료' }).click();
  await page.getByLabel('언제의 자료로 볼까요?').fill('2020-01-02');
  await page.keyboard.press('Enter');
  await expect(page.getByText('2020. 1. 2. 당시 자료입니다.')).toBeVisible();
  await expect(page.getByText('아직 셀 기록이 없습니다.')).toBeVisible();
  await page.getByRole('button', { name: '지금 자료로 보기' }).click();
  await expect(page.getByRole('table', { name: /기업규모별/ })).toBeVisible();
});
