/** The dashboard as a person uses it: by keyboard to a bar and its records, as a table, on the clipboard, on paper. */
import { inflateSync } from 'node:zlib';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { visit } from '../shots/places.ts';
import { place } from './hands.ts';
import { freshProgram } from './program.ts';

const shell = freshProgram({ demo: true });

const card = (page: Page, title: string): Locator => page.getByRole('region', { name: title, exact: true });
const point = (where: Locator): Locator => where.locator('.cd-point');

const open = async (page: Page): Promise<void> => {
  await page.goto(shell.url);
  await place(page, '현황판');
  await expect(point(card(page, '과제 단계'))).toBeAttached({ timeout: 20_000 });
};

test('by keyboard to a bar, to its records and back', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(shell.url);
  await expect(page.getByRole('navigation')).toBeVisible();
  await page.waitForTimeout(500);
  expect(asked.filter((url) => /echarts/.test(url))).toEqual([]);
  await place(page, '현황판');
  const stages = card(page, '과제 단계');
  await point(stages).focus();
  expect(asked.some((url) => /echarts/.test(url))).toBe(true);
  const first = await point(stages).getAttribute('aria-label');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  await expect(point(stages)).toBeFocused();
  const words = await point(stages).getAttribute('aria-label') ?? '';
  expect(words).not.toBe(first);
  // The ring is in sight, and so is the number in words.
  await expect(stages.getByText(words.replace(', 기록 보기', ''), { exact: true })).toBeVisible();
  const count = /([\d,]+)건/.exec(words)?.[1] ?? '';
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/tasks\?selection=/);
  await expect(page.getByText(`애로과제 ${count}건`)).toBeVisible();
  await page.goBack();
  await expect(point(card(page, '과제 단계'))).toBeFocused({ timeout: 15_000 });
  expect(await point(card(page, '과제 단계')).getAttribute('aria-label')).toBe(words);
});

test('each card is its table, too: the same numbers, each with its records', async ({ page }) => {
  await open(page);
  const sizes = card(page, '기업규모별 지원');
  await sizes.scrollIntoViewIfNeeded();
  await expect(point(sizes)).toBeAttached({ timeout: 15_000 });
  const spoken = await sizes.getByRole('table').getByRole('row').allTextContents();
  await sizes.getByRole('button', { name: /표 보기/ }).click();
  const shown = sizes.locator('.cd-report-table');
  await expect(shown).toBeVisible();
  expect((await shown.locator('tbody tr').allTextContents()).map((row) => row.replaceAll(/\s/g, ''))).toEqual(spoken.slice(1).map((row) => row.replaceAll(/\s/g, '')));
  await shown.locator('tbody button').first().focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/tasks\?selection=/);
});

test('a bar and a tile open their records by mouse', async ({ page }) => {
  await open(page);
  const regions = card(page, '시도별 지원');
  await regions.scrollIntoViewIfNeeded();
  await expect(point(regions)).toBeAttached({ timeout: 15_000 });
  const words = await point(regions).getAttribute('aria-label') ?? '';
  const box = await point(regions).boundingBox();
  // The pointer goes through the point to what is drawn under it.
  await page.mouse.click((box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 4);
  await page.waitForURL(/\/tasks\?selection=/);
  await expect(page.getByText(`애로과제 ${/([\d,]+)건/.exec(words)?.[1] ?? '?'}건`)).toBeVisible();
});

test('picture and table on the clipboard', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page);
  const trend = card(page, '발굴·지원·완료 추이');
  await trend.getByRole('button', { name: /복사/ }).click();
  await page.getByRole('menuitem', { name: '그림 복사' }).click();
  await expect(page.getByText('그림을 복사했습니다', { exact: false })).toBeVisible({ timeout: 15_000 });
  const picture = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const blob = await item?.getType('image/png');
    if (!blob) return null;
    const image = await createImageBitmap(blob);
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext('2d');
    context?.drawImage(image, 0, 0);
    const { data } = context?.getImageData(0, 0, image.width, image.height) ?? { data: [] };
    let dark = 0;
    for (let at = 0; at < data.length; at += 4) if ((data[at] ?? 255) < 128) dark += 1;
    return { width: image.width, height: image.height, corner: [data[0], data[1], data[2]], dark };
  });
  expect(picture).toMatchObject({ width: 1520, corner: [255, 255, 255] });
  expect(picture?.dark).toBeGreaterThan(2000);
  await trend.getByRole('button', { name: /복사/ }).click();
  await page.getByRole('menuitem', { name: '표 복사' }).click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain('발굴·지원·완료 추이');
});

