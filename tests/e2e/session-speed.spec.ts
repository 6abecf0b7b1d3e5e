/** A typical session by keyboard at the speed of a person: from an open program to the saved log in under a minute, and how many keys that takes. */
import { expect, test, type Page } from '@playwright/test';
import { ask, askList } from '../support/ask.ts';
import { field } from './hands.ts';
import { freshProgram } from './program.ts';
import { strokesOf } from './strokes.ts';

/** 400 타/분: an ordinary office typist. Thinking is not measured. */
const perStroke = 60_000 / 400;
const longest = 60_000;

const firm = { name: '동일정밀금형', address: '경상남도 창원시 성산구 공단로 271' };
const told = {
  summary: '도금 두께가 고르지 않아 반품이 늘었음', advice: '전처리 온도를 함께 점검하고 시험기관을 소개함', next: '시험 의뢰서 초안 보내기',
};

/** The same entry as a row of a spreadsheet: every cell is typed, Tab goes to the next. */
const row = ['CL-2026-11-0002', '2026-11-22', '14:00', '15:30', '90', '방문', firm.address, '김코디', firm.name, '박부장 부장', 'R&D', told.summary, told.advice, '진행', told.next, '2026-11-29', '김코디', '2', '작성중'];

const app = freshProgram();

test.beforeAll(async () => {
  await ask(app, 'accounts.enter', { name: '김코디', role: 'coordinator', office: '창원지사' }, 'POST');
  const { id } = await ask<{ id: string }>(app, 'organisations.create', { values: { ...firm, kind: 'firm' } }, 'POST');
  await ask(app, 'sessions.create', { values: { organisation: id, mode: 'visit', visit_on: '2026-11-09', start_at: '10:00', end_at: '11:00', summary: '도금 공정 문의', advice: '현장 확인' }, attendees: [{ name: '박부장', position: '부장' }] }, 'POST');
});

/** Presses keys as a person does, and counts them. */
const hand = (page: Page) => {
  let keys = 0;
  return {
    count: () => keys,
    type: async (text: string) => {
      for (const one of text) {
        const strokes = strokesOf(one);
        keys += strokes;
        await page.keyboard.insertText(one);
        await page.waitForTimeout(strokes * perStroke);
      }
    },
    press: async (key: string) => {
      keys += 1;
      await page.keyboard.press(key);
      await page.waitForTimeout(perStroke);
    },
  };
};

// It takes as long as a person does; that the same keys make a session is proven at full speed in capture.spec.ts and session-form.spec.ts.
test('a typical session takes less than a minute, and fewer keys than a row of a spreadsheet', { tag: '@long' }, async ({ page }) => {
  await page.goto(app.url);
  await expect(page.getByRole('navigation')).toBeVisible();
  const { type, press, count } = hand(page);
  const started = Date.now();
  await press('Alt+KeyN');
  await type('ㄷㅇㅈㅁ');
  await press('Enter');
  // 날짜 is today; where and how (방문, the firm's address) is known.
  await expect(field(page.getByRole('dialog'), '날짜')).toBeFocused();
  await press('Enter');
  await type('1400');
  await press('Enter');
  await type('1.5h');
  await press('Enter');
  await press('Alt+KeyL');
  await press('Enter');
  await press('Enter');
  await press('Enter');
  await expect(field(page.getByRole('dialog'), '애로 요지')).toBeFocused();
  await type(told.summary);
  await press('Enter');
  await type(told.advice);
  await press('Enter');
  await type('R&D');
  await press('Enter');
  await press('Tab');
  await type('진행');
  await press('Enter');
  await press('Enter');
  await type(told.next);
  await press('Enter');
  await type('+7');
  await press('Control+Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
  const took = Date.now() - started;
  const rows = await askList<Record<string, unknown>>(app, 'sessions.list', { start: 0, end: 10, sort: [], filter: {}, quick: null, selection: null });
  expect(rows[0]).toMatchObject({ organisation_name: firm.name, start_at: '14:00', end_at: '15:30', summary: told.summary, advice: told.advice, result: 'ongoing', fields: 'rnd', open_actions: 1, round: 2, place: firm.address });
  const sheet = row.reduce((sum, cell) => sum + strokesOf(cell) + 1, 0);
  const words = strokesOf(told.summary) + strokesOf(told.advice) + strokesOf(told.next);
  console.log(`상담 한 건: ${(took / 1000).toFixed(1)}초 (400타/분), 키 ${count()}번. 그 가운데 글 ${words}번, 나머지 ${count() - words}번.`);
  console.log(`같은 내용을 엑셀 한 줄(${row.length}칸)에 적으면: 글자와 Tab을 합해 키 ${sheet}번. 그 가운데 글 ${words}번, 나머지 ${sheet - words}번.`);
  expect(took).toBeLessThan(longest);
  expect(count()).toBeLessThan(sheet);
});
