/** Importing lists as a person does it: files chosen, columns corrected, rows repaired, imports stopped and taken back. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import iconv from 'iconv-lite';
import { ask as askApp } from '../support/ask.ts';
import { launchLoopback, type Launched } from '../support/launch.ts';

let app: Launched;
let folder: string;
let page: Page;

/** Asks the application past the page, to see what is really stored. */
const ask = <Result>(path: string, input: unknown, method: 'GET' | 'POST' = 'GET'): Promise<Result> => askApp<Result>(app, path, input, method);

/** How many firms are stored, of all or of a selection. */
const firms = async (selection: string | null = null): Promise<number> => {
  for (;;) {
    const { total } = await ask<{ total: number | null }>('organisations.list', { start: 0, end: 0, sort: [], filter: {}, quick: null, selection });
    if (total !== null) return total;
  }
};

const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

const choose = (path: string): Promise<void> => page.locator('input[data-import-file]').setInputFiles(path);
const step = (title: string) => page.getByRole('region', { name: new RegExp(`^\\d단계 ${title}$`) });
const goButton = (amount: string) => page.getByRole('button', { name: new RegExp(`^${amount} 가져오기`) });
const tab = (word: string, count: number) => page.getByRole('tab', { name: `${word} ${count}`, exact: true });

const sixty = join(import.meta.dirname, '../support/data/factories_60_cp949.csv');

/** Nothing on the page breaks the rules of WCAG 2.2 AA that a machine can see. */
const expectAccessible = async (): Promise<void> => {
  const { violations } = await new AxeBuilder({ page }).include('.cd-im').withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)).toEqual([]);
};

test.describe.configure({ mode: 'serial' });

test.beforeAll(async ({ browser }) => {
  folder = mkdtempSync(join(tmpdir(), 'clusterdesk-import-'));
  app = await launchLoopback({ dataDir: join(folder, 'data') });
  await ask('accounts.enter', { name: '김담당', role: 'coordinator', office: null }, 'POST');
  page = await (await browser.newContext({ locale: 'ko-KR', timezoneId: 'Asia/Seoul', viewport: { width: 1366, height: 768 }, acceptDownloads: true })).newPage();
  await page.goto(app.url.replace('/#', '/import#'));
  await expect(step('파일')).toBeVisible();
});

