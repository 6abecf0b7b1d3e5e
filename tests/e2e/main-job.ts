/**
 * The coordinator's first day as she does it, on a page: the same steps in a browser over the loopback shell
 * and in the desktop window. From an empty data folder to the three tables, a restart in between, and the
 * import taken back at the end.
 */
import { expect, type Locator, type Page } from '@playwright/test';
import { join } from 'node:path';
import { choose, count, enter, field, makeTask, move, newTask, pick, place, type } from './hands.ts';

const factories = join(import.meta.dirname, '../support/data/factories_60_cp949.csv');

const importFirms = async (page: Page): Promise<void> => {
  await place(page, '가져오기');
  await page.locator('input[data-import-file]').setInputFiles(factories);
  await page.getByRole('button', { name: /^기업·기관 60건 가져오기/ }).or(page.getByRole('button', { name: /60건 가져오기/ })).first().click();
  await expect(page.getByRole('button', { name: '만든 기록 보기' })).toBeVisible();
  await page.getByRole('button', { name: '만든 기록 보기' }).click();
  await expect(count(page, '60건')).toBeVisible();
};

/** A session by keyboard alone, from anywhere; then 과제화 from its toast. */
const logSession = async (page: Page): Promise<void> => {
  await page.keyboard.press('Alt+KeyN');
  const capture = page.getByRole('dialog');
  await expect(capture).toBeVisible();
  /** Types as fast as a quick clerk, Enter going on to the next box. */
  const tell = async (text: string, next: string): Promise<void> => {
    await page.keyboard.type(text, { delay: 30 });
    await page.keyboard.press('Enter');
    await expect(field(capture, next)).toBeFocused();
  };
  await tell('ㄷㅇㅈㅁ', '날짜');
  await tell('2025-05-12', '시작');
  await tell('1400', '길이·끝');
  await page.keyboard.type('1.5h', { delay: 30 });
  await expect(capture.getByText('15:30까지')).toBeVisible();
  await field(capture, '애로 요지').fill('사출 금형 수명이 짧음');
  await field(capture, '지원 내용').fill('표면처리 공정을 함께 점검함');
  await field(capture, '다음 할 일').fill('표면처리 업체 소개');
  await page.keyboard.press('Control+Enter');
  await expect(capture).toBeHidden();
  await makeTask(page, '생산·품질');
  await expect(page.getByText('동일정밀').first()).toBeVisible();
};

const enterTasks = async (page: Page): Promise<void> => {
  await newTask(page, '자동차부품 경량화', '하이테', /본하이테크/, '2025-06-01');
  await newTask(page, '사출 불량률 저감', '에이테크', /에이테크솔루션/, '2026-02-03');
};

const makeCluster = async (page: Page): Promise<void> => {
  await place(page, '미니클러스터');
  await page.getByRole('button', { name: /새 미니클러스터/ }).first().click();
  await field(page, '미니클러스터명').fill('정밀금형');
  await field(page, '거점단지').fill('창원');
  await field(page, '창립일').fill('2020-04-01');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: '정밀금형' })).toBeVisible();
};

const joinOne = async (page: Page, organisation: string, answer: RegExp, person: string, joinedOn: string): Promise<void> => {
  const form = page.locator('.cd-join');
  await pick(page, field(form, '소속 기관'), organisation, answer);
  await pick(page, field(form, '회원(개인)'), person, new RegExp(`새로 만들기.*${person}`), person);
  await field(form, '가입일').fill(joinedOn);
  await page.keyboard.press('Tab');
  await form.getByRole('button', { name: /^가입/ }).click();
  await expect(page.getByText(person).first()).toBeVisible();
};

const joinMembers = async (page: Page): Promise<void> => {
  await page.getByRole('tab', { name: /회원/ }).click();
  await page.getByRole('button', { name: /회원 가입|회원 추가|가입/ }).first().click();
  await joinOne(page, '동일정', /동일정밀/, '이금형', '2020-04-01');
  await joinOne(page, '하이테', /본하이테크/, '최사출', '2021-03-02');
  await joinOne(page, '예시대학교', /예시대학교/, '정교수', '2026-03-02');
};

