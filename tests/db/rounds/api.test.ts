import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ActivityTable, Handover, NextVisits, VisitSheet } from '../../../db/rounds/api.ts';
import { createHandle } from '../../../db/handle.ts';
import { testApplication, type TestApplication } from '../../support/store.ts';
import { noon } from './round-world.ts';

let world: TestApplication;
let firm: string;
let visited: string;

beforeAll(async () => {
  world = await testApplication({ now: () => noon });
  ({ id: firm } = await world.call<{ id: string }>('mutation', 'organisations.create', { values: { name: '(주)한빛정밀', kind: 'firm', representative: '홍대표' } }));
  ({ id: visited } = await world.call<{ id: string }>('mutation', 'sessions.create', { values: { organisation: firm, coordinator: world.coordinator, mode: 'visit', place: '공장', visit_on: '2026-11-02', start_at: '09:00', end_at: '10:30', summary: '도금 불량', next_visit_on: '2026-11-20' } }));
  await world.call('mutation', 'tasks.create', { values: { title: '도금 개선', field: 'rnd', need_text: '도금이 벗겨짐', found_by: 'firm-visit', lead_org: firm, coordinator: world.coordinator, found_on: '2026-09-01', status: 'discovered' } });
  await world.call('mutation', 'actions.create', { values: { what: '성적서 받기', owner: world.coordinator, organisation: firm, due_on: '2026-11-10' } });
});
afterAll(() => world.dispose());

const asked = { month: '2026-11', coordinator: null, compare: 'none' };

test('the next visits come from a reader thread with their reasons', async () => {
  const { lines, count } = await world.call<NextVisits>('query', 'rounds.next', { coordinator: world.coordinator, office: null, cluster: null, complex: null, silentDays: 90 });
  expect(count).toBe(1);
  expect(lines[0]?.parts.map(({ kind }) => kind)).toEqual(['promise', 'action', 'stuck']);
});

test('a sheet says what each open task lacks before its next step', async () => {
  const [sheet, none] = await world.call<VisitSheet[]>('query', 'rounds.sheets', { ids: [firm, 'gone'] });
  expect(none).toBeUndefined();
  expect(sheet).toMatchObject({ name: '(주)한빛정밀', representative: '홍대표', actions: [{ what: '성적서 받기' }], sessions: [{ visit_on: '2026-11-02', summary: '도금 불량' }] });
  expect(sheet?.tasks[0]).toMatchObject({ title: '도금 개선', lacksFor: 'received' });
  expect(sheet?.tasks[0]?.lacks.length).toBeGreaterThan(0);
});

test('a number opens its records as a selection, and the table comes as a file', async () => {
  const table = await world.call<ActivityTable>('query', 'rounds.activity', asked);
  const cell = table.cells[0]?.[0];
  expect([cell?.value, cell?.drill]).toEqual([1, `${world.coordinator}~sessions`]);
  const selection = await world.call<{ id: string; table: string; count: number }>('mutation', 'rounds.openActivity', { ...asked, cell: cell?.drill });
  expect(selection).toMatchObject({ table: 'session', count: 1 });
  const behind = await world.list('sessions.list', { start: 0, end: 10, sort: [], filter: {}, quick: null, selection: selection.id });
  expect(behind.rows.map((row) => row.id)).toEqual([visited]);
  const handle = createHandle(world.app, world.dataDir);
  const file = await handle(new Request('http://application/files/activity/2026-11?coordinator=&compare=none&encoding=utf-8'));
  expect(file.headers.get('content-type')).toContain('text/csv');
  expect(await file.text()).toContain('시험 사용자,1,1,1.5,1');
  expect((await handle(new Request('http://application/files/activity/2026-13'))).status).toBe(404);
});

test('handing over is named in the recent actions and taken back as one', async () => {
  const { id: other } = await world.call<{ id: string }>('mutation', 'people.create', { values: { name: '이코디', roles: 'coordinator' } });
  const open = (): Promise<Handover> => world.call('query', 'rounds.handover', { person: world.coordinator });
  const before = await open();
  expect(before.items.map(({ kind }) => kind)).toEqual(['task', 'action', 'promise']);
  const { action } = await world.call<{ action: number }>('mutation', 'rounds.handOver', { from: world.coordinator, moves: before.items.map(({ key }) => ({ key, to: other })) });
  expect(world.app.read.value<string>('SELECT label FROM action WHERE id = ?', [action])).toBe('인수인계: 시험 사용자 → 이코디 (3건)');
  expect((await open()).items).toEqual([]);
  await world.call('mutation', 'device.undo', { action });
  expect(await open()).toEqual(before);
});
