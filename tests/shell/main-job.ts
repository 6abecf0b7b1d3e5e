/**
 * The main job at request level: what a coordinator does on her first day, as Requests through a shell.
 * Two sittings, with a restart between them. The page's own scenario is in tests/e2e.
 */
import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import type { Selection } from '../../db/device/selection.ts';
import type { ImportResult } from '../../db/imports/commit.ts';
import type { JobReport } from '../../db/kernel/jobs.ts';
import { unpacked, type PackedBlock } from '../../db/kernel/block.ts';
import type { CellKey, ReportCode, ReportTable } from '../../db/reports/table-types.ts';

/** Calls one procedure of the typed API through the shell under test. */
export type Call = <Result>(kind: 'query' | 'mutation', path: string, input?: unknown) => Promise<Result>;

type Made = { id: string };

const factories = readFileSync(new URL('../support/data/factories_60_cp949.csv', import.meta.url)).toString('base64');
const list = { start: 0, end: 100, sort: [], filter: {}, quick: null, selection: null };
const params = { asOf: '2026-12-31', fromYear: 2025, toYear: 2026 };

const finished = async (call: Call, id: string): Promise<JobReport> => {
  for (;;) {
    const job = (await call<JobReport[]>('query', 'device.jobs')).find((one) => one.id === id);
    if (job && job.state !== 'running') return job;
    await new Promise((resolve) => { setTimeout(resolve, 20); });
  }
};

const firmCalled = async (call: Call, text: string): Promise<string> => {
  const [found] = await call<{ id: string }[]>('query', 'organisations.find', { text });
  if (!found) throw new Error(`no firm is found by ${text}`);
  return found.id;
};

const importFirms = async (call: Call): Promise<ImportResult> => {
  const file = await call<Made & { encoding: string }>('mutation', 'imports.open', { name: '공장등록현황.csv', base64: factories });
  expect(file.encoding).toBe('cp949');
  const job = await call<JobReport>('mutation', 'imports.commit', { id: file.id, target: 'organisation' });
  const done = await finished(call, job.id);
  expect(done.state).toBe('done');
  return done.result as ImportResult;
};

/** What the moves of a task are filled with. */
type Life = { coordinator: string; cluster: string; committee: string };

/** Plans a task, has a committee decide on it on a day, and walks it on to 완료. */
const decide = async (call: Call, life: Life, id: string, on: string, national: number, completedOn?: string): Promise<void> => {
  const move = (to: string, day: string, values: object): Promise<unknown> => call('mutation', 'tasks.move', { ids: [id], to, on: day, values });
  await move('received', on, { support_type: 'undecided', cluster: life.cluster });
  await move('planning', on, { coordinator: life.coordinator, plan_goal: '불량률 절반', planned_cost: national });
  await move('under-review', on, { plan_doc: '계획서', route: 'committee', support_type: 'prototype', fund_national: national, fund_local: 0, fund_private_cash: 5_000_000, fund_private_in_kind: 0 });
  await move('selected', on, { committee: life.committee, granted: national, conditions: '없음' });
  if (!completedOn) return;
  await move('agreed', on, { agreement_no: '2025-01', start_on: on, end_on: completedOn });
  await move('in-progress', on, {});
  await move('final-review', completedOn, {});
  await move('completed', completedOn, { final_grade: 'ordinary', has_no_outputs: 1 });
};

/** What the first sitting leaves for the second. */
export type FirstSitting = { batch: string; sessionId: string; taskId: string; meetingId: string };

/** From an empty folder: import, session, 과제화, mini-cluster meeting, decisions. */
export const firstSitting = async (call: Call): Promise<FirstSitting> => {
  await call('mutation', 'accounts.enter', { name: '김코디', role: 'coordinator', office: '경남지역본부' });
  const imported = await importFirms(call);
  expect(imported.counts).toMatchObject({ create: 60, refuse: 0, ask: 0 });
  expect((await call<PackedBlock>('query', 'organisations.list', list)).total).toBe(60);

  // 동일정밀, 7 employees, found by its initial consonants.
  const small = await firmCalled(call, 'ㄷㅇㅈㅁ');
  const session = await call<Made>('mutation', 'sessions.create', {
    values: { organisation: small, visit_on: '2025-05-12', start_at: '14:00', end_at: '15:30', mode: 'visit', place: '군포시 당정동', summary: '사출 금형 수명이 짧음', advice: '표면처리 공정 점검' },
    attendees: [{ name: '박대표', position: '대표이사' }], nextAction: { what: '표면처리 업체 소개', due_on: '2025-05-20' },
  });
  const task = await call<Made>('mutation', 'sessions.makeTask', { id: session.id, values: { title: '금형 수명 개선', field: 'production-quality' } });

  const middle = await firmCalled(call, '본하이테크');
  const large = await firmCalled(call, '에이테크');
  const second = await call<Made>('mutation', 'tasks.create', { values: { title: '자동차부품 경량화', lead_org: middle, field: 'rnd', found_on: '2025-06-01' } });
  const third = await call<Made>('mutation', 'tasks.create', { values: { title: '사출 불량률 저감', lead_org: large, field: 'production-quality', found_on: '2026-02-03' } });

  const cluster = await call<Made>('mutation', 'clusters.create', { values: { name: '정밀금형', hub: '창원', kind: 'general', founded_on: '2020-04-01' } });
  const join = (who: object, joinedOn: string): Promise<Made> => call('mutation', 'clusters.members.add', { cluster: cluster.id, joined_on: joinedOn, ...who });
  await join({ newPerson: { name: '이금형' }, organisation: small }, '2020-04-01');
  await join({ newPerson: { name: '최사출' }, organisation: middle }, '2021-03-02');
  await join({ newPerson: { name: '정교수' }, newOrganisation: { name: '예시대학교', kind: 'university' } }, '2026-03-02');
  const left = await join({ newPerson: { name: '한때회' }, organisation: large }, '2022-01-01');
  await call('mutation', 'clusters.members.end', { ids: [left.id], left_on: '2024-12-31' });

  const meeting = await call<Made>('mutation', 'meetings.create', {
    values: { kind: 'task-finding', start_on: '2026-04-15', start_at: '15:00', end_at: '17:00', place: '창원 본부 회의실' }, clusters: [cluster.id], agenda: ['공동 금형 시험설비'],
  });
  await call('mutation', 'meetings.attendance.markAll', { meeting: meeting.id, isPresent: true });
  await call('mutation', 'meetings.attendance.welcome', { meeting: meeting.id, newPerson: { name: '손방문' } });
  const relations = await call<{ agenda: Made[] }>('query', 'meetings.relations', { id: meeting.id });
  const fourth = await call<Made>('mutation', 'meetings.agenda.makeTask', { id: relations.agenda[0]?.id, values: { lead_org: small, field: 'facility-location' } });

  const { account } = await call<{ account: { person: string } }>('query', 'device.about');
  const committee = await call<Made>('mutation', 'evaluations.create', { values: { name: '2025년 1차 평가', kind: 'regional', held_on: '2025-07-10', status: 'planned' } });
  const life = { coordinator: account.person, cluster: cluster.id, committee: committee.id };
  await decide(call, life, task.id, '2025-07-10', 20_000_000, '2026-05-30');
  await decide(call, life, second.id, '2025-08-20', 30_000_000);
  await decide(call, life, third.id, '2026-03-15', 50_000_000);
  await decide(call, life, fourth.id, '2026-06-01', 10_000_000);
  return { batch: imported.batch, sessionId: session.id, taskId: task.id, meetingId: meeting.id };
};