/** A meeting with its roster ticked, somebody who walks in, and an agenda item that becomes a task. */
const holdMeeting = async (page: Page): Promise<void> => {
  await place(page, '회의');
  await page.getByRole('button', { name: /새 회의/ }).first().click();
  await field(page, '주관 미니클러스터').pressSequentially('정밀');
  await page.getByRole('option', { name: /정밀금형/ }).first().click();
  await field(page, '날짜').fill('2026-04-15');
  await page.keyboard.press('Tab');
  await field(page, '안건').fill('공동 금형 시험설비');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: /정밀금형/ }).first()).toBeVisible();
  await page.getByRole('tab', { name: /출석/ }).click();
  await page.getByRole('button', { name: '모두 참석' }).click();
  await page.getByRole('button', { name: /참석자 추가/ }).first().click();
  const walkIn = page.locator('.cd-join');
  await pick(page, field(walkIn, '성명'), '손방문', /새로 만들기.*손방문/, '손방문');
  await walkIn.getByRole('button', { name: '새 사람으로 참석' }).click();
  await expect(page.getByText('손방문')).toBeVisible();
  await page.getByRole('tab', { name: /안건/ }).click();
  await page.getByRole('button', { name: '과제화' }).first().click();
  await pick(page, field(page.locator('.cd-make-task'), '주관기업'), '동일정', /동일정밀/);
  await choose(page, field(page.locator('.cd-make-task'), '분야'), '시설·입지');
  await page.locator('.cd-make-task').getByRole('button', { name: /^과제화/ }).click();
  await expect(page.getByText('과제가 되었습니다')).toBeVisible();
};

/** The evaluation meeting that decides. */
const holdEvaluation = async (page: Page): Promise<void> => {
  await place(page, '평가');
  await page.getByRole('button', { name: /새 평가회의/ }).first().click();
  await field(page, '평가회의명').fill('2025년 1차 평가');
  await field(page, '개최일').fill('2025-07-10');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: '2025년 1차 평가' })).toBeVisible();
};

type Decision = { title: string; on: string; national: string; completedOn?: string };
/** The only mini-cluster, unless the task has it from its meeting. */
const inCluster = async (page: Page, dialog: Locator): Promise<void> => {
  const box = field(dialog, '미니클러스터');
  if (await box.count() > 0) await pick(page, box, '정밀', /정밀금형/);
};

const decide = async (page: Page, { title, on, national, completedOn }: Decision): Promise<void> => {
  await place(page, '애로과제');
  await page.locator('.ag-row', { hasText: title }).getByRole('button', { name: '열기' }).click();
  await expect(page.getByRole('heading', { name: title })).toBeVisible();
  await move(page, /^접수/, on, async (dialog) => {
    await choose(page, field(dialog, '지원유형'), '시제품 제작');
    await inCluster(page, dialog);
  });
  await move(page, /^과제기획/, on, async (dialog) => {
    const coordinator = field(dialog, '담당 코디네이터');
    if (await coordinator.count() > 0) await pick(page, coordinator, '김코', /김코디/);
    await type(dialog, { '기획 목표': '불량률 절반', '예상 사업비': national });
  });
  await move(page, /^심의중/, on, async (dialog) => {
    await choose(page, field(dialog, '심의 경로'), '위원회');
    await type(dialog, { 사업계획서: '계획서', 국비: national, '민간 현금': '500만원', '민간 현물': '0' });
  });
  await move(page, /^선정/, on, async (dialog) => {
    await pick(page, field(dialog, '결정한 평가회의'), '2025', /1차 평가/);
    await type(dialog, { '선정 금액': national, '선정 조건': '없음' });
  });
  if (!completedOn) return;
  await move(page, /^협약/, on, (dialog) => type(dialog, { 협약번호: '2025-01', '수행 시작': on, '수행 종료': completedOn }));
  await move(page, /^수행중/, on);
  await move(page, /^최종평가/, completedOn);
  await move(page, /^완료/, completedOn, async (dialog) => {
    await choose(page, field(dialog, '최종 등급'), '보통');
    await dialog.getByLabel('성과 없음 확인').check();
  });
};

