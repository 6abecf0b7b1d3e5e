/** The calendar by hands: a meeting carried by keys and by mouse, one that stays, hours drawn into a session, files out and in again. */
import { readFileSync } from 'node:fs';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { ask } from '../support/ask.ts';
import { freshProgram } from './program.ts';
import { pick } from './hands.ts';

const app = freshProgram();

type Made = { id: string };
type Entry = { kind: string; id: string; on: string; start: string | null; end: string | null; title: string };

/** Whatever is planned there is still to come, and its 8th is a Monday: a column at the side, where no toast lies over it. */
const month = '2090-05';
const on = (date: number): string => `${month}-${String(date).padStart(2, '0')}`;
const stored = (): Promise<Entry[]> => ask<Entry[]>(app, 'calendar.range', { from: on(1), to: on(28), whose: 'office', cluster: null });
const at = (address: string): string => app.url.replace('/#', `${address}#`);
const way = (page: Page, word: string): Promise<void> => page.getByRole('radiogroup', { name: '보기' }).getByText(word, { exact: true }).click();

const toast = (page: Page, says: RegExp): Locator => page.getByRole('alert').filter({ hasText: says });

const drag = async (page: Page, from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> => {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 12, from.y + 12, { steps: 3 });
  await page.mouse.move(to.x, to.y, { steps: 6 });
  await page.mouse.up();
};

const boxOf = async (page: Page, selector: string): Promise<{ x: number; y: number; width: number; height: number }> => {
  const box = await page.locator(selector).first().boundingBox();
  if (!box) throw new Error(`nothing is drawn at ${selector}`);
  return box;
};

test('move, draw, hand out, take in', async ({ page }) => {
  await ask(app, 'accounts.enter', { name: '김담당', role: 'coordinator', office: null }, 'POST');
  const { id: cluster } = await ask<Made>(app, 'clusters.create', { values: { name: '전자부품 미니클러스터', hub: '구미', kind: 'general', founded_on: '2020-01-01' } }, 'POST');
  await ask<Made>(app, 'organisations.create', { values: { name: '가온정밀', kind: 'firm', address: '구미시 1로' } }, 'POST');
  const meeting = async (title: string, date: number, status: string): Promise<string> => (await ask<Made>(app, 'meetings.create', { values: { title, kind: 'steering-committee', start_on: on(date), start_at: '14:00', end_at: '16:00', status }, clusters: [cluster] }, 'POST')).id;
  const planned = await meeting('예정 회의', 8, 'planned');
  await meeting('개최 회의', 9, 'held');
  await page.goto(at(`/calendar?day=${on(8)}`));
  await page.getByText('지사', { exact: true }).click();

  await test.step('M lifts, arrows carry, Enter puts down; the toast takes it back', async () => {
    const entry = page.getByRole('button', { name: /^회의, 예정 회의/ });
    await expect(page.getByRole('gridcell', { name: /8일 .*일정 1건/ })).toBeVisible();
    await entry.focus();
    for (const key of ['m', 'ArrowRight', 'ArrowRight', 'Enter']) await page.keyboard.press(key);
    await expect.poll(async () => (await stored()).find((one) => one.id === planned)?.on).toBe(on(10));
    await expect(entry).toBeFocused();
    await toast(page, /10일.* 옮겼습니다/).getByRole('button', { name: '되돌리기' }).click();
    await expect.poll(async () => (await stored()).find((one) => one.id === planned)?.on).toBe(on(8));
  });

  await test.step('a held meeting goes back and says why', async () => {
    const from = await boxOf(page, '[data-entry]:not([data-movable])');
    const to = await boxOf(page, `[data-day-cell="${on(16)}"]`);
    await drag(page, { x: from.x + 30, y: from.y + 8 }, { x: to.x + 40, y: to.y + 60 });
    await expect(page.getByText('옮기지 않았습니다')).toBeVisible();
    expect((await stored()).map((one) => one.on)).toEqual([on(8), on(9)]);
  });

  await test.step('in the week a box goes to another hour, and empty hours become a session', async () => {
    await way(page, '주');
    const from = await boxOf(page, '.cd-cal-column [data-movable]');
    const hour = (await boxOf(page, '.cd-cal-body')).height / 24;
    await drag(page, { x: from.x + 30, y: from.y + 10 }, { x: from.x + 30, y: from.y + 10 - hour });
    await expect.poll(async () => (await stored()).find((one) => one.id === planned)).toMatchObject({ on: on(8), start: '13:00', end: '15:00' });
    const column = await boxOf(page, `.cd-cal-column[data-day="${on(8)}"]`);
    const moved = await boxOf(page, '.cd-cal-column [data-movable]');
    await drag(page, { x: column.x + 20, y: moved.y - 3 * hour + 2 }, { x: column.x + 20, y: moved.y - 2 * hour + 2 });
    const dialog = page.getByRole('dialog', { name: '새 일정' });
    await pick(page, dialog.getByLabel('기업'), '가온', /가온정밀/);
    await dialog.getByRole('button', { name: '등록', exact: true }).click();
    await expect.poll(async () => (await stored()).find((one) => one.kind === 'session')).toMatchObject({ on: on(8), start: '10:00', end: '11:00', title: '가온정밀' });
  });

  await test.step('a file goes out, is known when it comes in again, and a foreign one is taken in as one step', async () => {
    await page.getByRole('button', { name: '일정 파일' }).click();
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: /한 해$/ }).click()]);
    const text = readFileSync(await file.path(), 'utf8');
    expect(text).toContain(`UID:${planned}@clusterdesk`);
    const foreign = text.replaceAll('@clusterdesk', '@elsewhere').replaceAll('가온정밀', '다른 약속').replaceAll('개최 회의', '전자부품 세미나').replaceAll('예정 회의', '취소할 것');
    const bring = async (body: string): Promise<void> => {
      await page.getByRole('button', { name: '일정 파일' }).click();
      await page.getByRole('menuitem', { name: /가져오기/ }).click();
      await page.locator('[data-calendar-file]').setInputFiles({ name: '일정.ics', mimeType: 'text/calendar', buffer: Buffer.from(body) });
    };
    await bring(text);
    const dialog = page.getByRole('dialog', { name: /가져오기/ });
    await expect(dialog.getByText('이미 있는 것 3건')).toBeVisible();
    await expect(dialog.getByRole('button', { name: '0건 가져오기' })).toBeDisabled();
    await page.keyboard.press('Escape');
    await bring(foreign);
    await dialog.getByRole('button', { name: '1건 가져오기' }).click();
    await expect.poll(async () => (await stored()).filter((one) => one.title === '전자부품 세미나').length).toBe(1);
    // At most three toasts are shown: this one may have to wait for an older one, whose button takes something else back.
    await toast(page, /1건을 가져왔습니다/).getByRole('button', { name: '되돌리기' }).click({ timeout: 20_000 });
    await expect.poll(async () => (await stored()).length).toBe(3);
  });
});
