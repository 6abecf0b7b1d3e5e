import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { clusterNameOn } from '../../../db/clusters/past.ts';
import { joinCluster, takeOffice } from '../../../db/clusters/membership.ts';
import { countMembers, membersOn } from '../../../db/clusters/members-on.ts';
import { freeSpans } from '../../../db/clusters/merge.ts';
import type { ClusterRelations, StoryLine } from '../../../db/clusters/api.ts';
import type { Found } from '../../../db/kernel/find.ts';
import { undo } from '../../../db/kernel/undo.ts';
import { write, type Tx } from '../../../db/kernel/write.ts';
import { tableOf } from '../../../db/reports/layout.ts';
import { plainParams } from '../../../db/reports/report-input.ts';
import { t3 } from '../../../db/reports/t3.ts';
import { visibleState } from '../../property/arbitrary-edits.ts';
import { offeredDays, seriesOf } from '../../../db/series/book.ts';
import { makeSeries } from '../../../db/series/make.ts';
import { testApplication, tester, type TestApplication } from '../../support/store.ts';
import { aCluster, aFirm, aPerson } from './people.ts';

let it_: TestApplication;
let a: string;
let b: string;
let people: string[];
let university: string;

const run = <T>(fn: (tx: Tx) => T): T => write(it_.app.store, tester, '시험', fn);
const refusal = (promise: Promise<unknown>) => promise.then(() => null, (error: { data: { refusal: unknown } }) => error.data.refusal);
const count = (cluster: string, day: string) => countMembers(membersOn(it_.app.read, [cluster], day)).members;
const t3On = (asOf: string) => {
  const table = tableOf(it_.app.read, t3, { ...plainParams, fromYear: 2005, toYear: 2026, asOf });
  const at = (key: string) => table.columns.findIndex((one) => one.key === key);
  return Object.fromEntries(table.rows.filter((row) => row.kind !== 'subtotal').map((row) => [row.key, table.cells[table.rows.indexOf(row)]?.[at('members')]?.value]));
};

beforeEach(async () => {
  it_ = await testApplication();
  run((tx) => {
    a = aCluster(tx, '금형 MC');
    b = aCluster(tx, '기계 MC');
    people = ['김하나', '이두리', '박세라'].map((name) => aPerson(tx, name));
    university = aFirm(tx, '창원대학교', 'university');
    const [one, two, three] = people;
    for (const person of [one, two, three]) joinCluster(tx, { cluster: a, person: person ?? null, joined_on: '2010-01-01', left_on: person === three ? '2015-12-31' : null });
    joinCluster(tx, { cluster: a, organisation: university, joined_on: '2012-01-01', left_on: '2020-12-31' });
    joinCluster(tx, { cluster: b, person: two ?? null, joined_on: '2014-01-01' });
    takeOffice(tx, { cluster: a, person: one ?? '', role: 'chair', from_on: '2012-01-01', to_on: null });
  });
});
afterEach(() => it_.dispose());