const decideTasks = async (page: Page): Promise<void> => {
  await decide(page, { title: '사출 금형 수명이 짧음', on: '2025-07-10', national: '2,000만원', completedOn: '2026-05-30' });
  await decide(page, { title: '자동차부품 경량화', on: '2025-08-20', national: '3000만원' });
  await decide(page, { title: '사출 불량률 저감', on: '2026-03-15', national: '0.5억' });
  await decide(page, { title: '공동 금형 시험설비', on: '2026-06-01', national: '10000000' });
};

const row = async (page: Page, name: string): Promise<string[]> => {
  const found = page.locator('main table tbody tr').filter({ has: page.locator('th', { hasText: new RegExp(`^${name}$`) }) }).first();
  return (await found.locator('td').allInnerTexts()).map((text) => text.trim());
};

/** The exact numbers, and the records behind three of them. */
const readTables = async (page: Page): Promise<void> => {
  await place(page, '보고');
  await page.getByRole('link', { name: /기업규모별/ }).or(page.getByRole('button', { name: /기업규모별/ })).first().click();
  await expect.poll(() => row(page, '계')).toEqual(['2', '2', '4', '100.0', '100.0']);
  expect(await row(page, '10인 미만')).toEqual(['1', '1', '2', '50.0', '50.0']);
  expect(await row(page, '10~50인')).toEqual(['1', '-', '1', '25.0', '75.0']);
  expect(await row(page, '101~300인')).toEqual(['-', '1', '1', '25.0', '100.0']);
  // The third column of the first row: both years together.
  await page.locator('[data-at="0:2"]').click();
  await expect(page).toHaveURL(/\/tasks\?selection=/);
  await expect(page.getByText('공동 금형 시험설비').first()).toBeVisible();
  await expect(count(page, '2건')).toBeVisible();

  await place(page, '보고');
  await page.getByRole('link', { name: /연도별/ }).or(page.getByRole('button', { name: /연도별/ })).first().click();
  await expect.poll(() => row(page, '지원\\(선정\\) 건수')).toEqual(['2', '2', '4']);
  expect(await row(page, '완료 건수')).toEqual(['-', '1', '1']);
  expect(await row(page, '지원기업 수')).toEqual(['2', '2', '3']);
  expect(await row(page, '신규 지원기업 수')).toEqual(['2', '1', '3']);
  expect(await row(page, '국비\\(백만원\\)')).toEqual(['50', '60', '110']);
  expect(await row(page, '총사업비\\(백만원\\)')).toEqual(['60', '70', '130']);

  await page.getByRole('link', { name: /미니클러스터 구성/ }).or(page.getByRole('button', { name: /미니클러스터 구성/ })).first().click();
  await expect.poll(() => row(page, '정밀금형')).toEqual(['1', '3', '2', '1', '-', '-', '-', '1']);
};

/** After a restart: what was logged is there. */
const findAgain = async (page: Page): Promise<void> => {
  await place(page, '상담');
  await page.locator('.ag-row', { hasText: '동일정밀' }).first().getByRole('button', { name: '열기' }).click();
  await expect(field(page, '애로 요지')).toHaveValue('사출 금형 수명이 짧음');
  await place(page, '오늘');
  await expect(page.getByText('표면처리 업체 소개')).toBeVisible();
};

/** The whole import in one step; firms that carry records stay when asked. */
const takeImportBack = async (page: Page): Promise<void> => {
  await place(page, '가져오기');
  await page.getByRole('button', { name: '되돌리기' }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: /두고|남기/ }).click();
  await place(page, '기업·기관');
  await expect(count(page, '4건')).toBeVisible();
  await expect(page.locator('.ag-root').getByText('예시대학교')).toBeVisible();
};

/** The first sitting, on an empty data folder: from her name to the three tables. */
export const firstSitting = async (page: Page): Promise<void> => {
  for (const step of [enter, importFirms, logSession, enterTasks, makeCluster, joinMembers, holdMeeting, holdEvaluation, decideTasks, readTables]) await step(page);
};

/** The second sitting, after a restart on the same folder. */
export const secondSitting = async (page: Page): Promise<void> => {
  for (const step of [findAgain, readTables, takeImportBack, readTables]) await step(page);
};
