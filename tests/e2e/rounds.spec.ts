/** A firm is visited with evidence, comes up as the next visit with its reasons, is counted in the month, and is handed over and back. */
import { expect, test, type Page } from '@playwright/test';
import { ask } from '../support/ask.ts';
import type { Launched } from '../support/launch.ts';
import { freshProgram } from './program.ts';

const app = freshProgram();

type Made = { id: string };
type Line = { id: string; kind: string; name: string; mime: string };

const at = (of: Launched, address: string): string => of.url.replace('/#', `${address}#`);
const made = async (path: string, values: Record<string, unknown>): Promise<string> => (await ask<Made>(app, path, { values }, 'POST')).id;
/** `days` before today, by the clock of the office. */
const daysAgo = (days: number): string => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Seoul' }).format(new Date(Date.now() - days * 86_400_000));
const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAoAAAAKCAYAAACNMs+9AAAAFUlEQVR42mNk+M9Qz0AEYBxVSF+FAAhKDveksOjmAAAAAElFTkSuQmCC', 'base64');

/** The print dialogue of a browser cannot be driven: it is noted and closed at once. */
const notePrinting = (page: Page): Promise<unknown> => page.addInitScript(() => {
  window.print = () => {
    document.documentElement.dataset['printed'] = String(document.querySelectorAll('.cd-visit-sheet').length);
    setTimeout(() => window.dispatchEvent(new Event('afterprint')), 50);
  };
});

test('evidence, next visit, month, handing over', async ({ page }) => {
  await ask(app, 'accounts.enter', { name: '김담당', role: 'coordinator', office: null }, 'POST');
  const { account: { person } } = await ask<{ account: { person: string } }>(app, 'device.about', null);
  const successor = await made('people.create', { name: '이후임', roles: 'coordinator' });
  const firm = await made('organisations.create', { name: '가온정밀', kind: 'firm' });
  const visited = await made('sessions.create', { organisation: firm, coordinator: person, visit_on: daysAgo(20), start_at: '14:00', end_at: '15:30', mode: 'phone', summary: '금형 수명이 짧음', next_visit_on: daysAgo(3) });
  const task = await made('tasks.create', { title: '금형 수명 개선', field: 'rnd', need_text: '금형이 빨리 닳음', found_by: 'firm-visit', lead_org: firm, coordinator: person, found_on: daysAgo(70) });
  const attached = (): Promise<Line[]> => ask<Line[]>(app, 'attachments.list', { table: 'session', owner: visited });

  await test.step('a photo is attached, renamed by keyboard, removed and brought back', async () => {
    await page.goto(at(app, `/sessions/${visited}`));
    await page.locator('input[data-attach]').setInputFiles([{ name: '설비.png', mimeType: 'image/png', buffer: png }]);
    const name = page.getByRole('button', { name: '설비.png', exact: true });
    await name.focus();
    await page.keyboard.press('F2');
    await page.getByLabel('파일 이름').fill('도금조.png');
    await page.keyboard.press('Enter');
    const renamed = page.getByRole('button', { name: '도금조.png', exact: true });
    await renamed.focus();
    await page.keyboard.press('Delete');
    await expect(renamed).toBeHidden();
    await page.getByRole('alert').getByRole('button', { name: '실행 취소' }).first().click();
    await expect(renamed).toBeVisible();
  });

  await test.step('the firm signs on the screen', async () => {
    await page.getByRole('button', { name: '화면에 서명' }).click();
    const dialog = page.getByRole('dialog', { name: '서명' });
    await dialog.getByLabel('서명하는 사람').fill('박부장');
    const board = await dialog.getByRole('img', { name: '서명 칸' }).boundingBox();
    if (!board) throw new Error('there is no board to sign on');
    await page.mouse.move(board.x + 60, board.y + 80);
    await page.mouse.down();
    for (const step of [1, 2, 3, 4, 5]) await page.mouse.move(board.x + 60 + step * 50, board.y + 80 + (step % 2) * 40);
    await page.mouse.up();
    await dialog.getByRole('button', { name: '서명 저장' }).click();
    await expect(dialog).toBeHidden();
    expect((await attached()).map(({ kind, mime }) => [kind, mime])).toEqual([['photo', 'image/png'], ['signature', 'image/png']]);
  });

  await test.step('the firm is the next to visit, says why, and has a sheet to print', async () => {
    await notePrinting(page);
    await page.goto(at(app, '/rounds'));
    const row = page.getByRole('row', { name: /가온정밀/ });
    await expect(row.getByRole('link', { name: new RegExp(`${daysAgo(3)} 방문을 약속했고 3일 지났습니다`) })).toBeVisible();
    await expect(row.getByRole('link', { name: /과제 ‘금형 수명 개선’: 70일째 ‘발굴’/ })).toBeVisible();
    await row.getByRole('checkbox').check();
    await page.getByRole('button', { name: '방문 준비표 1장' }).click();
    await expect(page.locator('html')).toHaveAttribute('data-printed', '1');
  });

  await test.step('the month counts it, and the number opens the record', async () => {
    await page.getByRole('tab', { name: '월간 활동실적' }).click();
    await page.getByLabel('달', { exact: true }).fill(daysAgo(20).slice(0, 7));
    await page.getByRole('button', { name: /^1$/ }).first().click();
    await expect(page).toHaveURL(/\/sessions\?selection=/);
    await expect(page.getByText('가온정밀').first()).toBeVisible();
  });

  await test.step('all that is open goes to a successor and comes back in one step', async () => {
    await page.goto(at(app, '/rounds/handover'));
    await page.getByRole('textbox', { name: '넘겨받을 사람' }).or(page.getByRole('combobox', { name: '넘겨받을 사람 (기본)' })).first().click();
    await page.locator('[role="option"]:visible', { hasText: '이후임' }).first().click();
    await page.getByRole('button', { name: '2건 넘기기' }).click();
    await expect(page.getByRole('dialog').getByText('과제 1, 약속한 방문 1')).toBeVisible();
    await page.getByRole('dialog').getByRole('button', { name: '넘기기' }).click();
    const coordinatorOf = async (): Promise<unknown> => (await ask<{ values: { coordinator: string } }>(app, 'tasks.get', { id: task })).values.coordinator;
    await expect.poll(coordinatorOf).toBe(successor);
    expect((await ask<{ values: { coordinator: string } }>(app, 'sessions.get', { id: visited })).values.coordinator).toBe(person);
    await page.getByRole('alert').getByRole('button', { name: '실행 취소' }).first().click();
    await expect.poll(coordinatorOf).toBe(person);
    await expect(page.getByRole('link', { name: '금형 수명 개선' })).toBeVisible();
  });
});
