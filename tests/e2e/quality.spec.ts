/** 자료 점검: from a line of the queue to its field and back to nothing; results by year typed like a sheet, first national R&D refused. */
import { expect, test, type Page } from '@playwright/test';
import { ask, askList } from '../support/ask.ts';
import type { Launched } from '../support/launch.ts';
import { choose } from './hands.ts';
import { freshProgram } from './program.ts';

type Of = { totals: { years: number; sales: number; new_jobs: number }; firstNational: { earlier: { id: string; title: string }[] } };

const at = (app: Launched, address: string): string => app.url.replace('/#', `${address}#`);
/** Name of the box the cursor is in. */
const cursor = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('name'));

test.describe('from nothing', () => {
  const app = freshProgram();

  test('an empty queue says so; a line leads by Enter to its field, and is gone when that is repaired', async ({ page }) => {
    await ask(app, 'accounts.enter', { name: '김담당', role: 'coordinator', office: null }, 'POST');
    const { account } = await ask<{ account: { person: string } }>(app, 'device.about', null);
    const firm = await ask<{ id: string }>(app, 'organisations.create', { values: { name: '가온정밀', kind: 'firm' } }, 'POST');
    await page.goto(at(app, '/quality'));
    await expect(page.getByText('고칠 것이 없습니다.')).toBeVisible();
    const session = await ask<{ id: string }>(app, 'sessions.create', { values: { organisation: firm.id, coordinator: account.person, visit_on: '2009-03-02', start_at: '14:00', end_at: '15:30', mode: 'phone', summary: '금형 수명이 짧음' } }, 'POST');
    const line = page.getByRole('link', { name: /2009-03-02 14:00 상담/ });
    await expect(page.getByRole('link', { name: /14일 넘게 제출하지 않은 상담/ })).toBeVisible();
    await line.focus();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(new RegExp(`/sessions/${session.id}`));
    await expect.poll(() => cursor(page)).toBe('advice');
    await ask(app, 'sessions.remove', { id: session.id }, 'POST');
    await page.goBack();
    await expect(page.getByText('고칠 것이 없습니다.')).toBeVisible();
  });
});

test.describe('in the sample', () => {
  const app = freshProgram({ demo: true });

  test('results of the years after a task are typed down the column, and what is due is gone', async ({ page }) => {
    const waiting = () => ask<{ task: string; year: number }[]>(app, 'outcomes.due', { everybody: true });
    const [first] = await waiting();
    const id = first?.task ?? '';
    const due = async () => (await waiting()).filter((one) => one.task === id).map((one) => one.year);
    const years = await due();
    expect(years.length).toBeGreaterThan(1);
    await page.goto(at(app, `/tasks/${id}?tab=outcomes&field=performance.${String(years[0])}`));
    await expect.poll(() => cursor(page)).toBe(`performance.${String(years[0])}`);
    for (const [index, year] of years.entries()) {
      expect(await cursor(page)).toBe(`performance.${year}`);
      await page.keyboard.type(index === 0 ? '1억 2,000만' : '0');
      await page.keyboard.press('Enter');
    }
    await page.getByRole('textbox', { name: `${String(years.at(-1))}년 신규 고용` }).fill('2명');
    await page.keyboard.press('Tab');
    await expect.poll(due).toEqual([]);
    await expect.poll(async () => (await ask<Of>(app, 'outcomes.of', { id })).totals).toMatchObject({ years: years.length, sales: 120_000_000, new_jobs: 2 });
    await expect(page.getByRole('row', { name: /합계/ })).toContainText('120,000,000');
  });

  test('an output is one row and Enter; a first national R&D that was not the first is refused with the earlier task', async ({ page }) => {
    const { lines } = await ask<{ lines: { rule: string; at: { id: string } }[] }>(app, 'quality.queue', { scope: 'all', rule: null });
    const rows = await askList<{ id: string }>(app, 'tasks.list', { start: 0, end: 300, sort: [], filter: {}, quick: null, selection: null });
    const ids = [...new Set([...lines.filter((one) => one.rule === 'task.first-national').map((one) => one.at.id), ...rows.map((one) => one.id)])];
    let id = '';
    let earlier = '';
    for (const one of ids) {
      const { firstNational } = await ask<Of>(app, 'outcomes.of', { id: one });
      if (!firstNational.earlier[0]) continue;
      id = one;
      earlier = firstNational.earlier[0].title;
      break;
    }
    await ask(app, 'outcomes.setFirstNational', { id, value: null }, 'POST');
    await page.goto(at(app, `/tasks/${id}?tab=outcomes`));
    await choose(page, page.getByRole('combobox', { name: '새 성과 종류' }), '특허 출원');
    await page.getByRole('textbox', { name: '새 성과명' }).fill('도금액 재생 장치');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('textbox', { name: '1번째 성과명' })).toHaveValue('도금액 재생 장치');
    await page.getByRole('combobox', { name: '첫 국가R&D' }).click();
    await page.getByRole('option', { name: '예', exact: true }).click();
    await expect(page.getByRole('alert')).toContainText('첫 국가R&D가 아닙니다');
    await page.getByRole('tabpanel').getByRole('link', { name: earlier }).first().click();
    await expect(page.getByRole('heading', { name: earlier })).toBeVisible();
  });
});