describe('통합', () => {
  test('members go over on the day, once each, and tables of any day stay right', async () => {
    const before = visibleState(it_.app.store);
    const t3Before = t3On('2016-03-31');
    const { moved } = await it_.call<{ moved: number }>('mutation', 'clusters.merge', { id: a, into: b, on: '2016-04-01' });
    expect(moved).toBe(2);
    expect([count(a, '2016-03-31'), count(a, '2016-04-01'), count(b, '2016-03-31'), count(b, '2016-04-01'), count(b, '2021-01-01')]).toEqual([3, 0, 1, 3, 2]);
    expect(it_.app.read.get('SELECT dissolved_on, merged_into FROM mini_cluster WHERE id = ?', [a])).toEqual({ dissolved_on: '2016-03-31', merged_into: b });
    expect(it_.app.read.value('SELECT to_on FROM officer WHERE cluster = ?', [a])).toBe('2016-03-31');
    expect(t3On('2016-03-31')).toEqual(t3Before);
    expect(t3On('2016-03-31')).toMatchObject({ [`mc:${a}`]: 3, [`mc:${b}`]: 1, all: 4 });
    expect(t3On('2016-04-01')).toMatchObject({ [`mc:${b}`]: 3, all: 3 });
    expect(t3On('2016-04-01')).not.toHaveProperty(`mc:${a}`);
    undo(it_.app.store, tester, it_.app.read.value<number>('SELECT max(id) FROM action') ?? 0);
    expect(visibleState(it_.app.store)).toBe(before);
  });

  test('what cannot be merged is refused with the field', async () => {
    const child = run((tx) => aCluster(tx, '하위 MC'));
    await it_.call('mutation', 'clusters.change', { id: child, patch: { parent: a } });
    const merge = (id: string, into: string, on: string) => refusal(it_.call('mutation', 'clusters.merge', { id, into, on }));
    expect(await merge(a, a, '2016-04-01')).toMatchObject({ code: 'invalid', details: [{ field: 'merged_into' }] });
    expect(await merge(a, child, '2016-04-01')).toMatchObject({ code: 'invalid', details: [{ field: 'merged_into' }] });
    expect(await merge(a, b, '2005-04-01')).toMatchObject({ code: 'invalid', details: [{ field: 'on' }] });
    await it_.call('mutation', 'clusters.merge', { id: a, into: b, on: '2016-04-01' });
    expect(await merge(a, b, '2017-04-01')).toMatchObject({ code: 'invalid', details: [{ field: 'dissolved_on' }] });
    expect(await merge(b, a, '2017-04-01')).toMatchObject({ code: 'invalid', details: [{ field: 'merged_into' }] });
    expect(it_.app.read.value('SELECT parent FROM mini_cluster WHERE id = ?', [child])).toBe(b);
  });

  test('free days between what is taken', () => {
    const taken = [{ from: '2016-05-01', to: '2016-05-10' }, { from: '2016-06-01', to: null }];
    expect(freeSpans({ from: '2016-04-01', to: null }, taken)).toEqual([{ from: '2016-04-01', to: '2016-04-30' }, { from: '2016-05-11', to: '2016-05-31' }]);
    expect(freeSpans({ from: '2016-05-02', to: '2016-05-09' }, taken)).toEqual([]);
    expect(freeSpans({ from: '2016-04-01', to: '2016-05-01' }, taken)).toEqual([{ from: '2016-04-01', to: '2016-04-30' }]);
  });
});

describe('해산', () => {
  test('memberships and offices end with it, and nobody joins or stays after', async () => {
    await it_.call('mutation', 'clusters.dissolve', { id: a, on: '2018-12-31' });
    expect([count(a, '2018-12-31'), count(a, '2019-01-01')]).toEqual([3, 0]);
    expect(it_.app.read.value('SELECT to_on FROM officer WHERE cluster = ?', [a])).toBe('2018-12-31');
    const id = it_.app.read.value<string>('SELECT id FROM membership WHERE cluster = ? AND person = ?', [a, people[0] ?? '']);
    expect(await refusal(it_.call('mutation', 'clusters.members.change', { id, patch: { left_on: null } }))).toMatchObject({ code: 'invalid', details: [{ field: 'left_on' }] });
    expect(await refusal(it_.call('mutation', 'clusters.members.add', { cluster: a, person: people[2], joined_on: '2019-01-01' }))).toMatchObject({ code: 'invalid', details: [{ field: 'joined_on' }] });
    const { id: late } = await it_.call<{ id: string }>('mutation', 'clusters.members.add', { cluster: a, person: people[2], joined_on: '2017-01-01' });
    expect(it_.app.read.value('SELECT left_on FROM membership WHERE id = ?', [late])).toBe('2018-12-31');
  });

  test('a series of its own ends with it, a joint one goes on with the others', async () => {
    const values = { title: '월례회', kind: 'working-group', frequency: 'weekly', start_on: '2018-12-03' };
    const [alone, joint] = run((tx) => [makeSeries(tx, values, [a]), makeSeries(tx, values, [a, b])] as const);
    await it_.call('mutation', 'clusters.dissolve', { id: a, on: '2018-12-31' });
    expect(offeredDays(it_.app.read, seriesOf(it_.app.read, alone), '2018-12-25', '2019-01-31').map(({ on }) => on)).toEqual(['2018-12-31']);
    expect(seriesOf(it_.app.read, joint).until_on).toBeNull();
    expect(it_.app.read.all('SELECT cluster, is_host FROM series_cluster WHERE series = ? AND _del = 0', [joint])).toEqual([{ cluster: b, is_host: 1 }]);
  });

  test('a day before somebody joined is refused, also where it is typed into the field', async () => {
    expect(await refusal(it_.call('mutation', 'clusters.change', { id: a, patch: { dissolved_on: '2011-12-31' } }))).toMatchObject({ code: 'conflict', details: [{ field: 'dissolved_on' }] });
  });
});

