/** A monthly series by keyboard: a day moved, a day left out, a meeting made with the standing agenda, its unfinished item on the next one, then another hour for all that follow. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { ask } from '../support/ask.ts';
import { launchLoopback, type Launched } from '../support/launch.ts';
import { choose, field, place } from './hands.ts';

let app: Launched;
let dataDir: string;

/** The second Wednesday, this many months after the present one. */
const wednesday = (months: number): string => {
  const now = new Date();
  const first = new Date(Date.UTC(now.getFullYear(), now.getMonth() + months, 1));
  first.setUTCDate(1 + ((3 - first.getUTCDay() + 7) % 7) + 7);
  return first.toISOString().slice(0, 10);
};
const later = (day: string, count: number): string => new Date(Date.parse(day) + count * 86_400_000).toISOString().slice(0, 10);
const [first, second, third, fourth] = [wednesday(1), wednesday(2), wednesday(3), wednesday(4)];

type Meeting = { id: string; values: { series: string; series_on: string; start_on: string; start_at: string; round: number; title: string } };
type Series = { id: string; values: { title: string; start_at: string; until_on: string | null } };

const row = (page: Page, day: string) => page.locator(`[data-series-day="${day}"]`);
const meetingAt = async (page: Page): Promise<Meeting> => ask<Meeting>(app, 'meetings.get', { id: new URL(page.url()).pathname.split('/')[2] ?? '' });

test.beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'clusterdesk-series-'));
  app = await launchLoopback({ dataDir });
  await ask(app, 'accounts.enter', { name: '김담당', role: 'coordinator', office: null }, 'POST');
  for (const name of ['정밀금형 MC', '기계부품 MC']) await ask(app, 'clusters.create', { values: { name, hub: '창원', kind: 'general', founded_on: '2010-04-01' } }, 'POST');
});
test.afterAll(async () => {
  await app.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

test('a monthly series with exceptions, a carried-over item and a change for all that follow', async ({ page }) => {
  await page.goto(app.url);
  await place(page, '회의');
  await page.getByRole('button', { name: '정기 회의' }).first().click();
  await page.getByRole('button', { name: '새 정기 회의' }).click();
  await field(page, '주관 미니클러스터').pressSequentially('정밀', { delay: 15 });
  await expect(page.getByRole('option', { name: /정밀금형 MC/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('list', { name: '고른 미니클러스터' })).toContainText('정밀금형 MC');
  await field(page, '회의명').fill('월례 운영위원회');
  await choose(page, field(page, '주기'), '매월 같은 주 같은 요일');
  await field(page, '첫 날').fill(first);
  await field(page, '시작').fill('14:00');
  await field(page, '끝').fill('16:00');
  await field(page, '늘 있는 안건').fill('지난 회의 결과\n회비 현황');
  await expect(page.locator('.cd-series-said')).toContainText('매월 둘째 수요일 14:00~16:00');
  await page.keyboard.press('Control+s');
  await expect(row(page, first)).toContainText('예정');

  // One day is moved, another left out, by keys.
  await row(page, first).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('m');
  const moving = page.getByRole('dialog');
  await expect(field(moving, '옮길 날')).toBeFocused();
  await field(moving, '옮길 날').fill(later(second, 7));
  await field(moving, '사유').fill('설 연휴');
  await page.keyboard.press('Enter');
  await expect(row(page, second)).toContainText('옮김');
  await expect(row(page, second)).toContainText('설 연휴');
  await row(page, third).focus();
  await page.keyboard.press('x');
  await field(page.getByRole('dialog'), '사유').fill('총회로 대신');
  await page.keyboard.press('Enter');
  await expect(row(page, third)).toContainText('쉼');

  // The first meeting, with one more item that is not finished.
  await row(page, first).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: '월례 운영위원회 제1차' })).toBeVisible();
  await expect(page.locator('.cd-record')).toContainText('회비 현황');
  const made = await meetingAt(page);
  expect(made.values).toMatchObject({ start_on: first, series_on: first, start_at: '14:00', round: 1 });
  await page.getByLabel('새 안건', { exact: true }).fill('공동 장비 구입');
  await page.keyboard.press('Enter');
  await expect(page.locator('.cd-record').getByText('공동 장비 구입').or(page.locator('input[value="공동 장비 구입"], textarea')).first()).toBeVisible();
  await page.getByRole('button', { name: '회의 끝내기' }).click();
  const ending = page.getByRole('dialog', { name: '회의 끝내기' });
  for (const title of ['지난 회의 결과', '회비 현황']) await ending.getByRole('radiogroup', { name: title }).getByText('처리').click();
  await ending.getByRole('radiogroup', { name: '공동 장비 구입' }).getByText('이월').click();
  await ending.getByRole('button', { name: /끝내고/ }).click();
  await expect(ending).toBeHidden();

  // The moved day takes it up.
  await page.goto(app.url.replace('/#', `/series/${made.values.series}#`));
  await expect(row(page, first)).toContainText('개최');
  await row(page, second).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: /월례 운영위원회 제\d차/ })).toBeVisible();
  const next = await meetingAt(page);
  expect(next.values).toMatchObject({ start_on: later(second, 7), series_on: second });
  await expect(page.locator('.cd-record')).toContainText(/지난 회의에서 이월/);

  // Another hour for it and all that follow: two series, the meeting that was held stays as it was.
  await page.getByRole('tab', { name: '개요' }).click();
  await page.getByRole('radiogroup', { name: '바꿀 범위' }).getByText('이후 모두').click();
  await page.locator('.cd-record input[name="start_at"]').fill('10:00');
  await page.locator('.cd-record input[name="end_at"]').fill('12:00');
  await page.keyboard.press('Control+s');
  await expect.poll(async () => (await ask<Series[]>(app, 'series.list', {})).map((one) => one.values.start_at).sort()).toEqual(['10:00', '14:00']);
  const [held, changed] = [await ask<Meeting>(app, 'meetings.get', { id: made.id }), await ask<Meeting>(app, 'meetings.get', { id: next.id })];
  expect([held.values.start_at, changed.values.start_at]).toEqual(['14:00', '10:00']);
  expect(changed.values.series).not.toBe(held.values.series);
  await page.goto(app.url.replace('/#', `/series/${changed.values.series}#`));
  await expect(row(page, third)).toContainText('쉼');
  await expect(row(page, fourth)).toContainText('예정');
  await expect(page.locator('.cd-record-header')).toContainText('매월 둘째 수요일 10:00~12:00');
});
