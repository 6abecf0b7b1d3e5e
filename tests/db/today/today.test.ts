import { afterAll, beforeAll, expect, test } from 'vitest';
import { actionItem } from '../../../db/actions/fields.ts';
import { write } from '../../../db/kernel/write.ts';
import { meeting } from '../../../db/meetings/fields.ts';
import { organisation } from '../../../db/organisations/fields.ts';
import { performance } from '../../../db/outcomes/fields.ts';
import { person } from '../../../db/people/fields.ts';
import { session } from '../../../db/sessions/fields.ts';
import { task } from '../../../db/tasks/fields.ts';
import type { FollowUps } from '../../../db/today/follow-ups.ts';
import type { Today } from '../../../db/today/today.ts';
import { testApplication, tester, type TestApplication } from '../../support/store.ts';

// A Monday: the visits of last week still count as not finished.
const now = new Date(2026, 10, 23, 9, 0).getTime();
let desk: TestApplication;
let firm: string;

beforeAll(async () => {
  desk = await testApplication({ now: () => now });
  const { store } = desk.app;
  const other = write(store, tester, '준비', (tx) => {
    firm = tx.create(organisation, { name: '(주)한빛정밀', kind: 'firm' });
    return tx.create(person, { name: '다른이' });
  });
  const visit = { mode: 'phone', coordinator: desk.coordinator, organisation: firm, status: 'draft' };
  write(store, tester, '상담', (tx) => {
    tx.create(session, { ...visit, visit_on: '2026-11-20', start_at: '10:00' });
    tx.create(session, { ...visit, visit_on: '2026-11-19', start_at: '10:00', end_at: '11:00', advice: '안내함' });
    tx.create(session, { ...visit, visit_on: '2026-11-18', end_at: '11:00', start_at: '10:00', advice: '안내함', status: 'returned' });
    tx.create(session, { ...visit, visit_on: '2026-10-01' });
    tx.create(session, { ...visit, visit_on: '2026-11-20', coordinator: other });
    tx.create(session, { ...visit, visit_on: '2026-11-10', status: 'confirmed', next_visit_on: '2026-11-24' });
  });
  write(store, tester, '조치', (tx) => {
    tx.create(actionItem, { what: '나중', owner: desk.coordinator, due_on: '2026-12-20', status: 'open', organisation: firm });
    tx.create(actionItem, { what: '지남', owner: desk.coordinator, due_on: '2026-11-01', status: 'in-progress' });
    tx.create(actionItem, { what: '기한없음', owner: desk.coordinator, status: 'open' });
    tx.create(actionItem, { what: '끝남', owner: desk.coordinator, due_on: '2026-11-01', status: 'done' });
    tx.create(actionItem, { what: '남의 일', owner: other, due_on: '2026-11-02', status: 'open' });
  });
  write(store, tester, '과제', (tx) => {
    const common = { lead_org: firm, coordinator: desk.coordinator, found_on: '2026-01-05' };
    tx.create(task, { ...common, title: '곧 끝남', status: 'in-progress', end_on: '2026-12-01' });
    tx.create(task, { ...common, title: '늦음', status: 'mid-check', end_on: '2026-11-01' });
    tx.create(task, { ...common, title: '완료됨', status: 'completed', end_on: '2026-11-01' });
    tx.create(task, { ...common, title: '멀었음', status: 'in-progress', end_on: '2027-06-01' });
  });
  write(store, tester, '회의', (tx) => {
    tx.create(meeting, { title: '연합워크숍', kind: 'joint-workshop', start_on: '2026-11-22', end_on: '2026-11-23' });
    tx.create(meeting, { title: '지난 회의', kind: 'other', start_on: '2026-11-21' });
    tx.create(meeting, { title: '다음 달', kind: 'other', start_on: '2026-12-21' });
  });
  await desk.call('mutation', 'device.putDraft', { key: 'session:new', label: '상담 작성', body: '{}' });
});
afterAll(() => desk.dispose());

const followUps = (everybody = false): Promise<FollowUps> => desk.call('query', 'today.followUps', { everybody });
const today = (everybody = false): Promise<Today> => desk.call('query', 'today.get', { everybody });

test('my open actions, most overdue first, without a date last', async () => {
  expect((await today()).actions.map((one) => one.what)).toEqual(['지남', '나중', '기한없음']);
  expect((await today(true)).actions.map((one) => one.what)).toEqual(['지남', '남의 일', '나중', '기한없음']);
});

test('sessions of this and last week without end or advice, and those sent back', async () => {
  expect((await today()).unfinished.map((one) => [one.visit_on, one.status, one.lacks_end])).toEqual([['2026-11-18', 'returned', 0], ['2026-11-20', 'draft', 1]]);
  expect((await today(true)).unfinished).toHaveLength(3);
});

test('running tasks near their end', async () => {
  expect((await today()).tasks.map((one) => one.title)).toEqual(['늦음', '곧 끝남']);
});

test('results of past tasks that wait, the most overdue first; those of all on demand', async () => {
  const common = { lead_org: firm, found_on: '2020-01-05', status: 'follow-up' };
  write(desk.app.store, tester, '끝난 과제', (tx) => {
    const done = tx.create(task, { ...common, title: '끝난 과제', coordinator: desk.coordinator, completed_on: '2023-11-30' });
    tx.create(performance, { task: done, year: 2024, sales: 0 });
    tx.create(task, { ...common, title: '남의 과제', completed_on: '2024-05-01' });
  });
  expect(await followUps()).toMatchObject({ count: 1, overdue: 1, lines: [{ title: '끝난 과제', year: 2025, due_on: '2026-03-31' }] });
  expect(await followUps(true)).toMatchObject({ count: 2, overdue: 2 });
});

test('meetings of today and the next days, planned visits, drafts', async () => {
  const found = await today();
  expect(found.today).toBe('2026-11-23');
  expect(found.meetings.map((one) => one.title)).toEqual(['연합워크숍']);
  expect(found.visits).toMatchObject([{ on: '2026-11-24', isPlanned: 1, organisation_name: '(주)한빛정밀' }]);
  expect(found.drafts.map((one) => one.label)).toEqual(['상담 작성']);
});

test('records touched last come once each, newest first, without deleted ones and large actions', async () => {
  const { id } = await desk.call<{ id: string }>('mutation', 'organisations.create', { values: { name: '방금', kind: 'firm' } });
  await desk.call('mutation', 'organisations.change', { id: firm, patch: { memo: '고침' } });
  write(desk.app.store, tester, '가져오기', (tx) => { for (let at = 0; at < 40; at += 1) tx.create(organisation, { name: `묶음${at}`, kind: 'firm' }); });
  const recent = (await today()).recent;
  expect(recent.slice(0, 2).map((one) => one.label)).toEqual(['(주)한빛정밀', '방금']);
  expect(recent.filter((one) => one.label.startsWith('묶음'))).toEqual([]);
  await desk.call('mutation', 'organisations.remove', { id });
  expect((await today()).recent.map((one) => one.label)).not.toContain('방금');
});
