/**
 * A task from a visit to 사후관리: three tasks before one evaluation meeting, one of them refused, re-planned and selected by
 * the next; the first carried out, checked, completed and settled.
 */
import { expect, test, type Page } from '@playwright/test';
import { ask } from '../support/ask.ts';
import { choose, enter, field, makeTask, move, pick, place, type } from './hands.ts';
import { freshProgram } from './program.ts';

const app = freshProgram();

type Made = { id: string };
const firm = async (name: string): Promise<string> => (await ask<Made>(app, 'organisations.create', { values: { name, kind: 'firm', address: `경상남도 창원시 성산구 ${name.length}`, employees: 42, employees_on: '2020-01-01' } }, 'POST')).id;
const valuesOf = async (id: string): Promise<Record<string, unknown>> => (await ask<{ values: Record<string, unknown> }>(app, 'tasks.get', { id })).values;

/** What the three tasks hold when they come before the meeting, entered the quick way for two of them. */
const planned = (coordinator: string, cluster: string) => [
  { to: 'received', on: '2021-05-10', values: { support_type: 'commercialisation', cluster, received_by: coordinator } },
  { to: 'planning', on: '2021-05-20', values: { coordinator, plan_goal: '불량률 절반', planned_cost: 30_000_000 } },
  { to: 'under-review', on: '2021-06-10', values: { plan_doc: '사업계획서', route: 'committee', fund_national: 20_000_000, fund_local: 0, fund_private_cash: 5_000_000, fund_private_in_kind: 5_000_000 } },
];

const openTask = async (page: Page, id: string, title: string): Promise<void> => {
  await page.goto(app.url.replace('/#', `/tasks/${id}#`));
  await expect(page.getByRole('heading', { name: title })).toBeVisible();
};

/** A visit, logged by keyboard, becomes a task. */
const visit = async (page: Page): Promise<string> => {
  await page.keyboard.press('Alt+KeyN');
  const capture = page.getByRole('dialog');
  await expect(capture).toBeVisible();
  await pick(page, field(capture, '기업'), '한빛', /한빛정밀/);
  await field(capture, '날짜').fill('2021-05-03');
  await field(capture, '시작').fill('1400');
  await field(capture, '길이·끝').fill('1.5h');
  await field(capture, '애로 요지').fill('금형 수명이 짧음');
  await field(capture, '지원 내용').fill('표면처리 공정을 함께 점검함');
  await page.keyboard.press('Control+Enter');
  await expect(capture).toBeHidden();
  return makeTask(page, '생산·품질');
};

/** From 발굴 to 심의중, each move filled in its own window. */
const plan = async (page: Page): Promise<void> => {
  // The mini-cluster is known: the firm belonged to one on that day.
  await move(page, /^접수/, '2021-05-10', (dialog) => choose(page, field(dialog, '지원유형'), '기술사업화'));
  await move(page, /^과제기획/, '2021-05-20', (dialog) => type(dialog, { '기획 목표': '금형 수명 2배', '예상 사업비': '3천만원' }));
  await move(page, /^심의중/, '2021-06-10', async (dialog) => {
    await choose(page, field(dialog, '심의 경로'), '위원회');
    await type(dialog, { 사업계획서: '2021-계획-01', 국비: '2,000만원', '민간 현금': '500만원', '민간 현물': '500만원' });
  });
};

const newMeeting = async (page: Page, name: string, on: string): Promise<void> => {
  await place(page, '평가');
  await page.getByRole('button', { name: /새 평가회의/ }).first().click();
  await field(page, '평가회의명').fill(name);
  await field(page, '개최일').fill(on);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name })).toBeVisible();
};

const bring = async (page: Page, tasks: number): Promise<void> => {
  await page.getByRole('button', { name: '심의할 과제 올리기' }).click();
  const picker = page.getByRole('dialog', { name: '심의할 과제 올리기' });
  await picker.getByLabel('보이는 과제 모두 고르기').check();
  await picker.getByRole('button', { name: `${tasks}건 올리기` }).click();
  await expect(picker).toBeHidden();
};