const table = (call: Call, report: ReportCode): Promise<ReportTable> => call('query', 'reports.table', { report, params });

const printed = (report: ReportTable): Record<string, string[]> =>
  Object.fromEntries(report.rows.map((row, index) => [row.labels.filter(Boolean).at(-1) ?? row.key, (report.cells[index] ?? []).map((cell) => cell.text)]));

/** The exact numbers of the three tables, and that each cell opens as many records as it says. */
export const readTables = async (call: Call): Promise<void> => {
  const t1 = await table(call, 't1');
  expect(printed(t1)).toMatchObject({
    '10인 미만': ['1', '1', '2', '50.0', '50.0'], '10~50인': ['1', '-', '1', '25.0', '75.0'], '101~300인': ['-', '1', '1', '25.0', '100.0'],
    '소계(50인 이하)': ['2', '1', '3', '75.0', '75.0'], '소계(300인 이하)': ['2', '2', '4', '100.0', '100.0'], 계: ['2', '2', '4', '100.0', '100.0'],
  });
  const t2 = printed(await table(call, 't2'));
  expect(t2['발굴 건수']).toEqual(['2', '2', '4']);
  expect(t2['지원(선정) 건수']).toEqual(['2', '2', '4']);
  expect(t2['완료 건수']).toEqual(['-', '1', '1']);
  expect(t2['지원기업 수']).toEqual(['2', '2', '3']);
  expect(t2['신규 지원기업 수']).toEqual(['2', '1', '3']);
  expect(t2['국비(백만원)']).toEqual(['50', '60', '110']);
  expect(t2['총사업비(백만원)']).toEqual(['60', '70', '130']);
  const t3 = await table(call, 't3');
  expect(printed(t3)['정밀금형']).toEqual(['1', '3', '2', '1', '-', '-', '-', '1']);

  for (const report of [t1, t3]) {
    const column = report.columns.findIndex((one) => one.key === (report.code === 't1' ? 'sum' : 'members'));
    for (const [index, row] of report.rows.entries()) {
      const cell = report.cells[index]?.[column];
      if (!cell?.drill) continue;
      const opened = await call<Selection>('mutation', 'reports.open', { report: report.code, params, cell: cell.drill satisfies CellKey });
      expect(opened.count, `${report.code} ${row.key}`).toBe(cell.value);
    }
  }
};

/** After the restart: everything is there, the import goes back in one step, records in use are kept when asked. */
export const secondSitting = async (call: Call, left: FirstSitting): Promise<void> => {
  const session = await call<{ values: Record<string, unknown> }>('query', 'sessions.get', { id: left.sessionId });
  expect(session.values).toMatchObject({ visit_on: '2025-05-12', result: 'became-task', summary: '사출 금형 수명이 짧음' });
  const task = await call<{ values: Record<string, unknown> }>('query', 'tasks.get', { id: left.taskId });
  expect(task.values).toMatchObject({ title: '금형 수명 개선', source_session: left.sessionId, employees_at_decision: 7, status: 'completed' });
  await readTables(call);

  await expect(call('mutation', 'imports.undo', { batch: left.batch })).rejects.toThrow('그 기록은 두고 되돌리거나');
  await call('mutation', 'imports.undo', { batch: left.batch, insistence: 'keep' });
  // Three firms carry sessions, tasks and memberships; the university came by hand.
  expect(unpacked(await call<PackedBlock>('query', 'organisations.list', list)).rows.map((row) => row['name']).sort((a, b) => String(a).localeCompare(String(b), 'ko'))).toEqual(['동일정밀', '본하이테크(주)', '에이테크솔루션(주)', '예시대학교']);
  await readTables(call);
};
