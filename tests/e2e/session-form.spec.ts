/** The full log of a session: what stands beside its fields survives in the draft, phrases come by a slash, the session before is taken over. */
import { expect, test, type Page } from '@playwright/test';
import { ask } from '../support/ask.ts';
import { field, pick } from './hands.ts';
import { freshProgram } from './program.ts';

const app = freshProgram();

test.beforeAll(async () => {
  await ask(app, 'accounts.enter', { name: '김코디', role: 'coordinator', office: null }, 'POST');
  const { id } = await ask<{ id: string }>(app, 'organisations.create', { values: { name: '가온금형', kind: 'firm', address: '경기도 안산시' } }, 'POST');
  await ask(app, 'tasks.create', { values: { title: '금형 수명 연장', lead_org: id, field: 'rnd' } }, 'POST');
  await ask(app, 'sessions.create', { values: { organisation: id, mode: 'visit', visit_on: '2026-05-02', start_at: '10:00', end_at: '11:00', summary: '도금 공정 문의', advice: '현장 확인' }, attendees: [{ name: '박부장' }] }, 'POST');
  await ask(app, 'sessions.phrases.create', { values: { title: '시험', body: '시험기관을 소개하고 의뢰서를 함께 씀', use: 'advice' } }, 'POST');
});

const openNew = async (page: Page): Promise<void> => {
  await page.goto(`${app.origin}/sessions/new${new URL(app.url).hash}`);
  await expect(field(page, '기업')).toBeFocused();
};

test('people, companions, task and next action are in the draft', async ({ page }) => {
  await openNew(page);
  await pick(page, field(page, '기업'), '가온', /가온금형/, '가온금형');
  await page.getByRole('button', { name: '참석자 가져오기 (1명)' }).click();
  const companion = field(page, '동행자');
  await companion.click();
  await companion.pressSequentially('이동행');
  await expect(page.getByRole('option', { name: /새로 만들기/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: '연결', exact: true }).click();
  await field(page, '후속 조치').fill('견적 받기');
  await expect.poll(async () => JSON.stringify(await ask<{ body: string }[]>(app, 'device.drafts', null))).toContain('견적 받기');
  await app.kill();
  await app.startAgain();

  await page.goto(`${app.origin}/sessions/new${new URL(app.url).hash}`);
  await page.getByRole('button', { name: '이어서 쓰기' }).click();
  for (const name of ['박부장', '이동행', '금형 수명 연장']) await expect(page.getByRole('button', { name: `${name} 빼기` })).toBeVisible();
  await expect(field(page, '후속 조치')).toHaveValue('견적 받기');
  await field(page, '상담 시간').fill('2시~3시반');
  await page.keyboard.press('Tab');
  await expect(field(page, '시작')).toHaveValue('14:00');
  await expect(field(page, '끝')).toHaveValue('15:30');

  // The last text of the firm is the first phrase; the kept ones follow.
  const advice = page.getByRole('textbox', { name: '지원 내용' });
  await advice.focus();
  await page.keyboard.type('/');
  await page.keyboard.press('Enter');
  await expect(advice).toHaveValue('현장 확인');
  await page.keyboard.type('\n/');
  await page.getByRole('combobox', { name: '상용구 찾기' }).pressSequentially('시험');
  await page.keyboard.press('Enter');
  await expect(advice).toHaveValue('현장 확인\n시험기관을 소개하고 의뢰서를 함께 씀');
  await page.keyboard.type(' 1/2');
  await expect(advice).toHaveValue(/ 1\/2$/);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('group', { name: '상태' })).toBeVisible();
  const id = page.url().split('/').at(-1);
  expect(await ask(app, 'sessions.relations', { id })).toMatchObject({
    minutes: 90, people: [{ name: '박부장', side: 'firm' }, { name: '이동행', side: 'agency' }], tasks: [{ title: '금형 수명 연장' }], actions: [{ what: '견적 받기' }] });
  expect(await ask<unknown[]>(app, 'device.drafts', null)).toEqual([]);
});
