/**
 * A month of a coordinator: twelve sessions logged by keyboard, one refused for overlap when it is handed in, one sent back and
 * written anew, all confirmed by the office, one corrected after that, the month locked.
 */
import { expect, test, type Page } from '@playwright/test';
import { ask, askList } from '../support/ask.ts';
import { field } from './hands.ts';
import { freshProgram } from './program.ts';

type Row = { id: string; visit_on: string; status: string; minutes: number; session_no: string };
type Life = { status: string; history: { to_status: string; reason: string | null; by: string }[]; corrections: { reason: string; changes: Record<string, unknown> }[] };

const app = freshProgram();
let accounts: Record<string, string>;

const firms = ['가온금형', '나래도금', '다온정밀', '라온사출', '마루기계', '바른소재'];
/** Day, contact time as typed, firm. The seventh begins while the sixth is still going on. */
const month = [
  ['02', '10:00-11:30', 0], ['06', '2시~3시반', 1], ['07', '0930-1100', 2], ['09', '14:00-15:00', 3], ['12', '1000-1200', 4], ['13', '14:00-15:30', 5],
  ['13', '15:00-16:00', 0], ['15', '오후 1시~2시', 1], ['20', '0900-1000', 2], ['22', '11시~1시', 3], ['27', '1500-1630', 4], ['29', '10:00-11:00', 5],
] as const;

const rows = (): Promise<Row[]> => askList<Row>(app, 'sessions.list', { start: 0, end: 50, sort: [{ column: 'visit_on', descending: false }, { column: 'start_at', descending: false }], filter: {}, quick: null, selection: null });
const life = (id: string) => ask<Life>(app, 'sessions.life', { id });
const sit = async (page: Page, name: string): Promise<void> => {
  await ask(app, 'accounts.sit', { id: accounts[name] }, 'POST');
  await page.reload();
  await expect(page.getByRole('navigation')).toBeVisible();
};
const openSession = async (page: Page, id: string): Promise<void> => {
  await page.evaluate((path) => { history.pushState(null, '', path); dispatchEvent(new PopStateEvent('popstate')); }, `/sessions/${id}`);
  await expect(page.getByRole('group', { name: '상태' })).toBeVisible();
};
/** Selects the first rows of the list by keyboard. */
const selectRows = async (page: Page, count: number): Promise<void> => {
  await page.getByRole('gridcell').first().click();
  await page.keyboard.press('Shift+Space');
  for (let more = 1; more < count; more += 1) await page.keyboard.press('Shift+ArrowDown');
  await expect(page.getByRole('button', { name: `상태 바꾸기 (${count}건)` })).toBeVisible();
};
const openList = async (page: Page, filter: Record<string, unknown>): Promise<void> => {
  await page.evaluate((path) => { history.pushState(null, '', path); dispatchEvent(new PopStateEvent('popstate')); }, `/sessions?where=${encodeURIComponent(JSON.stringify(filter))}`);
  await expect(page.getByRole('gridcell').first()).toBeVisible();
};

test.beforeAll(async () => {
  await ask(app, 'accounts.enter', { name: '이지사', role: 'head', office: '안산지사' }, 'POST');
  await ask(app, 'accounts.enter', { name: '김코디', role: 'coordinator', office: '안산지사' }, 'POST');
  accounts = Object.fromEntries((await ask<{ id: string; name: string }[]>(app, 'accounts.list', null)).map((one) => [one.name, one.id]));
  for (const name of firms) await ask(app, 'organisations.create', { values: { name, kind: 'firm', address: '경기도 안산시 단원구' } }, 'POST');
});