test.afterAll(async () => {
  await page.context().close();
  await app.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('a file of another shape is refused with the way out, and the page stays usable', async () => {
  await choose(file('명단.xlsx', Buffer.from('PK\u0003\u0004 xl/workbook.xml')));
  await expect(page.getByRole('alert')).toContainText('‘명단.xlsx’는 가져올 수 없습니다. 엑셀 통합 문서(.xlsx)입니다.');
  await expect(page.getByRole('alert')).toContainText('다른 이름으로 저장');
  await choose(file('빈 파일.csv', ''));
  await expect(page.getByRole('alert')).toContainText('빈 파일입니다');
  await choose(file('문서.hwp', Buffer.from('HWP Document File V3.00')));
  await expect(page.getByRole('alert')).toContainText('한글 문서(.hwp)입니다');
  await choose(file('보안.csv', Buffer.from('<## NASCA DRM FILE')));
  await expect(page.getByRole('alert')).toContainText('문서보안(DRM)');
  expect(await firms()).toBe(0);
  await expectAccessible();
});

test('60 factories in CP949: what will happen is shown, a column is corrected, the choices outlast a look elsewhere', async () => {
  await choose(sixty);
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(step('파일')).toContainText('CP949');
  await expect(step('파일').getByRole('region', { name: '파일의 첫 행들' })).toContainText('(주)일흥');
  await expect(tab('새로 만듦', 60)).toBeVisible();
  await expectAccessible();
  // 원자재 is not wanted: chosen by keyboard alone, by typing part of the word.
  const materials = page.getByRole('combobox', { name: 'H열 ‘원자재’를 넣을 곳' });
  await expect(materials).toHaveValue('원자재');
  await materials.focus();
  await page.keyboard.type('않음');
  await page.keyboard.press('Enter');
  await expect(materials).toHaveValue('가져오지 않음');
  await page.getByRole('link', { name: /오늘/ }).first().click();
  await expect(step('파일')).toHaveCount(0);
  await page.getByRole('link', { name: /가져오기/ }).first().click();
  await expect(materials).toHaveValue('가져오지 않음');
  await goButton('기업 60건').click();
  await expect(page.getByText('기업 60건을 가져왔습니다.')).toBeVisible();
  expect(await firms()).toBe(60);
});

test('the records made open as a list of exactly those', async () => {
  await page.getByRole('button', { name: '만든 기록 보기' }).click();
  await expect(page).toHaveURL(/\/organisations\?selection=/);
  expect(await firms(new URL(page.url()).searchParams.get('selection'))).toBe(60);
  await page.getByRole('link', { name: /가져오기/ }).first().click();
  await expect(page.getByText('기업 60건을 가져왔습니다.')).toBeVisible();
});

test('the same file again says when it was imported and would change nothing; what was chosen is remembered', async () => {
  await choose(sixty);
  await expect(step('파일')).toContainText(/이 파일은 20\d\d\. .+에 이미 가져왔습니다/);
  await expect(tab('기존과 같음', 60)).toBeVisible();
  await expect(page.getByRole('button', { name: '가져올 행이 없습니다' })).toBeDisabled();
  await expect(page.getByRole('combobox', { name: /‘원자재’/ })).toHaveValue('가져오지 않음');
  await expect(page.getByText('기억', { exact: true })).toHaveCount(1);
});

test('a required column nobody recognises is asked for, and remembered on the next file', async () => {
  await choose(file('하나.csv', '상호명칭,주소\r\n(주)하나정밀,경기도 시흥시 공단1대로 1\r\n'));
  await expect(page.getByRole('alert')).toContainText('꼭 있어야 하는 열이 없습니다: 기업명');
  await page.getByRole('combobox', { name: /‘상호명칭’/ }).focus();
  await page.keyboard.type('ㄱㅇㅁ');
  await page.keyboard.press('Enter');
  await goButton('기업 1건').click();
  await expect(page.getByText('기업 1건을 가져왔습니다.')).toBeVisible();
  await choose(file('둘.csv', '상호명칭,주소\r\n(주)두리정밀,경기도 시흥시 공단1대로 2\r\n'));
  await expect(page.getByRole('combobox', { name: /‘상호명칭’/ })).toHaveValue('기업명 (필수)');
  await expect(page.getByText('기억', { exact: true })).toHaveCount(1);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('기업 1건을 가져왔습니다.')).toBeVisible();
  expect(await firms()).toBe(62);
});

test('a broken row is refused with its reason, repaired in the downloaded file and imported again', async () => {
  await choose(file('고장.csv', '회사명,종업원수,주소\r\n(주)세모테크,12,경기도 시흥시 공단1대로 3\r\n(주)네모테크,여덟 명쯤,경기도 시흥시 공단1대로 4\r\n'));
  await expect(tab('거절', 1)).toBeVisible();
  await tab('거절', 1).click();
  await expect(page.getByRole('region', { name: '거절 행' })).toContainText('(주)네모테크');
  await goButton('기업 1건').click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '거절된 행 내려받기(CSV)' }).click();
  const left = join(folder, '고칠 것.csv');
  await (await download).saveAs(left);
  const text = readFileSync(left, 'utf8');
  expect(text).toContain('사유');
  await choose(file('고친 것.csv', text.replace('여덟 명쯤', '8')));
  await expect(tab('새로 만듦', 1)).toBeVisible();
  await goButton('기업 1건').click();
  await expect(page.getByText('기업 1건을 가져왔습니다.')).toBeVisible();
  expect(await firms()).toBe(64);
});

test('rows only a person can decide are decided by keyboard, in their place', async () => {
  // 동일정밀 and 대진산업 are among the sixty, without a legal form and at other addresses.
  await choose(file('물음.csv', '회사명,주소\r\n동일정밀,경상남도 창원시 성산구 공단로 12\r\n대진산업,대구광역시 달서구 성서로 1\r\n'));
  await tab('확인 필요', 2).click();
  await expectAccessible();
  const first = page.getByRole('radiogroup', { name: '동일정밀' });
  await expect(first.getByText('고산로118번길')).toBeVisible();
  await first.getByRole('radio').first().focus();
  await page.keyboard.press('Space');
  await expect(first.getByRole('radio', { name: '새 기업' })).toBeChecked();
  await expect(tab('새로 만듦', 1)).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(first.getByRole('radio', { name: /이 기업과 같음/ })).toBeChecked();
  // Asked again, both are answered at once, and then one of them otherwise.
  await page.getByRole('button', { name: '다시 묻기' }).click();
  await expect(tab('확인 필요', 2)).toBeVisible();
  await page.getByRole('button', { name: '모두 건너뜀' }).click();
  await expect(tab('확인 필요', 0)).toBeVisible();
  await first.getByRole('radio', { name: /이 기업과 같음/ }).check();
  await expect(tab('보탬', 1)).toBeVisible();
  await expect(first).toBeVisible();
  await goButton('기업 1건').click();
  await expect(page.getByText('기업 1건을 가져왔습니다.')).toBeVisible();
  expect(await firms()).toBe(64);
});

