/**
 * A joint workshop of three mini-clusters over two days: 40 people, 6 of them walk in; two members gave a proxy. Ticked in the
 * attendance book, run in 회의 모드 by keyboard, ended, and printed. Every number is the same wherever it is asked.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { ask, askList } from '../support/ask.ts';
import { freshProgram } from './program.ts';

const app = freshProgram();
const day = '2026-05-14';
/** Members by number: 가온 0–19, 나래 14–29, 다솜 28–41; 0–33 come. */
const clusters: { name: string; from: number; until: number; rule: object; id: string }[] = [
  { name: '가온금형 MC', from: 0, until: 20, rule: {}, id: '' }, { name: '나래전자 MC', from: 14, until: 30, rule: { quorum_percent: 60 }, id: '' }, { name: '다솜소재 MC', from: 28, until: 42, rule: { counts_proxies: 1 }, id: '' },
];
const nameOf = (index: number): string => `${'김이박최정강조'[index % 7] ?? ''}${'하두세네다여'[Math.floor(index / 7)] ?? ''}${'온람솔빛결샘찬'[index % 7] ?? ''}`;
const people: string[] = [];
const guests = ['남궁하늘', '선우바다', '독고들판', '황보나루', '제갈여울', '서문노을'];

test.describe.configure({ mode: 'serial' });

const post = <Result = { id: string }>(path: string, input: unknown): Promise<Result> => ask<Result>(app, path, input, 'POST');

test.beforeAll(async () => {
  await post('accounts.enter', { name: '김담당', role: 'coordinator', office: null });
  const firms = [];
  for (let index = 0; index < 7; index += 1) firms.push((await post('organisations.create', { values: { name: `한빛정밀 ${index + 1}공장`, kind: 'firm' } })).id);
  for (let index = 0; index < 42; index += 1) people.push((await post('people.create', { values: { name: nameOf(index), organisation: firms[index % 7], position: '과장', mobile: `0101000${String(1000 + index)}` } })).id);
  for (const cluster of clusters) {
    cluster.id = (await post('clusters.create', { values: { name: cluster.name, hub: 'changwon', kind: 'general', founded_on: '2015-01-01', ...cluster.rule } })).id;
    for (const person of people.slice(cluster.from, cluster.until)) await post('clusters.members.add', { cluster: cluster.id, person, joined_on: '2020-01-01' });
  }
  // Ten of 가온 met a week before: from then on 연인원 and 실인원 differ.
  const { id } = await post('meetings.create', { values: { kind: 'joint-workshop', start_on: '2026-05-07', title: '준비 모임' }, clusters: [clusters[0]?.id], agenda: ['공동 설비 이용'] });
  await post('meetings.attendance.mark', { meeting: id, persons: people.slice(0, 10), isPresent: true });
  const { agenda } = await ask<{ agenda: { id: string }[] }>(app, 'meetings.relations', { id });
  await post('meetings.end', { id, outcomes: { [agenda[0]?.id ?? '']: 'carried' } });
});

const box = (at: Page | Locator, label: string): Locator => at.getByLabel(label, { exact: false }).and(at.locator('input, textarea')).first();

/** A new meeting by the form; the window is closed half-way and the draft brings clusters and agenda back. */
const enterMeeting = async (page: Page): Promise<string> => {
  await page.goto(app.url.replace('/#', '/meetings/new#'));
  for (const cluster of clusters) {
    await box(page, '주관 미니클러스터').pressSequentially(cluster.name.slice(0, 2));
    await page.getByRole('option', { name: cluster.name }).click();
  }
  await box(page, '종류').click();
  await page.getByRole('option', { name: '연합워크숍' }).click();
  await box(page, '날짜').fill(day);
  await page.keyboard.press('Tab');
  await page.getByRole('button', { name: '공동 설비 이용 받기' }).click();
  await box(page, '안건').fill('1. 공동 브랜드\n2. 내년 계획');
  await page.waitForTimeout(1500);
  await page.reload();
  await page.getByRole('button', { name: '이어서 쓰기' }).click();
  await expect(page.getByRole('list', { name: '고른 미니클러스터' }).getByRole('listitem')).toHaveCount(3);
  await expect(box(page, '안건')).toHaveValue('1. 공동 브랜드\n2. 내년 계획');
  await expect(page.getByText('이월해서 받을 안건: 공동 설비 이용')).toBeVisible();
  await box(page, '회의명').fill('3개 MC 연합워크숍');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: '3개 MC 연합워크숍' })).toBeVisible();
  const id = page.url().split('/').at(-1) ?? '';
  await post('meetings.change', { id, patch: { end_on: '2026-05-15', start_at: '13:00', place: '통영 연수원' } });
  return id;
};

