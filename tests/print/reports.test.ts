/**
 * The reports on paper and on the clipboard, in real Chromium over the loopback shell: what is printed is text in
 * embedded fonts on A4 landscape with every number, what is copied is numbers.
 * The page is `dist/page` (the launcher builds it first) or the folder CLUSTERDESK_PAGE names.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sitDown } from '../../db/accounts/current.ts';
import { account } from '../../db/accounts/fields.ts';
import { membership, miniCluster } from '../../db/clusters/fields.ts';
import { write } from '../../db/kernel/write.ts';
import { organisation } from '../../db/organisations/fields.ts';
import { person } from '../../db/people/fields.ts';
import { task } from '../../db/tasks/fields.ts';
import { chromiumFlags, chromiumPath } from '../support/chromium.ts';
import { launchLoopback, type Launched } from '../support/launch.ts';
import { openTestStore, tester } from '../support/store.ts';

const folder = mkdtempSync(join(tmpdir(), 'clusterdesk-print-'));
const pdf = join(folder, 'reports.pdf');
const pageDir = process.env['CLUSTERDESK_PAGE'];
const year = new Date().getFullYear();
let shell: Launched;
let browser: Browser;
let page: Page;

/** 60 clusters, so that T3 goes over several pages; names that a spreadsheet or CP949 would spoil. */
const fill = (dataDir: string): void => {
  const store = openTestStore({ dataDir });
  write(store, tester, '준비', (tx) => {
    const who = tx.create(person, { name: '김출력', roles: 'coordinator' });
    sitDown(store, tx.create(account, { name: '김출력', number: tester.number, role: 'coordinator', person: who }));
    const firms = Array.from({ length: 12 }, (_, index) => tx.create(organisation, { name: `한빛정밀 ${index}`, kind: 'firm' }));
    for (let index = 0; index < 1234; index += 1) {
      tx.create(task, {
        title: `과제 ${index}`, status: 'selected', lead_org: firms[index % 12] ?? '', found_on: `${year - 3}-01-02`, decided_on: `${year - (index % 3)}-01-02`,
        employees_at_decision: index % 7 === 0 ? null : (index * 37) % 400, fund_national: 1_400_000, fund_private_cash: 700_000,
      });
    }
    for (let index = 0; index < 60; index += 1) {
      const cluster = tx.create(miniCluster, { name: index === 0 ? '=1+1 똠방–MC' : `정밀 미니클러스터 ${index}`, hub: ['changwon', 'namdong', 'gumi'][index % 3] ?? '', kind: 'general', founded_on: `${year - 5}-01-01` });
      tx.create(membership, { cluster, organisation: firms[index % 12] ?? '', kind: 'firm', joined_on: `${year - 4}-01-01`, left_on: index === 1 ? `${year - 1}-12-30` : null });
    }
  });
  store.close();
};

beforeAll(async () => {
  fill(join(folder, 'data'));
  shell = await launchLoopback({ dataDir: join(folder, 'data'), ...(pageDir === undefined ? {} : { pageDir }) });
  const executablePath = chromiumPath();
  browser = await chromium.launch({ args: chromiumFlags, ...(executablePath === undefined ? {} : { executablePath }) });
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'ko-KR', colorScheme: 'dark' });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  page = await context.newPage();
  // The dialogue of a headless browser would return at once; the sheet must stay until the PDF is made.
  await page.addInitScript(() => { window.print = () => { document.documentElement.dataset['asked'] = 'print'; }; });
  await page.goto(shell.url);
  await page.getByRole('link', { name: /보고/ }).click();
  await page.locator('.cd-report-table').waitFor();
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await shell?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const openReport = async (number: 1 | 2 | 3): Promise<void> => {
  await page.locator(`.cd-report-list a[href="/reports/t${number}"]`).click();
  await page.locator(`.cd-report-list a[aria-current]`).getByText(`표 ${number}`).waitFor();
  await page.locator('.cd-report-table').waitFor();
};

const copied = async (): Promise<{ text: string; html: string }> => {
  await page.getByRole('button', { name: '표 복사' }).click();
  return page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const of = async (type: string): Promise<string> => (await item?.getType(type))?.text() ?? '';
    return { text: (await of('text/plain')).replaceAll('\r\n', '\n'), html: await of('text/html') };
  });
};