const seat = async (page: Page, evaluators: readonly string[]): Promise<void> => {
  await page.getByRole('tab', { name: /^위원/ }).click();
  for (const name of evaluators) {
    const box = field(page, '위원 넣기');
    await box.click();
    await box.pressSequentially(name, { delay: 15 });
    await page.getByRole('option', { name: new RegExp(name) }).first().click();
    await expect(page.getByRole('button', { name: `${name} 빼기` })).toBeVisible();
  }
};

/** The sheet from its first box on, by keyboard: a score, Tab, a score. */
const give = async (page: Page, rows: readonly (readonly [string, readonly (readonly [string, string])[]])[]): Promise<void> => {
  await page.getByRole('tab', { name: '점수표' }).click();
  for (const [title, scores] of rows) {
    for (const [name, score] of scores) {
      const box = page.getByLabel(`${title}, ${name} 위원`);
      await box.fill(score);
      await page.keyboard.press('Enter');
    }
  }
};

const title = { visited: '금형 수명이 짧음', second: '도금 불량 개선', third: '절삭유 재활용' };

test('a task from a visit to 사후관리, through a meeting that refuses one of three', async ({ page }) => {
  test.setTimeout(240_000);
  page.setDefaultTimeout(20_000);
  await page.goto(app.url);
  await enter(page);
  const about = await ask<{ account: { person: string } }>(app, 'device.about', null);
  const coordinator = about.account.person;
  const [hanbit, narae, saeron] = [await firm('(주)한빛정밀'), await firm('(주)나래기계'), await firm('(주)새론금속')];
  const cluster = (await ask<Made>(app, 'clusters.create', { values: { name: '정밀금형', hub: '창원', kind: 'general', founded_on: '2015-04-01' } }, 'POST')).id;
  for (const organisation of [hanbit, narae, saeron]) await ask(app, 'clusters.members.add', { cluster, organisation, kind: 'firm', joined_on: '2016-04-01' }, 'POST');
  // One evaluator works for the firm of the second task.
  for (const [name, organisation] of [['박심사', null], ['이평가', null], ['최나래', narae]] as const) {
    await ask(app, 'people.create', { values: { name, organisation, roles: 'evaluator' } }, 'POST');
  }
  const others: string[] = [];
  for (const [name, lead_org] of [[title.second, narae], [title.third, saeron]] as const) {
    const { id } = await ask<Made>(app, 'tasks.create', { values: { title: name, lead_org, found_on: '2021-05-02', field: 'rnd' } }, 'POST');
    for (const step of planned(coordinator, cluster)) await ask(app, 'tasks.move', { ids: [id], ...step }, 'POST');
    others.push(id);
  }
  const [second = '', third = ''] = others;

  const first = await visit(page);
  await plan(page);
  expect(await valuesOf(first)).toMatchObject({ status: 'under-review', route: 'committee', cluster });

  await newMeeting(page, '2021년 1차 평가', '2021-07-10');
  await bring(page, 3);
  await seat(page, ['박심사', '이평가', '최나래']);
  await expect(page.getByText(/최나래.*나래기계/).first()).toBeVisible();
  await give(page, [
    [title.visited, [['박심사', '85'], ['이평가', '88.5'], ['최나래', '90']]], [title.second, [['박심사', '80'], ['이평가', '82']]], [title.third, [['박심사', '55'], ['이평가', '58'], ['최나래', '60']]],
  ]);
  await expect(page.getByLabel(new RegExp(`${title.second}, 최나래 위원, 제척`))).toHaveAttribute('readonly', '');
  await page.getByRole('tab', { name: /^과제/ }).click();
  await page.getByRole('button', { name: '결정', exact: true }).click();
  const deciding = page.getByRole('dialog', { name: /^결정/ });
  await field(deciding, '선정 하한 점수').fill('60');
  await page.keyboard.press('Tab');
  await deciding.getByRole('button', { name: '순위대로 선정' }).click();
  await deciding.getByLabel(`${title.visited} 선정 조건`).fill('없음');
  await deciding.getByLabel(`${title.second} 선정 조건`).fill('시제품 2종 제출');
  await deciding.getByLabel(`${title.third} 사유`).fill('시장성 근거 부족');
  await deciding.getByRole('button', { name: '3건 결정' }).click();
  await expect(deciding).toBeHidden();
  expect([await valuesOf(first), await valuesOf(second), await valuesOf(third)].map((one) => [one['status'], one['granted'], one['decided_on'], one['employees_at_decision']])).toEqual([
    ['selected', 20_000_000, '2021-07-10', 42], ['selected', 20_000_000, '2021-07-10', 42], ['rejected', null, '2021-07-10', expect.anything()]]);
  await expect(page.getByText(/66\.7/).first()).toBeVisible();
  await page.getByRole('button', { name: '마감', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: '마감', exact: true }).click();
  await expect(page.getByRole('button', { name: '마감 풀기' })).toBeVisible();

  // Refused and planned again: the old decision stays on record, the next meeting takes it.
  await openTask(page, third, title.third);
  await move(page, /^과제기획/, '2021-08-01', (dialog) => type(dialog, { 사유: '시장조사 보강' }));
  await move(page, /^심의중/, '2021-09-01');
  await newMeeting(page, '2021년 2차 평가', '2021-09-20');
  await bring(page, 1);
  await seat(page, ['박심사', '이평가']);
  await give(page, [[title.third, [['박심사', '75'], ['이평가', '78']]]]);
  await page.getByRole('tab', { name: /^과제/ }).click();
  await page.getByRole('button', { name: '결정', exact: true }).click();
  await deciding.getByLabel(`${title.third} 결정`).click();
  await page.getByRole('option', { name: '선정' }).click();
  await deciding.getByLabel(`${title.third} 선정 조건`).fill('없음');
  await deciding.getByRole('button', { name: '1건 결정' }).click();
  await expect(deciding).toBeHidden();
  expect(await valuesOf(third)).toMatchObject({ status: 'selected' });

  // The first one is carried out.
  await openTask(page, first, title.visited);
  await move(page, /^협약/, '2021-07-20', (dialog) => type(dialog, { 협약번호: '2021-0042', '수행 시작': '2021-08-01', '수행 종료': '2022-01-31' }));
  await move(page, /^수행중/, '2021-08-01');
  await page.getByRole('tab', { name: /사업비/ }).click();
  const paying = page.getByRole('region', { name: /교부/ }).or(page.locator('section', { hasText: '교부' })).first();
  await expect(paying).toBeVisible();
  await ask(app, 'funds.payments.create', { task: first, values: { paid_on: '2021-08-05', amount: 20_000_000, fund: 'national' } }, 'POST');
  await page.getByRole('tab', { name: /성과/ }).click();
  await field(page, '새 점검일').fill('2021-10-15');
  await pick(page, field(page, '새 점검자'), '김코', /김코디/);
  await choose(page, field(page, '새 점검 결과'), '계속');
  await page.getByRole('button', { name: '중간점검 더하기' }).click();
  await expect(page.getByLabel('1번째 점검일')).toHaveValue(/2021/);
  await move(page, /^중간점검/, '2021-10-15');
  await move(page, /^수행중/, '2021-10-16');
  await move(page, /^최종평가/, '2022-02-10');
  await choose(page, field(page, '새 성과 종류'), '특허 출원');
  await field(page, '새 성과명').fill('금형 표면처리 방법');
  await page.getByRole('button', { name: '성과 더하기' }).click();
  await expect(page.getByLabel('1번째 성과명')).toHaveValue('금형 표면처리 방법');
  await move(page, /^완료/, '2022-03-02', (dialog) => choose(page, field(dialog, '최종 등급'), '우수'));
  await move(page, /^사후관리/, '2022-04-10', (dialog) => type(dialog, { '정산 금액': '1,950만원', '집행잔액 반납': '50만원' }));
  expect(await valuesOf(first)).toMatchObject({ status: 'follow-up', settled_amount: 19_500_000, unused_returned: 500_000, final_grade: 'excellent' });

  // Follow-up years are due and named; closing says which are missing.
  await expect(page.getByText(/2023년/).first()).toBeVisible();
  await page.getByRole('tab', { name: '이력' }).click();
  for (const state of ['발굴', '접수', '과제기획', '심의중', '선정', '협약', '수행중', '중간점검', '최종평가', '완료', '사후관리']) await expect(page.getByText(state).first()).toBeVisible();
});
