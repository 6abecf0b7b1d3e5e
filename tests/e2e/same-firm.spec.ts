/** A firm that comes twice, from two files under two spellings: merged, taken apart, merged again. */
import { expect, test, type Page } from '@playwright/test';
import iconv from 'iconv-lite';
import { ask, askList } from '../support/ask.ts';
import { enter, place } from './hands.ts';
import { freshProgram } from './program.ts';

const app = freshProgram();

type Row = { id: string; name: string; employees: number | null; phone: string | null };
const firms = async (): Promise<Row[]> =>
  askList<Row>(app, 'organisations.list', { start: 0, end: 50, sort: [{ column: 'name', descending: false }], filter: {}, quick: '', selection: null });
const tasksOf = async (id: string): Promise<string[]> => (await ask<{ tasks: { title: string }[] }>(app, 'organisations.relations', { id })).tasks.map((one) => one.title);

/** Imports a list; a row the program asks about is taken for a firm of its own. */
const importFile = async (page: Page, name: string, text: string, isAsked = false): Promise<void> => {
  await place(page, '가져오기');
  await page.locator('input[data-import-file]').setInputFiles({ name, mimeType: 'text/csv', buffer: iconv.encode(text, 'cp949') });
  if (isAsked) {
    await expect(page.getByText(/이름이 비슷|전화|세영테크놀러지/).first()).toBeVisible();
    await page.getByRole('radio', { name: /^새 기업/ }).first().check();
  }
  await page.getByRole('button', { name: /건 가져오기/ }).first().click();
  await expect(page.getByRole('button', { name: '만든 기록 보기' })).toBeVisible();
};

const mergeTheTwo = async (page: Page): Promise<void> => {
  await place(page, '기업·기관');
  await page.getByRole('button', { name: /중복 확인/ }).click();
  const compare = page.getByRole('region', { name: '두 기록 비교' });
  await expect(compare).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/합쳤습니다/).first()).toBeVisible();
};

test('imported twice under two spellings, merged, undone, merged again', async ({ page }) => {
  page.setDefaultTimeout(20_000);
  await page.goto(app.url);
  await enter(page);
  await importFile(page, '2020 공장등록.csv', '회사명,공장주소,전화번호,종업원합계\r\n주식회사 세영테크놀러지,경기도 안산시 단원구 산단로 12,031-490-1234,41\r\n(주)다온정밀,경기도 시흥시 공단로 1,031-490-9999,8');
  // The second office writes the firm without its legal form and one letter otherwise; the clerk is not sure and takes it for another.
  await importFile(page, '2022 회원명부.csv', '기업명,전화번호,대표자\r\n세영 테크놀로지,031-490-1234,박세영', true);
  const before = await firms();
  expect(before).toHaveLength(3);
  const [one, other] = ['세영테크놀러지', '세영 테크놀로지'].map((name) => before.find((row) => row.name.includes(name)));
  if (!one || !other) throw new Error('not both are there');
  for (const { id, name } of [one, other]) await ask(app, 'tasks.create', { values: { title: `과제 ${name}`, lead_org: id, found_on: '2022-05-02', field: 'rnd' } }, 'POST');

  await mergeTheTwo(page);
  const merged = await firms();
  expect(merged).toHaveLength(2);
  const kept = merged.find((row) => row.name.includes('세영'));
  expect(await tasksOf(kept?.id ?? '')).toHaveLength(2);

  await page.goto(app.url.replace('/#', `/organisations/${kept?.id ?? ''}#`));
  await expect(page.getByText('이 기록에 합친 기록 1건')).toBeVisible();
  await page.getByRole('button', { name: '되돌리기' }).click();
  await expect.poll(async () => (await firms()).length).toBe(3);
  expect([await tasksOf(one.id), await tasksOf(other.id)].map((tasks) => tasks.length)).toEqual([1, 1]);

  await mergeTheTwo(page);
  expect(await firms()).toHaveLength(2);
  expect(await tasksOf(kept?.id ?? '')).toHaveLength(2);
});