const tickAll = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: '모두 참석' }).click();
  await expect(page.locator('.cd-counter')).toContainText('회원 참석 42 / 42');
  const find = page.locator('[data-find-attendance]');
  for (const name of people.map((_, index) => nameOf(index)).slice(34)) {
    await find.fill(name);
    await page.keyboard.press('Enter');
  }
  await expect(page.locator('.cd-counter')).toContainText('회원 참석 34 / 42');
  for (const name of guests) {
    await page.getByRole('button', { name: '참석자 추가' }).click();
    const form = page.locator('.cd-join');
    await box(form, '성명').pressSequentially(name);
    await page.getByRole('option', { name: new RegExp(name) }).click();
    await form.getByRole('button', { name: '새 사람으로 참석' }).click();
    await expect(page.locator('.cd-roster-row', { hasText: name })).toBeVisible();
  }
  // A guest put there by mistake goes by keyboard alone.
  await page.getByRole('button', { name: '참석자 추가' }).click();
  await box(page.locator('.cd-join'), '성명').pressSequentially('잘못적음');
  await page.getByRole('option', { name: /잘못적음/ }).click();
  await page.locator('.cd-join').getByRole('button', { name: '새 사람으로 참석' }).click();
  await expect(page.locator('.cd-roster-row', { hasText: '잘못적음' })).toBeVisible();
  await find.fill('');
  await find.press('ArrowUp');
  for (let step = 0; step < 6; step += 1) await find.press('PageDown');
  while (!(await page.locator('.cd-roster-row[data-active]').innerText()).includes('잘못적음')) await find.press('ArrowUp');
  await find.press('Delete');
  await expect(page.locator('.cd-roster-row', { hasText: '잘못적음' })).toHaveCount(0);
  // Two of 다솜 gave their vote away: one to a member who is there, one in writing.
  for (const [giver, holder] of [[nameOf(34), nameOf(28)], [nameOf(35), null]] as const) {
    await find.fill(giver);
    await find.press('Shift+Enter');
    const bar = page.locator('.cd-join');
    await expect(box(bar, '위임받은 사람')).toBeFocused();
    if (holder !== null) {
      await box(bar, '위임받은 사람').fill(holder);
      await expect(page.getByRole('option', { name: new RegExp(`^${holder} \\(`) })).toBeVisible();
      await page.keyboard.press('Enter');
      await expect(box(bar, '위임받은 사람')).toHaveValue(new RegExp(holder));
    }
    await page.keyboard.press('Enter');
    await expect(bar).toHaveCount(0);
  }
};

test('the workshop is entered, ticked, run, ended and counted', async ({ page }) => {
  const id = await enterMeeting(page);
  await tickAll(page);
  const counter = page.locator('.cd-counter');
  await expect(counter).toContainText('회원 참석 34 / 42');
  await expect(counter).toContainText('위임 2 · 비회원 6');
  // Each by its own rule: 20 of 20 (11 needed), 16 of 16 (60 %: 10), 6 of 14 and two proxies (8).
  for (const [name, needed] of [['가온금형 MC', 11], ['나래전자 MC', 10], ['다솜소재 MC', 8]] as const) await expect(page.locator('.cd-quorum', { hasText: name })).toContainText(new RegExp(`정족수 ${needed}.*성립`));

  await page.getByRole('button', { name: '회의 모드' }).click();
  const room = page.getByRole('dialog', { name: '회의 모드' });
  await expect(room.getByRole('heading', { level: 1 })).toHaveText('1. 공동 설비 이용');
  await page.keyboard.press('Space');
  await page.keyboard.press('d');
  await page.keyboard.insertText('시험설비를 함께 쓴다.');
  await page.keyboard.press('Escape');
  await page.keyboard.press('v');
  await expect(room.getByLabel('찬성')).toBeFocused();
  await page.keyboard.insertText('40');
  await page.keyboard.press('Tab');
  await page.keyboard.insertText('5');
  await page.keyboard.press('Tab');
  // 40 people and two proxies cannot give 45 votes: refused, and what was typed stays.
  await expect(page.getByText(/표\(45표\)가 투표할 수 있는 사람/)).toBeVisible();
  await room.getByLabel('반대').fill('2');
  await page.keyboard.press('Escape');
  await expect(room.getByText('가결')).toBeVisible();
  await page.keyboard.press('a');
  await page.keyboard.insertText('설비 목록 돌리기');
  await page.keyboard.press('Enter');
  await expect(room.getByText('설비 목록 돌리기')).toBeVisible();
  await page.keyboard.press('PageDown');
  await expect(room.getByRole('heading', { level: 1 })).toHaveText('2. 공동 브랜드');
  await page.keyboard.press('l');
  // Typed on while it is being stored: no syllable is lost.
  for (const part of ['이름을 ', '더 ', '찾기로 ', '함']) {
    await page.keyboard.insertText(part);
    await page.waitForTimeout(620);
  }
  await page.waitForTimeout(600);
  // Power out: what was typed and the clock come back.
  await page.reload();
  await expect(room.getByRole('heading', { level: 1 })).toHaveText('2. 공동 브랜드');
  await expect(room.getByLabel('논의')).toHaveValue('이름을 더 찾기로 함');
  await expect(room.locator('.cd-room-clock[data-running]')).toBeVisible();
  await page.keyboard.press('e');
  const ending = page.getByRole('dialog', { name: '회의 끝내기' });
  await ending.getByRole('radiogroup', { name: '공동 브랜드' }).getByText('이월').click();
  await expect(ending.getByRole('button', { name: /안건 1건이 남았습니다/ })).toBeDisabled();
  await ending.getByRole('radiogroup', { name: '내년 계획' }).getByText('철회').click();
  await ending.getByRole('button', { name: '끝내고 회의록 만들기' }).click();
  await expect(box(page, '회의록')).toHaveValue(/□ 안건 1\. \[의결\] 공동 설비 이용[\s\S]*○ 결정: 시험설비를 함께 쓴다\.[\s\S]*○ 표결: 가결 \(찬성 40 · 반대 2 · 기권 0\)[\s\S]*- 조치: 설비 목록 돌리기/);

  const rows = await askList<{ id: string; present: number; members_present: number; people: number; status: string }>(app, 'meetings.list', { start: 0, end: 10, sort: [], filter: {}, quick: null, selection: null });
  expect(rows.find((row) => row.id === id)).toMatchObject({ present: 40, members_present: 34, people: 40, status: 'held' });
  // Nationally one event of 40; each cluster counts it once, too.
  expect(rows.filter((row) => row.id === id)).toHaveLength(1);
  const rates = await Promise.all(clusters.map((cluster) => ask<{ listed: number; attendances: number; distinct: number; members: { attended: number; proxies: number }[] }>(app, 'meetings.attendance.rates', { cluster: cluster.id, from: '2026-01-01', until: '2026-12-31' })));
  expect(rates.map(({ listed, attendances, distinct }) => [listed, attendances, distinct])).toEqual([[2, 50, 40], [1, 40, 40], [1, 40, 40]]);
  expect(rates.map(({ members }) => [members.length, members.filter((one) => one.attended > 0).length, members.filter((one) => one.proxies > 0).length])).toEqual([[20, 20, 0], [16, 16, 0], [14, 6, 2]]);
});

