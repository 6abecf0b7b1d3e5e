import { afterEach, beforeEach, expect, test } from 'vitest';
import type { DuesSheet, YearShare } from '../../../db/clusters/api.ts';
import { joinCluster } from '../../../db/clusters/membership.ts';
import { isShareMet } from '../../../db/clusters/self-reliance.ts';
import { write, type Tx } from '../../../db/kernel/write.ts';
import { holdMeeting } from '../../../db/meetings/hold.ts';
import { testApplication, tester, type TestApplication } from '../../support/store.ts';
import { aCluster, aFirm, aPerson } from './people.ts';

let it_: TestApplication;
let cluster: string;
let kim: string;
let university: string;

const run = <T>(fn: (tx: Tx) => T): T => write(it_.app.store, tester, '시험', fn);
const sheet = (year: number) => it_.call<DuesSheet>('query', 'clusters.dues.of', { id: cluster, year });
const save = (changes: object[], year = 2015) => it_.call('mutation', 'clusters.dues.save', { id: cluster, year, changes });

beforeEach(async () => {
  it_ = await testApplication();
  run((tx) => {
    cluster = aCluster(tx, '금형 MC');
    kim = aPerson(tx, '김하나', aFirm(tx, '(주)한빛정밀'));
    university = aFirm(tx, '창원대학교', 'university');
    joinCluster(tx, { cluster, person: kim, joined_on: '2010-01-01', left_on: '2015-01-01' });
    joinCluster(tx, { cluster, person: kim, joined_on: '2015-06-01' });
    joinCluster(tx, { cluster, organisation: university, joined_on: '2015-12-31' });
    joinCluster(tx, { cluster, person: aPerson(tx, '이두리'), joined_on: '2010-01-01', left_on: '2014-12-31' });
  });
});
afterEach(() => it_.dispose());

test('members of any day of the year owe, each once; totals and the unpaid add up', async () => {
  expect((await sheet(2015)).lines.map(({ name, isOrganisation, isMember }) => [name, isOrganisation, isMember])).toEqual([['김하나', false, true], ['창원대학교', true, true]]);
  expect(await it_.call('mutation', 'clusters.dues.charge', { id: cluster, year: 2015, owed: 300_000 })).toEqual({ charged: 2 });
  await save([{ member: kim, isOrganisation: false, patch: { paid: 100_000, paid_on: '2015-03-02' }, was: { paid: null } }, { member: university, isOrganisation: true, patch: { paid: 500_000 } }]);
  const { lines, totals } = await sheet(2015);
  expect(totals).toEqual({ members: 2, owed: 600_000, paid: 600_000, unpaid: 200_000, unpaidMembers: 1 });
  expect(lines.map(({ owed, paid, paid_on }) => [owed, paid, paid_on])).toEqual([[300_000, 100_000, '2015-03-02'], [300_000, 500_000, null]]);
  expect(await it_.call('mutation', 'clusters.dues.charge', { id: cluster, year: 2015, owed: 1 })).toEqual({ charged: 0 });
});

test('a cell that changed meanwhile is refused, an empty line is taken away, and who paid as no member is told apart', async () => {
  await save([{ member: kim, isOrganisation: false, patch: { owed: 300_000 } }]);
  await expect(save([{ member: kim, isOrganisation: false, patch: { owed: 200_000 }, was: { owed: null } }])).rejects.toMatchObject({ data: { refusal: { code: 'conflict', details: [{ field: 'owed', value: 300_000 }] } } });
  await save([{ member: kim, isOrganisation: false, patch: { owed: null } }]);
  expect(it_.app.read.value('SELECT count(*) FROM dues WHERE _del = 0')).toBe(0);
  await save([{ member: kim, isOrganisation: false, patch: { paid: 1000 } }], 2009);
  expect((await sheet(2009)).lines).toMatchObject([{ member: kim, isMember: false, paid: 1000 }]);
  expect((await sheet(2009)).totals).toMatchObject({ members: 0, paid: 1000, unpaid: 0 });
});

test('money paid in the year that runs without a day is paid today', async () => {
  const today = it_.app.read.value<string>("SELECT date('now', 'localtime')") ?? '';
  const year = Number(today.slice(0, 4));
  await save([{ member: kim, isOrganisation: false, patch: { paid: 5000 } }], year);
  expect((await sheet(year)).lines.find((line) => line.member === kim)).toMatchObject({ paid_on: today });
});

test('the share of dues is asked for from 2012 on, by program year, exactly, once for the host', async () => {
  run((tx) => {
    const guest = aCluster(tx, '기계 MC');
    const held = (start_on: string, national: number, dues: number, clusters: string[] = [cluster]) => holdMeeting(tx, { kind: 'seminar', start_on, cost_national: national, cost_dues: dues, status: 'held' }, clusters);
    held('2012-03-31', 1000, 0);
    held('2012-04-01', 600_000, 150_000);
    held('2013-03-31', 200_000, 49_999);
    held('2013-04-01', 400, 100, [cluster, guest]);
    held('2013-05-01', 0, 5_000_000, [guest, cluster]);
  });
  const shares = await it_.call<YearShare[]>('query', 'clusters.dues.shares', { id: cluster });
  expect(shares.map(({ year, number, total, dues, required, isMet }) => [year, number, total, dues, required, isMet])).toEqual([
    [2013, 9, 500, 100, 20, true], [2012, 8, 999_999, 199_999, 20, false], [2011, 7, 1000, 0, 0, true],
  ]);
  expect([isShareMet(1, 5, 20), isShareMet(199_999, 999_999, 20), isShareMet(Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER, 100)]).toEqual([true, false, true]);
});