test('UTF-16 text is read, and the header can be put on another row', async () => {
  await choose(file('유니코드.txt', Buffer.concat([Buffer.from([0xff, 0xfe]), iconv.encode('2026년 입주기업\r\n\r\n회사명\t주소\r\n(주)다섯정밀\t경기도 시흥시 공단1대로 5\r\n', 'utf-16le')])));
  await expect(step('파일')).toContainText('UTF-16LE');
  await expect(page.getByLabel('머리글 행', { exact: true })).toHaveValue('3');
  await expect(tab('새로 만듦', 1)).toBeVisible();
  await page.getByRole('button', { name: /^4\s*행을 머리글로 쓰기$/ }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await page.getByRole('button', { name: '자동으로' }).click();
  await expect(tab('새로 만듦', 1)).toBeVisible();
});

test('thousands of rows are paged, and a cancelled import leaves nothing', async () => {
  const rows = Array.from({ length: 20_000 }, (_, at) => `(주)많은회사${at},경기도 시흥시 공단2대로 ${at}`);
  await choose(file('많음.csv', iconv.encode(`회사명,주소\r\n${rows.join('\r\n')}\r\n`, 'cp949')));
  await expect(page.getByRole('tab', { name: '새로 만듦 20,000', exact: true })).toBeVisible({ timeout: 30_000 });
  await page.getByRole('button', { name: '200쪽' }).click();
  await expect(page.getByRole('region', { name: '새로 만듦 행' })).toContainText('(주)많은회사19999');
  const before = (await ask<unknown[]>('imports.past', {})).length;
  await goButton('기업 20,000건').click();
  await page.getByRole('button', { name: '취소', exact: true }).click();
  await expect(page.getByText('작업을 취소했습니다. 바뀐 것은 없습니다.')).toBeVisible();
  expect(await firms()).toBe(64);
  expect((await ask<unknown[]>('imports.past', {})).length).toBe(before);
  await page.getByRole('button', { name: '닫기', exact: true }).click();
  await expect(goButton('기업 20,000건')).toBeEnabled({ timeout: 30_000 });
});

test('a file dropped anywhere is read; where the file shall win, it does', async () => {
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.items.add(new File(['회사명,공장주소,종업원수\r\n(주)일흥,경기도 포천시 동교동 505 외 6필지,300\r\n'], '새 인원.csv', { type: 'text/csv' }));
    document.querySelector('main')?.dispatchEvent(new DragEvent('dragover', { bubbles: true, cancelable: true, dataTransfer: data }));
    document.querySelector('main')?.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data }));
  });
  await expect(step('파일')).toContainText('새 인원.csv');
  await expect(tab('기존과 같음', 1)).toBeVisible();
  await expect(page.getByRole('region', { name: '기존과 같음 행' })).toContainText('저장된 값과 달라 그대로 두었습니다');
  await page.getByText('덮어씀', { exact: true }).click();
  await expect(tab('보탬', 1)).toBeVisible();
  await goButton('기업 1건').click();
  await expect(page.getByText('기업 1건을 가져왔습니다.')).toBeVisible();
});

test('a whole import is taken back in one step; what was changed since is asked about', async () => {
  await page.getByRole('button', { name: '되돌리기: 둘.csv' }).click();
  await expect(page.getByRole('row', { name: /둘\.csv/ })).toContainText('되돌림');
  expect(await firms()).toBe(63);
  await page.getByText('되돌렸습니다: 가져오기: 둘.csv').waitFor({ state: 'hidden' });
  // 일흥 was overwritten by a later import, and 동일정밀 got a site: these may stay.
  await page.getByRole('button', { name: '되돌리기: factories_60_cp949.csv' }).click();
  const conflict = page.getByRole('dialog', { name: '그 뒤에 바뀐 값이 있습니다' });
  await expect(conflict).toBeVisible();
  await conflict.getByRole('button', { name: '두고 되돌리기' }).click();
  await expect(page.getByRole('row', { name: /factories_60_cp949\.csv/ })).toContainText('되돌림');
  const left = await firms();
  expect(left).toBeGreaterThan(3);
  expect(left).toBeLessThanOrEqual(5);
});
