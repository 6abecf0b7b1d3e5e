import { afterEach, beforeEach, expect, test } from 'vitest';
import { write } from '../../../db/kernel/write.ts';
import type { CostRule } from '../../../db/meetings/cost-rules.ts';
import type { CostCheck } from '../../../db/meetings/costs.ts';
import { testApplication, tester, type TestApplication } from '../../support/store.ts';
import { aCluster, aFirm, aPerson } from '../clusters/people.ts';

let test_: TestApplication;
let cluster: string;
let meeting: string;

beforeEach(async () => {
  test_ = await testApplication();
  write(test_.app.store, tester, '준비', (tx) => { cluster = aCluster(tx, '가 MC'); });
  meeting = await hold('2021-05-01');
});
afterEach(() => test_.dispose());

const hold = async (start_on: string, more: object = {}): Promise<string> =>
  (await test_.call<{ id: string }>('mutation', 'meetings.create', { values: { kind: 'seminar', start_on, ...more }, clusters: [cluster] })).id;
const add = async (values: object, id = meeting): Promise<string> => (await test_.call<{ id: string }>('mutation', 'meetings.costs.add', { meeting: id, values: { item: 'meal', fund: 'national', ...values } })).id;
const check = (id = meeting): Promise<CostCheck> => test_.call<CostCheck>('query', 'meetings.costs.check', { id });
const stateOf = async (checks: string, id = meeting) => (await check(id)).findings.find((one) => one.checks === checks)?.state;
const sums = () => test_.app.read.get('SELECT cost_national AS national, cost_dues AS dues, cost_other AS other FROM meeting WHERE id = ?', [meeting]);

test('the sums of the meeting follow its lines; one typed for a fund without lines stays', async () => {
  await test_.call('mutation', 'meetings.change', { id: meeting, patch: { cost_dues: 77 } });
  const first = await add({ amount: 100 });
  await add({ amount: 50 });
  expect(sums()).toEqual({ national: 150, dues: 77, other: null });
  await test_.call('mutation', 'meetings.costs.change', { id: first, patch: { fund: 'other' } });
  expect(sums()).toEqual({ national: 50, dues: 77, other: 100 });
  await test_.call('mutation', 'meetings.costs.remove', { id: first });
  expect(sums()).toEqual({ national: 50, dues: 77, other: null });
  await test_.call('mutation', 'device.undo', {});
  expect(sums()).toEqual({ national: 50, dues: 77, other: 100 });
  expect((await check()).sums).toEqual([{ fund: 'national', amount: 50 }, { fund: 'other', amount: 100 }]);
});

test('the shipped examples are looked at until the office says otherwise', async () => {
  write(test_.app.store, tester, '사람', (tx) => { aPerson(tx, '손님', aFirm(tx, '(주)한빛')); });
  await add({ amount: 40_000 });
  await test_.call('mutation', 'meetings.attendance.welcome', { meeting, newPerson: { name: '홍손님' } });
  expect([await stateOf('outside-attendee'), await stateOf('per-head'), await stateOf('prior-approval'), await stateOf('minutes-length')]).toEqual(['met', 'broken', 'met', 'broken']);
  const { id } = await test_.call<{ id: string }>('mutation', 'meetings.costs.rules.create', { values: { name: '우리 지사 식대', fund: 'national', checks: 'per-head', item: 'meal', amount: 40_000, level: 'block', valid_from: '2021-01-01' } });
  expect(await stateOf('per-head')).toBe('met');
  await test_.call('mutation', 'meetings.costs.rules.change', { id, patch: { is_off: 1 } });
  expect(await stateOf('per-head')).toBeUndefined();
  await test_.call('mutation', 'meetings.costs.rules.change', { id, patch: { is_off: 0, valid_from: '2021-06-01' } });
  expect(await stateOf('per-head')).toBe('broken');
  await test_.call('mutation', 'meetings.costs.rules.remove', { id });
  const rules = await test_.call<CostRule[]>('query', 'meetings.costs.rules.on', { day: '2022-01-01' });
  expect(rules.every((one) => one.id === null && one.source?.includes('예시'))).toBe(true);
});

test('a rule without the number it compares with is refused', async () => {
  const create = (values: object) => test_.call('mutation', 'meetings.costs.rules.create', { values: { name: '규칙', fund: 'national', level: 'block', valid_from: '2021-01-01', ...values } });
  await expect(create({ checks: 'per-head' })).rejects.toThrow('1인당 한도를 적어 주세요');
  await expect(create({ checks: 'minutes-length', amount: 10, valid_until: '2020-01-01' })).rejects.toThrow('적용 끝(2020-01-01)');
  await create({ checks: 'outside-attendee' });
});

test('another meeting of the day is met by payee and by cluster, unless it was cancelled', async () => {
  await add({ amount: 10_000, payee: '한빛식당' });
  expect(await stateOf('same-day')).toBe('met');
  const other = await hold('2021-05-01', { title: '둘째' });
  await add({ amount: 10_000, payee: '다른식당' }, other);
  expect([await stateOf('same-day'), await stateOf('same-day', other)]).toEqual(['broken', 'broken']);
  await test_.call('mutation', 'meetings.change', { id: other, patch: { status: 'cancelled' } });
  expect(await stateOf('same-day')).toBe('met');
});

test('before the meeting those expected are asked, after it those who came', async () => {
  const planned = await hold('2021-05-02', { status: 'planned', invited: 20 });
  await add({ amount: 600_000 }, planned);
  expect([await stateOf('per-head', planned), await stateOf('minutes-length', planned), await stateOf('outside-attendee', planned)]).toEqual(['met', 'later', 'broken']);
  await test_.call('mutation', 'meetings.end', { id: planned, outcomes: {} });
  expect([await stateOf('per-head', planned), await stateOf('minutes-length', planned)]).toEqual(['broken', 'broken']);
});