test('the minutes and the attendance sheet come out on A4 with every name and number', async ({ page }, info) => {
  test.skip(spawnSync('pdftotext', ['-v']).error !== undefined, 'pdftotext (poppler-utils) is not on this machine');
  await page.addInitScript(() => { window.print = () => { document.documentElement.dataset['asked'] = 'print'; }; });
  const rows = await askList<{ id: string; title: string }>(app, 'meetings.list', { start: 0, end: 10, sort: [], filter: {}, quick: '연합워크숍', selection: null });
  await page.goto(app.url.replace('/#', `/meetings/${rows.find((row) => row.title === '3개 MC 연합워크숍')?.id ?? ''}#`));
  const print = async (item: string): Promise<string> => {
    await page.getByRole('button', { name: '회의 인쇄' }).click();
    await page.getByRole('menuitem', { name: item, exact: true }).click();
    await page.locator('html[data-asked="print"]').waitFor();
    const path = info.outputPath(`${item}.pdf`);
    await page.pdf({ path, preferCSSPageSize: true, printBackground: true });
    await page.evaluate(() => { delete document.documentElement.dataset['asked']; window.dispatchEvent(new Event('afterprint')); });
    await expect(page.locator('.cd-print')).toHaveCount(0);
    return execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' });
  };
  const minutes = await print('회의록');
  expect(minutes.replace(/\s/g, '')).toMatch(/^회의록회의명/);
  for (const said of ['3개 MC 연합워크숍', '2026-05-14 ~ 2026-05-15', '통영 연수원', '참석 40명 (회원 34명 / 재적 42명, 비회원 6명), 위임 2명', '시험설비를 함께 쓴다.', '가결 (찬성 40 · 반대 2 · 기권 0)', '이월', '철회', '참석자 40명', '남궁하늘']) expect(minutes).toContain(said);
  expect(minutes.split('□ 개요').length).toBe(1);

  const sheet = await print('참석자 명부 (서명받기)');
  for (const name of [...people.map((_, index) => nameOf(index)), ...guests]) expect(sheet).toContain(name);
  expect(sheet.replace(/\s/g, '')).toMatch(/^참석자명부회의명/);
  for (const said of ['연번', '소속', '직위', '성명', '구분', '서명', '개인정보 수집·이용 동의']) expect(sheet).toContain(said);
  // 42 of the roster, 6 guests, 8 blank rows; no phone number unless it is asked for.
  expect(sheet).toMatch(/^\s*56\s*$/m);
  expect(sheet).not.toContain('010-1000');
  expect(await print('참석자 명부 (서명받기, 연락처 포함)')).toContain('010-1000-1000');
  const came = await print('참석자 명부 (참석한 사람만)');
  expect([came.includes(nameOf(33)), came.includes(nameOf(34)), /^\s*41\s/m.test(came)]).toEqual([true, false, false]);
});
