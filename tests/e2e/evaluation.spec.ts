/** 평가: three tasks before a committee, scores typed like a sheet, selected as far as the money goes, taken back, closed. */
import { expect, test } from '@playwright/test';
import { ask } from '../support/ask.ts';
import { freshProgram } from './program.ts';

const app = freshProgram();
const tell = async (path: string, input: unknown): Promise<string> => (await ask<{ id: string } | null>(app, path, input, 'POST'))?.id ?? '';

/** A task of 2012 that waits for a committee. */
const waiting = async (title: string, firm: string, cluster: string, person: string, partner: string): Promise<string> => {
  const id = await tell('tasks.create', { values: { title, lead_org: firm, field: 'rnd', found_by: 'direct', found_on: '2012-05-01', cluster, support_type: 'product-making' } });
  await tell('tasks.participants.add', { task: id, organisation: partner });
  await tell('tasks.move', { ids: [id], to: 'received', on: '2012-05-10' });
  await tell('tasks.move', { ids: [id], to: 'planning', on: '2012-06-01', values: { coordinator: person, plan_goal: '불량률을 반으로', planned_cost: 40_000_000 } });
  await tell('tasks.move', { ids: [id], to: 'under-review', on: '2012-07-01', values: { plan_doc: '계획서', route: 'committee', fund_national: 30_000_000, fund_private_cash: 5_000_000, fund_private_in_kind: 5_000_000 } });
  return id;
};

test.beforeAll(async () => {
  await ask(app, 'accounts.enter', { name: '김담당', role: 'coordinator', office: null }, 'POST');
  const { account: { person } } = await ask<{ account: { person: string } }>(app, 'device.about', null);
  const cluster = await tell('clusters.create', { values: { name: '금형 MC', hub: 'changwon', kind: 'general', founded_on: '2005-04-01' } });
  const partner = await tell('organisations.create', { values: { name: '한국대학교', kind: 'university' } });
  for (const [title, firm] of [['도금 불량 개선', '가온정밀'], ['금형 수명 연장', '나래금형'], ['포장 자동화', '다온식품']] as const) {
    await waiting(title, await tell('organisations.create', { values: { name: firm, kind: 'firm' } }), cluster, person, partner);
  }
  await tell('people.create', { values: { name: '이평가', roles: 'evaluator' } });
  await tell('people.create', { values: { name: '박교수', roles: 'evaluator', organisation: partner } });
  const rival = await tell('organisations.create', { values: { name: '외부연구원', kind: 'institute' } });
  await tell('people.create', { values: { name: '최박사', roles: 'evaluator', organisation: rival } });
});

test('a meeting from its registration to its closing', async ({ page }) => {
  await page.goto(app.url.replace('/#', '/evaluations#'));
  await page.getByRole('button', { name: '평가회의 등록' }).click();
  await page.keyboard.type('하반기 광역평가');
  const day = page.getByRole('textbox', { name: /개최일/ });
  await day.fill('2012-08-01');
  await day.press('Control+S');
  await expect(page.getByRole('heading', { name: '하반기 광역평가' })).toBeVisible();
  const meeting = page.url().split('/').at(-1) ?? '';

  await page.getByRole('button', { name: '심의할 과제 올리기' }).click();
  await page.getByRole('checkbox', { name: '보이는 과제 모두 고르기' }).check();
  await page.getByRole('button', { name: '3건 올리기' }).click();
  await page.getByRole('tab', { name: /위원/ }).click();
  for (const name of ['이평가', '박교수', '최박사']) {
    await page.getByRole('combobox', { name: '위원 넣기' }).fill(name);
    await page.getByRole('option', { name: new RegExp(`^${name}`) }).click();
    await expect(page.getByRole('button', { name, exact: true })).toBeVisible();
    // 한국대학교 takes part in all three.
    if (name === '박교수') await expect(page.getByText('이해관계가 있어 3건을 제척으로 표시했습니다.')).toBeVisible();
  }
  await page.getByRole('tab', { name: '점수표' }).click();
  const cell = (task: string, judge: string) => page.getByRole('textbox', { name: new RegExp(`^${task}, ${judge} 위원`) });
  await expect(cell('도금 불량 개선', '박교수')).toHaveValue('제척');
  await expect(cell('도금 불량 개선', '박교수')).toHaveAttribute('title', /‘한국대학교’가 이 과제의 참여기관/);

  await cell('도금 불량 개선', '이평가').click();
  for (const score of ['95', '85', '70']) { await page.keyboard.type(score); await page.keyboard.press('Enter'); }
  await cell('도금 불량 개선', '최박사').click();
  for (const score of ['90.5', '101', '60']) { await page.keyboard.type(score); await page.keyboard.press('Enter'); }
  await expect(page.getByText('점수는 0부터 100까지', { exact: false })).toBeVisible();
  await cell('금형 수명 연장', '최박사').fill('80');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('row', { name: /금형 수명 연장/ })).toContainText('82.5');
  await expect(page.getByRole('row', { name: /도금 불량 개선/ })).toContainText('92.8');

  await page.getByRole('tab', { name: /^과제/ }).click();
  await page.getByRole('button', { name: '결정', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: '예산' }).fill('7천만원');
  await page.keyboard.press('Tab');
  await dialog.getByRole('button', { name: '순위대로 선정' }).click();
  await expect(dialog).toContainText('선정 2건 · 6,000만원 (남는 예산 1,000만원)');
  await dialog.getByRole('button', { name: '3건 결정' }).click();
  await expect(dialog).toContainText('3건을 고쳐 주세요. 아무것도 결정하지 않았습니다.');
  await dialog.getByLabel(/선정 조건 \(/).fill('없음');
  await dialog.getByLabel(/탈락·보완 사유/).fill('사업성 부족');
  await dialog.getByRole('button', { name: '3건 결정' }).click();
  await expect(page.getByText('66.7%')).toBeVisible();

  // All of it back in one press, and once more.
  await page.getByRole('heading', { name: '하반기 광역평가' }).click();
  await page.keyboard.press('Control+Z');
  await expect(page.getByText('미결정', { exact: true }).first()).toBeVisible();
  await page.keyboard.press('Control+Shift+Z');
  await expect(page.getByText('66.7%')).toBeVisible();
  await page.getByRole('button', { name: '마감', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: '마감' }).click();
  await expect(page.getByRole('button', { name: '마감 풀기' })).toBeVisible();

  const sheet = await ask<{ tasks: { title: string; decision: string; status: string }[]; statistics: object }>(app, 'evaluations.open', { id: meeting });
  expect(sheet.statistics).toMatchObject({ reviewed: 3, selected: 2, rate: '66.7', granted: 60_000_000 });
  expect(sheet.tasks.map((one) => [one.title, one.decision, one.status])).toEqual([
    ['도금 불량 개선', 'selected', 'selected'], ['금형 수명 연장', 'selected', 'selected'], ['포장 자동화', 'rejected', 'rejected'],
  ]);
  await page.getByRole('button', { name: '포장 자동화' }).click();
  await expect(page.getByRole('tabpanel')).toContainText('사업성 부족');
});