test('a month of a coordinator', async ({ page }) => {
  // Alone it takes 40 seconds.
  test.setTimeout(240_000);
  await page.goto(app.url);
  await expect(page.getByRole('navigation')).toBeVisible();
  const box = (label: string) => field(page.getByRole('dialog'), label);
  // Nobody presses Enter within the millisecond in which the answer is drawn; on a busy machine these keys did, and chose nothing.
  const offered = (word: string) => expect(page.locator('[role=option][data-combobox-selected]').filter({ hasText: word })).toBeVisible();
  const on = async (label: string) => expect(box(label)).toBeFocused();
  await page.keyboard.press('Alt+KeyN');
  for (const [index, [day, span, firm]] of month.entries()) {
    await on('기업');
    await page.keyboard.type(firms[firm] ?? '', { delay: 5 });
    await page.keyboard.press('Enter');
    await on('날짜');
    await expect(box('장소')).toHaveValue('경기도 안산시 단원구');
    await page.keyboard.type(`2026-10-${day}`);
    await page.keyboard.press('Enter');
    await on('시작');
    await page.keyboard.press('Enter');
    await on('길이·끝');
    await page.keyboard.type(span);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog').getByRole('radio', { name: '방문' })).toBeFocused();
    await page.keyboard.press('Enter');
    await on('장소');
    await page.keyboard.press('Enter');
    await on('기업 참석자');
    await page.keyboard.type(`담당${firm + 1}`, { delay: 5 });
    await offered(`담당${firm + 1}`);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog').getByRole('button', { name: /담당\d 빼기/ })).toBeVisible();
    // An Enter that came before the answer has gone on by itself; one that found it there waits for another.
    if (await box('기업 참석자').evaluate((one) => one === document.activeElement)) await page.keyboard.press('Enter');
    await on('애로 요지');
    await page.keyboard.type(`애로 ${index + 1}`);
    await page.keyboard.press('Enter');
    await on('지원 내용');
    // The third has nothing to say yet: it will be missed when it is handed in.
    if (index !== 2) await page.keyboard.type(`지원 ${index + 1}`);
    await page.keyboard.press('Enter');
    await on('분야');
    await page.keyboard.type('R&D');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await on('처리 결과');
    await page.keyboard.type('진행');
    await page.keyboard.press('Enter');
    await expect(box('처리 결과')).toHaveValue(/진행/);
    await page.keyboard.press(index === month.length - 1 ? 'Control+Enter' : 'Control+Shift+Enter');
    if (index < month.length - 1) await expect(box('기업')).toHaveValue('');
  }
  await expect(page.getByRole('dialog')).toBeHidden();
  const logged = await rows();
  expect(logged.map(({ visit_on, minutes }) => [visit_on.slice(8), minutes])).toEqual([
    ['02', 90], ['06', 90], ['07', 90], ['09', 60], ['12', 120], ['13', 90], ['13', 60], ['15', 60], ['20', 60], ['22', 120], ['27', 90], ['29', 60]]);
  const [third, overlapping, fifth] = [logged[2]?.id ?? '', logged[6]?.id ?? '', logged[4]?.id ?? ''];

  // Handed in with something missing: F8 goes to it, Alt+Enter saves and hands in.
  await openSession(page, third);
  await page.keyboard.press('F8');
  await expect(page.getByRole('textbox', { name: '지원 내용' })).toBeFocused();
  await page.keyboard.type('공정 점검');
  await page.keyboard.press('Alt+Enter');
  await expect.poll(async () => (await life(third)).status).toBe('submitted');

  // Refused for overlap; the time is put right and it goes.
  await openSession(page, overlapping);
  await page.keyboard.press('Alt+Enter');
  await expect(page.getByRole('alert').getByText(/시간이 겹칩니다: 같은 날 14:00–15:30 바른소재/).first()).toBeVisible();
  expect((await life(overlapping)).status).toBe('draft');
  await page.getByRole('textbox', { name: '상담 시간' }).focus();
  await page.keyboard.press('Control+KeyA');
  await page.keyboard.type('15:30-16:30');
  await page.keyboard.press('Alt+Enter');
  await expect.poll(async () => (await life(overlapping)).status).toBe('submitted');

  // The rest in one.
  await openList(page, { status: { op: 'in', values: ['draft'] } });
  await selectRows(page, 10);
  await page.getByRole('button', { name: '상태 바꾸기 (10건)' }).click();
  await page.getByRole('menuitem', { name: '제출', exact: true }).click();
  await expect.poll(async () => (await rows()).filter((one) => one.status === 'submitted').length).toBe(12);

  // The head sends one back.
  await sit(page, '이지사');
  await openSession(page, fifth);
  await page.getByRole('button', { name: '반려' }).click();
  await page.getByRole('dialog').getByLabel('사유').fill('지원 내용을 구체적으로 적어 주세요');
  await page.keyboard.press('Control+Enter');
  await expect.poll(async () => (await life(fifth)).status).toBe('returned');

  // The coordinator sees why, mends it and hands it in again.
  await sit(page, '김코디');
  await openSession(page, fifth);
  await expect(page.getByText('반려 사유: 지원 내용을 구체적으로 적어 주세요')).toBeVisible();
  await page.getByRole('textbox', { name: '지원 내용' }).focus();
  await page.keyboard.press('End');
  await page.keyboard.type(': 금형 표면처리 업체 두 곳을 비교해 드림');
  await page.keyboard.press('Alt+Enter');
  await expect.poll(async () => (await life(fifth)).status).toBe('submitted');
  // Nobody confirms for oneself.
  await expect(page.getByRole('button', { name: '확정' })).toBeDisabled();

  await sit(page, '이지사');
  await openList(page, { status: { op: 'in', values: ['submitted'] } });
  await selectRows(page, 12);
  await page.getByRole('button', { name: '상태 바꾸기 (12건)' }).click();
  await page.getByRole('menuitem', { name: '확정', exact: true }).click();
  await page.getByRole('dialog').getByLabel('기업 확인자').fill('박부장');
  await field(page.getByRole('dialog'), '기업 확인일').fill('2026-10-31');
  await page.keyboard.press('Control+Enter');
  await expect.poll(async () => (await rows()).every((one) => one.status === 'confirmed')).toBe(true);

  // After 확정 only a correction.
  await openSession(page, fifth);
  await expect(page.getByRole('textbox', { name: '지원 내용' })).toBeDisabled();
  await page.getByRole('button', { name: '정정', exact: true }).click();
  await page.getByRole('textbox', { name: '정정 사유' }).fill('끝 시각 오기');
  await page.getByRole('textbox', { name: '상담 시간' }).fill('10:00-11:30');
  await page.getByRole('button', { name: '정정 저장' }).first().click();
  await expect.poll(async () => (await life(fifth)).corrections).toMatchObject([{ reason: '끝 시각 오기', changes: { end_at: ['12:00', '11:30'] } }]);
  await page.getByRole('tab', { name: '이력' }).click();
  await expect(page.getByText('끝 시각 오기')).toBeVisible();
  expect((await life(fifth)).history.map(({ to_status, by }) => `${by} ${to_status}`)).toEqual(['김코디 submitted', '이지사 returned', '김코디 submitted', '이지사 confirmed']);

  // The month is locked, and then not even that.
  await page.goto(`${app.origin}/settings/entry${new URL(app.url).hash}`);
  await page.getByRole('button', { name: '기간 마감하기' }).click();
  await field(page.getByRole('dialog'), '기간에 드는 날').fill('2026-10-01');
  await page.keyboard.press('Tab');
  await expect(page.getByText('상담 12건, 모두 확정되었습니다')).toBeVisible();
  await page.getByRole('dialog').getByLabel('사유').fill('10월 수당 지급');
  await page.getByRole('dialog').getByRole('button', { name: '마감하기' }).click();
  await expect(page.getByRole('cell', { name: '10월 수당 지급' })).toBeVisible();
  await expect(ask(app, 'sessions.correct', { id: fifth, patch: { advice: '가' }, reason: '나' }, 'POST')).rejects.toThrow('2026년 10월은 마감되었습니다(안산지사, 이지사');
  const confirmed = await rows();
  expect([confirmed.length, confirmed.reduce((sum, one) => sum + one.minutes, 0)]).toEqual([12, 960]);
});