describe('clipboard', () => {
  it.each([1, 2, 3] as const)('table %i pastes as numbers in its columns', async (number) => {
    await openReport(number);
    const { text, html } = await copied();
    const heads = number === 3 ? 3 : 1;
    const rows = text.split('\n').slice(3).filter((line) => line.includes('\t')).map((line) => line.split('\t'));
    const cells = await page.locator('.cd-report-table tbody tr').evaluateAll((lines) => lines.map((line) => line.querySelectorAll('td').length));
    expect(rows.map((row) => row.length - heads)).toEqual(cells);
    for (const value of rows.flatMap((row) => row.slice(heads))) expect(value).toMatch(/^-?\d+(\.\d)?$/);
    const inHtml = await page.evaluate((given) => {
      const made = new DOMParser().parseFromString(given, 'text/html');
      return [...made.querySelectorAll('td[style*="number-format"]')].filter((cell) => !cell.getAttribute('style')?.includes('\\@')).map((cell) => cell.textContent ?? '');
    }, html);
    expect(inHtml).toEqual(rows.flatMap((row) => row.slice(heads)));
  });

  it('does not hand over text that would run as a formula', async () => {
    await openReport(3);
    const { text } = await copied();
    expect(text).toContain("\t'=1+1 똠방–MC\t");
    expect(text).not.toContain('\t=1+1');
  });
});

describe('keys and records', () => {
  it('goes from number to number with the arrows and opens the records with Enter', async () => {
    await openReport(1);
    await page.locator('[data-at="0:0"]').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    const count = await page.evaluate(() => document.activeElement?.textContent ?? '');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/tasks\?selection=/);
    await page.getByText(`애로과제 ${count}건`).waitFor();
    await page.goBack();
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe(count);
  });
});

describe('CP949', () => {
  it('shows the characters it cannot write before it saves', async () => {
    await openReport(3);
    await page.getByRole('button', { name: 'CSV' }).click();
    await page.getByRole('menuitem', { name: /CP949/ }).click();
    await page.getByRole('dialog').getByText('–', { exact: true }).waitFor();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: '물음표로 바꾸어 저장' }).click();
    expect((await download).suggestedFilename()).toMatch(/^미니클러스터 구성 규모 및 참여회원 현황 \(\d{4}-\d{1,2}-\d{1,2}\)\.csv$/);
  });
});

describe('paper', () => {
  let numbers: string[] = [];

  it('is made of the three tables alone', async () => {
    numbers = [];
    await openReport(1);
    await page.getByRole('button', { name: '인쇄' }).click();
    await page.getByRole('menuitem', { name: '표 1·2·3 함께 인쇄' }).click();
    await page.locator('html[data-asked="print"]').waitFor();
    numbers = await page.locator('.cd-print td').allTextContents();
    expect(await page.locator('.cd-print-sheet h1').allTextContents()).toHaveLength(3);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.cd-frame').isVisible()).toBe(false);
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(255, 255, 255)');
    await page.emulateMedia({ media: null });
    await page.pdf({ path: pdf, preferCSSPageSize: true, printBackground: true });
    await expect.poll(() => page.locator('.cd-print').count()).toBe(0);
  });

  it('is A4 landscape with embedded outline fonts, none of them Type 3', () => {
    const raw = readFileSync(pdf, 'latin1');
    expect(raw).toMatch(/\/MediaBox \[0 0 84[12][.\d]* 59[45][.\d]*\]/);
    expect(raw).toMatch(/\/FontFile2/);
    expect(raw).not.toMatch(/\/Subtype\s*\/Type3/);
  });

  it('holds every number, unit, day and footnote as text, with page numbers and who printed it', (context) => {
    let text = '';
    try {
      text = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' });
    } catch {
      context.skip('pdftotext (poppler-utils) is not on this machine');
    }
    const words = new Set(text.split(/\s+/));
    expect(numbers.length).toBeGreaterThan(500);
    expect(numbers.filter((number) => !words.has(number))).toEqual([]);
    for (const said of ['(단위: 건, %)', '기준', '계는 중복 제외', '단수처리로 합계가', '출력 김출력']) expect(text).toContain(said);
    expect(text).toMatch(/- ?1 ?\/ ?\d+ ?-/);
    // The heading is on every page of the long table.
    expect(text.split('광역경제권').length - 1).toBeGreaterThan(2);
  });
});
