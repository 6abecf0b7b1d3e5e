/** The one box: typed as people type, by keyboard alone. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { ask } from '../support/ask.ts';
import { freshProgram } from './program.ts';

const app = freshProgram();
let task: string;

const make = async (path: string, values: object): Promise<string> => (await ask<{ id: string }>(app, path, { values }, 'POST')).id;
const box = (page: Page) => page.getByRole('combobox', { name: '찾기' });
const found = (page: Page) => page.getByRole('listbox', { name: '찾은 것' });
const openBox = async (page: Page, path = '/today'): Promise<void> => {
  await page.goto(app.url.replace('/#', `${path}#`));
  await page.getByRole('button', { name: /빠른 입력/ }).first().waitFor();
  await page.keyboard.press('Control+KeyK');
  await expect(box(page)).toBeFocused();
};

test.beforeAll(async () => {
  await ask(app, 'accounts.enter', { name: '김담당', role: 'coordinator', office: '창원지사' }, 'POST');
  const { account: { person } } = await ask<{ account: { person: string } }>(app, 'device.about', undefined);
  const firm = await make('organisations.create', { name: '(주)한빛정밀', kind: 'firm', products: '금형, 치공구' });
  task = await make('tasks.create', { title: '도금 불량 개선', lead_org: firm, field: 'rnd', need_text: '수출 경쟁력 강화가 필요합니다. 도금 두께가 고르지 않습니다.', found_on: '2024-03-02', coordinator: person, office: '창원지사' });
  for (let at = 0; at < 30; at += 1) await make('tasks.create', { title: `금형 수명 ${at}차 개선`, lead_org: firm, office: '구미지사', field: 'rnd', found_on: `2023-01-${String(at % 28 + 1).padStart(2, '0')}`, coordinator: person });
  const cluster = await make('clusters.create', { name: '정밀금형', kind: 'general', hub: 'changwon', founded_on: '2015-01-01' });
  await ask(app, 'meetings.create', { values: { title: '정밀금형 미니클러스터 정기총회', kind: 'regular-assembly', start_on: '2024-05-01', minutes: '회원사 애로사항을 듣고 도금 공동 과제를 정함' }, clusters: [cluster] }, 'POST');
});

test('finds what stands inside, marks it, and opens it with Enter', async ({ page }) => {
  await openBox(page);
  await page.keyboard.type('경쟁력강화');
  const line = found(page).getByRole('option').filter({ hasText: '도금 불량 개선' });
  await expect(line).toBeVisible();
  await expect(line.locator('mark').first()).toHaveText(/경쟁력/);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/tasks/${task}`));
  // The empty box remembers.
  await page.keyboard.press('Control+KeyK');
  await expect(found(page).getByRole('option').first()).toContainText('도금 불량 개선');
  await expect(found(page)).toContainText('경쟁력강화');
});

test('initial consonants, half-made syllables and synonyms; a key that ends a syllable opens nothing', async ({ page }) => {
  await openBox(page);
  for (const [typed, expected] of [['ㅎㅂㅈㅁ', '한빛정밀'], ['한ㅂㅈㅁ', '한빛정밀'], ['한비', '한빛정밀'], ['정밀금형 mc', '정기총회'], ['미클', '정기총회']] as const) {
    await box(page).fill(typed);
    await expect(found(page).getByRole('option').filter({ hasText: expected }).first()).toBeVisible();
  }
  await box(page).fill('한빛');
  await expect(found(page).getByRole('option').first()).toContainText('한빛정밀');
  await box(page).dispatchEvent('keydown', { key: 'Enter', code: 'Enter', keyCode: 229, isComposing: true });
  await expect(box(page)).toBeVisible();
});

test('kinds narrow, more can be had, and all of a kind opens as a list', async ({ page }) => {
  await openBox(page);
  await page.keyboard.type('금형 수명');
  await expect(found(page).getByRole('group', { name: '애로과제 30건' })).toBeVisible();
  await found(page).getByRole('option', { name: '더 보기' }).click();
  await expect(found(page).getByRole('option').filter({ hasText: '금형 수명' })).toHaveCount(26);
  await page.getByRole('group', { name: '찾을 범위' }).getByRole('button', { name: '사람' }).click();
  await expect(page.getByText('‘금형 수명’에 맞는 기록이 없습니다.')).toBeVisible();
  await page.getByRole('group', { name: '찾을 범위' }).getByRole('button', { name: '전체' }).click();
  await expect(found(page).getByRole('option').first()).toContainText('금형 수명');
  await page.keyboard.press('Control+Enter');
  await expect(page).toHaveURL(/\/tasks\?selection=/);
  await expect(page.getByText('찾기: 금형 수명')).toBeVisible();
});

test('a period and an office leave out what lies outside', async ({ page }) => {
  await openBox(page);
  await page.keyboard.type('개선');
  await expect(found(page).getByRole('group', { name: '애로과제 31건' })).toBeVisible();
  await page.getByRole('combobox', { name: '담당 지사' }).click();
  await page.getByRole('option', { name: '창원지사' }).click();
  await expect(found(page).getByRole('group', { name: '애로과제 1건' })).toBeVisible();
});

test('the open box by the rules of WCAG 2.2 AA, with results, without, and in the dark', async ({ page }) => {
  const findings = async (): Promise<string[]> => (await new AxeBuilder({ page }).include('.cd-find').withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze()).violations.flatMap((one) => one.nodes.map((node) => `${one.id}: ${node.html.slice(0, 160)}`));
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await openBox(page);
    expect(await findings()).toEqual([]);
    await page.keyboard.type('금형');
    await expect(found(page).getByRole('option').first()).toContainText('금형');
    expect(await findings()).toEqual([]);
    await box(page).fill('없는말이다');
    await expect(page.getByText('맞는 기록이 없습니다.')).toBeVisible();
    expect(await findings()).toEqual([]);
    await page.keyboard.press('Control+KeyK');
    await expect(box(page)).toBeHidden();
  }
});
