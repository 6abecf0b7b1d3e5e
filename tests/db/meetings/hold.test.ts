import { afterEach, beforeEach, expect, test } from 'vitest';
import { write } from '../../../db/kernel/write.ts';
import type { MeetingRelations } from '../../../db/meetings/relations.ts';
import { testApplication, tester, type TestApplication } from '../../support/store.ts';
import { aCluster, aFirm } from '../clusters/people.ts';

let test_: TestApplication;
let a: string;
let b: string;
let firm: string;

beforeEach(async () => {
  test_ = await testApplication();
  write(test_.app.store, tester, '준비', (tx) => {
    a = aCluster(tx, '가 MC');
    b = aCluster(tx, '나 MC');
    firm = aFirm(tx, '(주)한빛정밀');
  });
});
afterEach(() => test_.dispose());

const hold = async (values: object, clusters = [a], agenda: string[] = []): Promise<string> =>
  (await test_.call<{ id: string }>('mutation', 'meetings.create', { values: { kind: 'steering-committee', start_on: '2021-05-01', ...values }, clusters, agenda })).id;
const proposal = (clusters: string[], date = '2021-07-01'): Promise<{ round: number | null; title: string }> => test_.call('query', 'meetings.proposal', { clusters, kind: 'steering-committee', date });
const relations = (id: string): Promise<MeetingRelations> => test_.call<MeetingRelations>('query', 'meetings.relations', { id });

test('the next round follows the highest of host, kind and year; gaps stay', async () => {
  expect(await proposal([a])).toEqual({ round: 1, title: '가 MC 제1차 운영위원회' });
  await hold({ round: 4 });
  expect((await proposal([a])).round).toBe(5);
  expect((await proposal([a], '2022-01-01')).round).toBe(1);
  expect((await proposal([b, a])).round).toBe(1);
  await hold({ round: 2 });
  expect((await proposal([a])).round).toBe(5);
});

test('a used round is refused naming the meeting that has it, when made, changed or given to another host', async () => {
  await hold({ round: 1, title: '첫 운영위원회' });
  await expect(hold({ round: 1 })).rejects.toThrow('2021년 운영위원회 1차는 이미 있습니다: 2021-05-01 “첫 운영위원회”. 다음 번호는 2차입니다.');
  const other = await hold({ round: 2 });
  await expect(test_.call('mutation', 'meetings.change', { id: other, patch: { round: 1 } })).rejects.toThrow('이미 있습니다');
  const guest = await hold({ round: 1 }, [b, a]);
  await expect(test_.call('mutation', 'meetings.setClusters', { id: guest, clusters: [a, b] })).rejects.toThrow('이미 있습니다');
  const nextYear = await hold({ round: 1, start_on: '2022-01-05' });
  await expect(test_.call('mutation', 'meetings.change', { id: nextYear, patch: { start_on: '2021-12-30' } })).rejects.toThrow('이미 있습니다');
});

test('a meeting needs a cluster; the list names the host first', async () => {
  await expect(hold({}, [])).rejects.toThrow('주관 미니클러스터');
  const id = await hold({ round: 1, headcount_only: 12 }, [b, a], ['보고', '예산']);
  await test_.call('mutation', 'meetings.attendance.welcome', { meeting: id, person: test_.coordinator });
  const { rows } = await test_.list('meetings.list', { start: 0, end: 10, sort: [], filter: {}, quick: '나', selection: null });
  expect(rows).toMatchObject([{ title: '나 MC 외 1 제1차 운영위원회', clusters: '나 MC, 가 MC', present: 1, headcount_only: 12, people: 13, agenda: 2, tasks: 0 }]);
  expect(await test_.call('query', 'meetings.find', { text: 'ㅇㅇㅇ' })).toMatchObject([{ id }]);
});

test('agenda items are ordered, and votes belong to a resolution', async () => {
  const id = await hold({ headcount_only: 5 }, [a], ['하나', '둘', '셋']);
  const items = (await relations(id)).agenda;
  await test_.call('mutation', 'meetings.agenda.order', { meeting: id, ids: [items[2]?.id, items[0]?.id] });
  expect((await relations(id)).agenda.map(({ title }) => title)).toEqual(['셋', '하나', '둘']);
  const item = items[0]?.id ?? '';
  await expect(test_.call('mutation', 'meetings.agenda.change', { id: item, patch: { votes_for: 3 } })).rejects.toThrow('의결 안건에만');
  await test_.call('mutation', 'meetings.agenda.change', { id: item, patch: { kind: 'resolution', votes_for: 3, decision: '원안 가결' } });
  expect((await relations(id)).agenda[1]).toMatchObject({ kind: 'resolution', votes_for: 3, decision: '원안 가결' });
  await test_.call('mutation', 'meetings.agenda.change', { id: item, patch: { kind: 'report' } });
  expect((await relations(id)).agenda[1]).toMatchObject({ votes_for: null });
});

test('an agenda item becomes a task once, and both point to each other', async () => {
  const id = await hold({}, [a], ['공구 마모 개선']);
  const item = (await relations(id)).agenda[0]?.id ?? '';
  await expect(test_.call('mutation', 'meetings.agenda.makeTask', { id: item, values: {} })).rejects.toThrow('기업을 골라');
  const { id: task } = await test_.call<{ id: string }>('mutation', 'meetings.agenda.makeTask', { id: item, values: { lead_org: firm, field: 'rnd' } });
  expect(test_.app.read.get('SELECT title, source_meeting, lead_org, cluster, found_on, found_by FROM task WHERE id = ?', [task]))
    .toEqual({ title: '공구 마모 개선', source_meeting: id, lead_org: firm, cluster: a, found_on: '2021-05-01', found_by: 'cluster-meeting' });
  const after = await relations(id);
  expect(after.agenda[0]).toMatchObject({ task, task_title: '공구 마모 개선' });
  expect(after.tasks).toMatchObject([{ id: task, lead_name: '(주)한빛정밀' }]);
  await expect(test_.call('mutation', 'meetings.agenda.makeTask', { id: item, values: { lead_org: firm, field: 'rnd' } })).rejects.toThrow('이미 과제가');
  await test_.call('mutation', 'device.undo', {});
  expect((await relations(id)).agenda[0]).toMatchObject({ task: null });
});

test('a removed meeting takes its follow-ups along, and undo brings all back', async () => {
  const id = await hold({ round: 1 }, [a], ['하나']);
  await test_.call('mutation', 'actions.create', { values: { what: '견적 받기', meeting: id } });
  await test_.call('mutation', 'meetings.remove', { id });
  expect(test_.app.read.value('SELECT count(*) FROM action_item WHERE _del = 0')).toBe(0);
  expect((await proposal([a])).round).toBe(1);
  await test_.call('mutation', 'device.undo', {});
  const back = await relations(id);
  expect([back.agenda.length, back.actions.length, back.clusters.length]).toEqual([1, 1, 1]);
});
