/** Tasks as work: cards moved by mouse, keys and menu under the workflow's own checks; views kept; numbers that open their records. */
import { expect, test, type Page } from '@playwright/test';
import { ask } from '../support/ask.ts';
import { freshProgram } from './program.ts';

const app = freshProgram();
let ready: string;
let person: string;

const day = (offset: number): string => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
const statusOf = async (id: string): Promise<string> => (await ask<{ values: { status: string } }>(app, 'tasks.get', { id })).values.status;
const column = (page: Page, state: string) => page.locator(`.cd-column[data-state="${state}"]`);
const card = (page: Page, title: string) => page.locator('.cd-card').filter({ hasText: title });
const open = (page: Page, path: string) => page.goto(app.url.replace('/#', `${path}#`));

test.beforeAll(async () => {
  await ask(app, 'accounts.enter', { name: '김담당', role: 'coordinator', office: null }, 'POST');
  person = (await ask<{ account: { person: string } }>(app, 'device.about', undefined)).account.person;
  const { id: firm } = await ask<{ id: string }>(app, 'organisations.create', { values: { name: '(주)한빛정밀', kind: 'firm' } }, 'POST');
  const { id: cluster } = await ask<{ id: string }>(app, 'clusters.create', { values: { name: '정밀기계 MC', kind: 'general', hub: 'changwon', founded_on: '2015-01-01' } }, 'POST');
  const make = async (title: string, more: object = {}) => (await ask<{ id: string }>(app, 'tasks.create', { values: { title, lead_org: firm, field: 'rnd', need_text: '가공 치수가 흔들립니다.', found_on: day(-30), coordinator: person, ...more } }, 'POST')).id;
  ready = await make('다 갖춘 과제', { support_type: 'undecided', cluster });
  await make('모자란 과제');
  await make('늦은 과제', { end_on: day(-10), coordinator: null });
});

test('a card dragged is a move with its checks, and can be taken back', async ({ page }) => {
  await open(page, '/tasks?view=board');
  await expect(column(page, 'discovered')).toHaveAccessibleName('발굴 3건');
  // Nothing is missing: it moves at once.
  await card(page, '다 갖춘 과제').dragTo(column(page, 'received'));
  await expect(column(page, 'received')).toHaveAccessibleName('접수 1건');
  expect(await statusOf(ready)).toBe('received');
  await page.getByText('옮겼습니다').locator('..').getByRole('button', { name: '되돌리기' }).click();
  await expect(column(page, 'discovered')).toHaveAccessibleName('발굴 3건');
  expect(await statusOf(ready)).toBe('discovered');
  // Where it may not go it stays, and the reason is said.
  await card(page, '다 갖춘 과제').dragTo(column(page, 'agreed'));
  await expect(page.locator('.cd-board-say')).toContainText(/바로 갈 수 없습니다|제자리에/);
  expect(await statusOf(ready)).toBe('discovered');
  // Something is missing: it is asked for.
  await card(page, '모자란 과제').dragTo(column(page, 'received'));
  await expect(page.getByRole('dialog')).toContainText('발굴 → 접수');
  await page.keyboard.press('Escape');
  await expect(column(page, 'discovered')).toHaveAccessibleName('발굴 3건');
});

test('the same by keys, with every step said, and by a menu', async ({ page }) => {
  await open(page, '/tasks?view=board');
  const title = page.getByRole('button', { name: '다 갖춘 과제', exact: true });
  const said = page.locator('.cd-board-say');
  await title.focus();
  await page.keyboard.press('Space');
  await expect(said).toHaveText('‘접수’로 옮깁니다.');
  await page.keyboard.press('ArrowRight');
  await expect(said).toContainText('옮깁니다. ');
  await page.keyboard.press('Escape');
  await expect(said).toContainText('제자리에 두었습니다');
  expect(await statusOf(ready)).toBe('discovered');
  await page.keyboard.press('Space');
  await expect(said).toHaveText('‘접수’로 옮깁니다.');
  await page.keyboard.press('Enter');
  await expect(column(page, 'received')).toHaveAccessibleName('접수 1건');
  // The focus goes with the card.
  await expect(column(page, 'received').locator('.cd-card-title')).toBeFocused();
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: /보류/ }).click();
  await expect(page.getByRole('dialog')).toContainText('접수 → 보류');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+KeyZ');
  await expect(column(page, 'discovered')).toHaveAccessibleName('발굴 3건');
});

