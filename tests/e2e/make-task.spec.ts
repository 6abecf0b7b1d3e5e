/** 과제화: a session becomes a task, and each is one click from the other. */
import { expect, test } from '@playwright/test';
import { ask } from '../support/ask.ts';
import { freshProgram } from './program.ts';

const app = freshProgram();

test.beforeAll(async () => {
  await ask(app, 'accounts.enter', { name: '김담당', role: 'coordinator', office: null }, 'POST');
});

test('from the record of a session to its task and back', async ({ page }) => {
  const about = await ask<{ account: { person: string } }>(app, 'device.about', null);
  const firm = await ask<{ id: string }>(app, 'organisations.create', { values: { name: '가온정밀', kind: 'firm' } }, 'POST');
  const session = await ask<{ id: string }>(app, 'sessions.create', { values: { organisation: firm.id, coordinator: about.account.person, visit_on: '2026-03-02', start_at: '14:00', end_at: '15:30', mode: 'visit', place: '창원시 성산구', summary: '금형 수명이 짧음' } }, 'POST');
  await page.goto(app.url.replace('/#', `/sessions/${session.id}#`));
  await page.getByRole('button', { name: '과제화' }).click();
  // A log without a field cannot become a task as it is: the field is asked for.
  const asking = page.getByRole('dialog', { name: '상담을 과제로 만들기' });
  await asking.getByLabel('주 분야').and(page.locator('input')).first().click();
  await page.getByRole('option', { name: '생산·품질' }).click();
  await page.keyboard.press('Control+Enter');
  await expect(page).toHaveURL(/\/tasks\/[0-9a-f-]+$/);
  const task = page.url().split('/').at(-1) ?? '';
  expect(await ask<{ values: object }>(app, 'tasks.get', { id: task })).toMatchObject({ values: { source_session: session.id, lead_org: firm.id, found_on: '2026-03-02' } });

  await page.getByRole('tab', { name: /상담·회의/ }).click();
  await expect(page.getByRole('tabpanel', { name: /상담·회의/ }).getByText('발굴 상담')).toBeVisible();
  await page.getByRole('button', { name: '2026-03-02', exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`/sessions/${session.id}$`));
  await expect(page.getByRole('heading', { name: '가온정밀' })).toBeVisible();

  const side = page.getByRole('complementary', { name: '과제와 기업 정보' });
  await side.getByRole('button', { name: /금형 수명이 짧음/ }).first().click();
  await expect(page).toHaveURL(new RegExp(`/tasks/${task}$`));
});
