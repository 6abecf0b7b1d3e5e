/** What a screen looks like while something is open, refused, long or large. */
import type { Page } from '@playwright/test';
import type { Launched } from '../support/launch.ts';
import { ask, someId, tell, type Place } from './places.ts';

const press = (name: string | RegExp) => (page: Page): Promise<void> => page.getByRole('button', { name }).first().click();
const key = (keys: string) => (page: Page): Promise<void> => page.keyboard.press(keys);

const longName = '주식회사 대한민국스마트제조혁신정밀기계부품소재장비산업기술연구조합 부설 시험평가인증지원센터';
const longTitle = '고온·고압 환경에서 사용하는 대형 압축기용 다단 감속기 하우징의 정밀 가공 치수 불량 원인 분석과 실시간 공정 감시 체계 구축 및 시험 인증 지원';

/** Two changes of one field: the first cannot be taken back without asking. */
const conflicting = async (shell: Launched, task: string): Promise<number> => {
  const { values } = await ask<{ values: { title: string } }>(shell, 'tasks.get', { id: task });
  await tell(shell, 'tasks.change', { id: task, patch: { title: `${values.title} (1차)` } });
  const { undo } = await ask<{ undo: { id: number } }>(shell, 'device.undoState', undefined);
  await tell(shell, 'tasks.change', { id: task, patch: { title: values.title } });
  return undo.id;
};

const askedToUndo = (label: RegExp) => async (page: Page): Promise<void> => {
  await page.getByRole('listitem').filter({ hasText: label }).nth(1).getByRole('button').first().click();
};

/** Prepares the records the states need and answers where to take them. */
export const states = async (shell: Launched): Promise<Place[]> => {
  const task = await someId(shell, 'tasks');
  const cluster = await someId(shell, 'clusters');
  await conflicting(shell, task);
  const date = new Date().toISOString().slice(0, 10);
  const rows = Array.from({ length: 120 }, (_, at) => ({ name: `김${'가나다라마바사아자차'[at % 10] ?? ''}${'온울찬솔빛결든샘터벼'[Math.floor(at / 10) % 10] ?? ''}`, organisation: `(주)시험기업${at + 1}`, position: '부장', phone: '', mobile: '', email: '', note: '' }));
  await tell(shell, 'clusters.members.paste', { cluster, date, rows });
  const { id: firm } = await tell<{ id: string }>(shell, 'organisations.create', { values: { name: longName, kind: 'firm' } });
  const { id: long } = await tell<{ id: string }>(shell, 'tasks.create', { values: { title: longTitle, lead_org: firm, field: 'rnd', found_on: date } });
  const params = { asOf: date, fromYear: 2021, toYear: Number(date.slice(0, 4)) };
  const { id: frozen } = await tell<{ id: string }>(shell, 'frozen.freeze', { report: 't2', params, submission: { submitted_on: date, submitted_to: '국토교통부', submitted_by: '예시 사용자', document_no: '산단-12', note: null } });
  await tell(shell, 'tasks.change', { id: task, patch: { fund_national: 123_000_000, decided_on: date } });
  return [
    { name: 'state-frozen-list', path: '/frozen' }, { name: 'state-frozen', path: `/frozen/${frozen}` },
    { name: 'state-frozen-why', path: `/frozen/${frozen}`, before: async (page) => { await page.getByRole('tab', { name: '왜 숫자가 다른가' }).click(); await page.waitForTimeout(2500); } },
    { name: 'state-freeze', path: '/reports/t1', before: async (page) => { await press('확정')(page); await page.getByRole('menuitem', { name: '제출본으로 확정' }).click(); } },
    { name: 'state-refused', path: '/tasks/new', before: press(/^(등록|저장)/) },
    { name: 'state-conflict', path: '/settings/actions', before: askedToUndo(/애로과제 수정/) },
    { name: 'state-search', path: '/organisations', before: async (page) => { await page.keyboard.press('Control+KeyK'); await page.keyboard.type('정밀'); } },
    { name: 'state-report-scope', path: '/reports/t2?yearKind=program&scope.region=dongnam', before: press('범위') },
    { name: 'state-report-past', path: '/reports/t1?dataAsOf=2026-03-02', before: press('당시 자료') },
    { name: 'state-report-definitions', path: '/reports/t2', before: press('지표 정의') },
    { name: 'state-help', path: '/today', before: key('F1') },
    { name: 'state-columns', path: '/organisations', before: press('열 고르기') },
    { name: 'state-filter', path: '/tasks', before: async (page) => { await page.locator('.ag-header-cell-filter-button:visible').nth(2).click(); } },
    { name: 'state-move', path: `/tasks/${task}`, before: press(/상태 바꾸기/) },
    { name: 'state-members', path: `/clusters/${cluster}` },
    { name: 'state-long-task', path: `/tasks/${long}` },
    { name: 'state-long-firm', path: `/organisations/${firm}` },
    ...['tasks', 'clusters', 'meetings', 'today', 'reports/t1'].map((noun) => ({ name: `state-narrow-${noun.replace('/', '-')}`, path: `/${noun}`, width: 1100 })),
    ...await Promise.all(['tasks', 'organisations', 'meetings', 'sessions', 'clusters'].map(async (noun) => ({ name: `state-narrow-${noun}-record`, path: `/${noun}/${await someId(shell, noun)}`, width: 1100 }))),
    { name: 'state-undo', path: '/tasks', before: key('Control+KeyZ') },
  ];
};

/** Letters at 150 %: a preference the page reads when it starts. */
export const largeLetters = async (shell: Launched): Promise<Place[]> => {
  await tell(shell, 'device.setPreference', { key: 'letter-size', value: 1.5 });
  const task = await someId(shell, 'tasks');
  return [
    { name: 'large-today', path: '/today', anew: true }, { name: 'large-tasks-record', path: `/tasks/${task}` }, { name: 'large-organisations', path: '/organisations' },
    { name: 'large-meetings-new', path: '/meetings/new' }, { name: 'large-reports-t1', path: '/reports/t1' }, { name: 'large-settings', path: '/settings' },
    { name: 'large-capture', path: '/today', before: key('Alt+KeyN') },
  ];
};