test('Enter opens the card beside the board, Esc closes it; words narrow the board; the way is remembered', async ({ page }) => {
  await open(page, '/tasks?view=board');
  await page.getByRole('button', { name: '모자란 과제', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: '모자란 과제' })).toBeVisible();
  await expect(column(page, 'discovered')).toBeVisible();
  await page.getByRole('button', { name: '닫기' }).click();
  await expect(page.getByRole('button', { name: '모자란 과제', exact: true })).toBeFocused();
  await page.getByRole('textbox', { name: '과제 안에서 찾기' }).fill('늦은');
  await expect(column(page, 'discovered')).toHaveAccessibleName('발굴 1건');
  await open(page, '/tasks');
  await expect(column(page, 'discovered')).toHaveAccessibleName('발굴 3건');
  await page.getByRole('tab', { name: '목록' }).click();
  await expect(page.locator('.ag-row').filter({ hasText: '늦은 과제' })).toBeVisible();
});

test('a number of the workload opens its records', async ({ page }) => {
  await open(page, '/tasks?view=workload');
  await page.getByRole('link', { name: '김담당 진행 과제 2' }).click();
  await expect(page.locator('.cd-grid-count')).toHaveText('2건');
  await expect(page.getByText('담당: 김담당')).toBeVisible();
  await open(page, '/tasks?view=workload');
  await page.getByRole('link', { name: '담당 없음 기한 지남 1' }).click();
  await expect(page.locator('.ag-row').filter({ hasText: '늦은 과제' })).toBeVisible();
  await expect(page.locator('.cd-grid-count')).toHaveText('1건');
  // A record opened from there and closed leaves the list as it was.
  await page.locator('.ag-row').filter({ hasText: '늦은 과제' }).first().locator('.cd-grid-open').click();
  await page.getByRole('button', { name: '닫기' }).click();
  await expect(page.locator('.cd-grid-count')).toHaveText('1건');
});

test('a view is saved, changed, chosen again, and opens first when marked so', async ({ page }) => {
  await open(page, '/tasks?view=list');
  const menu = page.getByRole('button', { name: /^보기:/ });
  const count = page.locator('.cd-grid-count');
  await expect(count).toHaveText('3건');
  await menu.click();
  await page.getByRole('menuitemradio', { name: '내 과제' }).click();
  await expect(count).toHaveText('2건');
  await menu.click();
  await page.getByRole('menuitem', { name: /새 보기로 저장/ }).click();
  await page.getByRole('textbox', { name: '보기 이름' }).fill('내가 맡은 것');
  await page.keyboard.press('Enter');
  await expect(menu).toContainText('내가 맡은 것');
  const [saved] = await ask<{ name: string; content: { filters: Record<string, unknown> } }[]>(app, 'views.list', { screen: 'tasks' });
  // What meant "mine" still means that to whoever opens it.
  expect(saved).toMatchObject({ name: '내가 맡은 것', content: { filters: { coordinator: { op: 'equals', value: '@me' } } } });
  await page.getByRole('textbox', { name: '애로과제 안에서 찾기' }).fill('모자란');
  await expect(count).toHaveText('1건');
  await expect(menu).toContainText('바뀜');
  await menu.click();
  await page.getByRole('menuitem', { name: /에 저장$/ }).click();
  await expect(menu).not.toContainText('바뀜');
  await menu.click();
  await page.getByRole('menuitem', { name: '처음에 이 보기로 열기' }).click();
  await menu.click();
  await page.getByRole('menuitemradio', { name: '전체' }).click();
  await expect(count).toHaveText('3건');
  await page.waitForTimeout(600);
  await open(page, '/people');
  await page.reload();
  await page.getByRole('link', { name: /애로과제/ }).first().click();
  await expect(menu).toContainText('내가 맡은 것');
  await expect(count).toHaveText('1건');
});