describe('이름과 나무', () => {
  test('a former name is kept from a day on, found and listed; a typo is not', async () => {
    await it_.call('mutation', 'clusters.change', { id: a, patch: { name: '초정밀금형 MC' }, meaning: { from: '2015-03-01' } });
    await it_.call('mutation', 'clusters.change', { id: a, patch: { name: '초정밀 금형소재 MC' }, meaning: { isTypo: true } });
    expect([clusterNameOn(it_.app.read, a, '2015-02-28'), clusterNameOn(it_.app.read, a, '2015-03-01')]).toEqual(['금형 MC', '초정밀 금형소재 MC']);
    await it_.call('mutation', 'clusters.change', { id: b, patch: { name: '기계산업 MC' } });
    for (const text of ['기계 MC', 'ㄱㄱ mc']) expect(await it_.call<Found[]>('query', 'clusters.find', { text })).toMatchObject([{ id: b, label: '기계산업 MC' }]);
    const { rows } = await it_.list('clusters.list', { start: 0, end: 10, sort: [], filter: {}, quick: '기계 MC', selection: null });
    expect(rows).toMatchObject([{ name: '기계산업 MC' }]);
    expect(await refusal(it_.call('mutation', 'clusters.change', { id: a, patch: { name: '금형' }, meaning: { from: '2014-01-01' } }))).toMatchObject({ code: 'invalid', details: [{ field: 'from' }] });
    expect((await it_.call<StoryLine[]>('query', 'clusters.story', { id: a })).map(({ on, what, name }) => [on, what, name])).toEqual([
      ['2005-04-01', 'founded', '금형 MC'], ['2015-03-01', 'renamed', '초정밀 금형소재 MC'],
    ]);
  });

  test('a tree does not close on itself', async () => {
    const child = run((tx) => aCluster(tx, '하위 MC'));
    await it_.call('mutation', 'clusters.change', { id: b, patch: { parent: a } });
    await it_.call('mutation', 'clusters.change', { id: child, patch: { parent: b } });
    for (const parent of [a, b, child]) expect(await refusal(it_.call('mutation', 'clusters.change', { id: a, patch: { parent } }))).toMatchObject({ code: 'invalid', details: [{ field: 'parent' }] });
    const relations = await it_.call<ClusterRelations>('query', 'clusters.relations', { id: a, date: '2016-01-01' });
    expect(relations.below.map(({ name, depth, members }) => [name, depth, members])).toEqual([['기계 MC', 1, 1], ['하위 MC', 2, 0]]);
    expect((await it_.call<ClusterRelations>('query', 'clusters.relations', { id: child, date: '2016-01-01' })).above.map(({ name }) => name)).toEqual(['금형 MC', '기계 MC']);
  });

  test('there is one 회장 at a time, by whatever door', async () => {
    const [, two] = people;
    expect(await refusal(it_.call('mutation', 'clusters.officers.add', { cluster: a, person: two, role: 'chair', from_on: '2015-01-01' }))).toMatchObject({ code: 'conflict', details: [{ field: 'from_on' }] });
    const { id } = await it_.call<{ id: string }>('mutation', 'clusters.officers.add', { cluster: a, person: two, role: 'chair', from_on: '2011-01-01', to_on: '2011-12-31' });
    expect(await refusal(it_.call('mutation', 'clusters.officers.change', { id, patch: { to_on: '2012-01-01' } }))).toMatchObject({ code: 'conflict' });
    await it_.call('mutation', 'clusters.officers.add', { cluster: a, person: two, role: 'secretary', from_on: '2012-01-01' });
  });
});