test('period and scope stay in the address, order and hidden cards with the person', async ({ page }) => {
  await open(page);
  await page.getByRole('combobox', { name: '연도 종류' }).click();
  await page.getByRole('option', { name: '사업연도' }).click();
  await expect(page).toHaveURL(/yearKind=program/);
  await page.getByRole('button', { name: '과제 단계: 자리' }).click();
  await page.getByRole('menuitem', { name: '뒤로 옮기기' }).click();
  await page.getByRole('button', { name: '지원유형별 지원: 자리' }).click();
  await page.getByRole('menuitem', { name: '숨기기' }).click();
  await page.waitForTimeout(500);
  await page.reload();
  await expect(page.getByRole('combobox', { name: '연도 종류' })).toHaveValue('사업연도');
  await expect(card(page, '과제 단계')).toBeVisible();
  const titles = await page.getByRole('region').getByRole('heading', { level: 2 }).allTextContents();
  expect(titles.slice(0, 2)).toEqual(['발굴·지원·완료 추이', '과제 단계']);
  expect(titles).not.toContain('지원유형별 지원');
  await page.getByRole('button', { name: /카드 \(1개 숨김\)/ }).click();
  await page.getByRole('menuitem', { name: '처음 차례로' }).click();
  await expect(card(page, '지원유형별 지원')).toBeAttached();
  // What is remembered is written in the background.
  await page.waitForTimeout(500);
});

test('a card that fails says so and can be asked again; the others stand', async ({ page }) => {
  await page.goto(shell.url);
  await expect(page.getByRole('navigation')).toBeVisible();
  await page.route(/reports\.table.*d-trend/, (route) => route.abort());
  await place(page, '현황판');
  const trend = card(page, '발굴·지원·완료 추이');
  await expect(trend.getByRole('alert')).toBeVisible();
  await expect(point(card(page, '과제 단계'))).toBeAttached({ timeout: 15_000 });
  await page.unroute(/reports\.table.*d-trend/);
  await trend.getByRole('button', { name: '다시 시도' }).click();
  await expect(point(trend)).toBeAttached({ timeout: 15_000 });
});

/** Contents of the streams of a PDF that are text. */
const streamsOf = (pdf: Buffer): string => {
  const text = pdf.toString('latin1');
  return [...text.matchAll(/stream\r?\n/g)].map(({ index }) => {
    const start = index + (text.startsWith('stream\r\n', index) ? 8 : 7);
    try {
      return inflateSync(pdf.subarray(start, text.indexOf('endstream', start))).toString('latin1');
    } catch {
      return '';
    }
  }).join('\n');
};

const printed = async (page: Page, button: Locator): Promise<{ pdf: Buffer; sheets: number; pages: number }> => {
  await button.click();
  await page.locator('html[data-asked="print"]').waitFor({ timeout: 20_000 });
  await page.waitForFunction(() => document.querySelector('.cd-print-chart svg') !== null);
  const sheets = await page.locator('.cd-print-chart svg').count();
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  await page.evaluate(() => { delete document.documentElement.dataset['asked']; dispatchEvent(new Event('afterprint')); });
  return { pdf, sheets, pages: [...pdf.toString('latin1').matchAll(/\/Type\s*\/Page\b(?!s)/g)].length };
};

test('prints as vectors and text on A4 landscape, without one bitmap', async ({ page }) => {
  await page.addInitScript(() => { window.print = () => { document.documentElement.dataset['asked'] = 'print'; }; });
  await page.emulateMedia({ colorScheme: 'dark' });
  await open(page);
  const board = await printed(page, page.getByRole('button', { name: '현황판 인쇄' }));
  expect(board.sheets).toBe(8);
  expect(board.pages).toBe(2);
  const one = await printed(page, card(page, '과제 단계').getByRole('button', { name: '과제 단계: 인쇄' }));
  expect(one.sheets).toBe(1);
  for (const { pdf } of [board, one]) {
    const raw = pdf.toString('latin1');
    expect(raw).not.toMatch(/\/Subtype\s*\/Image/);
    expect(raw).not.toMatch(/\/Subtype\s*\/Type3/);
    expect(raw).toMatch(/\/Subtype\s*\/CIDFontType2/);
    expect(raw).toMatch(/\/MediaBox\s*\[0 0 841\.\d+ 59[45]\.\d+\]/);
    const drawn = streamsOf(pdf);
    // Filled shapes, lines and shown letters.
    expect([...drawn.matchAll(/^[fS]\*?$|\bre$| [lc]$/gm)].length).toBeGreaterThan(100);
    expect([...drawn.matchAll(/T[jJ]$/gm)].length).toBeGreaterThan(30);
  }
});

test('says what to do while nothing is recorded for a period', async ({ page }) => {
  await open(page);
  await visit(page, '/dashboard?fromYear=2001&toYear=2002&asOf=2002-12-31');
  await expect(card(page, '발굴·지원·완료 추이').getByText('이 기간과 범위에는 셀 기록이 없습니다.')).toBeVisible({ timeout: 15_000 });
});
