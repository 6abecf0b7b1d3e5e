import { afterEach, beforeEach, expect, test } from 'vitest';
import { write, type Tx } from '../../../db/kernel/write.ts';
import { lockPeriod, openPeriod } from '../../../db/sessions/lock.ts';
import { ownOffice } from '../../../db/sessions/office.ts';
import { testApplication, tester, type TestApplication } from '../../support/store.ts';
import { aCluster, aFirm, aPerson } from '../clusters/people.ts';

let test_: TestApplication;
let cluster: string;
let person: string;
let firm: string;
let meeting: string;
let item: string;
let lock: string;

const doing = <T>(fn: (tx: Tx) => T): T => write(test_.app.store, tester, '준비', fn);
const hold = async (start_on: string): Promise<string> => (await test_.call<{ id: string }>('mutation', 'meetings.create', { values: { kind: 'seminar', start_on, title: start_on }, clusters: [cluster] })).id;

beforeEach(async () => {
  test_ = await testApplication();
  doing((tx) => { cluster = aCluster(tx, '가 MC'); firm = aFirm(tx, '(주)한빛'); person = aPerson(tx, '가하나', firm); });
  meeting = await hold('2021-05-10');
  item = (await test_.call<{ id: string }>('mutation', 'meetings.agenda.add', { meeting, values: { title: '공구 마모' } })).id;
  lock = doing((tx) => lockPeriod(tx, { office: ownOffice, unit: 'month', day: '2021-05-10', reason: '월 마감' }));
});
afterEach(() => test_.dispose());

const locked = async (run: Promise<unknown>): Promise<string | null> => run.then(() => null, (error: { message: string; data: { refusal: { details: { field: string }[] } } }) => (error.message.includes('마감') ? error.data.refusal.details[0]?.field ?? null : error.message));

test('on a locked day neither the meeting nor what belongs to it changes', async () => {
  for (const [path, input] of [
    ['meetings.change', { id: meeting, patch: { place: '지사' } }], ['meetings.change', { id: meeting, patch: { start_on: '2021-06-10' } }], ['meetings.remove', { id: meeting }],
    ['meetings.attendance.welcome', { meeting, person }], ['meetings.agenda.change', { id: item, patch: { decision: '가결' } }], ['meetings.agenda.add', { meeting, values: { title: '둘째' } }],
    ['meetings.costs.add', { meeting, values: { item: 'meal', fund: 'dues', amount: 1 } }], ['meetings.end', { id: meeting, outcomes: { [item]: 'done' } }],
  ] as const) expect([path, await locked(test_.call('mutation', path, input))]).toEqual([path, 'start_on']);
  const other = await hold('2021-06-10');
  expect(await locked(test_.call('mutation', 'meetings.change', { id: other, patch: { start_on: '2021-05-31' } }))).toBe('start_on');
  expect(await locked(hold('2021-05-31'))).toBe('start_on');
});

test('what was promised there lives on, and a task may still be made of an item', async () => {
  await test_.call('mutation', 'actions.create', { values: { what: '견적 받기', meeting } });
  await test_.call('mutation', 'meetings.agenda.makeTask', { id: item, values: { lead_org: firm, field: 'rnd' } });
});

test('an opened period takes changes again', async () => {
  doing((tx) => openPeriod(tx, lock, '정정'));
  await test_.call('mutation', 'meetings.change', { id: meeting, patch: { place: '지사' } });
});
